//! What a reader's first visit weighs, and what is loaded when the reader asks for something.
//!
//! Invariant: the numbers are bytes after brotli at its highest quality, and KB means 1000 bytes.

pub(crate) mod why;

use crate::places::Places;
use crate::process::read;
use anyhow::{Context, Result, ensure};
use std::process::Command;

const FIRST_VIEW: [&str; 4] = ["index.html", "outreach-report.js", "outreach-report_bg.wasm", "page.css"];
const LIMIT: u64 = 185_000;

/// Loaded when a reader first asks what a number is made of, or for something to take away.
const ANNEX: [&str; 2] = ["outreach-report-annex.js", "outreach-report-annex_bg.wasm"];
const ANNEX_LIMIT: u64 = 190_000;

/// `cargo xtask size`: prints the tables, and fails above a limit.
pub(crate) fn run(places: &Places) -> Result<()> {
    let first = table(places, "first visit, bytes", &FIRST_VIEW)?;
    println!("      limit {}", grouped(LIMIT));
    let annex = table(places, "annex, when asked for", &ANNEX)?;
    println!("      limit {}", grouped(ANNEX_LIMIT));
    within("first visit", first, LIMIT)?;
    within("annex", annex, ANNEX_LIMIT)
}

fn within(what: &str, bytes: u64, limit: u64) -> Result<()> {
    ensure!(bytes <= limit, "the {what} is over the limit by {} bytes", grouped(bytes - limit));
    Ok(())
}

/// Prints what files weigh, and gives back what they do together.
fn table(places: &Places, title: &str, names: &[&str]) -> Result<u64> {
    let files: Vec<_> = names.iter().map(|name| places.dist.join(name)).collect();
    for file in &files {
        ensure!(file.is_file(), "{} is not there; `cargo xtask build` makes it", file.display());
    }
    let output = read(Command::new("node").arg(places.build_tools().join("brotli.mjs")).args(&files))?;
    let sizes = output.lines().map(parse).collect::<Result<Vec<_>>>()?;
    println!("      {title:<30}{:>12}{:>12}", "as built", "brotli");
    for (name, (plain, packed)) in names.iter().zip(&sizes) {
        println!("      {name:<30}{:>12}{:>12}", grouped(*plain), grouped(*packed));
    }
    let plain = sizes.iter().map(|(plain, _)| plain).sum();
    let packed = sizes.iter().map(|(_, packed)| packed).sum();
    println!("      {:<30}{:>12}{:>12}", "together", grouped(plain), grouped(packed));
    Ok(packed)
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
