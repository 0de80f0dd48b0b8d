//! Runs the tests in Chromium, Firefox and WebKit with Node. `tests/browser/run-all.mjs` also checks that a test was
//! skipped only if the browser does not support what it tests.

use crate::paths::Paths;
use crate::process::run as run_program;
use crate::setup::browsers;
use anyhow::Result;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Which tests run, in which browsers, and on which files.
pub(crate) struct Tests<'a> {
    /// A part of the names of test files or, if it is in none, of the titles of tests; `None` for all tests.
    pub(crate) name: Option<&'a str>,
    /// The only browser; `None` for all three.
    pub(crate) browser: Option<&'a str>,
    /// The folder of built files.
    pub(crate) files: &'a Path,
    /// The folder for pictures of the screen; `None` to save none.
    pub(crate) screens: Option<PathBuf>,
}

/// Runs the tests.
pub(crate) fn run(paths: &Paths, tests: &Tests<'_>) -> Result<()> {
    let environment = browsers::environment(paths);
    let virtual_screen = environment.iter().find(|(name, _)| *name == "OUTREACH_XVFB").map(|(_, program)| program);
    let mut command = match virtual_screen {
        // WebKit has no headless mode, so all browsers run on a virtual screen.
        Some(program) => {
            let mut command = Command::new(program);
            command.args(["-a", "-s", "-screen 0 3840x2160x24", "node"]);
            command
        }
        None => Command::new("node"),
    };
    command.arg("run-all.mjs").args(tests.name).current_dir(paths.browser_tests());
    command.envs(environment).env("OUTREACH_DIST", tests.files);
    command.envs(tests.browser.map(|browser| ("OUTREACH_ENGINES", browser)));
    if let Some(screens) = &tests.screens {
        fs::create_dir_all(screens)?;
        command.env("OUTREACH_SCREENS", screens);
    }
    run_program(&mut command)
}
