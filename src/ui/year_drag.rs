//! Choosing a range of years: by dragging across the columns of the year chart, or with Shift and the arrow keys.

use std::cell::RefCell;

use super::dom::{closest, closest_target, query_all};
use web_sys::{HtmlElement, PointerEvent};

/// The range of years that the reader is choosing with the pointer or the keyboard.
#[derive(Default)]
pub struct DragState {
    /// The year where the drag began, and the year that the pointer is over now.
    drag: Option<(u16, u16)>,
    /// The drag has reached another year: the click event that follows its end is to be ignored.
    moved: bool,
    /// The year from which a range chosen with Shift and the arrow keys begins.
    anchor: Option<u16>,
}

/// A range of years that the reader is choosing.
pub struct YearRange {
    /// The year where the choice began.
    pub from: u16,
    /// The year that was reached.
    pub to: u16,
    /// Whether it is the first range of a series, which gets a history entry.
    pub starts: bool,
}

/// The year that a mark filters by, if it filters by a single year.
fn mark_year(mark: &HtmlElement) -> Option<u16> {
    mark.get_attribute("data-pick")?.strip_prefix("year=")?.parse().ok()
}

/// Starts a drag when the pointer goes down on a column.
pub fn on_pointer_down(state: &RefCell<DragState>, event: &PointerEvent) {
    let mut state = state.borrow_mut();
    state.moved = false;
    let column = closest_target(event, ".plot [data-pick]").filter(|_| event.button() == 0 && event.is_primary());
    state.drag = column.and_then(|column| mark_year(&column)).map(|year| (year, year));
}

/// The range that a drag in the chart of years now reaches, if it is another than before.
pub fn on_pointer_move(state: &RefCell<DragState>, event: &PointerEvent, plot: &HtmlElement) -> Option<YearRange> {
    let (from, last) = state.borrow().drag?;
    // Once the pointer is captured, the event's target no longer says which column it is over.
    let x = f64::from(event.client_x());
    let mut nearest: Option<(f64, u16)> = None;
    for column in query_all(plot, "[data-pick]") {
        let rect = column.get_bounding_client_rect();
        let distance = (rect.x() + rect.width() / 2.0 - x).abs();
        if let Some(year) = mark_year(&column).filter(|_| nearest.is_none_or(|(least, _)| distance < least)) {
            nearest = Some((distance, year));
        }
    }
    let (_, to) = nearest.filter(|(_, to)| *to != last)?;
    let starts = {
        let mut state = state.borrow_mut();
        state.drag = Some((from, to));
        !std::mem::replace(&mut state.moved, true)
    };
    if starts {
        // The chart now gets the pointer's events wherever it moves, including its release. The browser refuses only if
        // the pointer is already gone.
        let _ = plot.set_pointer_capture(event.pointer_id());
    }
    Some(YearRange { from, to, starts })
}

/// Ends the drag when the pointer goes up or is cancelled.
pub fn on_pointer_up(state: &RefCell<DragState>) {
    state.borrow_mut().drag = None;
}

/// Returns whether a click event is only the end of a drag; forgets the drag and the year of a keyboard range.
pub fn is_end_of_drag(state: &RefCell<DragState>) -> bool {
    let mut state = state.borrow_mut();
    state.anchor = None;
    std::mem::take(&mut state.moved)
}

/// The range when a key other than Escape, Enter and Space was pressed on the mark `from`: extended, or dropped. `to` is
/// the mark to which the key moved the focus, if it did.
pub fn on_mark_key(
    state: &RefCell<DragState>,
    from: &HtmlElement,
    to: Option<&HtmlElement>,
    shift: bool,
) -> Option<YearRange> {
    let mut state = state.borrow_mut();
    state.moved = false;
    if to.is_some() && !shift {
        state.anchor = None;
    }
    let (start, starts) = (state.anchor.or_else(|| mark_year(from)), state.anchor.is_none());
    let to = to.filter(|to| shift && closest(to, ".plot").is_some()).and_then(mark_year)?;
    state.anchor = start;
    Some(YearRange { from: start?, to, starts })
}
