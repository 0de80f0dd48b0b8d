//! How a tool gets into the cache: as a program that is compiled already, where `cargo binstall` is installed and finds one,
//! or compiled here.
//!
//! Invariant: what was tried without success is said in one line, and the next way is tried; only the last failure ends
//! the installation.

use crate::paths::{Paths, program_file};
use crate::plan::seconds;
use crate::process::{find, line};
use crate::setup::tools::Tool;
use anyhow::{Context, Result, bail};
use std::collections::VecDeque;
use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How long `cargo binstall` may take. A machine without a way to its servers loses no more than this.
const DOWNLOAD: Duration = Duration::from_secs(45);

/// Installs the tool into its folder in the cache.
pub(crate) fn install(tool: &Tool, paths: &Paths) -> Result<()> {
    fs::create_dir_all(&paths.cache).with_context(|| format!("{} cannot be made", paths.cache.display()))?;
    if find(&["cargo-binstall"]).is_some() {
        match download(tool, paths) {
            Ok(()) => return Ok(()),
            Err(error) => println!("      cargo binstall has no program for this machine ({error:#}); compiling it"),
        }
    }
    match tool.own_package {
        Some(package) => build(tool, package, paths)?,
        // The package's own lock file is tried first; a registry mirror may lag behind and lack one of its versions.
        None => {
            if compile(tool, paths, &["--locked"]).is_err() {
                println!("      its own lock file cannot be used here; trying again without");
                compile(tool, paths, &[])?;
            }
        }
    }
    // The shared build folder is kept only while an interrupted installation may still need it.
    let _ = fs::remove_dir_all(paths.cache.join("build"));
    Ok(())
}

/// Fetches the finished program, without compiling.
fn download(tool: &Tool, paths: &Paths) -> Result<()> {
    let mut command = Command::new("cargo");
    command.args([
        "binstall",
        tool.package,
        "--version",
        &tool.version,
        "--no-confirm",
        "--disable-strategies",
        "compile",
    ]);
    command.args(["--maximum-resolution-timeout", "15", "--root"]).arg(&tool.folder).current_dir(&paths.cache);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .context("cargo binstall could not be started")?;
    let start = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        if start.elapsed() > DOWNLOAD {
            child.kill()?;
            child.wait()?;
            bail!("no answer in {}", seconds(DOWNLOAD));
        }
        thread::sleep(Duration::from_millis(100));
    };
    if !status.success() || !tool.cached().is_file() {
        bail!("it ended with {status}");
    }
    Ok(())
}

/// Compiles the package of this workspace that stands in for the tool's own.
fn build(tool: &Tool, package: &str, paths: &Paths) -> Result<()> {
    let folder = paths.cache.join("build");
    let mut command = Command::new("cargo");
    command.args(["build", "--profile", "tool", "--package", package, "--target-dir"]).arg(&folder);
    command.current_dir(&paths.root);
    follow(tool, &mut command)?;
    let (built, program) = (folder.join("tool").join(program_file(tool.name)), tool.cached());
    let part = program.with_extension("part");
    fs::create_dir_all(tool.folder.join("bin"))?;
    fs::copy(&built, &part).with_context(|| format!("{} could not be copied", built.display()))?;
    fs::rename(&part, &program).with_context(|| format!("{} could not be written", program.display()))
}

/// Compiles the package of the registry.
fn compile(tool: &Tool, paths: &Paths, extra: &[&str]) -> Result<()> {
    let mut command = Command::new("cargo");
    command.args(["install", tool.package, "--version", &tool.version, "--root"]).arg(&tool.folder).args(extra);
    // A folder outside the project keeps the project's Cargo settings away from the tools, and the build settings
    // make them compile in half the time.
    command.current_dir(&paths.cache).env("CARGO_TARGET_DIR", paths.cache.join("build"));
    command.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1").env("CARGO_PROFILE_RELEASE_LTO", "off");
    command.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16").env("CARGO_PROFILE_RELEASE_DEBUG", "0");
    follow(tool, &mut command)
}

/// Runs Cargo and prints a line every twenty seconds.
fn follow(tool: &Tool, command: &mut Command) -> Result<()> {
    command.env("CARGO_TERM_COLOR", "never").env("CARGO_TERM_PROGRESS_WHEN", "never");
    let text = line(command);
    let mut child =
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().context("cargo")?;
    let stderr = child.stderr.take().context("the installation's output cannot be read")?;
    let (start, mut said, mut compiled) = (Instant::now(), Instant::now(), 0);
    let mut last = VecDeque::new();
    for message in BufReader::new(stderr).lines().map_while(Result::ok) {
        compiled += usize::from(message.trim_start().starts_with("Compiling "));
        if said.elapsed() > Duration::from_secs(20) {
            said = Instant::now();
            println!("      {compiled} of about {} crates compiled, {}", tool.crates, seconds(start.elapsed()));
        }
        last.push_back(message);
        if last.len() > 15 {
            last.pop_front();
        }
    }
    let status = child.wait().context("the installation could not be waited for")?;
    if !status.success() {
        let last = Vec::from(last).join("\n");
        bail!("`{text}` ended with {status}. Its last lines:\n{last}\n");
    }
    Ok(())
}
