//! Elements, built by method calls.
//!
//! Yew's `html!` macro repeats the code for each element, some 150 bytes of WebAssembly; a call to one of these methods
//! takes a third of that. Nothing else differs: the results are Yew's own nodes.

use std::rc::Rc;

use yew::html::{onchange, onclick, oninput, onsubmit};
use yew::prelude::*;
use yew::virtual_dom::{Key as NodeKey, Listener, VNode, VTag, VText};

use super::block_context::BlockContext;
use crate::locale::Sentence;

/// An element under construction. Boxed, because each call would otherwise copy a node of a hundred bytes.
pub struct TagBuilder(Box<VTag>);

/// What an attribute can be set to. A trait of our own makes the conversion one call instead of code at each call site.
pub trait IntoText {
    /// The value of the attribute.
    fn into_text(self) -> AttrValue;
}

impl IntoText for &'static str {
    fn into_text(self) -> AttrValue {
        AttrValue::Static(self)
    }
}

impl IntoText for String {
    #[inline(never)]
    fn into_text(self) -> AttrValue {
        AttrValue::from(self)
    }
}

impl IntoText for AttrValue {
    fn into_text(self) -> AttrValue {
        self
    }
}

/// An element with a class; without the attribute if the class is empty.
#[inline(never)]
pub fn tag(tag: &'static str, class: &'static str) -> TagBuilder {
    let mut tag = Box::new(VTag::new(tag));
    if !class.is_empty() {
        tag.add_attribute("class", class);
    }
    TagBuilder(tag)
}

/// A button with a class.
#[inline(never)]
pub fn button(class: &'static str) -> TagBuilder {
    tag("button", class).attribute("type", "button")
}

/// A text of the data set, isolated to keep its writing direction from affecting the line around it.
pub fn isolated(text: &str) -> TagBuilder {
    tag("bdi", "").text(text)
}

impl TagBuilder {
    /// Sets an attribute.
    pub fn attribute(self, name: &'static str, value: impl IntoText) -> Self {
        self.set(name, value.into_text())
    }

    /// Adds a sentence in the screen's language.
    #[inline(never)]
    pub fn sentence(self, context: &BlockContext, key: Sentence) -> Self {
        self.text(&context.view.locale.say(key))
    }

    /// Sets an attribute to a sentence in the screen's language.
    #[inline(never)]
    pub fn sentence_attribute(self, name: &'static str, context: &BlockContext, key: Sentence) -> Self {
        self.attribute(name, context.view.locale.say(key))
    }

    /// Sets an attribute to the word `true` or `false`, as ARIA requires.
    pub fn aria_bool(self, name: &'static str, value: bool) -> Self {
        self.set(name, AttrValue::Static(if value { "true" } else { "false" }))
    }

    /// Sets custom properties of CSS. A strict Content-Security-Policy refuses the attribute `style`, but not the property
    /// of the same name. Where there is no browser, in native tests, they are an attribute.
    #[inline(never)]
    pub fn properties(mut self, properties: &str) -> Self {
        #[cfg(target_arch = "wasm32")]
        self.0.add_property("style", properties);
        #[cfg(not(target_arch = "wasm32"))]
        self.0.add_attribute("data-properties", properties.to_owned());
        self
    }

    /// Sets an attribute without a value if `on`.
    pub fn bool_attribute(self, name: &'static str, on: bool) -> Self {
        if on { self.set(name, AttrValue::Static("")) } else { self }
    }

    #[inline(never)]
    fn set(mut self, name: &'static str, value: AttrValue) -> Self {
        self.0.add_attribute(name, value);
        self
    }

    /// Adds a text.
    #[inline(never)]
    pub fn text(mut self, text: &str) -> Self {
        self.0.add_child(VNode::from(VText::new(text.to_owned())));
        self
    }

    /// Adds a child.
    pub fn child(self, child: impl IntoNode) -> Self {
        self.add(child.into_node())
    }

    #[inline(never)]
    fn add(mut self, child: Html) -> Self {
        self.0.add_child(child);
        self
    }

    /// Adds children.
    #[inline(never)]
    pub fn children(mut self, children: Vec<Html>) -> Self {
        self.0.add_children(children);
        self
    }

    /// Sets the key by which Yew distinguishes the element from its siblings.
    #[inline(never)]
    pub fn key(mut self, key: &str) -> Self {
        self.0.key = Some(NodeKey::from(key.to_owned()));
        self
    }

    /// Stores the rendered element in a node reference.
    #[inline(never)]
    pub fn node_ref(mut self, node: &NodeRef) -> Self {
        self.0.node_ref = node.clone();
        self
    }

    /// Sets the value of a field. Yew restores this value at each rendering, whatever the field contains by then.
    #[inline(never)]
    pub fn value(mut self, value: &str) -> Self {
        self.0.set_value(Some(AttrValue::from(value.to_owned())));
        self
    }

    /// Sets whether a checkbox is checked.
    #[inline(never)]
    pub fn checked(mut self, checked: bool) -> Self {
        self.0.set_checked(checked);
        self
    }

    /// Adds a listener for clicks.
    #[inline(never)]
    pub fn on_click(self, callback: Callback<MouseEvent>) -> Self {
        self.listener(Rc::new(onclick::Wrapper::new(callback)))
    }

    /// Adds a listener for typing in a field.
    #[inline(never)]
    pub fn on_input(self, callback: Callback<InputEvent>) -> Self {
        self.listener(Rc::new(oninput::Wrapper::new(callback)))
    }

    /// Adds a listener for changes of a checkbox, a choice or a field.
    pub fn on_change(self, callback: Callback<Event>) -> Self {
        self.listener(Rc::new(onchange::Wrapper::new(callback)))
    }

    /// Adds a listener for a form that is submitted.
    pub fn on_submit(self, callback: Callback<SubmitEvent>) -> Self {
        self.listener(Rc::new(onsubmit::Wrapper::new(callback)))
    }

    /// The finished node.
    #[inline(never)]
    pub fn html(self) -> Html {
        VNode::from(*self.0)
    }

    /// Adds a listener for any other event.
    #[inline(never)]
    pub fn listener(mut self, listener: Rc<dyn Listener>) -> Self {
        self.0.add_listener(listener);
        self
    }
}

/// What can be a child.
pub trait IntoNode {
    /// Yew's node.
    fn into_node(self) -> Html;
}

impl IntoNode for TagBuilder {
    fn into_node(self) -> Html {
        self.html()
    }
}

impl IntoNode for Html {
    fn into_node(self) -> Html {
        self
    }
}
