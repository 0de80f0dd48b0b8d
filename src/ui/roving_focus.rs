//! Marks under the keyboard: one stop of the Tab key for a whole chart, arrow keys inside it.
//!
//! An arrow leads to the nearest mark in its direction as the reader sees it. So one rule serves lists, columns and
//! grids, in either direction of writing.

use web_sys::{Element, HtmlElement, KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::dom::{closest, focus, is_right_to_left, query, query_all, set_attribute};

const STOPS: &str = "[data-pick][tabindex='0']";

/// Moves from a mark with an arrow key, Home or End, and gives the mark that has the focus now.
pub fn move_focus(event: &KeyboardEvent, mark: &HtmlElement) -> Option<HtmlElement> {
    let (across, down) = match event.key().as_str() {
        "ArrowLeft" => (-1.0, 0.0),
        "ArrowRight" => (1.0, 0.0),
        "ArrowUp" => (0.0, -1.0),
        "ArrowDown" => (0.0, 1.0),
        "Home" | "End" => (0.0, 0.0),
        _ => return None,
    };
    let marks = query_all(&*closest(mark, "[data-roving]")?, "[data-pick]");
    let to = match event.key().as_str() {
        "Home" => marks.first()?,
        "End" => marks.last()?,
        _ => nearest(mark, &marks, across, down)?,
    };
    event.prevent_default();
    // Into sight first, so that its tip stands where the mark stays: not all engines scroll before they tell of the focus,
    // or past headings that lie over the marks.
    let nearest = ScrollIntoViewOptions::new();
    nearest.set_block(ScrollLogicalPosition::Nearest);
    nearest.set_inline(ScrollLogicalPosition::Nearest);
    to.scroll_into_view_with_scroll_into_view_options(&nearest);
    focus(to);
    Some(to.clone())
}

/// The mark in a direction that is least far, where a step aside counts as three ahead. Columns have neither above nor
/// below: there an arrow up or down goes on as right and left do in a list.
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
        let far = ahead + 3.0 * aside;
        if ahead > 1.0 && best.is_none_or(|(least, _)| far < least) {
            best = Some((far, mark));
        }
    }
    if let Some((_, mark)) = best {
        return Some(mark);
    }
    // Nothing lies in that direction: in a list or a row, every arrow leads to the neighbour.
    let straight = marks.iter().all(|mark| (centre(mark).0 - start.0).abs() < 1.0)
        || marks.iter().all(|mark| (centre(mark).1 - start.1).abs() < 1.0);
    let place = marks.iter().position(|mark| mark == from).filter(|_| straight)?;
    let crosswise = marks.iter().any(|mark| (centre(mark).0 - start.0).abs() > 1.0) == (down != 0.0);
    let forward = across + down > 0.0;
    let forward = if across != 0.0 && is_right_to_left(from) { !forward } else { forward };
    let next = if forward { place.checked_add(1) } else { place.checked_sub(1) };
    next.filter(|_| crosswise).and_then(|next| marks.get(next))
}

/// Takes down which mark of its list the Tab key leads to.
pub fn set_tab_stop(mark: &HtmlElement) {
    let Some(list) = closest(mark, "[data-roving]") else { return };
    for stop in query_all(&list, STOPS) {
        set_attribute(&stop, "tabindex", "-1");
    }
    set_attribute(mark, "tabindex", "0");
}

/// Marks come and go with the filters: the Tab key must still lead to one of each list, and to only one.
pub fn keep_one_tab_stop(report: &Element) {
    for list in query_all(report, "[data-roving]") {
        let stops = query_all(&list, STOPS);
        for stop in stops.iter().skip(1) {
            set_attribute(stop, "tabindex", "-1");
        }
        if let (true, Some(first)) = (stops.is_empty(), query(&list, "[data-pick]")) {
            set_attribute(&first, "tabindex", "0");
        }
    }
}
