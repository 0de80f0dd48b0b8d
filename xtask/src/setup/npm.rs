//! Node and the npm packages.
//!
//! Invariant: only the packages of a lock file are installed, and each state of a lock file only once.

use crate::build::stamp::hash_files;
use crate::process::read;
use crate::steps::Step;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Older versions of Node's test runner cannot end a run while a process that a test started is still running.
const OLDEST_NODE: (u32, u32) = (20, 14);

const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// Checks that Node is installed and new enough.
pub(crate) fn node<'a>() -> Step<'a> {
    let title = format!("Node {}.{} or newer", OLDEST_NODE.0, OLDEST_NODE.1);
    Step::new(&title, "node --version", || {
        bail!("node and npm are needed, and were not found or are too old. Install them from https://nodejs.org")
    })
    .unless(|| {
        let Ok(version) = read(Command::new("node").arg("--version")) else { return Ok(false) };
        let mut numbers = version.trim().trim_start_matches('v').split('.').map_while(|text| text.parse::<u32>().ok());
        let version = numbers.next().zip(numbers.next());
        let npm = Command::new(NPM).arg("--version").output();
        Ok(version.is_some_and(|version| version >= OLDEST_NODE) && npm.is_ok_and(|npm| npm.status.success()))
    })
}

/// The step that installs the packages of the lock file in the folder.
pub(crate) fn packages<'a>(title: &str, folder: PathBuf) -> Step<'a> {
    let repeat = format!("npm ci --prefix {}", folder.display());
    let checked = folder.clone();
    Step::new(title, &repeat, move || install(&folder)).unless(move || {
        let installed = fs::read_to_string(stamp(&checked)).unwrap_or_default();
        Ok(installed == lock_hash(&checked)?)
    })
}

fn install(folder: &Path) -> Result<()> {
    // No package needs its install script. esbuild's only saves a few milliseconds at each start.
    let arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    read(Command::new(NPM).args(arguments).current_dir(folder))?;
    let stamp = stamp(folder);
    fs::write(&stamp, lock_hash(folder)?).with_context(|| format!("{} could not be written", stamp.display()))
}

fn lock_hash(folder: &Path) -> Result<String> {
    hash_files(folder, &["package.json", "package-lock.json"])
}

fn stamp(folder: &Path) -> PathBuf {
    folder.join("node_modules").join(".installed-lock")
}
