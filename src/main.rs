//! The WebAssembly of the report, as the element class in `static/loader` uses it. The element itself is defined by the
//! loader, before this is even loaded.
//!
//! Invariant: everything crosses as text, as JSON if it has several parts: no Map, no BigInt. The class is here and not in
//! `element`, because everything that a library exports would be in the dialogs' WebAssembly too.

use std::rc::Rc;

use wasm_bindgen::prelude::*;

use outreach_report::element::widget::{self, SharedWidget, WidgetEvents, WidgetSetup};
use outreach_report::element::{AddressSync, JsFormats};
use outreach_report::view::{EmbedOptions, parse_failure};

/// The allocator, which is half as large as the standard library's and answers in the same time for any heap.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static HEAP: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[wasm_bindgen]
extern "C" {
    /// The loader's callbacks for changes of the view and for requests to the dialogs.
    pub type JsEvents;

    // An error in a page's own listener is the page's, and the browser has reported it.
    #[wasm_bindgen(method, catch, js_name = changed)]
    fn js_changed(this: &JsEvents) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch, js_name = requested)]
    fn js_requested(this: &JsEvents, request: &str, link: &str, press_y: f64) -> Result<(), JsValue>;
}

#[wasm_bindgen]
extern "C" {
    /// The attributes `parts`, `lock` and `hide` as the page wrote them, and the view that its address asks for.
    pub type JsOptions;

    #[wasm_bindgen(method, getter)]
    fn parts(this: &JsOptions) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn lock(this: &JsOptions) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn hide(this: &JsOptions) -> Option<String>;
    /// The link in the page's address, if there is one when the widget is mounted.
    #[wasm_bindgen(method, getter, js_name = addressView)]
    fn address_view(this: &JsOptions) -> Option<String>;
}

impl JsOptions {
    fn parse(&self) -> EmbedOptions {
        let text = Option::unwrap_or_default;
        EmbedOptions::parse(&text(self.parts()), &text(self.lock()), &text(self.hide()))
    }
}

impl WidgetEvents for JsEvents {
    fn changed(&self) {
        let _ = self.js_changed();
    }

    fn requested(&self, request: &str, link: &str, press_y: f64) {
        let _ = self.js_requested(request, link, press_y);
    }
}

/// The data set that is compiled in, as text, for the dialogs.
#[wasm_bindgen]
pub fn embedded() -> String {
    widget::embedded().to_owned()
}

/// A widget on the page.
#[wasm_bindgen]
pub struct Widget {
    shared: SharedWidget,
}

#[wasm_bindgen]
impl Widget {
    /// Shows a data set in an element of the shadow root; without a text, the embedded one. `page_view` is the link that
    /// the page itself asks for.
    ///
    /// # Errors
    /// If the text is no data set: JSON with `code`, `message` and `hint`.
    #[wasm_bindgen(constructor)]
    pub fn new(
        root: web_sys::Element,
        data: Option<String>,
        page_view: &str,
        address: AddressSync,
        formats: JsFormats,
        events: JsEvents,
        options: &JsOptions,
    ) -> Result<Widget, JsValue> {
        let report = widget::load_report(data.as_deref(), formats).map_err(|(error, locale)| {
            let failure = parse_failure(&locale, &error);
            JsValue::from(serde_json::to_string(&failure).unwrap_or_default())
        })?;
        let address_view = options.address_view();
        let (options, events) = (options.parse(), Rc::new(events));
        let setup = WidgetSetup { report, options, page_view, address_view: address_view.as_deref(), address, events };
        Ok(Self { shared: widget::mount(root, setup) })
    }

    /// The view in link form.
    #[wasm_bindgen(getter)]
    pub fn view(&self) -> String {
        widget::view(&self.shared)
    }

    /// Shows another view.
    #[wasm_bindgen(setter)]
    pub fn set_view(&self, link: &str) {
        widget::show_link(&self.shared, link, true);
    }

    /// The totals of the view as JSON.
    #[wasm_bindgen(getter)]
    pub fn totals(&self) -> String {
        widget::totals(&self.shared)
    }

    /// Shows the view that the page's address asks for, after Back, Forward or an edit of it.
    pub fn follow(&self, link: &str) {
        widget::show_link(&self.shared, link, false);
    }

    /// Applies other embedding options.
    #[wasm_bindgen(setter)]
    pub fn set_options(&self, options: &JsOptions) {
        widget::set_options(&self.shared, options.parse());
    }

    /// Shows long tables in full while the page is printed.
    pub fn print(&self, printing: bool) {
        widget::print(&self.shared, printing);
    }

    /// Draws everything again.
    pub fn redraw(&self) {
        widget::redraw(&self.shared);
    }

    /// Takes the widget off the page.
    pub fn unmount(&self) {
        widget::unmount(&self.shared);
    }
}

fn main() {
    outreach_report::element::start();
}
