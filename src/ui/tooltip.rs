//! The tip of a chart: says in full the mark that is pointed at or has the focus, and leads to what it is made of.
//!
//! It is filled by hand and not by Yew, so that pointing at a mark does not make the whole screen anew. It can be
//! pointed at itself, goes with Escape, and lies within the report.

use web_sys::{Element, HtmlElement};

use super::dom::{closest, query, query_all, set_attribute, set_property};

/// Shows the tip of the chart that a mark belongs to, for this mark.
pub fn show(report: &Element, mark: &HtmlElement) {
    let Some(tip) = closest(mark, "[data-chart]").and_then(|block| query(&block, ".tooltip")) else { return };
    if tip.get_attribute("data-of") == mark.get_attribute("data-pick") && !tip.hidden() {
        return;
    }
    hide(report);
    fill(&tip, mark);
    tip.set_hidden(false);
    place(report, &tip, mark);
}

/// Hides all tips. Gives whether one was to be seen.
pub fn hide(report: &Element) -> bool {
    let shown = query_all(report, ".tooltip:not([hidden])");
    shown.iter().for_each(|tip| tip.set_hidden(true));
    !shown.is_empty()
}

/// After the screen was made anew: says the numbers that are there now, or goes with its mark.
pub fn refresh(report: &Element) {
    for tip in query_all(report, ".tooltip:not([hidden])") {
        let of = tip.get_attribute("data-of").unwrap_or_default();
        let marks = closest(&tip, "[data-chart]").map(|block| query_all(&block, "[data-pick]")).unwrap_or_default();
        match marks.iter().find(|mark| mark.get_attribute("data-pick").as_ref() == Some(&of)) {
            Some(mark) => fill(&tip, mark),
            None => tip.set_hidden(true),
        }
    }
}

fn fill(tip: &HtmlElement, mark: &HtmlElement) {
    let spoken = mark.get_attribute("aria-label").unwrap_or_default();
    set_attribute(tip, "data-of", &mark.get_attribute("data-pick").unwrap_or_default());
    if let Some(words) = query(tip, "p") {
        words.set_text_content(Some(&spoken));
    }
    if let Some(button) = query(tip, "button") {
        let name = button.text_content().unwrap_or_default();
        set_attribute(&button, "aria-label", &format!("{name}: {spoken}"));
    }
}

/// Above the mark where there is room in the report and in the window, else below it; never beyond the report's edges.
fn place(report: &Element, tip: &HtmlElement, mark: &HtmlElement) {
    let Some(frame) = tip.offset_parent().map(|parent| parent.get_bounding_client_rect()) else { return };
    // Measured where it has all the room there is: at its last place it may have had less, and more lines.
    set_property(tip, "left", "0px");
    let (bounds, mark, size) =
        (report.get_bounding_client_rect(), mark.get_bounding_client_rect(), tip.get_bounding_client_rect());
    // A wide mark is a whole row: the tip stands over its first part, where its name is.
    let middle = mark.x() + mark.width().min(320.0) / 2.0;
    let last = bounds.right() - size.width();
    let left = (middle - size.width() / 2.0).min(last).max(bounds.left());
    let above = mark.top() - size.height() >= bounds.top().max(0.0);
    let top = if above { mark.top() - size.height() } else { mark.bottom() };
    set_property(tip, "left", &format!("{}px", (left - frame.left()).floor() as i32));
    // It overlaps its mark by a pixel at most, so that the pointer never falls between the two.
    let top = if above { (top - frame.top()).ceil() } else { (top - frame.top()).floor() };
    set_property(tip, "top", &format!("{}px", top as i32));
}
