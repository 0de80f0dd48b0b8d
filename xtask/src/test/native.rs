//! The checks that need no browser.
//!
//! Invariant: each check is a plain Cargo command that can be repeated without xtask.

use crate::paths::Paths;
use crate::process::{line, run};
use crate::steps::{Plan, Step};
use std::process::Command;

struct Check {
    title: &'static str,
    arguments: &'static str,
    environment: Option<(&'static str, &'static str)>,
}

const CHECKS: &[Check] = &[
    Check { title: "Format", arguments: "fmt --all --check", environment: None },
    Check {
        title: "Lints, this machine",
        arguments: "clippy --quiet --workspace --all-targets -- -D warnings",
        environment: None,
    },
    Check {
        title: "Lints, WebAssembly",
        arguments: "clippy --quiet --lib --bins --target wasm32-unknown-unknown -- -D warnings",
        environment: None,
    },
    Check { title: "Rust tests", arguments: "test --workspace", environment: None },
    Check {
        title: "Documentation",
        arguments: "doc --quiet --workspace --no-deps",
        environment: Some(("RUSTDOCFLAGS", "-D warnings")),
    },
];

/// Adds a step for each check.
pub(crate) fn add<'a>(paths: &'a Paths, plan: &mut Plan<'a>) {
    for check in CHECKS {
        let mut command = Command::new("cargo");
        command.args(check.arguments.split(' ')).envs(check.environment).current_dir(&paths.root);
        let setting = check.environment.map(|(name, value)| format!("{name}=\"{value}\" ")).unwrap_or_default();
        let repeat = format!("{setting}{}", line(&command));
        plan.add(Step::new(check.title, &repeat, move || run(&mut command)));
    }
}
