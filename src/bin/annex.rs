//! The WebAssembly of the annex, as `static/annex` calls it. The class stands here and not in `element`, because what a
//! library exports would be carried by the first view too.
//!
//! Invariant: everything crosses as text and numbers: no Map, no BigInt.

use outreach_report::element::{self, Browser, Hooks};
use wasm_bindgen::prelude::*;

/// The annex of a widget on the page.
#[wasm_bindgen]
pub struct Annex {
    annex: Option<element::Annex>,
}

#[wasm_bindgen]
impl Annex {
    /// Starts it in an element of the shadow root, over the text of a data set that the first view shows.
    #[wasm_bindgen(constructor)]
    pub fn new(root: web_sys::Element, data: &str, formats: Browser, hooks: Hooks) -> Annex {
        Self { annex: element::Annex::start(root, data, formats, hooks) }
    }

    /// Answers a question, named by its word, about the view of a link. `near` is how far down the window the reader
    /// pressed; `hide` names the facets that the page hides.
    pub fn ask(&self, topic: &str, link: &str, near: f64, hide: &str) {
        self.annex.iter().for_each(|annex| annex.ask(topic, link, near, hide));
    }

    /// Says above the report what a link remembers, if anything is other than it was. `view` is what the report shows.
    pub fn recall(&self, link: &str, view: &str, hide: &str) {
        self.annex.iter().for_each(|annex| annex.recall(link, view, hide));
    }

    /// Opens the list of what changed since a link was made.
    pub fn list(&self, near: f64) {
        self.annex.iter().for_each(|annex| annex.list(near));
    }

    /// Says that a picture could not be made.
    pub fn sorry(&self, near: f64) {
        self.annex.iter().for_each(|annex| annex.sorry(near));
    }

    /// Takes it off the page.
    pub fn end(&self) {
        self.annex.iter().for_each(element::Annex::end);
    }
}

fn main() {
    element::start();
}
