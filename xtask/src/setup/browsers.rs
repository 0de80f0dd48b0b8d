//! The three browsers, their drivers, a browser without a screen, what reads the pages that they print, and the Python
//! that validators run on.
//!
//! Invariant: a browser that is missing stops the run with the one line that installs it; no test is left out instead.

use crate::paths::Paths;
use crate::plan::Step;
use crate::process::{find, read};
use crate::setup::{python, tools};
use anyhow::{Context, Result, bail};
use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

const DEBIAN_PACKAGES: &str = include_str!("../../debian-packages");

/// A program that the browser tests find through an environment variable; one that is set beforehand wins.
struct Need {
    variable: &'static str,
    words: &'static str,
    find: fn() -> Option<PathBuf>,
}

const NEEDS: &[Need] = &[
    Need { variable: "OUTREACH_CHROMIUM", words: "Chromium", find: chromium },
    Need { variable: "OUTREACH_CHROMEDRIVER", words: "Chromium's driver", find: || find(&["chromedriver"]) },
    Need { variable: "OUTREACH_FIREFOX", words: "Firefox", find: firefox },
    Need { variable: "OUTREACH_WEBKITDRIVER", words: "WebKit's driver", find: webkit_driver },
    Need { variable: "OUTREACH_PDFTOTEXT", words: "a reader of PDF (pdftotext)", find: || find(&["pdftotext"]) },
    Need { variable: "OUTREACH_W3M", words: "a text browser (w3m)", find: || find(&["w3m"]) },
    Need { variable: "OUTREACH_PYTHON3", words: "Python 3 with its module venv", find: python::python },
    #[cfg(not(target_os = "macos"))]
    Need { variable: "OUTREACH_MINIBROWSER", words: "WebKit's MiniBrowser", find: mini_browser },
    #[cfg(not(target_os = "macos"))]
    Need { variable: "OUTREACH_XVFB", words: "a screen for WebKit (xvfb-run)", find: || find(&["xvfb-run"]) },
];

/// Checks that all are there; root on Debian gets them installed.
pub(crate) fn step<'a>(paths: &'a Paths) -> Step<'a> {
    Step::new("Browsers and their drivers", "cargo xtask setup", move || install(paths))
        .unless(|| Ok(missing().is_empty()))
}

/// The environment of the browser tests: where each program lies.
pub(crate) fn environment(paths: &Paths) -> Vec<(&'static str, PathBuf)> {
    let mut found: Vec<_> = NEEDS.iter().filter_map(|need| Some((need.variable, need.locate()?))).collect();
    found.push(("OUTREACH_GECKODRIVER", tools::geckodriver(paths).program()));
    found.extend(python::validators(paths).ok().map(|program| ("OUTREACH_PYTHON", program)));
    found
}

impl Need {
    fn locate(&self) -> Option<PathBuf> {
        let chosen = env::var_os(self.variable).map(PathBuf::from).filter(|file| file.is_file());
        chosen.or_else(self.find)
    }
}

fn missing() -> Vec<&'static str> {
    NEEDS.iter().filter(|need| need.locate().is_none()).map(|need| need.words).collect()
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

/// MiniBrowser lies outside `PATH`, in a folder that names the library's version.
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
