//! The validators for the standards of the data package, which are Python packages: frictionless, the profiles of
//! dplib, csvw and libhxl.
//!
//! Invariant: each list of versions is installed in its own folder in the cache. The machine's Python is not changed.

use crate::build::stamp::hash_files;
use crate::paths::{Paths, program_file};
use crate::process::{find, read};
use crate::steps::Step;
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The list of packages, each with its version.
const LIST: &str = "xtask/python-packages";

/// A Python with the modules that create virtual environments; on Debian they are a separate package.
pub(crate) fn python() -> Option<PathBuf> {
    let able = |program: &PathBuf| {
        let check = Command::new(program).args(["-c", "import ensurepip, venv"]).output();
        check.is_ok_and(|check| check.status.success())
    };
    find(&["python3", "python"]).filter(able)
}

/// The path of the Python that has the validators; the file exists after they have been installed.
pub(crate) fn validators(paths: &Paths) -> Result<PathBuf> {
    Ok(program(&folder(paths)?))
}

/// The step that installs the validators.
pub(crate) fn step<'a>(paths: &'a Paths) -> Step<'a> {
    let install = move || install(paths, &folder(paths)?);
    Step::new("Validators of the data package", "cargo xtask setup", install)
        .unless(move || Ok(mark(&folder(paths)?).is_file()))
        .note("about half a minute, once")
}

fn install(paths: &Paths, folder: &Path) -> Result<()> {
    let python = python().context("Python 3 with its module venv is needed; Debian has it as python3-venv")?;
    // Remove what an interrupted installation may have left.
    let _ = fs::remove_dir_all(folder);
    read(Command::new(python).args(["-m", "venv"]).arg(folder))?;
    let mut pip = Command::new(program(folder));
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--requirement", LIST]);
    read(pip.current_dir(&paths.root))?;
    fs::write(mark(folder), "").with_context(|| format!("{} could not be written", folder.display()))
}

fn folder(paths: &Paths) -> Result<PathBuf> {
    let name = format!("validators-{}", hash_files(&paths.root, &[LIST])?);
    Ok(paths.cache.join("tools").join(name))
}

fn program(folder: &Path) -> PathBuf {
    folder.join(if cfg!(windows) { "Scripts" } else { "bin" }).join(program_file("python"))
}

fn mark(folder: &Path) -> PathBuf {
    folder.join("installed")
}
