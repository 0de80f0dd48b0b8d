//! How fast the finished report is, in Chromium.
//!
//! Invariant: it measures the optimised build and asserts nothing but that it ran; times differ from machine to machine.

use crate::build;
use crate::paths::Paths;
use crate::plan::{Plan, Step};
use crate::process::run as run_program;
use crate::setup::{self, browsers};
use anyhow::Result;
use std::process::Command;

/// `cargo xtask bench`: sets up, builds, and prints how long loading and filtering take.
pub(crate) fn run(paths: &Paths) -> Result<()> {
    let mut plan = Plan::default();
    setup::for_tests(paths, &mut plan)?;
    build::add(paths, &mut plan);
    let bench = Step::new("Loading and filtering in Chromium", "cargo xtask bench", || measure(paths));
    plan.add(bench.note("some minutes"));
    plan.run().map(drop)
}

fn measure(paths: &Paths) -> Result<()> {
    let mut command = Command::new("node");
    command.arg("bench.mjs").current_dir(paths.browser_tests());
    command.envs(browsers::environment(paths)).env("OUTREACH_DIST", &paths.dist);
    run_program(&mut command)
}
