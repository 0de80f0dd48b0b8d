//! The tools that are Rust crates: Trunk, wasm-bindgen, geckodriver and, for `cargo xtask size --why`, twiggy.
//!
//! Invariant: each version of a tool has its own folder in the cache. Its program is written there only when it is
//! complete, so that file alone shows that the installation is finished. If `PATH` has a program of exactly this
//! version, that is used instead of an installation.

use crate::build::stamp::hash_files;
use crate::paths::{Paths, program_file};
use crate::process::{find, read};
use crate::setup::install;
use crate::steps::Step;
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The package in `crates/bindgen`.
const BINDGEN: &str = "outreach-report-bindgen";

/// One tool in one version.
pub(crate) struct Tool {
    /// Its package in the registry.
    pub(crate) package: &'static str,
    pub(crate) version: String,
    /// The name of its program, without folder and extension.
    pub(crate) name: &'static str,
    /// The package of this workspace that is compiled instead, and gives the same program.
    pub(crate) own_package: Option<&'static str>,
    /// What `cargo install` is told beside the package and its version.
    pub(crate) flags: &'static [&'static str],
    /// Roughly how many crates are compiled for it; only for printing progress.
    pub(crate) crates: usize,
    note: &'static str,
    /// Its folder in the cache; the program is in `bin`.
    pub(crate) folder: PathBuf,
}

/// Trunk, which builds the release.
pub(crate) fn trunk(paths: &Paths) -> Tool {
    let tool = Tool::new(paths, "trunk", "0.21.14", "trunk", "about 4 minutes on two cores, once", 368);
    // Trunk need not load anything here: it gets all tools from us. Without encrypted connections and the search for newer
    // versions, compiling it takes a third less time.
    Tool { flags: &["--no-default-features"], ..tool }
}

/// wasm-bindgen, in exactly the version that `Cargo.lock` names.
pub(crate) fn wasm_bindgen(paths: &Paths) -> Result<Tool> {
    let lock = fs::read_to_string(paths.root.join("Cargo.lock")).context("Cargo.lock could not be read")?;
    let version = lock
        .split("[[package]]")
        .find(|package| package.contains("\nname = \"wasm-bindgen\"\n"))
        .and_then(|package| package.lines().find_map(|line| line.strip_prefix("version = \"")))
        .and_then(|rest| rest.strip_suffix('"'))
        .context("Cargo.lock names no version of wasm-bindgen")?;
    let tool = Tool::new(paths, "wasm-bindgen-cli", version, "wasm-bindgen", "about a minute on two cores, once", 42);
    // The folder's name has a hash of our own package: if its source changes, the earlier program must not be used.
    let folder = format!("{BINDGEN}-{version}-{}", hash_files(&paths.root, &["crates/bindgen"])?);
    Ok(Tool { own_package: Some(BINDGEN), folder: paths.cache.join("tools").join(folder), ..tool })
}

/// geckodriver, which drives Firefox.
pub(crate) fn geckodriver(paths: &Paths) -> Tool {
    Tool::new(paths, "geckodriver", "0.37.1", "geckodriver", "about 2 minutes on two cores, once", 146)
}

/// twiggy, which lists the parts of a WebAssembly by size.
pub(crate) fn twiggy(paths: &Paths) -> Tool {
    Tool::new(paths, "twiggy", "0.8.0", "twiggy", "about 1 minute on two cores, once", 60)
}

impl Tool {
    fn new(
        paths: &Paths,
        package: &'static str,
        version: &str,
        name: &'static str,
        note: &'static str,
        crates: usize,
    ) -> Self {
        let folder = paths.cache.join("tools").join(format!("{package}-{version}"));
        Self { package, version: version.to_owned(), name, own_package: None, flags: &[], crates, note, folder }
    }

    /// The path of the program: in the cache or, if it is not there, on `PATH` in exactly this version. If it is in
    /// neither, the path that it will have in the cache.
    pub(crate) fn program(&self) -> PathBuf {
        let cached = self.cached();
        if cached.is_file() {
            return cached;
        }
        let has_version = |program: &PathBuf| {
            read(Command::new(program).arg("--version")).is_ok_and(|text| names_version(&text, &self.version))
        };
        find(&[self.name]).filter(has_version).unwrap_or(cached)
    }

    /// The folder that contains the program.
    pub(crate) fn programs(&self) -> PathBuf {
        self.program().parent().map(Path::to_path_buf).unwrap_or_default()
    }

    /// The path of the program in the cache, whether it is installed or not.
    pub(crate) fn cached(&self) -> PathBuf {
        self.folder.join("bin").join(program_file(self.name))
    }

    /// The step that installs the tool, unless it is installed.
    pub(crate) fn step<'a>(self, paths: &'a Paths) -> Step<'a> {
        let title = format!("{} {}", self.name, self.version);
        let (note, program) = (self.note, self.program());
        let repeat = "cargo xtask setup";
        Step::new(&title, repeat, move || install::install(&self, paths))
            .unless(move || Ok(program.is_file()))
            .note(note)
    }
}

/// Whether the first line of a program's `--version` names exactly this version.
fn names_version(text: &str, version: &str) -> bool {
    text.lines().next().is_some_and(|line| line.split_whitespace().any(|word| word == version))
}

#[cfg(test)]
mod tests {
    use super::names_version;

    #[test]
    fn only_exactly_this_version_is_accepted() {
        assert!(names_version("trunk 0.21.14\n", "0.21.14"));
        assert!(names_version("geckodriver 0.37.1 (abc 2026-01-01)\n\nThe source …", "0.37.1"));
        assert!(!names_version("wasm-bindgen 0.2.130", "0.2.13"));
        assert!(!names_version("tool 1.0.0\nneeds trunk 0.21.14", "0.21.14"));
        assert!(!names_version("", "0.21.14"));
    }
}
