//! Bars: a list of buttons, each over the mark that it stands for.

use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::canvas::{ChartCanvas, use_slots};
use super::rove::{Rove, mark_of, use_rove};
use super::{Props, Snapshot, Step};
use crate::locale::Key;
use crate::query::{Action, Facet};
use crate::view::{self, MarkRow, Marks};

/// So many bars are shown before the rest is asked for.
const FIRST: usize = 12;

/// Props of [`Bars`].
#[derive(Clone, PartialEq, Properties)]
pub struct BarsProps {
    /// The state of the screen.
    pub snapshot: Snapshot,
    /// Where steps go.
    pub step: Callback<Step>,
    /// The facet that pressing a bar filters.
    pub facet: Facet,
    /// The bars.
    pub marks: Marks,
}

/// By country.
pub fn country_bars(props: &Props) -> Html {
    let marks = view::bars(&props.snapshot.scene(), Facet::Country, Key::ByCountry, Key::SumsCountry);
    html! {
        <section class="block country" part="country">
            <h3>{ &marks.title }</h3>
            <p class="sub">{ &marks.subtitle }</p>
            <Bars snapshot={&props.snapshot} step={&props.step} facet={Facet::Country} marks={marks.clone()} />
            { notes(&marks) }
        </section>
    }
}

/// How to read a chart.
pub fn notes(marks: &Marks) -> Html {
    html! { <p class="sums">{ marks.notes.join(" ") }</p> }
}

/// Bars with their labels and numbers; of a long list the first, until all are asked for.
#[component]
pub fn Bars(props: &BarsProps) -> Html {
    let all = use_state(|| false);
    let whole = props.marks.rows.len();
    let long = whole > FIRST + 2;
    let mut marks = props.marks.clone();
    if long && !*all {
        marks.shorten(FIRST);
    }
    let rows = &marks.rows;
    let count = rows.len();
    let rove = use_rove();
    let slots = use_slots(count);
    let items = rows.iter().enumerate().map(|(at, row)| {
        html! {
            <li key={row.value.key().into_owned()}>
                { mark(&rove, at, count, row, name(props.facet, row), slots.get(at)) }
            </li>
        }
    });
    let onclick = {
        let (step, facet) = (props.step.clone(), props.facet);
        let values: Vec<_> = rows.iter().map(|row| row.value.clone()).collect();
        Callback::from(move |event: MouseEvent| {
            if let Some(value) = mark_of(&event).and_then(|at| values.get(at)) {
                step.emit(Step::Commit(Action::Toggle(facet, value.clone())));
            }
        })
    };
    let onfocusin = {
        let rove = rove.clone();
        Callback::from(move |event: FocusEvent| {
            mark_of(&event).into_iter().for_each(|at| rove.focused(at));
        })
    };
    let onkeydown = {
        let rove = rove.clone();
        Callback::from(move |event: KeyboardEvent| {
            mark_of(&event).and_then(|at| rove.key(&event, at, count));
        })
    };
    let toggle = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(!*all))
    };
    let locale = &props.snapshot.report.locale;
    let more = if *all {
        locale.say(Key::ShowFewer)
    } else {
        locale.fill(Key::ShowAll, &[("n", &locale.number(whole as u64))])
    };
    html! {
        <div>
            <div class={format!("bars {}", props.facet.key())}>
                <ChartCanvas
                    chart={marks.chart.clone()} slots={(*slots).clone()} shares={marks.shares()} longest={marks.longest()}
                    appearance={props.snapshot.appearance}
                />
                <ul {onclick} {onfocusin} {onkeydown}>{ for items }</ul>
            </div>
            <p>
                if long {
                    <button type="button" class="plain" onclick={toggle}>{ more }</button>
                }
            </p>
        </div>
    }
}

/// The button of a mark: its name, its place in the drawing with its number, and all of it in words.
pub fn mark(rove: &Rove, at: usize, count: usize, row: &MarkRow, name: Html, slot: Option<&NodeRef>) -> Html {
    html! {
        <button
            ref={rove.node(at)} type="button" class="mark" data-at={at.to_string()}
            aria-pressed={row.selected.to_string()} tabindex={rove.tab_index(at, count)}
        >
            { name }
            <span class="unseen">{ &row.spoken }</span>
            <span class="track" aria-hidden="true">
                <span class="slot" ref={slot.cloned().unwrap_or_default()}>
                    <span class="value">
                        <span>{ &row.number }</span>
                        <span class="rests-on">{ &row.activities }</span>
                    </span>
                </span>
            </span>
        </button>
    }
}

fn name(facet: Facet, row: &MarkRow) -> Html {
    let number = row.value.number().filter(|_| facet == Facet::Goal);
    let tile = number.map(|number| html! { <span class={format!("goal goal-{number}")}>{ number }</span> });
    html! { <span class="name" aria-hidden="true">{ tile }<bdi>{ &row.label }</bdi></span> }
}
