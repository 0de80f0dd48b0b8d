//! Installs what building and testing need.
//!
//! Invariant: if something is missing that cannot be installed from here, the command stops before the work that takes
//! minutes.

pub(crate) mod browsers;
mod install;
pub(crate) mod npm;
pub(crate) mod python;
mod rust;
pub(crate) mod tools;

use crate::paths::Paths;
use crate::steps::Plan;
use anyhow::Result;

/// `cargo xtask setup`: installs everything that building and testing need.
pub(crate) fn run(paths: &Paths) -> Result<()> {
    let mut plan = Plan::default();
    for_tests(paths, &mut plan)?;
    plan.run()?;
    println!("Everything is set up. Next: cargo xtask serve");
    Ok(())
}

/// Adds the steps that install what the checks without a browser need.
pub(crate) fn for_native(plan: &mut Plan<'_>) {
    plan.add(rust::components());
    plan.add(rust::wasm_target());
}

/// Adds the steps that install what the development build needs.
pub(crate) fn for_development<'a>(paths: &'a Paths, plan: &mut Plan<'a>) -> Result<()> {
    plan.add(npm::node());
    plan.add(rust::wasm_target());
    add_bundler(paths, plan)
}

/// Adds the steps that install what the release build needs.
pub(crate) fn for_build<'a>(paths: &'a Paths, plan: &mut Plan<'a>) -> Result<()> {
    for_development(paths, plan)?;
    plan.add(tools::trunk(paths).step(paths));
    Ok(())
}

/// Adds the steps that install what the browser tests need, except for the build.
pub(crate) fn for_browsers<'a>(paths: &'a Paths, plan: &mut Plan<'a>) {
    plan.add(browsers::step(paths));
    plan.add(tools::geckodriver(paths).step(paths));
    plan.add(npm::packages("npm packages that drive the browsers", paths.browser_tests()));
    plan.add(python::step(paths));
}

/// Adds the steps that install what all tests need.
pub(crate) fn for_tests<'a>(paths: &'a Paths, plan: &mut Plan<'a>) -> Result<()> {
    plan.add(npm::node());
    for_browsers(paths, plan);
    for_native(plan);
    add_bundler(paths, plan)?;
    plan.add(tools::trunk(paths).step(paths));
    Ok(())
}

fn add_bundler<'a>(paths: &'a Paths, plan: &mut Plan<'a>) -> Result<()> {
    plan.add(npm::packages("npm packages that bundle and optimise", paths.build_tools()));
    plan.add(tools::wasm_bindgen(paths)?.step(paths));
    Ok(())
}
