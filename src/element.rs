//! The widget and its dialogs, as the hand-written scripts in `static` use them. The only module that uses JavaScript
//! values.
//!
//! Invariants: nothing here decides what is counted, worded or drawn. No exported function panics; after a panic
//! elsewhere the WebAssembly must not be called again, which the loader ensures.

mod address_sync;
mod app_pool;
mod counted_columns;
mod data_set_reader;
mod dialogs;
mod intl;
mod js_services;
mod panic;
mod picture_canvas;
pub mod widget;

pub use address_sync::AddressSync;
pub use counted_columns::CountedColumns;
pub use data_set_reader::DataSetReader;
pub use dialogs::Dialogs;
pub use intl::JsFormats;
pub use js_services::JsServices;
pub use panic::on_panic;

/// Installs the panic hook. Runs once, after the WebAssembly has loaded.
pub fn start() {
    panic::install();
}
