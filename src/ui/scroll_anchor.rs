//! Keeps what was pressed at its place in the window, although what is above it grows or shrinks.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::dom::{closest, closest_target, focus, query};

/// What was pressed last, until the screen has been rendered anew.
#[derive(Default)]
pub struct ScrollAnchor {
    pressed: Option<Pressed>,
    /// The record of a link that the page was scrolled to.
    pub scrolled_to: Option<usize>,
}

/// A pressed element, and where it was.
pub struct Pressed {
    element: HtmlElement,
    /// Its distance from the top of the window, in pixels.
    top: f64,
    /// Its block, with the same distance: the element itself may be gone afterwards.
    block: Option<(HtmlElement, f64)>,
    by_keyboard: bool,
}

impl ScrollAnchor {
    /// Remembers what is pressed and where it is.
    pub fn remember(&mut self, event: &MouseEvent) {
        // A press with the keyboard is a click without a pointer's count of clicks.
        let by_keyboard = event.detail() == 0;
        self.pressed = closest_target(event, "button, [data-request], label").map(|element| {
            let block = closest(&element, "[part]").map(|block| {
                let top = top(&block);
                (block, top)
            });
            Pressed { top: top(&element), block, element, by_keyboard }
        });
    }

    /// What was pressed, once. Whatever else the reader begins takes it too: a press that changed nothing would move the
    /// page later.
    pub fn take(&mut self) -> Option<Pressed> {
        self.pressed.take()
    }
}

impl Pressed {
    /// Scrolls the element back to where it was, and gives the keyboard a place.
    pub fn restore(&self, report: &web_sys::Element) {
        let moved = self.moved();
        if moved.abs() > 1.0 {
            gloo::utils::window().scroll_by_with_x_and_y(0.0, moved);
        }
        if self.by_keyboard && !self.element.is_connected() {
            // A chip goes when it is pressed, and the focus would go with it.
            query(report, ".filter-place, .chips button, [data-pick][tabindex='0']").iter().for_each(focus);
        }
    }

    /// How far it has moved down since, in pixels; or its block, where it is gone itself.
    fn moved(&self) -> f64 {
        match &self.block {
            _ if self.element.is_connected() => top(&self.element) - self.top,
            Some((block, before)) if block.is_connected() => top(block) - before,
            _ => 0.0,
        }
    }
}

fn top(element: &HtmlElement) -> f64 {
    element.get_bounding_client_rect().top()
}
