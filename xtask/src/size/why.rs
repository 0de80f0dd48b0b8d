//! Lists the largest parts of the WebAssembly by name.
//!
//! Invariant: it has its own build profile and output folder, so the built files do not change.

use crate::paths::Paths;
use crate::process::{read, run as run_program};
use crate::setup::{self, tools};
use crate::steps::{Plan, Step};
use anyhow::Result;
use std::process::Command;

/// `cargo xtask size --why`: prints the sizes, then twiggy's list.
pub(crate) fn run(paths: &Paths) -> Result<()> {
    let twiggy = tools::twiggy(paths);
    let program = twiggy.cached();
    let out = paths.target.join("why");
    let mut plan = Plan::default();
    setup::for_build(paths, &mut plan)?;
    crate::build::add(paths, &mut plan);
    plan.add(twiggy.step(paths));
    plan.add(Step::new("Wasm with names", "cargo xtask size --why", || {
        let mut cargo = Command::new("cargo");
        cargo.args(["build", "--target", "wasm32-unknown-unknown", "--bin", "outreach-report", "--profile", "why"]);
        cargo.args(["--config", "profile.why.inherits='release'", "--config", "profile.why.strip='none'"]);
        run_program(cargo.current_dir(&paths.root))?;
        let wasm = paths.target.join("wasm32-unknown-unknown").join("why").join("outreach-report.wasm");
        let mut bindgen = Command::new(tools::wasm_bindgen(paths)?.program());
        let out = format!("--out-dir={}", out.display());
        run_program(bindgen.args(["--target=web", "--no-typescript", &out]).arg(wasm))
    }));
    plan.run()?;
    super::run(paths)?;
    println!("\nThe largest parts before wasm-opt:");
    let table = read(Command::new(program).args(["top", "-n", "60"]).arg(out.join("outreach-report_bg.wasm")))?;
    println!("{table}");
    Ok(())
}
