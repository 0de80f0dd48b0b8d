//! Choosing values of a facet from a list that can be searched.

use web_sys::{HtmlElement, HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

use super::year_range::YearRange;
use super::{Snapshot, Step};
use crate::locale::Key;
use crate::query::{Action, Facet};
use crate::view;

/// Lists up to this length are taken in at a glance and need no search.
const SHORT: usize = 8;

/// Props of [`Picker`].
#[derive(Clone, PartialEq, Properties)]
pub struct PickerProps {
    /// The values.
    pub picker: view::Picker,
    /// Whether the list is open.
    pub open: bool,
    /// Opens or closes it.
    pub toggle: Callback<bool>,
    /// The state of the screen.
    pub snapshot: Snapshot,
    /// Where steps go.
    pub step: Callback<Step>,
}

/// A button that opens a list of values.
#[component]
pub fn Picker(props: &PickerProps) -> Html {
    let wanted = use_state(String::new);
    let button = use_node_ref();
    let panel = use_node_ref();
    let picker = &props.picker;
    let id = format!("pick-{}", picker.facet.key());
    let press = {
        let (toggle, open, wanted) = (props.toggle.clone(), props.open, wanted.clone());
        Callback::from(move |_: MouseEvent| {
            wanted.set(String::new());
            toggle.emit(!open);
        })
    };
    let close = {
        let (toggle, button) = (props.toggle.clone(), button.clone());
        Callback::from(move |()| {
            toggle.emit(false);
            // Focusing a button that is shown does not fail.
            let _ = button.cast::<HtmlElement>().map(|button| button.focus());
        })
    };
    let onkeydown = {
        let (close, open) = (close.clone(), props.open);
        Callback::from(move |event: KeyboardEvent| {
            if open && event.key() == "Escape" {
                event.stop_propagation();
                close.emit(());
            }
        })
    };
    use_effect_with((props.open, panel.clone()), |(open, panel)| {
        if *open {
            // The list takes the keyboard, so that the next Tab is in it, and readers hear its name.
            let _ = panel.cast::<HtmlElement>().map(|panel| panel.focus());
        }
    });
    let spoken = (picker.chosen > 0).then(|| picker.spoken.clone());
    html! {
        <div class="picker" {onkeydown}>
            <button
                ref={button} type="button" class="pick" aria-expanded={props.open.to_string()} aria-controls={id.clone()}
                onclick={press}
            >
                <span>{ &picker.label }</span>
                <span class="unseen">{ spoken }</span>
                <span class="badge" aria-hidden="true">{ (picker.chosen > 0).then_some(picker.chosen) }</span>
            </button>
            <div class="holder">
                if props.open {
                    <div>
                        <div class="backdrop" onclick={close.reform(|_| ())}></div>
                        <div ref={panel} {id} class="panel" role="dialog" aria-label={picker.label.clone()} tabindex="-1">
                            { choices(props, &wanted) }
                            <p class="panel-foot">
                                <button
                                    type="button" class="plain"
                                    onclick={clear(props)}
                                >
                                    { say(props, Key::PickerClear) }
                                </button>
                                <button type="button" class="primary" onclick={close.reform(|_| ())}>
                                    { say(props, Key::PickerDone) }
                                </button>
                            </p>
                        </div>
                    </div>
                }
            </div>
        </div>
    }
}

/// The list, with its search where it is long, and typed years where it is of years.
fn choices(props: &PickerProps, wanted: &UseStateHandle<String>) -> Html {
    let locale = &props.snapshot.report.locale;
    let picker = &props.picker;
    let label = locale.fill(Key::PickerSearch, &[("facet", &picker.label)]);
    let oninput = {
        let wanted = wanted.clone();
        Callback::from(move |event: InputEvent| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            wanted.set(input.map(|input| input.value()).unwrap_or_default());
        })
    };
    let folded = locale.formats().fold(wanted.trim());
    let found: Vec<_> =
        picker.choices.iter().filter(|choice| locale.formats().fold(&choice.label).contains(&folded)).collect();
    let nothing = found.is_empty();
    let items = found.into_iter().map(|choice| {
        let toggle = props.step.reform({
            let action = Action::Toggle(picker.facet, choice.value.clone());
            move |_: Event| Step::Commit(action.clone())
        });
        html! {
            <li key={choice.value.key().into_owned()}>
                <label class={(choice.activities == 0).then_some("none")}>
                    <input type="checkbox" checked={choice.selected} onchange={toggle} aria-label={choice.spoken.clone()} />
                    <bdi>{ &choice.label }</bdi>
                    <span class="many">{ &choice.number }</span>
                </label>
            </li>
        }
    });
    let years = picker.facet == Facet::Year;
    html! {
        <>
            <div>
                if years {
                    <YearRange snapshot={props.snapshot.clone()} step={props.step.clone()} />
                }
            </div>
            <div>
                if !years && picker.choices.len() > SHORT {
                    <input
                        class="search" type="search" placeholder={label.clone()} aria-label={label} {oninput}
                        value={(**wanted).clone()} autocomplete="off" spellcheck="false"
                    />
                }
            </div>
            <ul class="choices">{ for items }</ul>
            <p class="nothing" role="status">
                if nothing {
                    { say(props, Key::PickerNothing) }
                }
            </p>
        </>
    }
}

fn clear(props: &PickerProps) -> Callback<MouseEvent> {
    let facet = props.picker.facet;
    props.step.reform(move |_| Step::Commit(Action::Clear(facet)))
}

fn say(props: &PickerProps, key: Key) -> String {
    props.snapshot.report.locale.say(key)
}
