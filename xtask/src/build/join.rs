//! The last part of a build: text, tables and picture beside the report, a JavaScript file for each WebAssembly, and a
//! check of all that. Trunk calls it on its staging folder.
//!
//! Invariant: the result holds one JavaScript file for each WebAssembly, and pages that a strict
//! Content-Security-Policy accepts.

use super::pages;
use crate::places::Places;
use crate::process::run as run_program;
use anyhow::{Context, Result, bail, ensure};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The JavaScript files that are made, each with the folder of `static` whose `main.js` it begins with.
const SCRIPTS: &[(&str, &str)] = &[("outreach-report.js", "loader"), ("outreach-report-annex.js", "annex")];
const EXPECTED: &[&str] = &[
    "index.html",
    "outreach-report.js",
    "outreach-report_bg.wasm",
    "outreach-report-annex.js",
    "outreach-report-annex_bg.wasm",
    "page.css",
    "activities.html",
    "picture.png",
    "data/activities.json",
    "data/schema.json",
    "data/datapackage.json",
    "data/csv-metadata.json",
    "data/outreach-hxl.csv",
];
/// Pages that have their script and style in files beside them.
const PAGES: &[&str] = &["index.html", "activities.html"];
/// What a script element may hold in place of an address: data, which no browser runs and no policy refuses.
const DATA_BLOCK: &str = "<script type=\"application/ld+json\">";

/// `cargo xtask join`: bundles hand-written JavaScript, style sheet and generated JavaScript into one file for each
/// WebAssembly.
pub(crate) fn run(places: &Places) -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.context("this is a part of the build; run `cargo xtask build` instead")?;
    pages::write(places, &staging)?;
    let bundler = places.build_tools().join("join.mjs");
    for (script, folder) in SCRIPTS {
        let first = places.root.join("static").join(folder).join("main.js");
        let glue = staging.join(script);
        run_program(Command::new("node").arg(&bundler).arg(first).arg(&glue).current_dir(&places.root))?;
    }
    check(&staging)
}

fn check(staging: &Path) -> Result<()> {
    for name in EXPECTED {
        ensure!(staging.join(name).is_file(), "the build gave no {name}; does index.html still name it for Trunk?");
    }
    let other = fs::read_dir(staging)?.filter_map(|entry| Some(entry.ok()?.file_name()));
    let other: Vec<_> = other.filter_map(|name| name.into_string().ok()).collect();
    let made = |name: &str| SCRIPTS.iter().any(|(script, _)| *script == name);
    if let Some(name) = other.iter().find(|name| name.ends_with("js") && !made(name) || *name == "snippets") {
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
