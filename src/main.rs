//! The WebAssembly of the report, as the element class in `static/loader` uses it. The loader defines the element
//! before it loads this.
//!
//! Invariant: every value crosses as text, as JSON if it has several parts; no Map, no BigInt. `Widget` is defined here
//! and not in `element`, because whatever a library exports would also end up in the dialogs' WebAssembly.

use std::rc::Rc;

use wasm_bindgen::prelude::*;

use outreach_report::element::CountedColumns;
use outreach_report::element::widget::{self, SharedWidget, WidgetListener, WidgetSetup};
use outreach_report::element::{AddressSync, DataSetReader, JsFormats};
use outreach_report::query::{Amounts, FacetColumn, SetDictionary};
use outreach_report::view::EmbedOptions;

/// A constant-time allocator whose code is half as large as the standard library's.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static HEAP: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[wasm_bindgen]
extern "C" {
    /// The loader's callbacks: the view has changed, the dialogs have a request.
    pub type JsEvents;

    // An error thrown by a page's own listener is the page's to handle; the browser has already reported it.
    #[wasm_bindgen(method, catch, js_name = changed)]
    fn js_changed(this: &JsEvents) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch, js_name = requested)]
    fn js_requested(this: &JsEvents, request: &str, link: &str, press_y: f64) -> Result<(), JsValue>;
}

#[wasm_bindgen]
extern "C" {
    /// What the page asks for when the widget is mounted.
    pub type JsOptions;

    /// The attributes, as [`EmbedOptions::of_attributes`] reads them.
    #[wasm_bindgen(method, getter)]
    fn attributes(this: &JsOptions) -> String;
    /// The link in the page's address, if any.
    #[wasm_bindgen(method, getter, js_name = addressView)]
    fn address_view(this: &JsOptions) -> Option<String>;
}

impl WidgetListener for JsEvents {
    fn changed(&self) {
        let _ = self.js_changed();
    }

    fn requested(&self, request: &str, link: &str, press_y: f64) {
        let _ = self.js_requested(request, link, press_y);
    }
}

/// The built-in data set, which `static/loader/built-in-data.js` unpacks.
#[wasm_bindgen(js_name = builtInData)]
pub fn built_in_data() -> String {
    widget::built_in_data().to_owned()
}

/// A widget on the page.
#[wasm_bindgen]
pub struct Widget {
    shared: SharedWidget,
}

#[wasm_bindgen]
impl Widget {
    /// Shows a data set inside `root`, an element of the shadow root. `page_view` is the link that the page itself asks
    /// for.
    #[wasm_bindgen(constructor)]
    pub fn new(
        root: web_sys::Element,
        data: DataSetReader,
        page_view: &str,
        address: AddressSync,
        formats: JsFormats,
        listener: JsEvents,
        options: &JsOptions,
    ) -> Widget {
        let loaded = widget::load_data_set(data, formats);
        let address_view = options.address_view();
        let (options, listener) = (EmbedOptions::of_attributes(&options.attributes()), Rc::new(listener));
        let setup =
            WidgetSetup { loaded, options, page_view, address_view: address_view.as_deref(), address, listener };
        Self { shared: widget::mount(root, setup) }
    }

    /// The view as a link.
    #[wasm_bindgen(getter)]
    pub fn view(&self) -> String {
        widget::view(&self.shared)
    }

    /// Shows the view of a link. The page asks for it, so read-only facets take its values from now on.
    #[wasm_bindgen(setter)]
    pub fn set_view(&self, link: &str) {
        widget::show_link(&self.shared, link, true);
    }

    /// The totals of the view as JSON.
    #[wasm_bindgen(getter)]
    pub fn totals(&self) -> String {
        widget::totals(&self.shared)
    }

    /// Shows the view of the link in the page's address, after Back, Forward or an edit of the address.
    pub fn follow(&self, link: &str) {
        widget::show_link(&self.shared, link, false);
    }

    /// Applies changed attributes, as [`EmbedOptions::of_attributes`] reads them.
    #[wasm_bindgen(setter)]
    pub fn set_options(&self, attributes: &str) {
        widget::set_options(&self.shared, EmbedOptions::of_attributes(attributes));
    }

    /// Renders again and redraws the canvases; long lists in full while `printing`.
    pub fn redraw(&self, printing: bool) {
        widget::redraw(&self.shared, printing);
    }

    /// Removes the widget from the page.
    pub fn unmount(&self) {
        widget::unmount(&self.shared);
    }
}

/// A data set as columns: see [`outreach_report::query::Columns`].
#[wasm_bindgen(js_name = Columns)]
pub struct JsColumns {
    columns: CountedColumns,
}

#[wasm_bindgen(js_class = Columns)]
impl JsColumns {
    /// Columns of this many rows.
    #[wasm_bindgen(constructor)]
    pub fn new(rows: usize, formats: JsFormats) -> Self {
        Self { columns: CountedColumns::new(rows, formats) }
    }

    /// Adds the column of a facet.
    pub fn facet(&mut self, key: &str, values: &str, set_starts: Vec<u32>, sets: Vec<u32>, codes: Vec<u32>) -> bool {
        self.columns.add(
            key,
            values,
            FacetColumn { values: Vec::new(), sets: SetDictionary::of(set_starts, sets), codes },
        )
    }

    /// Adds the amounts of rows.
    pub fn amounts(&mut self, values: Vec<u32>, flags: Vec<u8>, weights: Vec<u32>, overlaps: Vec<u32>) {
        self.columns.set_amounts(Amounts { values, flags, weights }, overlaps);
    }

    /// Adds an amount that needs more than a number.
    pub fn entry(&mut self, row: u32, audience: u32, flags: u8, low: f64, high: f64) {
        self.columns.add_entry(row, audience, flags, [low, high]);
    }

    /// Counts the view of a link; `false` if the columns do not fit together.
    pub fn count(&mut self, link: &str) -> bool {
        self.columns.count(link).is_some()
    }

    /// The totals of the view as JSON.
    #[wasm_bindgen(getter)]
    pub fn totals(&self) -> String {
        self.columns.totals()
    }
}

fn main() {
    outreach_report::element::start();
}
