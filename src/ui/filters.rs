//! The filter bar: pickers, search, and what the charts measure.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::html::onblur;
use yew::prelude::*;

use super::Message;
use super::block_context::BlockContext;
use super::picker::picker;
use super::tag_builder::{button, tag};
use super::ui_state::UiAction;
use crate::locale::Sentence;
use crate::query::{Facet, Measure, SelectionAction};
use crate::view;

/// The facets whose pickers are always in sight.
const FIRST: [Facet; 3] = [Facet::Country, Facet::Year, Facet::Goal];

/// The filter bar. It takes the focus when a chip that had it is gone. `typing`: letters are being typed into the search
/// field, so that Back undoes the words and not each letter.
pub fn filters(context: &BlockContext, typing: &Rc<RefCell<bool>>) -> Html {
    let mut pickers = tag("div", "pickers");
    for facet in view::pickers(&context.view) {
        if context.state.more_pickers || FIRST.contains(&facet.facet) || facet.chosen > 0 {
            pickers = pickers.child(picker(context, &facet));
        }
    }
    let more = context.say(if context.state.more_pickers { Sentence::FewerFilters } else { Sentence::MoreFilters });
    let mut measures = tag("div", "switch").attribute("role", "group").sentence_attribute(
        "aria-label",
        context,
        Sentence::MeasureLabel,
    );
    for (measure, key) in
        [(Measure::People, Sentence::MeasurePeople), (Measure::Activities, Sentence::MeasureActivities)]
    {
        let choice = button("").aria_bool("aria-pressed", context.view.selection.measure == measure);
        measures = measures
            .child(choice.on_click(context.on_commit(SelectionAction::Measure(measure))).sentence(context, key));
    }
    let bar = tag("div", "filters")
        .attribute("part", "filters")
        .attribute("role", "group")
        .sentence_attribute("aria-label", context, Sentence::FilterBar)
        .child(pickers)
        .child(
            button("plain more")
                .aria_bool("aria-expanded", context.state.more_pickers)
                .on_click(context.on_ui_action(UiAction::ToggleMorePickers))
                .text(&more),
        )
        .child(search(context, typing))
        .child(measures);
    tag("div", "filter-place").key("filters").attribute("tabindex", "-1").child(bar).html()
}

/// Text search. What is typed stays as it is typed; the selection keeps the words.
fn search(context: &BlockContext, typing: &Rc<RefCell<bool>>) -> Html {
    let words = context.view.selection.search();
    let same = context.state.search_text.split_whitespace().eq(words.split_whitespace());
    let typed = {
        let (dispatch, on_message, typing) =
            (context.dispatch.clone(), context.props.on_message.clone(), typing.clone());
        Callback::from(move |event: InputEvent| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            dispatch.dispatch(UiAction::TypeSearch(input.value()));
            let action = SelectionAction::Search(input.value());
            let first = !typing.replace(true);
            on_message.emit(if first { Message::Commit(action) } else { Message::Continue(action) });
        })
    };
    let typing = typing.clone();
    let left = Callback::from(move |_: FocusEvent| *typing.borrow_mut() = false);
    let label = context.say(Sentence::SearchLabel);
    tag("input", "search")
        .attribute("type", "search")
        .attribute("placeholder", label.clone())
        .attribute("aria-label", label)
        .attribute("autocomplete", "off")
        .attribute("spellcheck", "false")
        .value(if same { &context.state.search_text } else { words })
        .on_input(typed)
        .listener(Rc::new(onblur::Wrapper::new(left)))
        .html()
}
