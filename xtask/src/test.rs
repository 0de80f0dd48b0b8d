//! All checks and tests, in the order in which they find faults soonest.
//!
//! Invariant: nothing is left out without a word; the run ends with `all tests passed` or with what failed.

mod browser;
mod native;

use crate::build;
use crate::paths::Paths;
use crate::plan::{Plan, Step};
use crate::setup;
use crate::size;
use anyhow::Result;

/// `cargo xtask test`.
pub(crate) fn everything(paths: &Paths) -> Result<()> {
    let mut plan = Plan::default();
    setup::for_tests(paths, &mut plan)?;
    native::add(paths, &mut plan);
    add_browser(paths, &mut plan, None);
    finish(plan, "all tests passed")
}

/// `cargo xtask test native`.
pub(crate) fn native_only(paths: &Paths) -> Result<()> {
    let mut plan = Plan::default();
    setup::for_native(&mut plan);
    native::add(paths, &mut plan);
    finish(plan, "all native tests passed; the browser tests were not asked for")
}

/// `cargo xtask test browser [NAME]`.
pub(crate) fn browser_only(paths: &Paths, filter: Option<&str>) -> Result<()> {
    let mut plan = Plan::default();
    setup::for_tests(paths, &mut plan)?;
    add_browser(paths, &mut plan, filter);
    finish(plan, "the chosen browser tests passed; the native tests were not asked for")
}

fn add_browser<'a>(paths: &'a Paths, plan: &mut Plan<'a>, filter: Option<&'a str>) {
    build::add(paths, plan);
    plan.add(Step::new("Size of the first visit", "cargo xtask size", || size::run(paths)));
    let repeat = format!("cargo xtask test browser {}", filter.unwrap_or_default());
    plan.add(Step::new("Tests in three browsers", repeat.trim_end(), move || browser::run(paths, filter)));
}

fn finish(plan: Plan<'_>, words: &str) -> Result<()> {
    let times = plan.run()?;
    println!();
    times.print();
    println!("\n{words}");
    Ok(())
}
