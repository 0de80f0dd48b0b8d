//! The checks that need no browser.
//!
//! Invariant: each is a plain Cargo command, so it can be repeated without this program.

use crate::paths::Paths;
use crate::plan::{Plan, Step};
use crate::process::{line, run};
use std::process::Command;

struct Check {
    title: &'static str,
    words: &'static str,
    environment: Option<(&'static str, &'static str)>,
}

const CHECKS: &[Check] = &[
    Check { title: "Format", words: "fmt --all --check", environment: None },
    Check {
        title: "Lints, this machine",
        words: "clippy --quiet --workspace --all-targets -- -D warnings",
        environment: None,
    },
    Check {
        title: "Lints, WebAssembly",
        words: "clippy --quiet --lib --bins --target wasm32-unknown-unknown -- -D warnings",
        environment: None,
    },
    Check { title: "Rust tests", words: "test --workspace", environment: None },
    Check {
        title: "Documentation",
        words: "doc --quiet --workspace --no-deps",
        environment: Some(("RUSTDOCFLAGS", "-D warnings")),
    },
];

/// Adds all of them.
pub(crate) fn add<'a>(paths: &'a Paths, plan: &mut Plan<'a>) {
    for check in CHECKS {
        let mut command = Command::new("cargo");
        command.args(check.words.split(' ')).envs(check.environment).current_dir(&paths.root);
        let setting = check.environment.map(|(name, value)| format!("{name}=\"{value}\" ")).unwrap_or_default();
        let repeat = format!("{setting}{}", line(&command));
        plan.add(Step::new(check.title, &repeat, move || run(&mut command)));
    }
}
