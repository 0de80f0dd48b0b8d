//! The built files: the release in `dist/`, which Trunk builds, and the development build in `target/development-page/`,
//! which is there in seconds after a change.
//!
//! Invariant: an unchanged tree is not built again, a plain `trunk build --release` gives the same files as the release,
//! and the development build has the same files but for those that `file_lists` names.

pub(crate) mod assemble;
pub(crate) mod development;
pub(crate) mod file_lists;
mod page;
mod pages;
pub(crate) mod stamp;

use crate::paths::Paths;
use crate::plan::{Plan, Step};
use crate::process::run as run_program;
use crate::setup::{self, tools};
use crate::size;
use anyhow::Result;
use std::process::Command;

/// What a build is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Small and fast, for readers.
    Release,
    /// Built in seconds, for developers; without pages of one file, pinned versions and the picture.
    Development,
}

/// `cargo xtask build`: sets up, builds, and prints what the first visit weighs.
pub(crate) fn run(paths: &Paths) -> Result<()> {
    let mut plan = Plan::default();
    setup::for_build(paths, &mut plan)?;
    add(paths, &mut plan);
    let times = plan.run()?;
    size::run(paths)?;
    println!("The finished files are in {}, {}", paths.dist.display(), times.together());
    Ok(())
}

/// Adds the step that builds the release.
pub(crate) fn add<'a>(paths: &'a Paths, plan: &mut Plan<'a>) {
    let build = Step::new("Page and Wasm, optimised", "cargo xtask build", || release(paths));
    plan.add(build.unless(|| stamp::is_current(paths)).note("about two minutes after a change"));
}

fn release(paths: &Paths) -> Result<()> {
    // Trunk works offline so that it fetches no programs of its own; so the crates must be here before.
    run_program(Command::new("cargo").args(["fetch", "--quiet"]).current_dir(&paths.root))?;
    let programs = paths.build_tools().join("node_modules").join(".bin");
    let path = paths.search_path(&[tools::wasm_bindgen(paths)?.programs(), programs])?;
    let inputs = stamp::inputs(paths)?;
    let mut command = Command::new(tools::trunk(paths).program());
    command.args(["build", "--release", "--offline=true", "--skip-version-check", "--log=warn"]);
    // Trunk understands only `true` and `false` in NO_COLOR, and stops at the usual `1`.
    command.env("PATH", path).env_remove("NO_COLOR").current_dir(&paths.root);
    run_program(&mut command)?;
    stamp::write(paths, &inputs)
}
