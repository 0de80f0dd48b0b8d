//! The records: a real table, whose rows open to all their facts.

use std::collections::BTreeSet;

use yew::prelude::*;

use super::{Props, Snapshot};
use crate::locale::Key;
use crate::model::{Basis, Text};
use crate::query::{Action, SortKey};
use crate::view::{self, Row};

/// So many rows are shown before the rest is asked for.
const FIRST: usize = 20;

/// The table of records.
#[component]
pub fn Table(props: &Props) -> Html {
    let open = use_state(BTreeSet::<Text>::new);
    let all = use_state(|| false);
    let scene = props.snapshot.scene();
    let records = scene.totals.records.len();
    let long = records > FIRST + 5;
    let table = view::table(&scene, if long && !*all { FIRST } else { records });
    let count = scene.locale.number(records as u64);
    let more = if *all { props.say(Key::ShowFewer) } else { scene.locale.fill(Key::ShowAll, &[("n", &count)]) };
    let toggle_all = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(!*all))
    };
    let rows = table.rows.iter().map(|row| {
        let is_open = open.contains(&row.id);
        let press = {
            let (open, id) = (open.clone(), row.id.clone());
            Callback::from(move |_: MouseEvent| {
                let mut next = (*open).clone();
                if !next.remove(&id) {
                    next.insert(id.clone());
                }
                open.set(next);
            })
        };
        record(&props.snapshot, row, is_open, press)
    });
    html! {
        <section class="block table" part="table">
            <h3>{ props.say(Key::Table) }</h3>
            <p class="sub">{ &table.caption }{ " · " }{ props.say(Key::TableHint) }</p>
            <table role="table">
                <caption class="unseen">{ &table.caption }</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        { heading(props, Key::ColumnDate, Some(SortKey::Date), "date") }
                        { heading(props, Key::ColumnCountry, Some(SortKey::Country), "where") }
                        { heading(props, Key::ColumnActivity, Some(SortKey::Title), "what") }
                        { heading(props, Key::ColumnPeople, Some(SortKey::People), "people") }
                        { heading(props, Key::ColumnGoals, None, "sdgs") }
                        { heading(props, Key::ColumnSource, None, "source") }
                    </tr>
                </thead>
                { for rows }
            </table>
            <p>
                if long {
                    <button type="button" class="plain" onclick={toggle_all}>{ more }</button>
                }
            </p>
        </section>
    }
}

fn heading(props: &Props, label: Key, sort: Option<SortKey>, class: &'static str) -> Html {
    let current = props.snapshot.selection.sort;
    let name = props.say(label);
    let Some(key) = sort else {
        return html! { <th role="columnheader" scope="col" {class}>{ name }</th> };
    };
    let sorted = (current.key == key).then_some(if current.descending { "descending" } else { "ascending" });
    let spoken = props.snapshot.report.locale.fill(Key::SortBy, &[("column", &name)]);
    html! {
        <th role="columnheader" scope="col" {class} aria-sort={sorted}>
            <button type="button" class="sort" title={spoken} onclick={props.commit(Action::Sort(key))}>
                { name }<span class="arrow" aria-hidden="true"></span>
            </button>
        </th>
    }
}

/// A record and, when open, its facts. Each has a table body of its own, so that the two stay together.
fn record(snapshot: &Snapshot, row: &Row, open: bool, press: Callback<MouseEvent>) -> Html {
    let id = format!("record-{}", row.record);
    let people = row.people.iter().map(|line| {
        html! { <span class={if line.apart { "line apart" } else { "line" }}>{ &line.text }</span> }
    });
    let goals = row.goals.iter().map(|goal| {
        let inferred = if goal.basis == Basis::Theme { " inferred" } else { "" };
        html! {
            <li key={goal.number}>
                <span class={format!("goal goal-{}{inferred}", goal.number)} aria-hidden="true">{ goal.number }</span>
                <span class="unseen">{ &goal.name }</span>
            </li>
        }
    });
    let source = row.source.as_ref().map(|(name, link)| external(snapshot, name, link.as_ref()));
    html! {
        <tbody key={row.id.to_string()} role="rowgroup" class={open.then_some("open")}>
            <tr role="row">
                <td role="cell" class="date">{ &row.date }</td>
                <td role="cell" class="where">{ &row.countries }</td>
                <th role="rowheader" scope="row" class="what">
                    <button type="button" class="title" aria-expanded={open.to_string()} aria-controls={id.clone()} onclick={press}>
                        <bdi>{ &*row.title }</bdi>
                    </button>
                    <span class="tag">{ row.tag.clone() }</span>
                </th>
                <td role="cell" class="people">{ for people }</td>
                <td role="cell" class="sdgs"><ul>{ for goals }</ul></td>
                <td role="cell" class="source">{ source }</td>
            </tr>
            if open {
                { facts(snapshot, row.record, id) }
            }
        </tbody>
    }
}

/// All facts of a record.
fn facts(snapshot: &Snapshot, record: usize, id: String) -> Html {
    let scene = snapshot.scene();
    let Some(activity) = scene.data.activities.get(record) else { return Html::default() };
    let details = view::details(&scene, activity);
    let facts = details.facts.iter().map(|fact| {
        let lines = fact.lines.iter().map(|line| html! { <dd><bdi>{ line }</bdi></dd> });
        html! { <div key={fact.label.clone()}><dt>{ &fact.label }</dt>{ for lines }</div> }
    });
    let source = details.source.as_ref().map(|(name, link)| {
        html! { <div><dt>{ &details.source_label }</dt><dd>{ external(snapshot, name, link.as_ref()) }</dd></div> }
    });
    html! {
        <tr role="row" class="facts" {id}>
            <td role="cell" colspan="6">
                <p class="summary"><bdi>{ details.summary.as_deref().unwrap_or_default() }</bdi></p>
                <dl><>{ for facts }</><>{ source }</></dl>
            </td>
        </tr>
    }
}

/// A link to a page elsewhere, where the data give an address that may be one.
fn external(snapshot: &Snapshot, name: &str, link: Option<&Text>) -> Html {
    let Some(link) = link else { return html! { <bdi>{ name }</bdi> } };
    let spoken = snapshot.report.locale.fill(Key::SourceOpens, &[("source", name)]);
    html! {
        <a href={link.to_string()} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer" aria-label={spoken}>
            <bdi>{ name }</bdi><span class="away" aria-hidden="true"></span>
        </a>
    }
}
