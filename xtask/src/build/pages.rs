//! The report as text, its data as tables, its picture: what the package in `xtask/pages` writes.
//!
//! Invariant: it is a program of its own, so that this one is compiled in seconds and can report what goes wrong there.

use crate::paths::Paths;
use crate::process::run as run_program;
use anyhow::Result;
use std::path::Path;
use std::process::Command;

const PACKAGE: &str = "outreach-report-pages";

/// Writes into the folder of built files, and pieces of text into a folder below `target/`.
pub(super) fn write(paths: &Paths, folder: &Path) -> Result<()> {
    let mut command = Command::new("cargo");
    command.args(["run", "--quiet", "--package", PACKAGE, "--"]).arg(folder).arg(paths.text());
    run_program(command.current_dir(&paths.root))
}
