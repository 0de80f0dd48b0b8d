//! Access to elements on the page. The only file of the screen that casts: the selectors used with it name elements
//! that the blocks themselves have rendered.

use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, Element, Event, HtmlCanvasElement, HtmlElement, Node};
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VNode};

/// The descendants of an element that a selector matches, in document order.
pub fn query_all(root: &Element, selector: &str) -> Vec<HtmlElement> {
    let Ok(list) = root.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|index| list.item(index)).filter_map(|node| node.dyn_into().ok()).collect()
}

/// The first descendant that a selector matches.
pub fn query(root: &Element, selector: &str) -> Option<HtmlElement> {
    root.query_selector(selector).ok().flatten().and_then(|element| element.dyn_into().ok())
}

/// The first canvas inside an element.
pub fn canvas(root: &Element) -> Option<HtmlCanvasElement> {
    query(root, "canvas").and_then(|element| element.dyn_into().ok())
}

/// The 2D context of a canvas.
pub fn canvas_context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok().flatten().and_then(|context| context.dyn_into().ok())
}

/// The element itself or its nearest ancestor that a selector matches.
pub fn closest(element: &Element, selector: &str) -> Option<HtmlElement> {
    element.closest(selector).ok().flatten().and_then(|element| element.dyn_into().ok())
}

/// The target of an event or its nearest ancestor that a selector matches.
pub fn closest_target(event: &Event, selector: &str) -> Option<HtmlElement> {
    closest(&event.target_dyn_into::<Element>()?, selector)
}

/// The element around this one from which the browser counts its position in the layout.
pub fn offset_parent(element: &HtmlElement) -> Option<HtmlElement> {
    element.offset_parent().and_then(|parent| parent.dyn_into().ok())
}

/// Sets a property of an element's style. A strict Content-Security-Policy refuses `style` attributes but not this,
/// which never fails on an HTML element.
pub fn set_property(element: &HtmlElement, name: &str, value: &str) {
    let _ = element.style().set_property(name, value);
}

/// The node of what was rendered, made at once and without Yew: without listeners and properties.
pub fn create(html: &Html) -> Option<Node> {
    let document = gloo::utils::document();
    let (parent, children): (Node, &[Html]) = match html {
        VNode::VText(text) => return Some(document.create_text_node(&text.text).into()),
        VNode::VTag(tag) => {
            let element = document.create_element(tag.tag()).ok()?;
            if let Attributes::IndexMap(attributes) = &tag.attributes {
                for (name, value) in attributes.iter() {
                    if let AttributeOrProperty::Attribute(value) = value {
                        let _ = element.set_attribute(name, value);
                    }
                }
            }
            let children = match tag.children() {
                Some(VNode::VList(list)) => list.as_slice(),
                child => child.map_or(&[][..], std::slice::from_ref),
            };
            (element.into(), children)
        }
        _ => return None,
    };
    for child in children.iter().filter_map(create) {
        insert_before(&parent, &child, None);
    }
    Some(parent)
}

/// Inserts a node before a child of its new parent, or at the end. This fails only if that child is somewhere else.
pub fn insert_before(parent: &Node, node: &Node, next: Option<&Element>) {
    let _ = parent.insert_before(node, next.map(AsRef::as_ref));
}

/// Sets an attribute. This fails only if the name is not a valid one.
pub fn set_attribute(element: &HtmlElement, name: &str, value: &str) {
    let _ = element.set_attribute(name, value);
}

/// Moves the focus, which never fails on an HTML element.
pub fn focus(element: &HtmlElement) {
    let _ = element.focus();
}

/// Tells the loader to show an element that is rendered: a list or a tooltip over the page, beside what it belongs to
/// (`static/loader/top-layer.js`), or a new report.
pub fn show(element: &Element) {
    // Neither fails: the event has a type and is not being dispatched already.
    if let Ok(event) = Event::new("show") {
        let _ = element.dispatch_event(&event);
    }
}

/// Whether the text of an element runs from right to left.
pub fn is_right_to_left(element: &Element) -> bool {
    let style = gloo::utils::window().get_computed_style(element).ok().flatten();
    style.and_then(|style| style.get_property_value("direction").ok()).is_some_and(|direction| direction == "rtl")
}

/// The text in an input field; empty if the element is not one.
pub fn field_value(field: &HtmlElement) -> String {
    field.dyn_ref::<web_sys::HtmlInputElement>().map(web_sys::HtmlInputElement::value).unwrap_or_default()
}
