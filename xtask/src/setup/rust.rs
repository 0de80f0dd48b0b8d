//! The parts of the Rust toolchain: the WebAssembly target, the formatter, the lints.
//!
//! Invariant: they are installed explicitly, because rustup's automatic installation may be switched off.

use crate::process::{read, run};
use crate::steps::Step;
use std::path::Path;
use std::process::Command;

const TARGET: &str = "wasm32-unknown-unknown";

/// The step that installs the standard library for WebAssembly.
pub(crate) fn wasm_target<'a>() -> Step<'a> {
    let title = format!("Rust target {TARGET}");
    let repeat = format!("rustup target add {TARGET}");
    Step::new(&title, &repeat, || run(Command::new("rustup").args(["target", "add", TARGET]))).unless(|| {
        let sysroot = read(Command::new("rustc").args(["--print", "sysroot"]))?;
        Ok(Path::new(sysroot.trim()).join("lib").join("rustlib").join(TARGET).join("lib").is_dir())
    })
}

/// The step that installs rustfmt and clippy.
pub(crate) fn components<'a>() -> Step<'a> {
    let install = || run(Command::new("rustup").args(["component", "add", "clippy", "rustfmt"]));
    Step::new("Rust formatter and lints", "rustup component add clippy rustfmt", install).unless(|| {
        let version = |name: &str| Command::new("cargo").args([name, "--version"]).output();
        Ok(version("clippy")?.status.success() && version("fmt")?.status.success())
    })
}
