//! The tests in Chromium, Firefox and WebKit, which Node runs: `tests/browser/main.mjs`, which also checks that none was
//! left out for another reason than that the browser cannot do what the test is about.

use crate::paths::Paths;
use crate::process::run as run_program;
use crate::setup::browsers;
use anyhow::Result;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Which tests run, in what, and on which files.
pub(crate) struct Tests<'a> {
    /// A part of the name of files, or else of the title of tests; without it all.
    pub(crate) name: Option<&'a str>,
    /// The only browser; without it all three.
    pub(crate) browser: Option<&'a str>,
    /// The built files.
    pub(crate) files: &'a Path,
    /// The folder for pictures of the screen; without it none are taken.
    pub(crate) screens: Option<PathBuf>,
}

/// Runs the tests.
pub(crate) fn run(paths: &Paths, tests: &Tests<'_>) -> Result<()> {
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
    command.arg("main.mjs").args(tests.name).current_dir(paths.browser_tests());
    command.envs(environment).env("OUTREACH_DIST", tests.files);
    command.envs(tests.browser.map(|browser| ("OUTREACH_ENGINES", browser)));
    if let Some(screens) = &tests.screens {
        fs::create_dir_all(screens)?;
        command.env("OUTREACH_SCREENS", screens);
    }
    run_program(&mut command)
}
