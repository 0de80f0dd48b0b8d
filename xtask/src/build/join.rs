//! The last part of a build: one JavaScript file, and a check of what lies beside it. Trunk calls it on its staging folder.
//!
//! Invariant: the result holds exactly one JavaScript file, and a page that a strict Content-Security-Policy accepts.

use crate::places::Places;
use crate::process::run as run_program;
use anyhow::{Context, Result, bail, ensure};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const SCRIPT: &str = "outreach-report.js";
const EXPECTED: &[&str] =
    &["index.html", SCRIPT, "outreach-report_bg.wasm", "page.css", "data/activities.json", "data/schema.json"];

/// `cargo xtask join`: bundles loader, style sheet and generated JavaScript into `outreach-report.js`.
pub(crate) fn run(places: &Places) -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.context("this is a part of the build; run `cargo xtask build` instead")?;
    let loader = places.root.join("static").join("loader").join("main.js");
    let glue = staging.join(SCRIPT);
    let bundler = places.build_tools().join("join.mjs");
    run_program(Command::new("node").arg(bundler).arg(loader).arg(&glue).current_dir(&places.root))?;
    check(&staging)
}

fn check(staging: &Path) -> Result<()> {
    for name in EXPECTED {
        ensure!(staging.join(name).is_file(), "the build gave no {name}; does index.html still name it for Trunk?");
    }
    let other = fs::read_dir(staging)?.filter_map(|entry| Some(entry.ok()?.file_name()));
    let other: Vec<_> = other.filter_map(|name| name.into_string().ok()).collect();
    if let Some(name) = other.iter().find(|name| name.as_str() != SCRIPT && name.ends_with("js") || *name == "snippets")
    {
        bail!("the build gave {name} beside {SCRIPT}; a crate brings JavaScript of its own, which must be removed");
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
