//! The filter bar: pickers, search, and what the charts measure.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::html::onblur;
use yew::prelude::*;

use super::Step;
use super::desk::{Desk, Turn};
use super::drag::Hand;
use super::el::{button, el};
use super::picker::picker;
use crate::locale::Sentence;
use crate::query::{Facet, Measure, SelectionAction};
use crate::view;

/// The facets whose pickers are always in sight.
const FIRST: [Facet; 3] = [Facet::Country, Facet::Year, Facet::Goal];

/// The filter bar. It takes the focus when a chip that had it is gone.
pub fn filters(desk: &Desk, hand: &Rc<RefCell<Hand>>) -> Html {
    let mut pickers = el("div", "pickers");
    for facet in view::pickers(&desk.scene) {
        if desk.ui.more || FIRST.contains(&facet.facet) || facet.chosen > 0 {
            pickers = pickers.kid(picker(desk, &facet));
        }
    }
    let more = desk.say(if desk.ui.more { Sentence::FewerFilters } else { Sentence::MoreFilters });
    let mut measures = el("div", "switch").at("role", "group").says_in("aria-label", desk, Sentence::MeasureLabel);
    for (measure, key) in
        [(Measure::People, Sentence::MeasurePeople), (Measure::Activities, Sentence::MeasureActivities)]
    {
        let choice = button("").says("aria-pressed", desk.scene.selection.measure == measure);
        measures = measures.kid(choice.press(desk.commit(SelectionAction::Measure(measure))).say(desk, key));
    }
    let bar = el("div", "filters")
        .at("part", "filters")
        .at("role", "group")
        .says_in("aria-label", desk, Sentence::FilterBar)
        .kid(pickers)
        .kid(button("plain more").says("aria-expanded", desk.ui.more).press(desk.turn(Turn::More)).text(&more))
        .kid(search(desk, hand))
        .kid(measures);
    el("div", "filter-place").key("filters").at("tabindex", "-1").kid(bar).html()
}

/// Text search. What is typed stays as it is typed; the selection keeps the words.
fn search(desk: &Desk, hand: &Rc<RefCell<Hand>>) -> Html {
    let words = desk.scene.selection.search();
    let same = desk.ui.typed.split_whitespace().eq(words.split_whitespace());
    let typed = {
        let (turn, step, hand) = (desk.turn.clone(), desk.props.step.clone(), hand.clone());
        Callback::from(move |event: InputEvent| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            turn.dispatch(Turn::Typed(input.value()));
            let action = SelectionAction::Search(input.value());
            let first = !std::mem::replace(&mut hand.borrow_mut().typing, true);
            step.emit(if first { Step::Commit(action) } else { Step::Continue(action) });
        })
    };
    let hand = hand.clone();
    let left = Callback::from(move |_: FocusEvent| hand.borrow_mut().typing = false);
    let label = desk.say(Sentence::SearchLabel);
    el("input", "search")
        .at("type", "search")
        .at("placeholder", label.clone())
        .at("aria-label", label)
        .at("autocomplete", "off")
        .at("spellcheck", "false")
        .value(if same { &desk.ui.typed } else { words })
        .typed(typed)
        .hear(Rc::new(onblur::Wrapper::new(left)))
        .html()
}
