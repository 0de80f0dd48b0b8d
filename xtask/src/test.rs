//! All checks and tests, in the order in which they find faults soonest.
//!
//! Invariant: nothing is left out without a word; the run ends with `all tests passed` or with what failed.

mod browser;
mod native;

use crate::build;
use crate::places::Places;
use crate::plan::{Plan, Step};
use crate::setup;
use crate::size;
use anyhow::Result;

/// `cargo xtask test`.
pub(crate) fn everything(places: &Places) -> Result<()> {
    let mut plan = Plan::default();
    setup::for_tests(places, &mut plan)?;
    native::add(places, &mut plan);
    add_browser(places, &mut plan, None);
    finish(plan, "all tests passed")
}

/// `cargo xtask test native`.
pub(crate) fn native_only(places: &Places) -> Result<()> {
    let mut plan = Plan::default();
    setup::for_native(&mut plan);
    native::add(places, &mut plan);
    finish(plan, "all native tests passed; the browser tests were not asked for")
}

/// `cargo xtask test browser [NAME]`.
pub(crate) fn browser_only(places: &Places, filter: Option<&str>) -> Result<()> {
    let mut plan = Plan::default();
    setup::for_tests(places, &mut plan)?;
    add_browser(places, &mut plan, filter);
    finish(plan, "the chosen browser tests passed; the native tests were not asked for")
}

fn add_browser<'a>(places: &'a Places, plan: &mut Plan<'a>, filter: Option<&'a str>) {
    build::add(places, plan);
    plan.add(Step::new("Size of the first visit", "cargo xtask size", || size::run(places)));
    let repeat = format!("cargo xtask test browser {}", filter.unwrap_or_default());
    plan.add(Step::new("Tests in three browsers", repeat.trim_end(), move || browser::run(places, filter)));
}

fn finish(plan: Plan<'_>, words: &str) -> Result<()> {
    let times = plan.run()?;
    println!();
    times.print();
    println!("\n{words}");
    Ok(())
}
