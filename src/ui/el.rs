//! Elements, built by calls.
//!
//! Yew's `html!` macro writes the code of every element anew, some 150 bytes of WebAssembly each; a call to one of these
//! methods takes a third of that. Nothing else is different: what comes out are Yew's own nodes.

use std::rc::Rc;

use yew::html::{onchange, onclick, oninput, onsubmit};
use yew::prelude::*;
use yew::virtual_dom::{Key, Listener, VNode, VTag, VText};

/// An element under construction.
pub struct El(VTag);

/// An element with a class; without one where the class is empty.
#[inline(never)]
pub fn el(tag: &'static str, class: &'static str) -> El {
    let mut tag = VTag::new(tag);
    if !class.is_empty() {
        tag.add_attribute("class", class);
    }
    El(tag)
}

/// A button with a class.
pub fn button(class: &'static str) -> El {
    el("button", class).at("type", "button")
}

/// A text of the data, isolated so that its direction does not disturb the line around it.
pub fn isolated(text: &str) -> El {
    el("bdi", "").text(text)
}

impl El {
    /// Sets an attribute.
    pub fn at(self, name: &'static str, value: impl Into<AttrValue>) -> Self {
        self.set(name, value.into())
    }

    /// Sets an attribute to `true` or `false` in words, as ARIA has it.
    pub fn says(self, name: &'static str, value: bool) -> Self {
        self.set(name, AttrValue::Static(if value { "true" } else { "false" }))
    }

    /// Sets an attribute without a value, if so.
    pub fn flag(self, name: &'static str, on: bool) -> Self {
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
    pub fn kid(self, child: impl Into<Html>) -> Self {
        self.add(child.into())
    }

    #[inline(never)]
    fn add(mut self, child: Html) -> Self {
        self.0.add_child(child);
        self
    }

    /// Adds children.
    #[inline(never)]
    pub fn kids(mut self, children: Vec<Html>) -> Self {
        self.0.add_children(children);
        self
    }

    /// Tells the element from its siblings.
    #[inline(never)]
    pub fn key(mut self, key: &str) -> Self {
        self.0.key = Some(Key::from(key.to_owned()));
        self
    }

    /// Lets the element be found later.
    pub fn node(mut self, node: &NodeRef) -> Self {
        self.0.node_ref = node.clone();
        self
    }

    /// The value of a field, which stays what it is said to be here.
    pub fn value(mut self, value: &str) -> Self {
        self.0.set_value(Some(AttrValue::from(value.to_owned())));
        self
    }

    /// Whether a box is ticked.
    pub fn checked(mut self, checked: bool) -> Self {
        self.0.set_checked(checked);
        self
    }

    /// Hears of presses.
    pub fn press(self, heard: Callback<MouseEvent>) -> Self {
        self.hear(Rc::new(onclick::Wrapper::new(heard)))
    }

    /// Hears of what is typed.
    pub fn typed(self, heard: Callback<InputEvent>) -> Self {
        self.hear(Rc::new(oninput::Wrapper::new(heard)))
    }

    /// Hears of a box that is ticked.
    pub fn ticked(self, heard: Callback<Event>) -> Self {
        self.hear(Rc::new(onchange::Wrapper::new(heard)))
    }

    /// Hears of a form that is sent.
    pub fn sent(self, heard: Callback<SubmitEvent>) -> Self {
        self.hear(Rc::new(onsubmit::Wrapper::new(heard)))
    }

    /// Hears of anything else.
    #[inline(never)]
    pub fn hear(mut self, listener: Rc<dyn Listener>) -> Self {
        self.0.add_listener(listener);
        self
    }
}

impl From<El> for Html {
    fn from(element: El) -> Self {
        VNode::from(element.0)
    }
}
