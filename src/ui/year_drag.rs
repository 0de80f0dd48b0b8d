//! Dragging across the columns of years, and reaching with Shift and the arrow keys: both choose a range.

use std::cell::RefCell;

use web_sys::{HtmlElement, PointerEvent};
use yew::prelude::*;

use super::Message;
use super::dom::{closest, closest_target, query_all};
use crate::query::SelectionAction;

/// A choice of years that the reader is making, with the pointer or the keyboard.
#[derive(Default)]
pub struct DragState {
    /// The year where the pointer went down, and the one that it is over.
    drag: Option<(u16, u16)>,
    /// The drag has reached another year: the press that follows its end is none.
    moved: bool,
    /// The year from which Shift and arrows reach.
    anchor: Option<u16>,
}

/// The year that a mark stands for.
fn year_of(mark: &HtmlElement) -> Option<u16> {
    mark.get_attribute("data-pick")?.strip_prefix("year=")?.parse().ok()
}

fn send_range(on_message: &Callback<Message>, from: u16, to: u16, first: bool) {
    let action = SelectionAction::Years(from, to);
    on_message.emit(if first { Message::Commit(action) } else { Message::Continue(action) });
}

/// The pointer goes down.
pub fn down(state: &RefCell<DragState>, event: &PointerEvent) {
    let mut state = state.borrow_mut();
    state.moved = false;
    let column = closest_target(event, ".plot [data-pick]").filter(|_| event.button() == 0 && event.is_primary());
    state.drag = column.and_then(|column| year_of(&column)).map(|year| (year, year));
}

/// The pointer moves, and may drag across years.
pub fn moved(state: &RefCell<DragState>, event: &PointerEvent, on_message: &Callback<Message>) {
    let Some((from, last)) = state.borrow().drag else { return };
    let Some(plot) = closest_target(event, ".plot") else { return };
    // Once the pointer is captured, the event says no more over which column it is.
    let x = f64::from(event.client_x());
    let mut nearest: Option<(f64, u16)> = None;
    for column in query_all(&plot, "[data-pick]") {
        let rect = column.get_bounding_client_rect();
        let far = (rect.x() + rect.width() / 2.0 - x).abs();
        if let Some(year) = year_of(&column).filter(|_| nearest.is_none_or(|(least, _)| far < least)) {
            nearest = Some((far, year));
        }
    }
    let Some((_, to)) = nearest.filter(|(_, to)| *to != last) else { return };
    let first = {
        let mut state = state.borrow_mut();
        state.drag = Some((from, to));
        !std::mem::replace(&mut state.moved, true)
    };
    if first {
        // From here on the chart hears of the pointer wherever it goes, and of its release. It is refused only when the
        // pointer is already gone.
        let _ = plot.set_pointer_capture(event.pointer_id());
    }
    send_range(on_message, from, to, first);
}

/// The pointer goes up, or away.
pub fn up(state: &RefCell<DragState>) {
    state.borrow_mut().drag = None;
}

/// Whether the press that is heard is only the end of a drag.
pub fn ends_drag(state: &RefCell<DragState>) -> bool {
    let mut state = state.borrow_mut();
    state.anchor = None;
    std::mem::take(&mut state.moved)
}

/// An arrow key has moved the focus from one mark to another.
pub fn key(
    state: &RefCell<DragState>,
    from: &HtmlElement,
    to: Option<&HtmlElement>,
    shift: bool,
    on_message: &Callback<Message>,
) {
    let begun = {
        let mut state = state.borrow_mut();
        state.moved = false;
        if to.is_some() && !shift { state.anchor.take().and(None) } else { state.anchor }
    };
    let start = begun.or_else(|| year_of(from));
    let to = to.filter(|to| shift && closest(to, ".plot").is_some()).and_then(year_of);
    if let (Some(from), Some(to)) = (start, to) {
        state.borrow_mut().anchor = Some(from);
        send_range(on_message, from, to, begun.is_none());
    }
}
