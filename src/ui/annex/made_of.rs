//! What a total is made of: how it was counted, and every record with its source.

use yew::prelude::*;

use super::Shown;
use super::external::external;
use crate::locale::Key;
use crate::query::Facet;
use crate::view::{self, Group, Item, Total};

/// So many records of a group are shown before more are asked for.
const FIRST: usize = 100;

/// Props of [`MadeOf`].
#[derive(Clone, PartialEq, Properties)]
pub struct MadeOfProps {
    /// What is shown.
    pub shown: Shown,
    /// Which total.
    pub total: Total,
}

/// What a total is made of.
#[component]
pub fn MadeOf(props: &MadeOfProps) -> Html {
    let MadeOfProps { shown, total } = props;
    let scene = shown.scene();
    let made_of = view::made_of(&scene, *total);
    let note = (*total == Total::People).then(|| view::note(&scene));
    let how = note.map(|note| {
        html! {
            <section class="how">
                <h3>{ shown.say(Key::HowCounted) }</h3>
                <p>{ note.intro }</p>
                <p class="total">{ note.total }</p>
                <p class="parts">{ made_of.parts.as_deref().unwrap_or_default() }</p>
                <div class="how-lists">
                    { lines(shown.say(Key::Counted), &note.counted) }
                    { lines(shown.say(Key::LeftOut), &note.left_out) }
                </div>
                <div class="rules">{ for note.rules.iter().map(|rule| html! { <p key={rule.clone()}>{ rule }</p> }) }</div>
            </section>
        }
    });
    let goals = *total == Total::Goals;
    let values = made_of.values.iter().map(|line| {
        let tile = line.value.number().filter(|_| goals);
        let tile = tile
            .map(|number| html! { <span class={format!("goal goal-{number}")} aria-hidden="true">{ number }</span> });
        let name =
            if goals { shown.report.locale.value(scene.data, Facet::Goal, &line.value) } else { line.label.clone() };
        html! {
            <li key={line.value.key().into_owned()}>
                <span class="name">{ tile }<bdi>{ name }</bdi></span><span class="numbers">{ &line.numbers }</span>
            </li>
        }
    });
    let groups = made_of.groups.iter().enumerate().map(|(at, group)| {
        html! { <Records key={at} {shown} group={group.clone()} /> }
    });
    html! {
        <>
            <p class="filter"><bdi>{ &made_of.filter }</bdi></p>
            <div>{ how }</div>
            <ul class="values">{ for values }</ul>
            <div class="groups">{ for groups }</div>
        </>
    }
}

fn lines(title: String, lines: &[String]) -> Html {
    if lines.is_empty() {
        return Html::default();
    }
    let lines = lines.iter().map(|line| html! { <li key={line.clone()}>{ line }</li> });
    html! { <div><h4>{ title }</h4><ul>{ for lines }</ul></div> }
}

/// Props of [`Records`].
#[derive(Clone, PartialEq, Properties)]
struct RecordsProps {
    shown: Shown,
    group: Group,
}

/// The records of a group: the first hundred, and a hundred more for each press.
#[component]
fn Records(props: &RecordsProps) -> Html {
    let first = use_state(|| FIRST);
    let RecordsProps { shown, group } = props;
    let locale = &shown.report.locale;
    let items = view::items(&shown.scene(), group, *first);
    let rest = group.records.len().saturating_sub(*first);
    let more = locale.fill(Key::MoreRecords, &[("n", &locale.number(rest.min(FIRST) as u64))]);
    let onclick = {
        let first = first.clone();
        Callback::from(move |_: MouseEvent| first.set(*first + FIRST))
    };
    html! {
        <section class="records">
            <h3>{ &group.title }</h3>
            <ol>{ for items.iter().map(|item| record(shown, item)) }</ol>
            <p>
                if rest > 0 {
                    <button type="button" class="plain" {onclick}>{ more }</button>
                }
            </p>
        </section>
    }
}

fn record(shown: &Shown, item: &Item) -> Html {
    let lines = item.lines.iter().enumerate().map(|(at, line)| html! { <li key={at}><bdi>{ line }</bdi></li> });
    let (name, link) = &item.source;
    html! {
        <li key={item.record}>
            <p class="when">{ &item.date }</p>
            <p class="what"><bdi>{ &*item.title }</bdi></p>
            <ul class="counts">{ for lines }</ul>
            <p class="source">{ external(&shown.report.locale, name, link.as_ref()) }</p>
        </li>
    }
}
