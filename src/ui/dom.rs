//! Looking at what is on the page. The only file of the screen that casts: the selectors here name what the blocks
//! themselves have made.

use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, Element, Event, HtmlCanvasElement, HtmlElement};
use yew::prelude::*;

/// The elements below one that a selector names, in their order.
pub fn query_all(root: &Element, selector: &str) -> Vec<HtmlElement> {
    let Ok(list) = root.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|at| list.item(at)).filter_map(|node| node.dyn_into().ok()).collect()
}

/// The first of them.
pub fn query(root: &Element, selector: &str) -> Option<HtmlElement> {
    root.query_selector(selector).ok().flatten().and_then(|element| element.dyn_into().ok())
}

/// The canvas below an element.
pub fn canvas(root: &Element) -> Option<HtmlCanvasElement> {
    query(root, "canvas").and_then(|element| element.dyn_into().ok())
}

/// What draws on a canvas.
pub fn canvas_context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok().flatten().and_then(|context| context.dyn_into().ok())
}

/// The element itself or the nearest around it that a selector names.
pub fn closest(element: &Element, selector: &str) -> Option<HtmlElement> {
    element.closest(selector).ok().flatten().and_then(|element| element.dyn_into().ok())
}

/// The element that an event is about, or the nearest around it that a selector names.
pub fn closest_target(event: &Event, selector: &str) -> Option<HtmlElement> {
    closest(&event.target_dyn_into::<Element>()?, selector)
}

/// Sets a custom property. A `style` attribute would be refused by a strict Content-Security-Policy; the object model is
/// not, and it fails on no element that has a style.
pub fn set_property(element: &HtmlElement, name: &str, value: &str) {
    let _ = element.style().set_property(name, value);
}

/// Sets an attribute. It fails only for names that are none.
pub fn set_attribute(element: &HtmlElement, name: &str, value: &str) {
    let _ = element.set_attribute(name, value);
}

/// Moves the focus. It fails on no element that is on the page.
pub fn focus(element: &HtmlElement) {
    let _ = element.focus();
}

/// Whether text runs from right to left there.
pub fn is_right_to_left(element: &Element) -> bool {
    let style = gloo::utils::window().get_computed_style(element).ok().flatten();
    style.and_then(|style| style.get_property_value("direction").ok()).is_some_and(|direction| direction == "rtl")
}

/// What stands in a field.
pub fn field_value(field: &HtmlElement) -> String {
    field.dyn_ref::<web_sys::HtmlInputElement>().map(web_sys::HtmlInputElement::value).unwrap_or_default()
}
