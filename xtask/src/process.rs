//! Runs other programs.
//!
//! Invariant: no program gets our standard input. The error of a failed program contains its command line, except for
//! `run_silently`, whose error is the program's own.

use anyhow::{Context, Result, bail};
use std::env;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// Runs a program; its output goes to the terminal.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.stdin(Stdio::null()).status().with_context(|| not_started(command))?;
    if !status.success() {
        bail!("`{}` ended with {status}", line(command));
    }
    Ok(())
}

/// Runs a program and returns its output, which is printed only if the program fails.
pub(crate) fn read(command: &mut Command) -> Result<String> {
    let output = command.stdin(Stdio::null()).output().with_context(|| not_started(command))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if !output.status.success() {
        let errors = String::from_utf8_lossy(&output.stderr);
        eprintln!("{}\n{}", text.trim_end(), errors.trim_end());
        bail!("`{}` ended with {}", line(command), output.status);
    }
    Ok(text)
}

/// Runs a program and prints nothing. If the program fails, its standard error is returned as the error.
pub(crate) fn run_silently(command: &mut Command) -> Result<()> {
    let output = command.stdin(Stdio::null()).output().with_context(|| not_started(command))?;
    if !output.status.success() {
        bail!("{}", String::from_utf8_lossy(&output.stderr).trim_end());
    }
    Ok(())
}

/// The command as it can be typed in a terminal.
pub(crate) fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words = words.map(|word| word.to_string_lossy()).map(|word| match word.contains(' ') {
        true => format!("\"{word}\""),
        false => word.into_owned(),
    });
    words.collect::<Vec<_>>().join(" ")
}

/// The path of the first of the named programs that is in a folder of `PATH`.
pub(crate) fn find(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    let candidates = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    candidates.map(|file| file.with_extension(env::consts::EXE_EXTENSION)).find(|file| file.is_file())
}

fn not_started(command: &Command) -> String {
    format!("`{}` could not be started; is it installed and on PATH?", line(command))
}
