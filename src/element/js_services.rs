//! What only a browser can do for the dialogs, as `static/dialogs/browser_services.js` does it.

use wasm_bindgen::prelude::*;
use yew::Callback;

use crate::ui::dialogs::BrowserServices;

#[wasm_bindgen]
extern "C" {
    /// The services that `static/dialogs` hands over.
    pub type JsServices;

    /// The address of a view.
    #[wasm_bindgen(method, js_name = viewAddress)]
    pub(super) fn view_address(this: &JsServices, link: &str) -> String;
    /// The day on which the reader looks at the report, as `2026-11-22`.
    #[wasm_bindgen(method)]
    pub(super) fn today(this: &JsServices) -> String;
    /// Fetches the text of an earlier version of the data; an empty text where it is not kept.
    #[wasm_bindgen(method, js_name = fetchEarlierData)]
    pub(super) fn fetch_earlier_data(this: &JsServices, version: &str, own: &str, done: JsValue);
    /// Shows sentences above the report, with a button for the list of changes where `show` names one.
    #[wasm_bindgen(method, js_name = showNotice)]
    pub(super) fn show_notice(
        this: &JsServices,
        lines: &str,
        show: &str,
        dismiss: &str,
        language: &str,
        direction: &str,
    );
    /// Saves a canvas as a PNG file.
    #[wasm_bindgen(method, js_name = savePicture)]
    pub(super) fn save_picture(this: &JsServices, name: &str, canvas: &web_sys::HtmlCanvasElement);

    #[wasm_bindgen(method, js_name = saveText)]
    fn js_save_text(this: &JsServices, name: &str, kind: &str, text: &str);
    #[wasm_bindgen(method, js_name = copyText)]
    fn js_copy_text(this: &JsServices, text: &str, done: JsValue);
    #[wasm_bindgen(method, js_name = canShare)]
    fn js_can_share(this: &JsServices) -> bool;
    #[wasm_bindgen(method, js_name = share)]
    fn js_share(this: &JsServices, title: &str, address: &str);
    #[wasm_bindgen(method, js_name = reportFolder)]
    fn js_report_folder(this: &JsServices) -> Option<String>;
    #[wasm_bindgen(method, js_name = dataAddress)]
    fn js_data_address(this: &JsServices) -> Option<String>;
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
    fn save_text(&self, name: &str, kind: &str, text: &str) {
        self.js_save_text(name, kind, text);
    }

    fn copy_text(&self, text: &str, done: Callback<bool>) {
        self.js_copy_text(text, Closure::once_into_js(move |copied: bool| done.emit(copied)));
    }

    fn can_share(&self) -> bool {
        self.js_can_share()
    }

    fn share(&self, title: &str, address: &str) {
        self.js_share(title, address);
    }

    fn report_folder(&self) -> Option<String> {
        self.js_report_folder()
    }

    fn data_address(&self) -> Option<String> {
        self.js_data_address()
    }

    fn fetch_release(&self, done: Callback<String>) {
        self.js_fetch_release(Closure::once_into_js(move |text: String| done.emit(text)));
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
        // Pairs of texts, which cannot fail to serialise.
        self.js_show_preview(parent, &serde_json::to_string(attributes).unwrap_or_default())
    }
}
