//! The only room that knows JavaScript: the widget as the hand-written element class in `static/loader` uses it.
//!
//! Invariants: nothing here decides what is counted, said or drawn. No exported function panics; after a panic
//! elsewhere the WebAssembly must not be called again, which the loader sees to.

mod address;
mod annex;
pub mod instance;
mod intl;
mod panic;
mod pixels;
mod screen;

pub use address::Address;
pub use annex::{Annex, Hooks};
pub use intl::Browser;
pub use panic::on_panic;

/// Runs once, when the WebAssembly has been loaded.
pub fn start() {
    panic::install();
}
