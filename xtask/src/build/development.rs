//! The development build: runs Cargo, wasm-bindgen and `assemble`, without Trunk and without optimising for size.
//!
//! Invariant: the folder of built files always has one complete build, the last one that succeeded. A failed build does
//! not change it.

use super::{Kind, assemble, pages, stamp, trunk_page};
use crate::paths::Paths;
use crate::process::{run as run_program, run_silently};
use crate::setup::tools;
use crate::steps::Step;
use anyhow::{Context, Result, anyhow};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;

const TARGET: &str = "wasm32-unknown-unknown";
const PROFILE: &str = "development";
/// The WebAssemblies: `src/main.rs` and `src/bin/dialogs.rs`.
const WASM: &[&str] = &["outreach-report", "outreach-report-dialogs"];

/// Where Cargo's output goes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Progress {
    /// Its messages and progress bar go to the terminal immediately.
    Shown,
    /// Nothing is printed. If the build fails, the messages are returned as the error.
    Returned,
}

/// The step that builds, unless the built files are up to date.
pub(crate) fn step<'a>(paths: &'a Paths) -> Step<'a> {
    Step::new("Development page", "cargo xtask serve", || build(paths, Progress::Shown))
        .unless(|| stamp::is_current_development(paths))
        .note("about two minutes on two cores the first time, seconds after a change")
}

/// Builds.
///
/// # Errors
///
/// The compiler's messages if the sources do not compile and `progress` is `Returned`, otherwise what went wrong.
pub(crate) fn build(paths: &Paths, progress: Progress) -> Result<()> {
    let inputs = stamp::inputs(paths)?;
    // Cargo's build folder has one lock for each target, so the two builds run at the same time.
    thread::scope(|scope| {
        let pages = scope.spawn(|| pages::compile(paths, Kind::Development));
        let wasm = compile(paths, progress);
        let pages = pages.join().map_err(|_| anyhow!("compiling xtask/pages broke off"))?;
        wasm.and(pages)
    })?;
    let staging = paths.development.with_extension("next");
    let _ = fs::remove_dir_all(&staging);
    fs::create_dir_all(&staging).with_context(|| format!("{} could not be made", staging.display()))?;
    bind(paths, &staging)?;
    trunk_page::write(&paths.root, &staging)?;
    assemble::assemble(paths, &staging, Kind::Development)?;
    let _ = fs::remove_dir_all(&paths.development);
    fs::rename(&staging, &paths.development).context("the finished development build could not be moved")?;
    stamp::write_development(paths, &inputs)
}

fn compile(paths: &Paths, progress: Progress) -> Result<()> {
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--package", "outreach-report", "--bins", "--target", TARGET, "--profile", PROFILE]);
    cargo.current_dir(&paths.root);
    if progress == Progress::Shown {
        return run_program(&mut cargo);
    }
    run_silently(cargo.args(["--quiet", "--color=always"]))
}

/// Generates the JavaScript of both WebAssemblies, in parallel.
fn bind(paths: &Paths, staging: &Path) -> Result<()> {
    let program = tools::wasm_bindgen(paths)?.program();
    let compiled = paths.target.join(TARGET).join(PROFILE);
    thread::scope(|scope| {
        let bind = |name: &str| {
            let mut command = Command::new(&program);
            command.arg(format!("--out-dir={}", staging.display())).arg(format!("--out-name={name}"));
            run_program(command.args(["--target=web", "--no-typescript"]).arg(compiled.join(format!("{name}.wasm"))))
        };
        let started: Vec<_> = WASM.iter().map(|name| scope.spawn(move || bind(name))).collect();
        started.into_iter().try_for_each(|thread| thread.join().map_err(|_| anyhow!("wasm-bindgen broke off"))?)
    })
}
