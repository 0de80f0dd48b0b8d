//! The finished files in `dist/`.
//!
//! Invariant: an unchanged tree is not built again, and a plain `trunk build --release` gives the same files.

pub(crate) mod assemble;
mod pages;
pub(crate) mod stamp;

use crate::paths::Paths;
use crate::plan::{Plan, Step};
use crate::process::run as run_program;
use crate::setup::{self, cargo_tools};
use crate::size;
use anyhow::Result;
use std::process::Command;

/// `cargo xtask build`: sets up, builds, and prints what the first visit weighs.
pub(crate) fn run(paths: &Paths) -> Result<()> {
    let mut plan = Plan::default();
    setup::for_build(paths, &mut plan)?;
    add(paths, &mut plan);
    plan.run()?;
    size::run(paths)?;
    println!("The finished files are in {}", paths.dist.display());
    Ok(())
}

/// Adds the steps that build.
pub(crate) fn add<'a>(paths: &'a Paths, plan: &mut Plan<'a>) {
    let build = Step::new("Page and Wasm, optimised", "cargo xtask build", || build(paths));
    plan.add(build.unless(|| stamp::is_current(paths)).note("a minute or two after a change"));
}

fn build(paths: &Paths) -> Result<()> {
    // Trunk works offline so that it fetches no programs of its own; so the crates must be here before.
    run_program(Command::new("cargo").args(["fetch", "--quiet"]).current_dir(&paths.root))?;
    let (trunk, wasm_bindgen) = (cargo_tools::trunk(paths), cargo_tools::wasm_bindgen(paths)?);
    let programs = paths.build_tools().join("node_modules").join(".bin");
    let path = paths.search_path(&[wasm_bindgen.programs, programs])?;
    let inputs = stamp::inputs(paths)?;
    let mut command = Command::new(trunk.program);
    command.args(["build", "--release", "--offline=true", "--skip-version-check", "--log=warn"]);
    // Trunk understands only `true` and `false` in NO_COLOR, and stops at the usual `1`.
    command.env("PATH", path).env_remove("NO_COLOR").current_dir(&paths.root);
    run_program(&mut command)?;
    stamp::write(paths, &inputs)
}
