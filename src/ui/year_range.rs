//! The form for a range of years, for readers who do not drag across the chart.
//!
//! Invariant: typed years filter by Enter and when the reader goes on to anything else in the menu: its list, Done, or
//! what is behind it.

use std::rc::Rc;

use yew::html::onkeyup;
use yew::prelude::*;

use super::Message;
use super::block_context::BlockContext;
use super::dom::{closest_target, field_value, query_all};
use super::tag_builder::{TagBuilder, button, tag};
use super::typed_years::TypedYears;
use super::ui_state::UiAction;
use crate::locale::Sentence;
use crate::query::{Facet, SelectionAction, YearRanges};

/// The form.
pub fn year_range(context: &BlockContext) -> Html {
    let shown = shown_years(context);
    let TypedYears { from, to } = context.state.typed_years.as_ref().unwrap_or(&shown);
    let dispatch = context.dispatch.clone();
    let on_input = Callback::from(move |event: InputEvent| dispatch.emit(UiAction::TypeYears(typed_in(&event))));
    let filter = filter_by(context);
    let on_submit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        typed_in(&event).iter().for_each(&filter);
    });
    let mut form = tag("form", "year-range").bool_attribute("novalidate", true).on_submit(on_submit).on_input(on_input);
    for (label, year) in [(Sentence::YearFrom, from), (Sentence::YearTo, to)] {
        let field = tag("input", "")
            .attribute("type", "text")
            .attribute("inputmode", "numeric")
            .attribute("maxlength", "4")
            .attribute("size", "4")
            .attribute("autocomplete", "off")
            .value(year);
        form = form.child(tag("label", "").child(tag("span", "").sentence(context, label)).child(field));
    }
    let error = if context.state.years_invalid { context.say(Sentence::YearRangeWrong) } else { String::new() };
    form.child(button("plain").attribute("type", "submit").sentence(context, Sentence::YearApply))
        .child(tag("p", "wrong").attribute("role", "alert").text(&error))
        .html()
}

/// Makes the years typed in a menu filter when the reader goes on to anything else in it. This is no blur: a press moves
/// the focus when the pointer goes down, and what it is about to press would move away from under it.
pub fn filter_when_left(context: &BlockContext, menu: TagBuilder) -> TagBuilder {
    let (shown, filter) = (shown_years(context), filter_by(context));
    // The fields are read and not the UI state: the last key may not have been rendered yet.
    let filter = Rc::new(move |event: &Event| {
        if closest_target(event, ".year-range, .plain").is_none() {
            typed_in(event).iter().filter(|typed| **typed != shown).for_each(&filter);
        }
    });
    let on_key = filter.clone();
    menu.on_click(Callback::from(move |event: MouseEvent| filter(&event)))
        // Where a key is released is where it has moved the focus.
        .listener(Rc::new(onkeyup::Wrapper::new(Callback::from(move |event: KeyboardEvent| on_key(&event)))))
}

/// The years of the selection, or of the data if it has none.
fn shown_years(context: &BlockContext) -> TypedYears {
    let range = context.view.selection.years().ranges().first().copied().or_else(|| context.view.index.years());
    TypedYears::of_range(range.unwrap_or_default())
}

/// Filters by years, or says that they were not understood.
fn filter_by(context: &BlockContext) -> impl Fn(&TypedYears) + 'static {
    let (dispatch, on_message) = (context.dispatch.clone(), context.props.on_message.clone());
    move |years| {
        let Some((from, to)) = years.range() else { return dispatch.emit(UiAction::RejectYears) };
        dispatch.emit(UiAction::TypeYears(None));
        let is_open = (from, to) == (YearRanges::FIRST, YearRanges::LAST);
        on_message.emit(Message::Commit(match is_open {
            true => SelectionAction::Clear(Facet::Year),
            false => SelectionAction::Years(from, to),
        }));
    }
}

/// What the fields contain of the menu in which something happened.
fn typed_in(event: &Event) -> Option<TypedYears> {
    let menu = closest_target(event, ".picker")?;
    let mut texts = query_all(&menu, ".year-range input").into_iter().map(|field| field_value(&field));
    Some(TypedYears { from: texts.next()?, to: texts.next()? })
}
