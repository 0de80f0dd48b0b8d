//! Tools that come by `cargo install`: Trunk, wasm-bindgen, geckodriver and, when asked for, twiggy.
//!
//! Invariant: each tool and version has a folder of its own in the cache, and its program appears there only when it is
//! complete, so a finished installation is recognised by that file alone.

use crate::paths::{Paths, program_file};
use crate::plan::{Step, seconds};
use crate::process::line;
use anyhow::{Context, Result, bail};
use std::collections::VecDeque;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// One tool in one version.
pub(crate) struct Tool {
    package: &'static str,
    version: String,
    note: &'static str,
    /// About how many packages are compiled for it; only for the progress lines.
    parts: usize,
    /// The folder of its programs.
    pub(crate) programs: PathBuf,
    /// Its program.
    pub(crate) program: PathBuf,
}

/// Trunk, which builds the page.
pub(crate) fn trunk(paths: &Paths) -> Tool {
    Tool::new(paths, "trunk", "0.21.14", "trunk", "about 5 minutes on two cores, once", 384)
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
    Ok(Tool::new(paths, "wasm-bindgen-cli", version, "wasm-bindgen", "about 2 minutes on two cores, once", 160))
}

/// geckodriver, which drives Firefox.
pub(crate) fn geckodriver(paths: &Paths) -> Tool {
    Tool::new(paths, "geckodriver", "0.37.1", "geckodriver", "about 2 minutes on two cores, once", 146)
}

/// twiggy, which says what a Wasm file is made of.
pub(crate) fn twiggy(paths: &Paths) -> Tool {
    Tool::new(paths, "twiggy", "0.8.0", "twiggy", "about 1 minute on two cores, once", 60)
}

impl Tool {
    fn new(
        paths: &Paths,
        package: &'static str,
        version: &str,
        program: &str,
        note: &'static str,
        parts: usize,
    ) -> Self {
        let programs = paths.cache.join("tools").join(format!("{package}-{version}")).join("bin");
        let program = programs.join(program_file(program));
        Self { package, version: version.to_owned(), note, parts, programs, program }
    }

    /// The step that installs the tool unless it is there.
    pub(crate) fn step<'a>(self, paths: &'a Paths) -> Step<'a> {
        let title = format!("{} {}", self.package, self.version);
        let (note, program) = (self.note, self.program.clone());
        let repeat = "cargo xtask setup";
        Step::new(&title, repeat, move || self.install(paths)).unless(move || Ok(program.is_file())).note(note)
    }

    fn install(&self, paths: &Paths) -> Result<()> {
        // The package's own lock file is tried first; a registry mirror may lag behind and lack one of its versions.
        if self.attempt(paths, &["--locked"]).is_err() {
            println!("      its own lock file cannot be used here; trying again without");
            self.attempt(paths, &[])?;
        }
        // The shared build folder is kept only while an interrupted installation may still need it.
        let _ = fs::remove_dir_all(paths.cache.join("build"));
        Ok(())
    }

    fn attempt(&self, paths: &Paths, extra: &[&str]) -> Result<()> {
        fs::create_dir_all(&paths.cache).with_context(|| format!("{} cannot be made", paths.cache.display()))?;
        let root = self.programs.parent().unwrap_or(&self.programs);
        let mut command = Command::new("cargo");
        command.args(["install", self.package, "--version", &self.version, "--root"]).arg(root).args(extra);
        // A folder outside the project keeps the project's Cargo settings away from the tools, and the build settings
        // make them compile in half the time.
        command.current_dir(&paths.cache).env("CARGO_TARGET_DIR", paths.cache.join("build"));
        command.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1").env("CARGO_PROFILE_RELEASE_LTO", "off");
        command.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16").env("CARGO_PROFILE_RELEASE_DEBUG", "0");
        command.env("CARGO_TERM_COLOR", "never").env("CARGO_TERM_PROGRESS_WHEN", "never");
        self.follow(&mut command)
    }

    /// Runs the installation, prints a line every twenty seconds.
    fn follow(&self, command: &mut Command) -> Result<()> {
        let text = line(command);
        let mut child =
            command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().context("cargo")?;
        let stderr = child.stderr.take().context("the installation's output cannot be read")?;
        let (start, mut said, mut compiled) = (Instant::now(), Instant::now(), 0);
        let mut last = VecDeque::new();
        for message in BufReader::new(stderr).lines().map_while(Result::ok) {
            compiled += usize::from(message.trim_start().starts_with("Compiling "));
            if said.elapsed() > Duration::from_secs(20) {
                said = Instant::now();
                println!("      {compiled} of about {} parts compiled, {}", self.parts, seconds(start.elapsed()));
            }
            last.push_back(message);
            if last.len() > 15 {
                last.pop_front();
            }
        }
        let status = child.wait().context("the installation could not be waited for")?;
        if !status.success() {
            let last = Vec::from(last).join("\n");
            bail!("`{text}` ended with {status}. Its last lines:\n{last}\n");
        }
        Ok(())
    }
}
