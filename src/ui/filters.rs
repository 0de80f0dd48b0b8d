//! The filter bar: menus of facets, and text search.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::html::onblur;
use yew::prelude::*;

use super::Message;
use super::block_context::BlockContext;
use super::facet_menu::facet_menu;
use super::tag_builder::{button, tag};
use super::ui_state::UiAction;
use crate::locale::Sentence;
use crate::query::{Facet, SelectionAction};
use crate::view;

/// The facets whose menus are always shown.
const ALWAYS_SHOWN: [Facet; 3] = [Facet::Country, Facet::Year, Facet::Goal];

/// The filter bar. `typing` is set while the reader types into the search field: Back then undoes the whole text and not
/// each letter.
pub fn filters(context: &BlockContext, typing: &Rc<RefCell<bool>>) -> Html {
    let mut menus = tag("div", "pickers");
    for menu in view::facet_menus(&context.view) {
        if context.state.more_menus || ALWAYS_SHOWN.contains(&menu.facet) || menu.chosen > 0 {
            menus = menus.child(facet_menu(context, &menu));
        }
    }
    let more = context.say(if context.state.more_menus { Sentence::FewerFilters } else { Sentence::MoreFilters });
    tag("div", "filters")
        .key("filters")
        .attribute("part", "filters")
        .attribute("role", "group")
        .sentence_attribute("aria-label", context, Sentence::FilterBar)
        .child(menus)
        .child(
            button("plain more")
                .aria_bool("aria-expanded", context.state.more_menus)
                .on_click(context.on_ui_action(UiAction::ToggleMoreMenus))
                .text(&more),
        )
        .child(search(context, typing))
        .html()
}

/// Text search. The field keeps the text as typed, with its white space; the selection keeps only the words.
fn search(context: &BlockContext, typing: &Rc<RefCell<bool>>) -> Html {
    let selected = context.view.selection.search();
    let same_words = context.state.search_text.split_whitespace().eq(selected.split_whitespace());
    let on_input = {
        let (dispatch, on_message, typing) =
            (context.dispatch.clone(), context.props.on_message.clone(), typing.clone());
        Callback::from(move |event: InputEvent| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            dispatch.emit(UiAction::TypeSearch(input.value()));
            let action = SelectionAction::Search(input.value());
            let starts = !typing.replace(true);
            on_message.emit(if starts { Message::Commit(action) } else { Message::Continue(action) });
        })
    };
    let typing = typing.clone();
    let on_blur = Callback::from(move |_: FocusEvent| *typing.borrow_mut() = false);
    let label = context.say(Sentence::SearchLabel);
    tag("input", "search")
        .attribute("type", "search")
        .attribute("placeholder", label.clone())
        .attribute("aria-label", label)
        .attribute("autocomplete", "off")
        .attribute("spellcheck", "false")
        .value(if same_words { &context.state.search_text } else { selected })
        .on_input(on_input)
        .listener(Rc::new(onblur::Wrapper::new(on_blur)))
        .html()
}
