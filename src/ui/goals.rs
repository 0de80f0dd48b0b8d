//! By Sustainable Development Goal.

use yew::prelude::*;

use super::Props;
use super::bars::{Bars, notes};
use crate::locale::Key;
use crate::model::Basis;
use crate::query::{Action, Facet, Value};
use crate::view;

/// Bars for the goals that activities serve; the other goals as tiles.
pub fn goal_bars(props: &Props) -> Html {
    let scene = props.snapshot.scene();
    let goals = view::goals(&scene);
    let bases = goals.other_bases.into_iter().map(|(label, action)| {
        html! {
            <button key={label.clone()} type="button" class="plain" onclick={props.commit(action)}>{ label }</button>
        }
    });
    let unseen = goals.unseen.iter().map(|(number, label)| {
        let press = props.commit(Action::Toggle(Facet::Goal, Value::Number((*number).into())));
        html! {
            <li key={*number}>
                <button
                    type="button" class={format!("goal goal-{number}")} aria-pressed="false"
                    aria-label={label.clone()} title={label.clone()} onclick={press}
                >
                    { number }
                </button>
            </li>
        }
    });
    html! {
        <section class="block sdg" part="sdg">
            <h3>{ &goals.marks.title }</h3>
            <p class="sub">{ &goals.marks.subtitle }</p>
            <p class="basis">{ goals.basis }<span>{ for bases }</span></p>
            <Bars snapshot={&props.snapshot} step={&props.step} facet={Facet::Goal} marks={goals.marks.clone()} />
            <div>
                if !goals.unseen.is_empty() {
                    <div class="goals-unseen">
                        <p>{ props.say(Key::GoalsUnseen) }</p>
                        <ul>{ for unseen }</ul>
                    </div>
                }
            </div>
            <div>
                if scene.selection.basis == Basis::Theme {
                    <p class="legend">{ props.say(Key::LegendInferred) }</p>
                }
            </div>
            { notes(&goals.marks) }
        </section>
    }
}
