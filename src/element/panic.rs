//! What happens after a panic, which is a bug of ours: the console says where, and every widget on the page is replaced
//! by its fallback, because the WebAssembly's memory can no longer be trusted.

use std::cell::RefCell;
use std::panic::PanicHookInfo;

use wasm_bindgen::prelude::*;

thread_local! {
    static LISTENER: RefCell<Option<js_sys::Function>> = const { RefCell::new(None) };
}

/// Sets the hook through Yew, which would replace a hook set otherwise with its own.
pub(super) fn install() {
    yew::set_custom_panic_hook(Box::new(report_panic));
}

fn report_panic(info: &PanicHookInfo<'_>) {
    // If the panic happened while the listener was borrowed, it cannot be called.
    let listener = LISTENER.with(|listener| listener.try_borrow().ok().and_then(|listener| listener.clone()));
    if let Some(listener) = listener {
        let _ = listener.call1(&JsValue::NULL, &info.to_string().into());
    }
}

/// Sets the function that is called after a panic with its message and source location.
#[wasm_bindgen(js_name = onPanic)]
pub fn on_panic(listener: js_sys::Function) {
    LISTENER.with(|current| current.replace(Some(listener)));
}
