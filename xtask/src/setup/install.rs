//! Installs a tool into the cache. If `cargo binstall` is installed and finds a compiled program, that is downloaded;
//! otherwise the tool is compiled here.
//!
//! Invariant: if one way fails, one line says so and the next way is tried. Only the failure of the last way is an
//! error.

use crate::paths::{Paths, program_file};
use crate::process::{find, line};
use crate::setup::tools::Tool;
use crate::steps::seconds;
use anyhow::{Context, Result, bail};
use std::collections::VecDeque;
use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// The time limit for `cargo binstall`. A machine that cannot reach its servers loses no more time than this.
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
        // The package's own lock file is tried first. A registry mirror may not have one of its versions yet.
        None => {
            if compile(tool, paths, &["--locked"]).is_err() {
                println!("      its own lock file cannot be used here; trying again without");
                compile(tool, paths, &[])?;
            }
        }
    }
    // An interrupted installation continues with the build folder; after a complete one it is not needed.
    let _ = fs::remove_dir_all(paths.cache.join("build"));
    Ok(())
}

/// Downloads the compiled program.
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

/// Compiles the package of this workspace that replaces the tool's own package.
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

/// Compiles the tool's package from the registry.
fn compile(tool: &Tool, paths: &Paths, extra: &[&str]) -> Result<()> {
    let mut command = Command::new("cargo");
    command
        .args(["install", tool.package, "--version", &tool.version, "--root"])
        .arg(&tool.folder)
        .args(tool.flags)
        .args(extra);
    // In a folder outside the project, the project's Cargo settings do not apply. These build settings halve the time
    // of compiling.
    command.current_dir(&paths.cache).env("CARGO_TARGET_DIR", paths.cache.join("build"));
    command.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1").env("CARGO_PROFILE_RELEASE_LTO", "off");
    command.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16").env("CARGO_PROFILE_RELEASE_DEBUG", "0");
    follow(tool, &mut command)
}

/// Runs Cargo and prints its progress every twenty seconds.
fn follow(tool: &Tool, command: &mut Command) -> Result<()> {
    command.env("CARGO_TERM_COLOR", "never").env("CARGO_TERM_PROGRESS_WHEN", "never");
    let text = line(command);
    let mut child =
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().context("cargo")?;
    let stderr = child.stderr.take().context("the installation's output cannot be read")?;
    let (start, mut last_print, mut compiled) = (Instant::now(), Instant::now(), 0);
    let mut last_lines = VecDeque::new();
    for message in BufReader::new(stderr).lines().map_while(Result::ok) {
        compiled += usize::from(message.trim_start().starts_with("Compiling "));
        if last_print.elapsed() > Duration::from_secs(20) {
            last_print = Instant::now();
            println!("      {compiled} of about {} crates compiled, {}", tool.crates, seconds(start.elapsed()));
        }
        last_lines.push_back(message);
        if last_lines.len() > 15 {
            last_lines.pop_front();
        }
    }
    let status = child.wait().context("the installation could not be waited for")?;
    if !status.success() {
        let last_lines = Vec::from(last_lines).join("\n");
        bail!("`{text}` ended with {status}. Its last lines:\n{last_lines}\n");
    }
    Ok(())
}
