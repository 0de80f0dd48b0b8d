//! Dragging across the columns of years, and reaching with Shift and the arrow keys: both choose a range.

use std::cell::RefCell;

use web_sys::{HtmlElement, PointerEvent};
use yew::prelude::*;

use super::Step;
use super::dom::{all, around, hit};
use crate::query::SelectionAction;

/// What the reader's hand is doing.
#[derive(Default)]
pub struct Hand {
    /// The year where the pointer went down, and the one that it is over.
    drag: Option<(u16, u16)>,
    /// The drag has reached another year: the press that follows its end is none.
    moved: bool,
    /// The year from which Shift and arrows reach.
    anchor: Option<u16>,
    /// Letters are being typed into the search field: Back undoes the words, not their letters.
    pub typing: bool,
}

/// The year that a mark stands for.
fn year_of(mark: &HtmlElement) -> Option<u16> {
    mark.get_attribute("data-pick")?.strip_prefix("year=")?.parse().ok()
}

fn range(step: &Callback<Step>, from: u16, to: u16, first: bool) {
    let action = SelectionAction::Years(from, to);
    step.emit(if first { Step::Commit(action) } else { Step::Continue(action) });
}

/// The pointer goes down.
pub fn down(hand: &RefCell<Hand>, event: &PointerEvent) {
    let mut hand = hand.borrow_mut();
    hand.moved = false;
    let column = hit(event, ".plot [data-pick]").filter(|_| event.button() == 0 && event.is_primary());
    hand.drag = column.and_then(|column| year_of(&column)).map(|year| (year, year));
}

/// The pointer moves, and may drag across years.
pub fn moved(hand: &RefCell<Hand>, event: &PointerEvent, step: &Callback<Step>) {
    let Some((from, last)) = hand.borrow().drag else { return };
    let Some(plot) = hit(event, ".plot") else { return };
    // Once the pointer is captured, the event says no more over which column it is.
    let x = f64::from(event.client_x());
    let mut nearest: Option<(f64, u16)> = None;
    for column in all(&plot, "[data-pick]") {
        let rect = column.get_bounding_client_rect();
        let far = (rect.x() + rect.width() / 2.0 - x).abs();
        if let Some(year) = year_of(&column).filter(|_| nearest.is_none_or(|(least, _)| far < least)) {
            nearest = Some((far, year));
        }
    }
    let Some((_, to)) = nearest.filter(|(_, to)| *to != last) else { return };
    let first = {
        let mut hand = hand.borrow_mut();
        hand.drag = Some((from, to));
        !std::mem::replace(&mut hand.moved, true)
    };
    if first {
        // From here on the chart hears of the pointer wherever it goes, and of its release. It is refused only when the
        // pointer is already gone.
        let _ = plot.set_pointer_capture(event.pointer_id());
    }
    range(step, from, to, first);
}

/// The pointer goes up, or away.
pub fn up(hand: &RefCell<Hand>) {
    hand.borrow_mut().drag = None;
}

/// Whether the press that is heard is only the end of a drag.
pub fn ends_drag(hand: &RefCell<Hand>) -> bool {
    let mut hand = hand.borrow_mut();
    hand.anchor = None;
    std::mem::take(&mut hand.moved)
}

/// An arrow key has moved the focus from one mark to another.
pub fn key(hand: &RefCell<Hand>, from: &HtmlElement, to: Option<&HtmlElement>, shift: bool, step: &Callback<Step>) {
    let begun = {
        let mut hand = hand.borrow_mut();
        hand.moved = false;
        if to.is_some() && !shift { hand.anchor.take().and(None) } else { hand.anchor }
    };
    let start = begun.or_else(|| year_of(from));
    let to = to.filter(|to| shift && around(to, ".plot").is_some()).and_then(year_of);
    if let (Some(from), Some(to)) = (start, to) {
        hand.borrow_mut().anchor = Some(from);
        range(step, from, to, begun.is_none());
    }
}
