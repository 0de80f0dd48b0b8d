//! The folders: the project, the tools cache, the build folder.
//!
//! Invariant: tools are installed outside the project and its `target/`. Installing them takes minutes, and a fresh
//! clone or `cargo clean` must not require it again.

use anyhow::{Context, Result};
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The folders that the commands use, as absolute paths.
pub(crate) struct Paths {
    /// The project's root folder.
    pub(crate) root: PathBuf,
    /// The installed tools; all clones of the project share them.
    pub(crate) cache: PathBuf,
    /// Cargo's build folder.
    pub(crate) target: PathBuf,
    /// The files of the release.
    pub(crate) dist: PathBuf,
    /// The files of the development build.
    pub(crate) development: PathBuf,
}

impl Paths {
    /// Determines the folders from the path at which this program was compiled and from environment variables.
    pub(crate) fn find() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .context("the folder xtask/ must lie inside the project")?
            .to_path_buf();
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |folder| root.join(folder));
        Ok(Self {
            cache: cache()?,
            dist: root.join("dist"),
            development: target.join("development-page"),
            target,
            root,
        })
    }

    /// The folder with the JavaScript of the build, and its npm packages, which bundle and optimise.
    pub(crate) fn build_tools(&self) -> PathBuf {
        self.root.join("xtask").join("npm")
    }

    /// The folder for pieces of text that are inserted into other pages.
    pub(crate) fn text(&self) -> PathBuf {
        self.target.join("text")
    }

    /// The folder of the browser tests.
    pub(crate) fn browser_tests(&self) -> PathBuf {
        self.root.join("tests").join("browser")
    }

    /// The value of `PATH` with these folders added at the front.
    pub(crate) fn search_path(&self, first: &[PathBuf]) -> Result<OsString> {
        let rest = env::var_os("PATH").unwrap_or_default();
        let folders = first.iter().cloned().chain(env::split_paths(&rest));
        env::join_paths(folders).context("a folder name holds a character that PATH cannot carry")
    }
}

/// The name of a program's file on this system.
pub(crate) fn program_file(name: &str) -> String {
    format!("{name}{}", env::consts::EXE_SUFFIX)
}

fn cache() -> Result<PathBuf> {
    let folder = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(chosen) = folder("OUTREACH_TOOLS") {
        return std::path::absolute(chosen).context("OUTREACH_TOOLS is no usable path");
    }
    let parent = if cfg!(windows) {
        folder("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        folder("HOME").map(|home| home.join("Library").join("Caches"))
    } else {
        folder("XDG_CACHE_HOME").or_else(|| folder("HOME").map(|home| home.join(".cache")))
    };
    let parent = parent.context("no folder for tools is known; set OUTREACH_TOOLS to one and run the command again")?;
    Ok(parent.join("outreach-report"))
}
