//! The page's address, as `static/loader/address.js` reads and writes it: there it takes a third of the bytes.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The page's address, and where in it the view is kept, if it is.
    pub type AddressSync;

    /// Writes the link into the address: as an entry of its own in the browser's history, so that Back undoes it, or
    /// in place of the current one.
    #[wasm_bindgen(method)]
    pub(super) fn write(this: &AddressSync, link: &str, push: bool);

    /// The page's address with this link in it; `None` when the address does not follow the view.
    #[wasm_bindgen(method)]
    pub(super) fn href(this: &AddressSync, link: &str) -> Option<String>;
}
