//! The tooltip of a chart: describes in full the mark that is pointed at or has the focus, and leads to its breakdown.
//!
//! It is filled directly and not by Yew, because pointing at a mark should not render the whole screen again. The
//! pointer can move onto it, Escape hides it, and it stays inside the report.

use web_sys::{Element, HtmlElement};

use super::dom::{closest, query, query_all, set_attribute, set_property};

/// Shows the tooltip of a mark's chart for this mark.
pub fn show(report: &Element, mark: &HtmlElement) {
    let Some(tooltip) = closest(mark, "[data-chart]").and_then(|block| query(&block, ".tooltip")) else { return };
    if tooltip.get_attribute("data-of") == mark.get_attribute("data-pick") && !tooltip.hidden() {
        return;
    }
    hide(report);
    fill(&tooltip, mark);
    tooltip.set_hidden(false);
    position(report, &tooltip, mark);
}

/// Hides all tooltips. Returns whether one was visible.
pub fn hide(report: &Element) -> bool {
    let shown = query_all(report, ".tooltip:not([hidden])");
    shown.iter().for_each(|tooltip| tooltip.set_hidden(true));
    !shown.is_empty()
}

/// After a rendering: updates a visible tooltip to the mark's present numbers, or hides it if its mark is gone.
pub fn refresh(report: &Element) {
    for tooltip in query_all(report, ".tooltip:not([hidden])") {
        let pick = tooltip.get_attribute("data-of").unwrap_or_default();
        let marks = closest(&tooltip, "[data-chart]").map(|block| query_all(&block, "[data-pick]")).unwrap_or_default();
        match marks.iter().find(|mark| mark.get_attribute("data-pick").as_ref() == Some(&pick)) {
            Some(mark) => fill(&tooltip, mark),
            None => tooltip.set_hidden(true),
        }
    }
}

fn fill(tooltip: &HtmlElement, mark: &HtmlElement) {
    let spoken = mark.get_attribute("aria-label").unwrap_or_default();
    set_attribute(tooltip, "data-of", &mark.get_attribute("data-pick").unwrap_or_default());
    if let Some(text) = query(tooltip, "p") {
        text.set_text_content(Some(&spoken));
    }
    if let Some(button) = query(tooltip, "button") {
        let name = button.text_content().unwrap_or_default();
        // Nothing is made of no activities.
        button.set_hidden(mark.has_attribute("data-empty"));
        set_attribute(&button, "aria-label", &format!("{name}: {spoken}"));
    }
}

/// Puts the tooltip beside a bar, where it does not cover the bars that it is compared with: on the side where the report
/// has room. Any other mark, and a bar without room beside it, has it above, or below if the window has no room above.
/// It never goes beyond the report's edges.
fn position(report: &Element, tooltip: &HtmlElement, mark: &HtmlElement) {
    let Some(origin) = tooltip.offset_parent().map(|parent| parent.get_bounding_client_rect()) else { return };
    // Measured at the left edge, where the full width is available: at its last position it may have wrapped to more
    // lines.
    set_property(tooltip, "left", "0px");
    let is_bar = closest(mark, ".bars").is_some();
    let (bounds, mark, size) =
        (report.get_bounding_client_rect(), mark.get_bounding_client_rect(), tooltip.get_bounding_client_rect());
    let rightmost = bounds.right() - size.width();
    let is_above = mark.top() - size.height() >= bounds.top().max(0.0);
    let beside = if mark.right() <= rightmost { mark.right() } else { mark.left() - size.width() };
    let window_height =
        gloo::utils::window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(f64::MAX);
    let (left, top) = if is_bar && beside >= bounds.left() {
        let ends_below = mark.top() + size.height() > window_height;
        (beside, if ends_below { mark.bottom() - size.height() } else { mark.top() })
    } else {
        let middle = mark.x() + mark.width().min(320.0) / 2.0;
        let left = (middle - size.width() / 2.0).min(rightmost).max(bounds.left());
        (left, if is_above { mark.top() - size.height() } else { mark.bottom() })
    };
    // Rounded towards the mark, to overlap it by at most one pixel: the pointer never falls into a gap between the two.
    let round = |distance: f64, before: bool| if before { distance.ceil() } else { distance.floor() } as i32;
    set_property(
        tooltip,
        "left",
        &format!("{}px", round(left - origin.left(), left + size.width() <= mark.left() + 0.5)),
    );
    set_property(tooltip, "top", &format!("{}px", round(top - origin.top(), top < mark.top())));
}
