//! The page's address, read and written by `static/loader/address-sync.js`: in JavaScript this takes a third of the
//! bytes that it would take here.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The page's address and the part of it that keeps the view, if any.
    pub type AddressSync;

    /// Writes the link into the address. With `push` it becomes a new entry of the browser's history, which Back
    /// undoes; otherwise it replaces the current entry.
    #[wasm_bindgen(method)]
    pub(super) fn write(this: &AddressSync, link: &str, push: bool);

    /// The address that opens this view: the page's own, else that of a page that shows this data set; `None` if there is
    /// none.
    #[wasm_bindgen(method)]
    pub(super) fn href(this: &AddressSync, link: &str) -> Option<String>;

    /// The address on paper: the one that opens this view, else that of the page around the report.
    #[wasm_bindgen(method, js_name = onPaper)]
    pub(super) fn on_paper(this: &AddressSync, link: &str) -> String;

    /// Gives the page this title, if the page is the report's own.
    #[wasm_bindgen(method, js_name = setTitle)]
    pub(super) fn set_title(this: &AddressSync, title: &str);
}
