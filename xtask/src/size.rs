//! What a reader's first visit weighs.
//!
//! Invariant: the numbers are bytes after brotli at its highest quality, and KB means 1000 bytes.

pub(crate) mod why;

use crate::places::Places;
use crate::process::read;
use anyhow::{Context, Result, ensure};
use std::process::Command;

const FIRST_VIEW: [&str; 4] = ["index.html", "outreach-report.js", "outreach-report_bg.wasm", "page.css"];
const AIM: u64 = 160_000;
const LIMIT: u64 = 195_000;

/// `cargo xtask size`: prints the table, and fails above the limit.
pub(crate) fn run(places: &Places) -> Result<()> {
    let files = FIRST_VIEW.map(|name| places.dist.join(name));
    for file in &files {
        ensure!(file.is_file(), "{} is not there; `cargo xtask build` makes it", file.display());
    }
    let output = read(Command::new("node").arg(places.build_tools().join("brotli.mjs")).args(&files))?;
    let sizes = output.lines().map(parse).collect::<Result<Vec<_>>>()?;
    println!("      {:<26}{:>12}{:>12}", "first visit, bytes", "as built", "brotli");
    for (name, (plain, packed)) in FIRST_VIEW.iter().zip(&sizes) {
        println!("      {name:<26}{:>12}{:>12}", grouped(*plain), grouped(*packed));
    }
    let plain = sizes.iter().map(|(plain, _)| plain).sum();
    let packed = sizes.iter().map(|(_, packed)| packed).sum();
    println!("      {:<26}{:>12}{:>12}", "together", grouped(plain), grouped(packed));
    println!("      aim {}, limit {}", grouped(AIM), grouped(LIMIT));
    ensure!(packed <= LIMIT, "the first visit is over the limit by {} bytes", grouped(packed - LIMIT));
    Ok(())
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
