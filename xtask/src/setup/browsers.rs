//! The programs of the browser tests: the three browsers and their drivers, a text browser, a program that reads the
//! PDF files that they print, and the Python for the validators.
//!
//! Invariant: if a program is missing, the run stops and prints the command that installs it. No test is skipped.

use crate::paths::Paths;
use crate::process::{find, read};
use crate::setup::{python, tools};
use crate::steps::Step;
use anyhow::{Context, Result, bail};
use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

const DEBIAN_PACKAGES: &str = include_str!("../../debian-packages");

/// A program whose path the browser tests get in an environment variable. If the variable is already set to a file,
/// that file is used.
struct Need {
    variable: &'static str,
    name: &'static str,
    find: fn() -> Option<PathBuf>,
}

const NEEDS: &[Need] = &[
    Need { variable: "OUTREACH_CHROMIUM", name: "Chromium", find: chromium },
    Need { variable: "OUTREACH_CHROMEDRIVER", name: "Chromium's driver", find: || find(&["chromedriver"]) },
    Need { variable: "OUTREACH_FIREFOX", name: "Firefox", find: firefox },
    Need { variable: "OUTREACH_WEBKITDRIVER", name: "WebKit's driver", find: webkit_driver },
    Need { variable: "OUTREACH_PDFTOTEXT", name: "a reader of PDF (pdftotext)", find: || find(&["pdftotext"]) },
    Need { variable: "OUTREACH_W3M", name: "a text browser (w3m)", find: || find(&["w3m"]) },
    Need { variable: "OUTREACH_PYTHON3", name: "Python 3 with its module venv", find: python::python },
    #[cfg(not(target_os = "macos"))]
    Need { variable: "OUTREACH_MINIBROWSER", name: "WebKit's MiniBrowser", find: mini_browser },
    #[cfg(not(target_os = "macos"))]
    Need { variable: "OUTREACH_XVFB", name: "a screen for WebKit (xvfb-run)", find: || find(&["xvfb-run"]) },
];

/// Checks that all programs are installed. As root on Debian, installs them.
pub(crate) fn step<'a>(paths: &'a Paths) -> Step<'a> {
    Step::new("Browsers and their drivers", "cargo xtask setup", move || install(paths))
        .unless(|| Ok(missing().is_empty()))
}

/// The environment variables of the browser tests: the path of each program.
pub(crate) fn environment(paths: &Paths) -> Vec<(&'static str, PathBuf)> {
    let mut variables: Vec<_> = NEEDS.iter().filter_map(|need| Some((need.variable, need.locate()?))).collect();
    variables.push(("OUTREACH_GECKODRIVER", tools::geckodriver(paths).program()));
    variables.extend(python::validators(paths).ok().map(|program| ("OUTREACH_PYTHON", program)));
    variables
}

impl Need {
    fn locate(&self) -> Option<PathBuf> {
        let chosen = env::var_os(self.variable).map(PathBuf::from).filter(|file| file.is_file());
        chosen.or_else(self.find)
    }
}

fn missing() -> Vec<&'static str> {
    NEEDS.iter().filter(|need| need.locate().is_none()).map(|need| need.name).collect()
}

fn install(paths: &Paths) -> Result<()> {
    let packages: Vec<&str> = DEBIAN_PACKAGES.split_whitespace().collect();
    let debian = find(&["apt-get"]).is_some();
    if debian && is_root() {
        println!("      missing: {}; installing them with apt-get", missing().join(", "));
        let apt = || {
            let mut command = Command::new("apt-get");
            command.env("DEBIAN_FRONTEND", "noninteractive").current_dir(&paths.root);
            command
        };
        read(apt().arg("update"))?;
        read(apt().args(["install", "-y", "--no-install-recommends"]).args(&packages)).context("apt-get")?;
    }
    let missing = missing();
    if missing.is_empty() {
        return Ok(());
    }
    let line = if debian {
        format!("sudo apt-get update && sudo apt-get install -y --no-install-recommends {}", packages.join(" "))
    } else if cfg!(target_os = "macos") {
        "brew install poppler w3m python && brew install --cask chromium chromedriver firefox && sudo safaridriver --enable"
            .to_owned()
    } else {
        "docker run --rm -it -v \"$PWD\":/work -w /work rust:bookworm .ci/run".to_owned()
    };
    bail!("missing for the browser tests: {}. This line brings them:\n\n    {line}\n", missing.join(", "))
}

fn is_root() -> bool {
    read(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

fn chromium() -> Option<PathBuf> {
    let mac = "/Applications/Chromium.app/Contents/MacOS/Chromium";
    find(&["chromium", "chromium-browser", "google-chrome"]).or_else(|| file(mac))
}

fn firefox() -> Option<PathBuf> {
    find(&["firefox-esr", "firefox"]).or_else(|| file("/Applications/Firefox.app/Contents/MacOS/firefox"))
}

fn webkit_driver() -> Option<PathBuf> {
    find(&["WebKitWebDriver"]).or_else(|| file("/usr/bin/safaridriver"))
}

/// MiniBrowser is not on `PATH`, but in a folder named after the library's version.
#[cfg(not(target_os = "macos"))]
fn mini_browser() -> Option<PathBuf> {
    let mut parents = vec![PathBuf::from("/usr/libexec")];
    let libraries = fs::read_dir("/usr/lib").ok()?;
    parents.extend(libraries.filter_map(|entry| Some(entry.ok()?.path())));
    let versions = ["webkit2gtk-4.1", "webkit2gtk-4.0", "webkitgtk-6.0"];
    let candidates = versions.iter().flat_map(|name| parents.iter().map(move |parent| parent.join(name)));
    candidates.map(|folder| folder.join("MiniBrowser")).find(|program| program.is_file())
}

fn file(path: &str) -> Option<PathBuf> {
    Some(PathBuf::from(path)).filter(|path| path.is_file())
}
