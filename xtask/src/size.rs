//! What a reader's first visit weighs, and what is loaded when the reader asks for something.
//!
//! Invariant: the numbers are bytes after brotli at its highest quality, and KB means 1000 bytes.

mod text;
pub(crate) mod why;

use crate::paths::Paths;
use crate::process::read;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const FIRST_VIEW: [&str; 4] = ["index.html", "outreach-report.js", "outreach-report_bg.wasm", "page.css"];
const LIMIT: u64 = 185_000;
/// The report as text, inside the page, has an allowance of its own: it is what there is without the rest.
const TEXT_LIMIT: u64 = 12_000;

/// Loaded when a reader first asks what a number is made of, or for something to take away.
const DIALOGS: [&str; 2] = ["outreach-report-dialogs.js", "outreach-report-dialogs_bg.wasm"];
const DIALOGS_LIMIT: u64 = 212_000;

/// `cargo xtask size`: prints the tables, and fails above a limit.
pub(crate) fn run(paths: &Paths) -> Result<()> {
    let mut first = Vec::new();
    let mut whole = Vec::new();
    for name in FIRST_VIEW {
        let file = built(paths, name)?;
        let bare = bare(paths, name, &file)?;
        whole.extend(bare.is_some().then(|| file.clone()));
        first.push(bare.unwrap_or(file));
    }
    let sizes = weigh(paths, &first)?;
    let first = table("first visit without text", &FIRST_VIEW, &sizes);
    println!("      limit {}", grouped(LIMIT));
    let with: u64 = weigh(paths, &whole)?.iter().map(|(_, packed)| packed).sum();
    let without = FIRST_VIEW.iter().zip(&sizes).filter(|(name, _)| text::HELD_IN.contains(name));
    let text = with.saturating_sub(without.map(|(_, (_, packed))| packed).sum());
    println!("      {:<30}{:>24}", "the report as text, beside it", grouped(text));
    println!("      limit {}", grouped(TEXT_LIMIT));
    let dialogs = DIALOGS.iter().map(|name| built(paths, name)).collect::<Result<Vec<_>>>()?;
    let dialogs = table("dialogs, when asked for", &DIALOGS, &weigh(paths, &dialogs)?);
    println!("      limit {}", grouped(DIALOGS_LIMIT));
    within("first visit", first, LIMIT)?;
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

/// A copy of the file without the text of the report, where it holds some.
fn bare(paths: &Paths, name: &str, file: &Path) -> Result<Option<PathBuf>> {
    if !text::HELD_IN.contains(&name) {
        return Ok(None);
    }
    let without = text::without(name, &fs::read_to_string(file)?)?;
    let copy = paths.text().join(name);
    fs::create_dir_all(paths.text())?;
    fs::write(&copy, without).with_context(|| format!("{} could not be written", copy.display()))?;
    Ok(Some(copy))
}

/// What files weigh, as they are and after brotli.
fn weigh(paths: &Paths, files: &[PathBuf]) -> Result<Vec<(u64, u64)>> {
    let output = read(Command::new("node").arg(paths.build_tools().join("brotli.mjs")).args(files))?;
    output.lines().map(parse).collect()
}

/// Prints what files weigh, and gives back what they do together.
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
