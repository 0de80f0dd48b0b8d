//! What must be on the machine before anything can be built or tested.
//!
//! Invariant: what cannot be installed from here is asked for before the work that takes minutes begins.

pub(crate) mod browsers;
pub(crate) mod cargo_tools;
pub(crate) mod npm;
pub(crate) mod python;
mod rust;

use crate::paths::Paths;
use crate::plan::Plan;
use anyhow::Result;

/// `cargo xtask setup`: installs all that building and testing need.
pub(crate) fn run(paths: &Paths) -> Result<()> {
    let mut plan = Plan::default();
    for_tests(paths, &mut plan)?;
    plan.run()?;
    println!("Everything is set up. Next: cargo xtask serve");
    Ok(())
}

/// Adds what the checks without a browser need.
pub(crate) fn for_native(plan: &mut Plan<'_>) {
    plan.add(rust::components());
    plan.add(rust::wasm_target());
}

/// Adds what building needs.
pub(crate) fn for_build<'a>(paths: &'a Paths, plan: &mut Plan<'a>) -> Result<()> {
    plan.add(npm::node());
    plan.add(rust::wasm_target());
    add_builders(paths, plan)
}

/// Adds what the whole test run needs.
pub(crate) fn for_tests<'a>(paths: &'a Paths, plan: &mut Plan<'a>) -> Result<()> {
    plan.add(npm::node());
    plan.add(browsers::step(paths));
    for_native(plan);
    add_builders(paths, plan)?;
    plan.add(cargo_tools::geckodriver(paths).step(paths));
    plan.add(npm::packages("npm packages that drive the browsers", paths.browser_tests()));
    plan.add(python::step(paths));
    Ok(())
}

fn add_builders<'a>(paths: &'a Paths, plan: &mut Plan<'a>) -> Result<()> {
    plan.add(npm::packages("npm packages that bundle and optimise", paths.build_tools()));
    plan.add(cargo_tools::trunk(paths).step(paths));
    plan.add(cargo_tools::wasm_bindgen(paths)?.step(paths));
    Ok(())
}
