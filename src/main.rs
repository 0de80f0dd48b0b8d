//! The WebAssembly's start. The element itself is defined by the loader, before this is even loaded.

fn main() {
    outreach_report::element::start();
}
