//! Runs the checks and tests; those that find errors soonest come first.
//!
//! Invariant: nothing is skipped without a message. The run ends with `all tests passed` or with what failed.

mod browser;
mod native;

use crate::build::{self, compare_builds, development};
use crate::paths::Paths;
use crate::setup;
use crate::size;
use crate::steps::{Plan, Step};
use anyhow::{Context, Result, ensure};
use browser::Tests;

/// The names of the browsers in the tests.
const BROWSERS: &[&str] = &["chromium", "firefox", "webkit"];

/// `cargo xtask test`.
pub(crate) fn everything(paths: &Paths) -> Result<()> {
    let mut plan = Plan::default();
    setup::for_tests(paths, &mut plan)?;
    native::add(paths, &mut plan);
    add_release(paths, &mut plan);
    add_development(paths, &mut plan);
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
pub(crate) fn browser_only(paths: &Paths, name: Option<&str>) -> Result<()> {
    let mut plan = Plan::default();
    setup::for_tests(paths, &mut plan)?;
    add_release(paths, &mut plan);
    add_browser(paths, &mut plan, name);
    finish(plan, "the chosen browser tests passed; the native tests were not asked for")
}

/// `cargo xtask try NAME [BROWSER]`: browser tests on the development build, which takes seconds after an edit.
pub(crate) fn on_development(paths: &Paths, name: &str, browser: Option<&str>) -> Result<()> {
    let known = browser.is_none_or(|browser| BROWSERS.contains(&browser));
    ensure!(known, "the browsers are {}", BROWSERS.join(", "));
    let mut plan = Plan::default();
    setup::for_development(paths, &mut plan)?;
    setup::for_browsers(paths, &mut plan);
    plan.add(development::step(paths));
    let repeat = format!("cargo xtask try {name} {}", browser.unwrap_or_default());
    plan.add(Step::new("Tests on the development page", repeat.trim_end(), move || {
        browser::run(paths, &Tests { name: Some(name), browser, files: &paths.development, screens: None })
            .with_context(|| {
                format!(
                    "the development page has no pages of one file, no pinned version and no picture; what tests these \
                     needs `cargo xtask test browser {name}`"
                )
            })
    }));
    finish(
        plan,
        "the chosen tests passed on the development page, which has no pages of one file and no pinned version",
    )
}

/// `cargo xtask screens [NAME]`: browser tests that also save pictures of the screen.
pub(crate) fn screens(paths: &Paths, name: Option<&str>) -> Result<()> {
    let folder = paths.target.join("screens");
    let mut plan = Plan::default();
    setup::for_tests(paths, &mut plan)?;
    add_release(paths, &mut plan);
    plan.add(Step::new("Pictures of the screen", "cargo xtask screens", || {
        let screens = Some(folder.clone());
        browser::run(paths, &Tests { name, browser: None, files: &paths.dist, screens })
    }));
    finish(plan, &format!("the pictures are in {}", folder.display()))
}

fn add_release<'a>(paths: &'a Paths, plan: &mut Plan<'a>) {
    build::add(paths, plan);
    plan.add(Step::new("Size of the first visit", "cargo xtask size", || size::run(paths)));
}

/// Adds the development build, the comparison of its files with those of the release, and a test of its page.
fn add_development<'a>(paths: &'a Paths, plan: &mut Plan<'a>) {
    plan.add(development::step(paths));
    plan.add(Step::new("Files of both builds", "cargo xtask test", || compare_builds::compare(paths)));
    plan.add(Step::new("Development page in a browser", "cargo xtask try \"shows the whole report\" chromium", || {
        let browser = Some("chromium");
        browser::run(
            paths,
            &Tests { name: Some("shows the whole report"), browser, files: &paths.development, screens: None },
        )
    }));
}

fn add_browser<'a>(paths: &'a Paths, plan: &mut Plan<'a>, name: Option<&'a str>) {
    let repeat = format!("cargo xtask test browser {}", name.unwrap_or_default());
    plan.add(Step::new("Tests in three browsers", repeat.trim_end(), move || {
        browser::run(paths, &Tests { name, browser: None, files: &paths.dist, screens: None })
    }));
}

fn finish(plan: Plan<'_>, message: &str) -> Result<()> {
    let times = plan.run()?;
    println!();
    times.print();
    println!("\n{message}");
    Ok(())
}
