//! The WebAssembly of the first view, as the element class in `static/loader` calls it. The element itself is defined by
//! the loader, before this is even loaded.
//!
//! Invariant: everything crosses as text, JSON where it has parts: no Map, no BigInt. The class stands here and not in
//! `element`, because what a library exports would be carried by the annex too.

use std::rc::Rc;

use wasm_bindgen::prelude::*;

use outreach_report::element::instance::{self, Calls, Shared, Start};
use outreach_report::element::{Address, Browser};
use outreach_report::view::{EmbedOptions, parse_failure};

/// The allocator, which is half as large as the standard library's and answers in the same time for any heap.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static HEAP: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[wasm_bindgen]
extern "C" {
    /// What the loader hands over to hear of changes and questions.
    pub type Listener;

    // An error in a page's own listener is the page's, and the browser has reported it.
    #[wasm_bindgen(method, catch, js_name = changed)]
    fn tell_change(this: &Listener) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch, js_name = asked)]
    fn tell_question(this: &Listener, topic: &str, link: &str, near: f64) -> Result<(), JsValue>;
}

#[wasm_bindgen]
extern "C" {
    /// The attributes `parts`, `lock` and `hide` as the page wrote them, and what its address asks for.
    pub type FrameText;

    #[wasm_bindgen(method, getter)]
    fn parts(this: &FrameText) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn lock(this: &FrameText) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn hide(this: &FrameText) -> Option<String>;
    /// The view that the page's address asks for, if it asks for one when the widget starts.
    #[wasm_bindgen(method, getter)]
    fn asked(this: &FrameText) -> Option<String>;
}

impl FrameText {
    fn read(&self) -> EmbedOptions {
        let text = Option::unwrap_or_default;
        EmbedOptions::parse(&text(self.parts()), &text(self.lock()), &text(self.hide()))
    }
}

impl Calls for Listener {
    fn changed(&self) {
        let _ = self.tell_change();
    }

    fn asked(&self, topic: &str, link: &str, near: f64) {
        let _ = self.tell_question(topic, link, near);
    }
}

/// The data set that is compiled in, as text: the annex is given it.
#[wasm_bindgen]
pub fn embedded() -> String {
    instance::embedded().to_owned()
}

/// A widget on the page.
#[wasm_bindgen]
pub struct Widget {
    shared: Shared,
}

#[wasm_bindgen]
impl Widget {
    /// Shows a data set in an element of the shadow root; without a text, the embedded one. `page` is the view that the
    /// page itself asks for; `address` is the page's;
    /// `formats` are those of the language; `calls` hears of changes of the view and of questions to the annex.
    ///
    /// # Errors
    /// When the text is no data set: JSON with `code`, `message` and `hint`.
    #[wasm_bindgen(constructor)]
    pub fn new(
        root: web_sys::Element,
        data: Option<String>,
        page: &str,
        address: Address,
        formats: Browser,
        calls: Listener,
        options: &FrameText,
    ) -> Result<Widget, JsValue> {
        let report = instance::report(data.as_deref(), formats).map_err(|(why, locale)| {
            let failure = parse_failure(&locale, &why);
            JsValue::from(serde_json::to_string(&failure).unwrap_or_default())
        })?;
        let asked = options.asked();
        let (options, calls) = (options.read(), Rc::new(calls));
        let start = Start { report, options, page, asked: asked.as_deref(), address, calls };
        let shared = instance::start(root, start);
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

    /// Frames the widget anew.
    #[wasm_bindgen(setter)]
    pub fn set_options(&self, options: &FrameText) {
        instance::set_options(&self.shared, options.read());
    }

    /// Shows long tables in full while the page is printed.
    pub fn print(&self, printing: bool) {
        instance::print(&self.shared, printing);
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

fn main() {
    outreach_report::element::start();
}
