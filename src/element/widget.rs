//! What the element class calls. Everything crosses as text, JSON where it has parts: no Map, no BigInt.

use std::rc::Rc;

use wasm_bindgen::prelude::*;

use super::address::Address;
use super::instance::{self, Shared};
use super::intl::Browser;
use crate::view::refusal;

/// A widget on the page.
#[wasm_bindgen]
pub struct Widget {
    shared: Shared,
}

#[wasm_bindgen]
impl Widget {
    /// Shows a data set in an element of the shadow root; without a text, the embedded one. `address` is the page's;
    /// `formats` are those of the language; `on_change` is called after each change of the view.
    ///
    /// # Errors
    /// When the text is no data set: JSON with `code`, `message` and `hint`.
    #[wasm_bindgen(constructor)]
    pub fn new(
        root: web_sys::Element,
        data: Option<String>,
        view: &str,
        address: Address,
        formats: Browser,
        on_change: js_sys::Function,
    ) -> Result<Widget, JsValue> {
        let report = instance::report(data.as_deref(), formats).map_err(|(why, locale)| {
            let failure = refusal(&locale, &why);
            JsValue::from(serde_json::to_string(&failure).unwrap_or_default())
        })?;
        let on_change = Rc::new(move || {
            // An error in a page's own listener is the page's, and the browser has reported it.
            let _ = on_change.call0(&JsValue::NULL);
        });
        let shared = instance::start(root, report, view, address, on_change);
        Ok(Self { shared })
    }

    /// The view in link form.
    #[wasm_bindgen(getter)]
    pub fn view(&self) -> String {
        instance::view(&self.shared)
    }

    /// Shows another view.
    #[wasm_bindgen(setter)]
    pub fn set_view(&self, link: &str) {
        instance::show(&self.shared, link, true);
    }

    /// The totals of the view as JSON.
    #[wasm_bindgen(getter)]
    pub fn totals(&self) -> String {
        instance::totals(&self.shared)
    }

    /// Shows the view that the page's address asks for, after Back, Forward or an edit of it.
    pub fn follow(&self, link: &str) {
        instance::show(&self.shared, link, false);
    }

    /// Draws everything again.
    pub fn redraw(&self) {
        instance::redraw(&self.shared);
    }

    /// Takes the widget off the page.
    pub fn end(&self) {
        instance::end(&self.shared);
    }
}
