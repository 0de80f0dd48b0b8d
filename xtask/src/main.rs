//! The commands for building and testing the project; `cargo xtask help` lists them.
//!
//! Invariant: every command first installs what it needs, prints its steps and its progress, and skips work that is
//! already done.

mod bench;
mod build;
mod paths;
mod process;
mod serve;
mod setup;
mod size;
mod steps;
mod test;

use anyhow::{Result, bail};
use paths::Paths;
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask serve [--port N]      builds the page, shows it on this machine, and follows every edit
cargo xtask serve --release       the same with the files that readers get
cargo xtask try NAME [BROWSER]    the browser tests whose file or title contains NAME, on the development page
cargo xtask test                  runs every test
cargo xtask test native           only what needs no browser: format, lints, Rust tests, documentation
cargo xtask test browser [NAME]   only the tests in real browsers, or those whose file or title contains NAME
cargo xtask screens [NAME]        takes pictures of the screens to target/screens/
cargo xtask build                 writes the finished files to dist/
cargo xtask bench [--quick] [PART]  how fast it is, beside other programs: counting, drawing, screen, native
cargo xtask size [--why]          what a reader's first visit weighs; --why also lists the largest parts of the Wasm
cargo xtask setup                 only installs the tools that the other commands need
cargo xtask help                  this list";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nFailed: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(words: &[String]) -> Result<()> {
    let paths = Paths::find()?;
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        ["setup"] => setup::run(&paths),
        ["build"] => build::run(&paths),
        ["assemble"] => build::assemble::run(&paths),
        ["serve", options @ ..] => serve::run(&paths, options),
        ["try", name] => test::on_development(&paths, name, None),
        ["try", name, browser] => test::on_development(&paths, name, Some(browser)),
        ["screens"] => test::screens(&paths, None),
        ["screens", name] => test::screens(&paths, Some(name)),
        ["bench", words @ ..] => bench::run(&paths, words),
        ["size"] => size::run(&paths),
        ["size", "--why"] => size::why::run(&paths),
        ["test"] => test::everything(&paths),
        ["test", "native"] => test::native_only(&paths),
        ["test", "browser"] => test::browser_only(&paths, None),
        ["test", "browser", filter] => test::browser_only(&paths, Some(filter)),
        _ => bail!("there is no command `cargo xtask {}`. The commands are:\n\n{HELP}", words.join(" ")),
    }
}
