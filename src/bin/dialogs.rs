//! The WebAssembly of the dialogs, as `static/dialogs` calls it. The class is here and not in `element`, because everything
//! that a library exports would be in the report's WebAssembly too.
//!
//! Invariant: everything crosses as text and numbers: no Map, no BigInt.

use outreach_report::element::{self, JsFormats, JsServices};
use wasm_bindgen::prelude::*;

/// The dialogs of a widget on the page.
#[wasm_bindgen]
pub struct Dialogs {
    dialogs: Option<element::Dialogs>,
}

#[wasm_bindgen]
impl Dialogs {
    /// Mounts them in an element of the shadow root, over the text of the data set that the report shows.
    #[wasm_bindgen(constructor)]
    pub fn new(root: web_sys::Element, data: &str, formats: JsFormats, services: JsServices) -> Dialogs {
        Self { dialogs: element::Dialogs::mount(root, data, formats, services) }
    }

    /// Answers a request, by its code, about the view of a link. `press_y` is how far down the window the reader pressed, in
    /// pixels; `hide` names the facets that the page hides.
    pub fn open(&self, request: &str, link: &str, press_y: f64, hide: &str) {
        self.dialogs.iter().for_each(|dialogs| dialogs.open_request(request, link, press_y, hide));
    }

    /// Says above the report what a link remembers, if anything differs from it. `view` is the link of what the report
    /// shows.
    #[wasm_bindgen(js_name = compareMemory)]
    pub fn compare_memory(&self, link: &str, view: &str, hide: &str) {
        self.dialogs.iter().for_each(|dialogs| dialogs.compare_memory(link, view, hide));
    }

    /// Opens the list of what changed since a link was made.
    #[wasm_bindgen(js_name = showChanges)]
    pub fn show_changes(&self, press_y: f64) {
        self.dialogs.iter().for_each(|dialogs| dialogs.show_changes(press_y));
    }

    /// Says that a picture could not be made.
    #[wasm_bindgen(js_name = pictureFailed)]
    pub fn picture_failed(&self, press_y: f64) {
        self.dialogs.iter().for_each(|dialogs| dialogs.picture_failed(press_y));
    }

    /// Takes them off the page.
    pub fn unmount(&self) {
        self.dialogs.iter().for_each(element::Dialogs::unmount);
    }
}

fn main() {
    element::start();
}
