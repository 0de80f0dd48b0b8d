//! Measures how fast the report is, in Chromium and natively, beside other programs. What is in `bench/` says what is
//! measured; this installs, builds and starts it.
//!
//! Invariant: it measures the optimised build, and fails only if something could not be measured. No time is asserted,
//! because times differ from machine to machine.

use crate::build;
use crate::paths::Paths;
use crate::process::run as run_program;
use crate::setup::{self, browsers, npm, tools};
use crate::steps::{Plan, Step};
use anyhow::{Result, bail};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// The parts, by their names on the command line. `native` needs no browser.
const PARTS: &[&str] = &["counting", "drawing", "screen", "native"];

/// The kernel's package, and its file without the extension.
const KERNEL: &str = "outreach_report_bench_kernel";

/// `cargo xtask bench [--quick] [PART]`: installs tools, builds, measures, and writes tables.
pub(crate) fn run(paths: &Paths, words: &[&str]) -> Result<()> {
    let quick = words.contains(&"--quick");
    let named: Vec<&str> = words.iter().copied().filter(|word| *word != "--quick").collect();
    if let Some(unknown) = named.iter().find(|word| !PARTS.contains(word)) {
        bail!("`{unknown}` is no part of the benchmark; the parts are {}", PARTS.join(", "));
    }
    let wants = |part: &str| named.is_empty() || named.contains(&part);
    let in_browser: Vec<&str> = PARTS.iter().copied().filter(|part| *part != "native" && wants(part)).collect();
    let mut plan = Plan::default();
    if !in_browser.is_empty() {
        setup::for_tests(paths, &mut plan)?;
        plan.add(npm::packages("npm packages of the benchmark", folder(paths)));
        build::add(paths, &mut plan);
        plan.add(Step::new("Kernel of the benchmark", "cargo xtask bench counting", || kernel(paths)));
        let step = Step::new("Measuring in Chromium", "cargo xtask bench", || measure(paths, quick, &in_browser));
        plan.add(step.note(if quick { "about a minute" } else { "at most ten minutes" }));
    }
    // A quick run of everything leaves it out, as it says at its end.
    if named.contains(&"native") || (wants("native") && !quick) {
        plan.add(
            Step::new("Measuring natively", "cargo xtask bench native", || native(paths, quick)).note("two minutes"),
        );
    }
    plan.run()?;
    if quick && named.is_empty() {
        println!("Left out of a quick run: a million records, memory, 100,000 records on the screen, native times.");
    }
    Ok(())
}

fn measure(paths: &Paths, quick: bool, parts: &[&str]) -> Result<()> {
    let result = paths.target.join("benchmark.md");
    let mut command = Command::new("node");
    command.arg("run.mjs").args(quick.then_some("--quick")).args(parts).current_dir(folder(paths));
    command.envs(browsers::environment(paths)).env("OUTREACH_DIST", &paths.dist);
    command.env("OUTREACH_BENCH_KERNEL", kernel_folder(paths)).env("OUTREACH_BENCH_RESULT", &result);
    run_program(&mut command)?;
    println!("The tables are in {}", result.display());
    Ok(())
}

/// Compiles the kernel and generates its JavaScript.
fn kernel(paths: &Paths) -> Result<()> {
    let target = "wasm32-unknown-unknown";
    run_program(
        cargo(paths)
            .args(["build", "--quiet", "--release", "--target", target, "--package"])
            .arg(KERNEL.replace('_', "-")),
    )?;
    let out = kernel_folder(paths);
    fs::create_dir_all(&out)?;
    let mut bindgen = Command::new(tools::wasm_bindgen(paths)?.program());
    bindgen.arg(format!("--out-dir={}", out.display())).arg(format!("--out-name={KERNEL}"));
    bindgen.args(["--target=web", "--no-typescript"]);
    run_program(bindgen.arg(compiled(paths).join(target).join("release").join(format!("{KERNEL}.wasm"))))
}

/// Runs criterion. A quick run takes a tenth of the samples' time.
fn native(paths: &Paths, quick: bool) -> Result<()> {
    let data = compiled(paths).join("data");
    fs::create_dir_all(&data)?;
    run_program(Command::new("node").arg("records.mjs").arg(&data).current_dir(folder(paths)))?;
    let mut bench = cargo(paths);
    bench.args(["bench", "--quiet", "--package", "outreach-report-bench-native"]).env("OUTREACH_BENCH_DATA", &data);
    run_program(bench.args(if quick { &["--", "--quick"][..] } else { &[] }))
}

/// Cargo in the workspace of the benchmark.
fn cargo(paths: &Paths) -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(folder(paths)).env("CARGO_TARGET_DIR", compiled(paths));
    command
}

fn folder(paths: &Paths) -> PathBuf {
    paths.root.join("bench")
}

fn compiled(paths: &Paths) -> PathBuf {
    paths.target.join("bench")
}

fn kernel_folder(paths: &Paths) -> PathBuf {
    compiled(paths).join("kernel")
}
