//! The WebAssembly of the dialogs, as `static/dialogs` calls it. `Dialogs` is defined here and not in `element`,
//! because whatever a library exports would also end up in the report's WebAssembly.
//!
//! Invariant: every value crosses as text or a number; no Map, no BigInt.

use outreach_report::element::{self, DataSetReader, JsFormats, JsServices};
use wasm_bindgen::prelude::*;

/// The dialogs of a widget on the page.
#[wasm_bindgen]
pub struct Dialogs {
    dialogs: element::Dialogs,
}

#[wasm_bindgen]
impl Dialogs {
    /// Mounts the dialogs inside `root`, an element of the shadow root. `data` is the data set that the report
    /// shows.
    #[wasm_bindgen(constructor)]
    pub fn new(root: web_sys::Element, data: DataSetReader, formats: JsFormats, services: JsServices) -> Dialogs {
        Self { dialogs: element::Dialogs::mount(root, data, formats, services) }
    }

    /// Answers a request, given by its code, about the view of a link. `press_y` is the distance in pixels from the top
    /// of the window to where the reader pressed; `hide` is the page's attribute that names hidden facets.
    pub fn open(&self, request: &str, link: &str, press_y: f64, hide: &str) {
        self.dialogs.open_request(request, link, press_y, hide);
    }

    /// Shows a notice above the report if the numbers or the records of the view have changed since the link was made,
    /// or if the link's memory is malformed. `view` is the link of the view that the report shows; `hide` is the page's
    /// attribute that names hidden facets.
    #[wasm_bindgen(js_name = compareMemory)]
    pub fn compare_memory(&self, link: &str, view: &str, hide: &str) {
        self.dialogs.compare_memory(link, view, hide);
    }

    /// Opens the list of the records that changed since the link was made.
    #[wasm_bindgen(js_name = showChanges)]
    pub fn show_changes(&self, press_y: f64) {
        self.dialogs.show_changes(press_y);
    }

    /// Removes the dialogs from the page.
    pub fn unmount(&self) {
        self.dialogs.unmount();
    }
}

fn main() {
    element::start();
}
