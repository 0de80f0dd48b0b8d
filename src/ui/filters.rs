//! The filter bar: pickers, search, and what the charts measure.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::picker::Picker;
use super::{Props, Step};
use crate::locale::Key;
use crate::query::{Action, Facet, Measure};
use crate::view;

/// The facets whose pickers are always in sight.
const FIRST: [Facet; 3] = [Facet::Country, Facet::Year, Facet::Goal];

/// The filter bar.
#[component]
pub fn Filters(props: &Props) -> Html {
    let more = use_state(|| false);
    let open = use_state(|| None::<Facet>);
    let scene = props.snapshot.scene();
    let pickers = view::pickers(&scene);
    let shown = pickers.into_iter().filter(|picker| *more || FIRST.contains(&picker.facet) || picker.chosen > 0);
    let shown = shown.map(|picker| {
        let is_open = *open == Some(picker.facet);
        let facet = picker.facet;
        let toggle = {
            let open = open.clone();
            Callback::from(move |wanted: bool| open.set(wanted.then_some(facet)))
        };
        html! {
            <Picker
                key={facet.key()} {picker} open={is_open} {toggle}
                snapshot={props.snapshot.clone()} step={props.step.clone()}
            />
        }
    });
    let on_more = {
        let more = more.clone();
        Callback::from(move |_: MouseEvent| more.set(!*more))
    };
    let measures = [(Measure::People, Key::MeasurePeople), (Measure::Activities, Key::MeasureActivities)];
    let measures = measures.map(|(measure, key)| {
        let pressed = scene.selection.measure == measure;
        html! {
            <button
                key={key as usize} type="button" aria-pressed={pressed.to_string()}
                onclick={props.commit(Action::Measure(measure))}
            >
                { props.say(key) }
            </button>
        }
    });
    html! {
        <div class="filters" part="filters" role="group" aria-label={props.say(Key::FilterBar)}>
            <div class="pickers">{ for shown }</div>
            <button type="button" class="plain more" aria-expanded={more.to_string()} onclick={on_more}>
                { props.say(if *more { Key::FewerFilters } else { Key::MoreFilters }) }
            </button>
            <Search snapshot={props.snapshot.clone()} step={props.step.clone()} />
            <div class="switch" role="group" aria-label={props.say(Key::MeasureLabel)}>{ for measures }</div>
        </div>
    }
}

/// Text search. What is typed stays as it is typed; the selection keeps the words.
#[component]
fn Search(props: &Props) -> Html {
    let typed = use_state(String::new);
    let begun = use_mut_ref(|| false);
    let words = props.snapshot.selection.search().to_owned();
    {
        let typed = typed.clone();
        use_effect_with(words.clone(), move |words| {
            let same = typed.split_whitespace().eq(words.split_whitespace());
            if !same {
                typed.set(words.clone());
            }
        });
    }
    let oninput = {
        let (typed, begun, step) = (typed.clone(), begun.clone(), props.step.clone());
        Callback::from(move |event: InputEvent| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            typed.set(input.value());
            let action = Action::Search(input.value());
            // Back undoes the words, not their letters.
            let first = !begun.replace(true);
            step.emit(if first { Step::Commit(action) } else { Step::Continue(action) });
        })
    };
    let onblur = Callback::from(move |_: FocusEvent| {
        begun.replace(false);
    });
    let label = props.say(Key::SearchLabel);
    html! {
        <input
            class="search" type="search" placeholder={label.clone()} aria-label={label} value={(*typed).clone()}
            {oninput} {onblur} autocomplete="off" spellcheck="false"
        />
    }
}
