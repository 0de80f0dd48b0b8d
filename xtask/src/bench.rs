//! Measures how fast the report is in Chromium.
//!
//! Invariant: it measures the optimised build, and fails only if the measurement did not run. No time is asserted,
//! because times differ from machine to machine.

use crate::build;
use crate::paths::Paths;
use crate::process::run as run_program;
use crate::setup::{self, browsers};
use crate::steps::{Plan, Step};
use anyhow::Result;
use std::process::Command;

/// `cargo xtask bench`: installs tools, builds, and prints how long loading and filtering take.
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
