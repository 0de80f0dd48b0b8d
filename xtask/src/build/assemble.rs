//! The last part of a build: text, tables and picture beside the report, a JavaScript file for each WebAssembly, the pages
//! that are one file, what lies beside them, and a check of all that. Trunk calls it on its staging folder.
//!
//! Invariant: the result holds the scripts that are named here and no others, and pages that a strict
//! Content-Security-Policy accepts, but for those that are one file.

use super::pages;
use crate::paths::Paths;
use crate::process::run as run_program;
use anyhow::{Context, Result, bail, ensure};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The JavaScript files that are made.
const SCRIPTS: &[&str] =
    &["outreach-report.js", "outreach-report-dialogs.js", "embed.js", "check.js", "check-inside.js"];
/// Pages that have their script and style in files beside them.
const PAGES: &[&str] = &["index.html", "activities.html", "check.html", "check-inside.html", "theming.html"];
/// What is taken as it is from `static/host`.
const COPIED: &[&str] = &[
    "check.html",
    "check.css",
    "check-inside.html",
    "theming.html",
    "theming.css",
    "outreach-report.d.ts",
    "custom-elements.json",
];
/// What else must be there.
const EXPECTED: &[&str] = &[
    "outreach-report_bg.wasm",
    "outreach-report-dialogs_bg.wasm",
    "page.css",
    "report.html",
    "embed.html",
    "version.json",
    "activities.html",
    "picture.png",
    "data/activities.json",
    "data/schema.json",
    "data/datapackage.json",
    "data/csv-metadata.json",
    "data/outreach-hxl.csv",
];
/// What a script element may hold in place of an address: data, which no browser runs and no policy refuses.
const DATA_BLOCK: &str = "<script type=\"application/ld+json\">";

/// `cargo xtask assemble`: bundles hand-written JavaScript, style sheets and generated JavaScript, makes the pages that are
/// one file, and copies what needs no making.
pub(crate) fn run(paths: &Paths) -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.context("this is a part of the build; run `cargo xtask build` instead")?;
    pages::write(paths, &staging)?;
    let fixed = paths.root.join("static");
    for name in COPIED {
        let from = fixed.join("host").join(name);
        fs::copy(&from, staging.join(name)).with_context(|| format!("{} could not be copied", from.display()))?;
    }
    let bundler = paths.build_tools().join("assemble.mjs");
    run_program(
        Command::new("node").arg(&bundler).arg(&fixed).arg(&staging).arg(paths.text()).current_dir(&paths.root),
    )?;
    check(&staging)
}

fn check(staging: &Path) -> Result<()> {
    for name in [SCRIPTS, PAGES, COPIED, EXPECTED].concat() {
        ensure!(staging.join(name).is_file(), "the build gave no {name}; does index.html still name it for Trunk?");
    }
    let other = fs::read_dir(staging)?.filter_map(|entry| Some(entry.ok()?.file_name()));
    let other: Vec<_> = other.filter_map(|name| name.into_string().ok()).collect();
    if let Some(name) =
        other.iter().find(|name| name.ends_with("js") && !SCRIPTS.contains(&name.as_str()) || *name == "snippets")
    {
        bail!(
            "the build gave {name}, which is none of ours; a crate brings JavaScript of its own, which must be removed"
        );
    }
    PAGES.iter().try_for_each(|name| check_page(staging, name))
}

fn check_page(staging: &Path, name: &str) -> Result<()> {
    let page = fs::read_to_string(staging.join(name))?.to_lowercase();
    for (found, what) in [("<style", "a <style> element"), (" style=", "a style attribute"), ("data-trunk", "Trunk's")]
    {
        ensure!(
            !page.contains(found),
            "{name} holds {what}, which a strict Content-Security-Policy or a reader trips on"
        );
    }
    let page = page.replace(DATA_BLOCK, "");
    let scripts = page.split("<script").skip(1).filter_map(|rest| rest.split('>').next());
    for script in scripts {
        ensure!(
            script.contains(" src="),
            "{name} holds an inline script, which a strict Content-Security-Policy blocks"
        );
    }
    Ok(())
}
