//! The report as text, its data as tables, its picture: what the package in `xtask/pages` writes.
//!
//! Invariant: it is a program of its own, so that this one is compiled in seconds and can report what goes wrong there.

use super::Kind;
use crate::paths::Paths;
use crate::process::{run as run_program, run_silently};
use anyhow::Result;
use std::path::Path;
use std::process::Command;

const PACKAGE: &str = "outreach-report-pages";

/// Compiles the package; the compiler's messages are the error.
pub(super) fn compile(paths: &Paths, kind: Kind) -> Result<()> {
    run_silently(&mut cargo(paths, "build", kind))
}

/// Writes into the folder of built files, and pieces of text into a folder below `target/`.
pub(super) fn write(paths: &Paths, folder: &Path, kind: Kind) -> Result<()> {
    run_program(cargo(paths, "run", kind).arg("--").arg(folder).arg(paths.text()))
}

fn cargo(paths: &Paths, command: &str, kind: Kind) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.args([command, "--quiet", "--package", PACKAGE]).current_dir(&paths.root);
    if kind == Kind::Development {
        // Without the picture, whose crates take as long to compile as all the rest.
        cargo.arg("--no-default-features");
    }
    cargo
}
