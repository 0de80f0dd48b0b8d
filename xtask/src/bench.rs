//! How fast the finished report is, in Chromium.
//!
//! Invariant: it measures the optimised build and asserts nothing but that it ran; times differ from machine to machine.

use crate::build;
use crate::places::Places;
use crate::plan::{Plan, Step};
use crate::process::run as run_program;
use crate::setup::{self, browsers};
use anyhow::Result;
use std::process::Command;

/// `cargo xtask bench`: sets up, builds, and prints how long loading and filtering take.
pub(crate) fn run(places: &Places) -> Result<()> {
    let mut plan = Plan::default();
    setup::for_tests(places, &mut plan)?;
    build::add(places, &mut plan);
    let bench = Step::new("Loading and filtering in Chromium", "cargo xtask bench", || measure(places));
    plan.add(bench.note("some minutes"));
    plan.run().map(drop)
}

fn measure(places: &Places) -> Result<()> {
    let mut command = Command::new("node");
    command.arg("bench.mjs").current_dir(places.browser_tests());
    command.envs(browsers::environment(places)).env("OUTREACH_DIST", &places.dist);
    run_program(&mut command)
}
