//! Keeps a pressed element at its position in the window when the content above it grows or shrinks.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::dom::{closest, closest_target, focus, query};

/// The element that was pressed last, until the screen has rendered again.
#[derive(Default)]
pub struct ScrollAnchor {
    pressed: Option<Pressed>,
    /// The record of a link that the page has been scrolled to, by its row.
    pub scrolled_to: Option<usize>,
}

/// A pressed element and its position at that time.
pub struct Pressed {
    element: HtmlElement,
    /// Its distance from the top of the window, in pixels.
    top: f64,
    /// Its block and the block's distance from the top of the window, in case the element itself is removed.
    block: Option<(HtmlElement, f64)>,
    by_keyboard: bool,
}

impl ScrollAnchor {
    /// Remembers the pressed element and its position.
    pub fn remember(&mut self, event: &MouseEvent) {
        self.pressed = None;
        if let Some(element) = closest_target(event, "button, [data-request], label") {
            // A click that comes from the keyboard has a click count of 0.
            self.remember_element(element, event.detail() == 0);
        }
    }

    /// Remembers an element and its position.
    pub fn remember_element(&mut self, element: HtmlElement, by_keyboard: bool) {
        let block = closest(&element, "[part]").map(|block| {
            let top = top(&block);
            (block, top)
        });
        self.pressed = Some(Pressed { top: top(&element), block, element, by_keyboard });
    }

    /// Takes the pressed element out. Any other input takes it out too: a press that changed nothing would otherwise
    /// move the page at a later rendering.
    pub fn take(&mut self) -> Option<Pressed> {
        self.pressed.take()
    }
}

impl Pressed {
    /// Scrolls the element back to where it was, and moves the focus if the element is gone.
    pub fn restore(&self, report: &web_sys::Element) {
        let offset = self.offset();
        if offset.abs() > 1.0 {
            gloo::utils::window().scroll_by_with_x_and_y(0.0, offset);
        }
        if self.by_keyboard && !self.element.is_connected() {
            // A chip is removed when it is pressed, and the focus would be lost with it.
            query(report, ".filter-place, .chips button, [data-pick][tabindex='0']").iter().for_each(focus);
        }
    }

    /// How far the element has moved down since, in pixels; if it is gone, how far its block has moved.
    fn offset(&self) -> f64 {
        match &self.block {
            _ if self.element.is_connected() => top(&self.element) - self.top,
            // Without a chip the block of chips has no place.
            Some((block, before)) if block.offset_height() > 0 => top(block) - before,
            _ => 0.0,
        }
    }
}

fn top(element: &HtmlElement) -> f64 {
    element.get_bounding_client_rect().top()
}
