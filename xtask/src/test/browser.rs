//! The tests in Chromium, Firefox and WebKit, which Node runs.
//!
//! Invariant: a run without a filter fails when no test ran, or when one was left out for another reason than that the
//! engine cannot do what the test is about; the line of such a test says so.

use crate::paths::Paths;
use crate::process::watch;
use crate::setup::browsers;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const SUFFIX: &str = ".test.mjs";
/// How Node's report begins the line of a test that was left out.
const LEFT_OUT: char = '﹣';
/// How the reason of such a test begins, where it may be left out.
const EXCUSE: &str = "# this engine ";

/// Runs the test files whose name contains the filter, or else the tests whose title does.
pub(crate) fn run(paths: &Paths, filter: Option<&str>) -> Result<()> {
    let folder = paths.browser_tests();
    let all = test_files(&folder)?;
    ensure!(!all.is_empty(), "{} holds no file that ends with {SUFFIX}, so nothing was tested", folder.display());
    let named = |file: &&PathBuf| filter.is_some_and(|filter| file_name(file).contains(filter));
    let chosen: Vec<&PathBuf> = all.iter().filter(named).collect();
    let screens = paths.target.join("screens");
    fs::create_dir_all(&screens)?;

    let environment = browsers::environment(paths);
    let screen = environment.iter().find(|(name, _)| *name == "OUTREACH_XVFB").map(|(_, program)| program);
    let mut command = match screen {
        // WebKit has no mode without a screen, so all browsers get one that nobody sees.
        Some(program) => {
            let mut command = Command::new(program);
            command.args(["-a", "-s", "-screen 0 3840x2160x24", "node"]);
            command
        }
        None => Command::new("node"),
    };
    // A driver that a failed test left running must not keep the whole run waiting.
    command.args(["--test", "--test-concurrency=1", "--test-force-exit", "--test-reporter=spec"]);
    match filter {
        Some(filter) if chosen.is_empty() => command.arg(format!("--test-name-pattern={filter}")).args(&all),
        Some(_) => command.args(chosen),
        None => command.args(&all),
    };
    command.envs(environment).env("OUTREACH_DIST", &paths.dist).env("OUTREACH_SCREENS", screens);
    let mut counts = Counts::default();
    watch(command.current_dir(&folder), |line| counts.note(line))?;
    counts.check(filter.is_none())
}

/// What Node's closing lines say.
#[derive(Default)]
struct Counts {
    passed: u32,
    left_out: u32,
    excused: u32,
}

impl Counts {
    fn note(&mut self, line: &str) {
        if line.trim_start().starts_with(LEFT_OUT) && line.contains(EXCUSE) {
            self.excused += 1;
        }
        let words: Vec<&str> = line.split_whitespace().collect();
        let ["ℹ", name, count] = words.as_slice() else { return };
        let Ok(count) = count.parse::<u32>() else { return };
        match *name {
            "pass" => self.passed = count,
            "skipped" | "todo" | "cancelled" => self.left_out += count,
            _ => {}
        }
    }

    fn check(&self, all: bool) -> Result<()> {
        ensure!(self.passed > 0, "no browser test ran");
        let without = self.left_out.saturating_sub(self.excused);
        ensure!(
            !all || without == 0,
            "{without} tests were left out without \"{EXCUSE}\"; each must run or be removed"
        );
        Ok(())
    }
}

fn test_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("{} could not be read", folder.display()))?;
    let files = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut files: Vec<PathBuf> = files.filter(|file| file_name(file).ends_with(SUFFIX)).collect();
    files.sort();
    Ok(files)
}

fn file_name(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
