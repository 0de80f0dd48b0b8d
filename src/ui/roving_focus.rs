//! Keyboard focus of marks: one tab stop for a whole chart, arrow keys inside it.
//!
//! An arrow key moves to the nearest mark in its direction as seen on the screen. One rule thus serves lists, columns
//! and grids, in either writing direction.

use web_sys::{Element, HtmlElement, KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::dom::{closest, focus, is_right_to_left, query, query_all, set_attribute};

/// The marks on the screen. Others are rendered only for paper.
const MARK: &str = ":not(.later, .later > *) > [data-pick]";
const TAB_STOP: &str = ":not(.later, .later > *) > [data-pick][tabindex='0']";

/// Moves the focus from a mark by an arrow key, Home or End, and returns the mark that has it now.
pub fn move_focus(event: &KeyboardEvent, mark: &HtmlElement) -> Option<HtmlElement> {
    let (across, down) = match event.key().as_str() {
        "ArrowLeft" => (-1.0, 0.0),
        "ArrowRight" => (1.0, 0.0),
        "ArrowUp" => (0.0, -1.0),
        "ArrowDown" => (0.0, 1.0),
        "Home" | "End" => (0.0, 0.0),
        _ => return None,
    };
    let marks = query_all(&*closest(mark, "[data-roving]")?, MARK);
    let target = match event.key().as_str() {
        "Home" => marks.first()?,
        "End" => marks.last()?,
        _ => nearest(mark, &marks, across, down)?,
    };
    event.prevent_default();
    // Scroll first, because the tooltip is positioned at the mark when it gets the focus: not all engines scroll before
    // they send the focus event, or scroll past sticky headings that cover the marks.
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_inline(ScrollLogicalPosition::Nearest);
    target.scroll_into_view_with_scroll_into_view_options(&options);
    focus(target);
    Some(target.clone())
}

/// The nearest mark in a direction, where distance to the side counts three times as much as distance ahead. In a
/// single row or column of marks, the arrows that point across it move to a neighbour too.
fn nearest<'a>(from: &HtmlElement, marks: &'a [HtmlElement], across: f64, down: f64) -> Option<&'a HtmlElement> {
    let centre = |element: &Element| {
        let rect = element.get_bounding_client_rect();
        (rect.x() + rect.width() / 2.0, rect.y() + rect.height() / 2.0)
    };
    let start = centre(from);
    let mut best: Option<(f64, &HtmlElement)> = None;
    for mark in marks {
        let (x, y) = centre(mark);
        let (right, below) = (x - start.0, y - start.1);
        let ahead = right * across + below * down;
        let aside = (right * down).abs() + (below * across).abs();
        let distance = ahead + 3.0 * aside;
        if ahead > 1.0 && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, mark));
        }
    }
    if let Some((_, mark)) = best {
        return Some(mark);
    }
    // No mark in that direction: in a single row or column, an arrow across it moves to a neighbour.
    let straight = marks.iter().all(|mark| (centre(mark).0 - start.0).abs() < 1.0)
        || marks.iter().all(|mark| (centre(mark).1 - start.1).abs() < 1.0);
    let index = marks.iter().position(|mark| mark == from).filter(|_| straight)?;
    let crosswise = marks.iter().any(|mark| (centre(mark).0 - start.0).abs() > 1.0) == (down != 0.0);
    let forward = across + down > 0.0;
    let forward = if across != 0.0 && is_right_to_left(from) { !forward } else { forward };
    let next = if forward { index.checked_add(1) } else { index.checked_sub(1) };
    next.filter(|_| crosswise).and_then(|next| marks.get(next))
}

/// Makes a mark the tab stop of its list.
pub fn set_tab_stop(mark: &HtmlElement) {
    let Some(list) = closest(mark, "[data-roving]") else { return };
    for stop in query_all(&list, TAB_STOP) {
        set_attribute(&stop, "tabindex", "-1");
    }
    set_attribute(mark, "tabindex", "0");
}

/// Restores the invariant after marks have come and gone with the filters: each list has exactly one tab stop.
pub fn keep_one_tab_stop(report: &Element) {
    for list in query_all(report, "[data-roving]") {
        let stops = query_all(&list, TAB_STOP);
        for stop in stops.iter().skip(1) {
            set_attribute(stop, "tabindex", "-1");
        }
        if let (true, Some(first)) = (stops.is_empty(), query(&list, "[data-pick]")) {
            set_attribute(&first, "tabindex", "0");
        }
    }
}
