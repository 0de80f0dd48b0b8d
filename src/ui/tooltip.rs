//! The tooltip of a chart: describes in full the mark that is pointed at or has the focus, and leads to its breakdown.
//!
//! It is filled directly and not by Yew, because pointing at a mark should not render the whole screen again. The
//! pointer can move onto it, and Escape hides it.

use web_sys::{Element, HtmlElement};

use super::dom::{self, closest, query, query_all, set_attribute};

/// Shows the tooltip of a mark's chart for this mark.
pub fn show(report: &Element, mark: &HtmlElement) {
    let Some(tooltip) = closest(mark, "[data-chart]").and_then(|block| query(&block, ".tooltip")) else { return };
    if tooltip.get_attribute("data-of") == mark.get_attribute("data-pick") && !tooltip.hidden() {
        return;
    }
    hide(report);
    fill(&tooltip, mark);
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

/// Fills the tooltip and shows it beside its mark.
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
    tooltip.set_hidden(false);
    dom::show(tooltip);
}
