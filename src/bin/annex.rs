//! The WebAssembly of the annex.

fn main() {
    outreach_report::element::start();
}
