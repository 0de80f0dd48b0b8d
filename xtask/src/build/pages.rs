//! Compiles and runs the package `xtask/pages`, which writes the report as text, its data as tables, and its picture.
//!
//! Invariant: the package is a separate program, so xtask compiles in seconds, and can report errors of the package.

use super::Kind;
use crate::paths::Paths;
use crate::process::{run as run_program, run_silently};
use anyhow::Result;
use std::path::Path;
use std::process::Command;

const PACKAGE: &str = "outreach-report-pages";

/// Compiles the package. If that fails, the error is the compiler's messages.
pub(super) fn compile(paths: &Paths, kind: Kind) -> Result<()> {
    run_silently(&mut cargo(paths, "build", kind))
}

/// Writes the package's files into the folder of built files, and pieces of text into a folder in `target/`.
pub(super) fn write(paths: &Paths, folder: &Path, kind: Kind) -> Result<()> {
    run_program(cargo(paths, "run", kind).arg("--").arg(folder).arg(paths.text()))
}

fn cargo(paths: &Paths, command: &str, kind: Kind) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.args([command, "--quiet", "--package", PACKAGE]).current_dir(&paths.root);
    if kind == Kind::Development {
        // Without the picture: its crates take as long to compile as everything else together.
        cargo.arg("--no-default-features");
    }
    cargo
}
