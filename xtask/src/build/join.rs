//! The last part of a build: a JavaScript file for each WebAssembly, and a check of what lies beside it. Trunk calls it on its staging folder.
//!
//! Invariant: the result holds one JavaScript file for each WebAssembly, and a page that a strict
//! Content-Security-Policy accepts.

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
    "data/activities.json",
    "data/schema.json",
];

/// `cargo xtask join`: bundles hand-written JavaScript, style sheet and generated JavaScript into one file for each
/// WebAssembly.
pub(crate) fn run(places: &Places) -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.context("this is a part of the build; run `cargo xtask build` instead")?;
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
    let page = fs::read_to_string(staging.join("index.html"))?.to_lowercase();
    for (found, what) in [("<style", "a <style> element"), (" style=", "a style attribute"), ("data-trunk", "Trunk's")]
    {
        ensure!(
            !page.contains(found),
            "index.html holds {what}, which a strict Content-Security-Policy or a reader trips on"
        );
    }
    let scripts = page.split("<script").skip(1).filter_map(|rest| rest.split('>').next());
    for script in scripts {
        ensure!(
            script.contains(" src="),
            "index.html holds an inline script, which a strict Content-Security-Policy blocks"
        );
    }
    Ok(())
}
