//! The two builds: the release in `dist/`, which Trunk builds, and the development build in `target/development-page/`,
//! which takes seconds after a change.
//!
//! Invariant: unchanged sources are not built again. A plain `trunk build --release` gives the same files as the
//! release. The development build has the same files as the release, except for those that `compare_builds` names.

pub(crate) mod assemble;
pub(crate) mod compare_builds;
pub(crate) mod development;
mod pages;
pub(crate) mod stamp;
mod trunk_page;

use crate::paths::Paths;
use crate::process::run as run_program;
use crate::setup::{self, tools};
use crate::size;
use crate::steps::{Plan, Step};
use anyhow::Result;
use std::process::Command;

/// What a build is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Small and fast, for readers.
    Release,
    /// Built in seconds, for developers; without the single-file pages, the pinned version and the preview picture.
    Development,
}

/// `cargo xtask build`: installs tools, builds, and prints the size of the first visit.
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
    // Trunk runs offline so that it does not download programs. The crates must therefore be downloaded before.
    run_program(Command::new("cargo").args(["fetch", "--quiet"]).current_dir(&paths.root))?;
    let programs = paths.build_tools().join("node_modules").join(".bin");
    let path = paths.search_path(&[tools::wasm_bindgen(paths)?.programs(), programs])?;
    let inputs = stamp::inputs(paths)?;
    let mut command = Command::new(tools::trunk(paths).program());
    command.args(["build", "--release", "--offline=true", "--skip-version-check", "--log=warn"]);
    // Trunk accepts only `true` and `false` in NO_COLOR, and fails if it is `1`, the usual value.
    command.env("PATH", path).env_remove("NO_COLOR").current_dir(&paths.root);
    run_program(&mut command)?;
    stamp::write(paths, &inputs)
}
