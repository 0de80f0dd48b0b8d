//! What happens after a panic, which is a fault of ours: the console says where, and every widget on the page gives
//! way to its fallback, because the memory behind it can no longer be trusted.

use std::cell::RefCell;
use std::panic::PanicHookInfo;

use wasm_bindgen::prelude::*;

thread_local! {
    static LISTENER: RefCell<Option<js_sys::Function>> = const { RefCell::new(None) };
}

/// Sets the hook through Yew, which would put its own in place of another.
pub(super) fn install() {
    yew::set_custom_panic_hook(Box::new(told));
}

fn told(info: &PanicHookInfo<'_>) {
    // The panic may have happened while the listener is borrowed: then there is nobody left to tell.
    let listener = LISTENER.with(|listener| listener.try_borrow().ok().and_then(|listener| listener.clone()));
    if let Some(listener) = listener {
        let _ = listener.call1(&JsValue::NULL, &info.to_string().into());
    }
}

/// Calls `listener` with what happened and where when the WebAssembly has panicked.
#[wasm_bindgen(js_name = onPanic)]
pub fn on_panic(listener: js_sys::Function) {
    LISTENER.with(|place| place.replace(Some(listener)));
}
