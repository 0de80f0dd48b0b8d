//! The last part of a build: writes the text, tables and picture, bundles a JavaScript file for each WebAssembly,
//! writes the single-file pages, and checks the result. Trunk calls it with its staging folder.
//!
//! Invariant: the result has the scripts that are named here and no others. A strict Content-Security-Policy allows
//! everything in its pages, except in the single-file pages.

use super::{Kind, pages};
use crate::paths::Paths;
use crate::process::run as run_program;
use anyhow::{Context, Result, bail, ensure};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The JavaScript files that are bundled.
const SCRIPTS: &[&str] =
    &["outreach-report.js", "outreach-report-dialogs.js", "embed.js", "check.js", "check-inside.js"];
/// Pages whose scripts and styles are in separate files.
const PAGES: &[&str] = &["index.html", "activities.html", "check.html", "check-inside.html", "theming.html"];
/// The files that every build must have.
const EXPECTED: &[&str] = &[
    "outreach-report_bg.wasm",
    "outreach-report-dialogs_bg.wasm",
    "page.css",
    "activities.html",
    "outreach-report.d.ts",
    "custom-elements.json",
    "data/activities.json",
    "data/schema.json",
    "data/datapackage.json",
    "data/csv-metadata.json",
    "data/outreach-hxl.csv",
];
/// The files that a release must have in addition.
const EXPECTED_IN_RELEASE: &[&str] = &["report.html", "embed.html", "version.json", "picture.png"];
/// The only script element allowed without `src`: it contains data, which no browser runs and no policy blocks.
const DATA_BLOCK: &str = "<script type=\"application/ld+json\">";

/// `cargo xtask assemble`: finishes the release in Trunk's staging folder.
pub(crate) fn run(paths: &Paths) -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.context("this is a part of the build; run `cargo xtask build` instead")?;
    assemble(paths, &staging, Kind::Release)
}

/// Finishes a build in a folder that already has the WebAssemblies, wasm-bindgen's JavaScript and `index.html`.
pub(super) fn assemble(paths: &Paths, staging: &Path, kind: Kind) -> Result<()> {
    pages::write(paths, staging, kind)?;
    let source = paths.root.join("static");
    copy_host_files(&source.join("host"), staging)?;
    let mut bundler = Command::new("node");
    bundler.arg(paths.build_tools().join("assemble.mjs")).arg(&source).arg(staging).arg(paths.text());
    if kind == Kind::Development {
        bundler.arg("development");
    }
    run_program(bundler.current_dir(&paths.root))?;
    check(staging, kind)
}

/// Copies the files that are used unchanged: all except the scripts, which are bundled, and `public-face.json`, from
/// which some of the others are generated.
fn copy_host_files(folder: &Path, staging: &Path) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("{} could not be read", folder.display()))? {
        let file = entry?.path();
        let name = file.file_name().unwrap_or_default();
        if file.extension().is_none_or(|extension| extension != "js") && name != "public-face.json" {
            fs::copy(&file, staging.join(name)).with_context(|| format!("{} could not be copied", file.display()))?;
        }
    }
    Ok(())
}

fn check(staging: &Path, kind: Kind) -> Result<()> {
    let in_release: &[&str] = if kind == Kind::Release { EXPECTED_IN_RELEASE } else { &[] };
    for name in [SCRIPTS, PAGES, EXPECTED, in_release].concat() {
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
    for (forbidden, what) in
        [("<style", "a <style> element"), (" style=", "a style attribute"), ("data-trunk", "Trunk's")]
    {
        ensure!(
            !page.contains(forbidden),
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
