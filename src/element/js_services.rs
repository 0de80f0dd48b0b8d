//! What only a browser can do for the dialogs, implemented by `static/dialogs/services.js`.

use wasm_bindgen::prelude::*;
use yew::Callback;

use crate::ui::dialogs::{BrowserAction, BrowserServices, Obstacle};

#[wasm_bindgen]
extern "C" {
    /// The services object that `static/dialogs` passes in.
    pub type JsServices;

    /// The address of a view, or of the page around the element if no address opens the view.
    #[wasm_bindgen(method, js_name = viewAddress)]
    pub(super) fn view_address(this: &JsServices, link: &str) -> String;
    /// Whether the address opens the view.
    #[wasm_bindgen(method, js_name = opensView)]
    pub(super) fn opens_view(this: &JsServices) -> bool;
    /// The reader's current day, as `2026-11-22`.
    #[wasm_bindgen(method)]
    pub(super) fn today(this: &JsServices) -> String;
    /// Fetches the text of an earlier version of the data set; calls `done` with an empty text if it is not kept, with
    /// `None` if the page could not ask. `own` is the version that the report shows.
    #[wasm_bindgen(method, js_name = fetchEarlierData)]
    pub(super) fn fetch_earlier_data(this: &JsServices, version: &str, own: &str, done: JsValue);
    /// Shows lines of text above the report, with a button labelled `show` for the list of changes; no button if `show`
    /// is empty.
    #[wasm_bindgen(method, js_name = showNotice)]
    pub(super) fn show_notice(
        this: &JsServices,
        lines: &str,
        show: &str,
        dismiss: &str,
        language: &str,
        direction: &str,
    );
    /// Saves a canvas as a PNG file; calls `done` with its name, or with an empty text if the browser does not give out
    /// its pixels.
    #[wasm_bindgen(method, js_name = savePicture)]
    pub(super) fn save_picture(this: &JsServices, name: &str, canvas: &web_sys::HtmlCanvasElement, done: JsValue);
    /// Says what was just done, beside where the reader pressed.
    #[wasm_bindgen(method, js_name = sayBriefly)]
    pub(super) fn say_briefly(this: &JsServices, text: &str, press_y: f64);

    #[wasm_bindgen(method, js_name = saveText)]
    fn js_save_text(this: &JsServices, name: &str, media_type: &str, text: &str) -> String;
    #[wasm_bindgen(method, js_name = obstacleTo)]
    fn js_obstacle_to(this: &JsServices, action: &str) -> String;
    #[wasm_bindgen(method, js_name = copyText)]
    fn js_copy_text(this: &JsServices, text: &str, done: JsValue);
    #[wasm_bindgen(method, js_name = canShare)]
    fn js_can_share(this: &JsServices) -> bool;
    #[wasm_bindgen(method, js_name = share)]
    fn js_share(this: &JsServices, title: &str, address: &str, done: JsValue);
    #[wasm_bindgen(method, js_name = reportFolder)]
    fn js_report_folder(this: &JsServices) -> Option<String>;
    #[wasm_bindgen(method, js_name = dataAddress)]
    fn js_data_address(this: &JsServices) -> Option<String>;
    #[wasm_bindgen(method, js_name = isMissing)]
    fn js_is_missing(this: &JsServices, file: &str) -> bool;
    #[wasm_bindgen(method, js_name = fetchRelease)]
    fn js_fetch_release(this: &JsServices, done: JsValue);
    #[wasm_bindgen(method, js_name = fetchSinglePage)]
    fn js_fetch_single_page(this: &JsServices, done: JsValue);
    #[wasm_bindgen(method, js_name = dataText)]
    fn js_data_text(this: &JsServices) -> String;
    #[wasm_bindgen(method, js_name = attribute)]
    fn js_attribute(this: &JsServices, name: &str) -> Option<String>;
    #[wasm_bindgen(method, js_name = showView)]
    fn js_show_view(this: &JsServices, link: &str);
    #[wasm_bindgen(method, js_name = showPreview)]
    fn js_show_preview(this: &JsServices, parent: &web_sys::Element, attributes: &str) -> bool;
}

impl BrowserServices for JsServices {
    fn save_text(&self, name: &str, media_type: &str, text: &str) -> String {
        self.js_save_text(name, media_type, text)
    }

    fn obstacle_to(&self, action: BrowserAction) -> Option<Obstacle> {
        Obstacle::from_code(&self.js_obstacle_to(match action {
            BrowserAction::Save => "save",
            BrowserAction::Copy => "copy",
            BrowserAction::Share => "share",
        }))
    }

    fn copy_text(&self, text: &str, done: Callback<bool>) {
        self.js_copy_text(text, Closure::once_into_js(move |copied: bool| done.emit(copied)));
    }

    fn can_share(&self) -> bool {
        self.js_can_share()
    }

    fn share(&self, title: &str, address: &str, done: Callback<bool>) {
        self.js_share(title, address, Closure::once_into_js(move |shared: bool| done.emit(shared)));
    }

    fn report_folder(&self) -> Option<String> {
        self.js_report_folder()
    }

    fn data_address(&self) -> Option<String> {
        self.js_data_address()
    }

    fn is_missing(&self, file: &str) -> bool {
        self.js_is_missing(file)
    }

    fn fetch_pinned_version(&self, done: Callback<Option<String>>) {
        self.js_fetch_release(Closure::once_into_js(move |text: Option<String>| done.emit(text)));
    }

    fn fetch_single_page(&self, done: Callback<String>) {
        self.js_fetch_single_page(Closure::once_into_js(move |text: String| done.emit(text)));
    }

    fn data_text(&self) -> String {
        self.js_data_text()
    }

    fn attribute(&self, name: &str) -> Option<String> {
        self.js_attribute(name)
    }

    fn show_view(&self, link: &str) {
        self.js_show_view(link);
    }

    fn show_preview(&self, parent: &web_sys::Element, attributes: &[(&'static str, String)]) -> bool {
        // Pairs of texts always serialise.
        self.js_show_preview(parent, &serde_json::to_string(attributes).unwrap_or_default())
    }
}
