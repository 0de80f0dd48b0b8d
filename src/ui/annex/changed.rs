//! What changed in a view, record by record.

use yew::prelude::*;

use super::recall::Recalled;
use crate::locale::Key;
use crate::view::{self, Change};

/// So many records of a group are shown before more are asked for.
const FIRST: usize = 100;

/// Props of [`Changed`].
#[derive(Clone, PartialEq, Properties)]
pub struct ChangedProps {
    /// The view before and now.
    pub recalled: Recalled,
    /// The reader wants to see a record: the link that opens it.
    pub opened: Callback<String>,
}

/// What happened to the records of a group.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Added,
    Corrected,
    Removed,
}

impl Kind {
    fn heading(self) -> Key {
        match self {
            Kind::Added => Key::ChangesGroupAdded,
            Kind::Corrected => Key::ChangesGroupCorrected,
            Kind::Removed => Key::ChangesGroupRemoved,
        }
    }

    fn count(self, recalled: &Recalled) -> usize {
        let changes = &recalled.changes;
        match self {
            Kind::Added => changes.added.len(),
            Kind::Corrected => changes.corrected.len(),
            Kind::Removed => changes.removed.len(),
        }
    }

    /// The first records of the group; the rest is not made.
    fn first(self, recalled: &Recalled, first: usize) -> Vec<Change> {
        let (now, changes) = (recalled.now(), &recalled.changes);
        let Some(before) = recalled.before() else { return Vec::new() };
        match self {
            Kind::Added => changes.added.iter().take(first).filter_map(|place| view::added(&now, *place)).collect(),
            Kind::Removed => {
                changes.removed.iter().take(first).filter_map(|place| view::removed(&before, *place)).collect()
            }
            Kind::Corrected => {
                let places = changes.corrected.iter().take(first);
                places.filter_map(|places| view::corrected(&before, &now, *places)).collect()
            }
        }
    }
}

/// The filter of the view, how its number was and is, and each record.
#[component]
pub fn Changed(props: &ChangedProps) -> Html {
    let ChangedProps { recalled, opened } = props;
    let sentences = recalled.sentences.iter().enumerate();
    let kinds = [Kind::Corrected, Kind::Added, Kind::Removed].into_iter().filter(|kind| kind.count(recalled) > 0);
    html! {
        <>
            <p class="filter"><bdi>{ view::filter_sentence(&recalled.now()) }</bdi></p>
            <div class="changed-sums">{ for sentences.map(|(at, line)| html! { <p key={at}><bdi>{ line }</bdi></p> }) }</div>
            <div class="groups">{ for kinds.map(|kind| html! { <Group key={kind as u8} {recalled} {kind} {opened} /> }) }</div>
        </>
    }
}

/// Props of [`Group`].
#[derive(Clone, PartialEq, Properties)]
struct GroupProps {
    recalled: Recalled,
    kind: Kind,
    opened: Callback<String>,
}

/// The records of a group: the first hundred, and a hundred more for each press.
#[component]
fn Group(props: &GroupProps) -> Html {
    let first = use_state(|| FIRST);
    let GroupProps { recalled, kind, opened } = props;
    let locale = &recalled.report.locale;
    let all = kind.count(recalled);
    let title =
        locale.fill(Key::GroupHeading, &[("title", &locale.say(kind.heading())), ("n", &locale.number(all as u64))]);
    let rest = all.saturating_sub(*first);
    let more = locale.fill(Key::MoreRecords, &[("n", &locale.number(rest.min(FIRST) as u64))]);
    let onclick = {
        let first = first.clone();
        Callback::from(move |_: MouseEvent| first.set(*first + FIRST))
    };
    let show = locale.say(Key::ChangeShow);
    let changes = kind.first(recalled, *first);
    html! {
        <section class="records">
            <h3>{ title }</h3>
            <ol>{ for changes.iter().map(|change| record(change, &show, opened)) }</ol>
            <p>
                if rest > 0 {
                    <button type="button" class="plain" {onclick}>{ more }</button>
                }
            </p>
        </section>
    }
}

fn record(change: &Change, show: &str, opened: &Callback<String>) -> Html {
    let lines = change.lines.iter().enumerate().map(|(at, line)| html! { <li key={at}><bdi>{ line }</bdi></li> });
    let press = change.link.clone().map(|link| {
        let onclick = opened.reform(move |_: MouseEvent| link.clone());
        let name = format!("{show}: {}", change.title);
        html! { <button type="button" class="plain" aria-label={name} {onclick}>{ show }</button> }
    });
    html! {
        <li key={change.id.to_string()}>
            <p class="when">{ &change.date }</p>
            <p class="what"><bdi>{ &*change.title }</bdi></p>
            <ul class="counts">{ for lines }</ul>
            <p class="source">{ press }</p>
        </li>
    }
}
