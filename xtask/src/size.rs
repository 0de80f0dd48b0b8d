//! Measures the size of a reader's first visit, of the report as text, and of the dialogs, which are loaded later.
//!
//! Invariant: limits apply to bytes compressed with brotli at its highest quality, and KB means 1000 bytes.

mod text_report;
pub(crate) mod why;

use crate::paths::Paths;
use crate::process::read;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The files that a first visit loads.
const FIRST_VISIT: [&str; 4] = ["index.html", "outreach-report.js", "outreach-report_bg.wasm", "page.css"];
/// The limit of the first visit without the report as text.
const FIRST_VISIT_LIMIT: u64 = 203_000;
/// The limit of the report as text in the page. It has its own limit because it is all that is shown if nothing else
/// loads.
const TEXT_LIMIT: u64 = 12_000;

/// The files that are loaded when a reader opens a dialog for the first time.
const DIALOGS: [&str; 2] = ["outreach-report-dialogs.js", "outreach-report-dialogs_bg.wasm"];
const DIALOGS_LIMIT: u64 = 225_000;

/// `cargo xtask size`: prints the sizes, and fails if one is above its limit.
pub(crate) fn run(paths: &Paths) -> Result<()> {
    let mut without_text = Vec::new();
    let mut with_text = Vec::new();
    for name in FIRST_VISIT {
        let file = built(paths, name)?;
        let copy = copy_without_text(paths, name, &file)?;
        with_text.extend(copy.is_some().then(|| file.clone()));
        without_text.push(copy.unwrap_or(file));
    }
    let sizes = measure(paths, &without_text)?;
    let first_visit = table("first visit without text", &FIRST_VISIT, &sizes);
    println!("      limit {}", grouped(FIRST_VISIT_LIMIT));
    let with: u64 = measure(paths, &with_text)?.iter().map(|(_, packed)| packed).sum();
    let without = FIRST_VISIT.iter().zip(&sizes).filter(|(name, _)| text_report::FILES.contains(name));
    let text = with.saturating_sub(without.map(|(_, (_, packed))| packed).sum());
    println!("      {:<30}{:>24}", "the report as text, beside it", grouped(text));
    println!("      limit {}", grouped(TEXT_LIMIT));
    let dialogs = DIALOGS.iter().map(|name| built(paths, name)).collect::<Result<Vec<_>>>()?;
    let dialogs = table("dialogs, when asked for", &DIALOGS, &measure(paths, &dialogs)?);
    println!("      limit {}", grouped(DIALOGS_LIMIT));
    within("first visit", first_visit, FIRST_VISIT_LIMIT)?;
    within("report as text", text, TEXT_LIMIT)?;
    within("dialogs", dialogs, DIALOGS_LIMIT)
}

fn within(what: &str, bytes: u64, limit: u64) -> Result<()> {
    ensure!(bytes <= limit, "the {what} is over the limit by {} bytes", grouped(bytes - limit));
    Ok(())
}

fn built(paths: &Paths, name: &str) -> Result<PathBuf> {
    let file = paths.dist.join(name);
    ensure!(file.is_file(), "{} is not there; `cargo xtask build` makes it", file.display());
    Ok(file)
}

/// Writes a copy of the file without the report as text; `None` if the file does not contain it.
fn copy_without_text(paths: &Paths, name: &str, file: &Path) -> Result<Option<PathBuf>> {
    if !text_report::FILES.contains(&name) {
        return Ok(None);
    }
    let without = text_report::without(name, &fs::read_to_string(file)?)?;
    let copy = paths.text().join(name);
    fs::create_dir_all(paths.text())?;
    fs::write(&copy, without).with_context(|| format!("{} could not be written", copy.display()))?;
    Ok(Some(copy))
}

/// The sizes of files in bytes, as built and compressed.
fn measure(paths: &Paths, files: &[PathBuf]) -> Result<Vec<(u64, u64)>> {
    let output = read(Command::new("node").arg(paths.build_tools().join("brotli.mjs")).args(files))?;
    output.lines().map(parse).collect()
}

/// Prints the sizes of files, and returns their total compressed size.
fn table(title: &str, names: &[&str], sizes: &[(u64, u64)]) -> u64 {
    println!("      {title:<30}{:>12}{:>12}", "as built", "brotli");
    for (name, (plain, packed)) in names.iter().zip(sizes) {
        println!("      {name:<30}{:>12}{:>12}", grouped(*plain), grouped(*packed));
    }
    let plain = sizes.iter().map(|(plain, _)| plain).sum();
    let packed = sizes.iter().map(|(_, packed)| packed).sum();
    println!("      {:<30}{:>12}{:>12}", "together", grouped(plain), grouped(packed));
    packed
}

fn parse(line: &str) -> Result<(u64, u64)> {
    let (plain, packed) = line.split_once(' ').context("brotli.mjs printed an unexpected line")?;
    Ok((plain.parse()?, packed.parse()?))
}

fn grouped(number: u64) -> String {
    match number {
        0..1000 => number.to_string(),
        _ => format!("{},{:03}", grouped(number / 1000), number % 1000),
    }
}
