//! Running other programs.
//!
//! Invariant: no program gets our standard input, and a failure names the command line that failed.

use anyhow::{Context, Result, bail};
use std::env;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

/// Runs a program whose output the reader sees as it comes.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.stdin(Stdio::null()).status().with_context(|| not_started(command))?;
    if !status.success() {
        bail!("`{}` ended with {status}", line(command));
    }
    Ok(())
}

/// Runs a program and returns what it printed; its output is shown only when it fails.
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

/// Runs a program, shows each line of its output as it comes, and hands the line on.
pub(crate) fn watch(command: &mut Command, mut seen: impl FnMut(&str)) -> Result<()> {
    let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn();
    let mut child = child.with_context(|| not_started(command))?;
    let output = child.stdout.take().context("the output cannot be read")?;
    let (sender, lines) = channel();
    thread::spawn(move || {
        let lines = BufReader::new(output).lines().map_while(Result::ok);
        lines.map(|line| sender.send(line)).take_while(Result::is_ok).count()
    });
    // The end of the program counts, not that of its output, which a program that it left behind may hold open.
    loop {
        let ended = child.try_wait()?;
        match (lines.recv_timeout(Duration::from_millis(300)), ended) {
            (Ok(line), _) => {
                println!("{line}");
                seen(&line);
            }
            (Err(RecvTimeoutError::Timeout), None) => {}
            (Err(RecvTimeoutError::Disconnected), None) => thread::sleep(Duration::from_millis(100)),
            (Err(_), Some(status)) if status.success() => return Ok(()),
            (Err(_), Some(status)) => bail!("`{}` ended with {status}", line(command)),
        }
    }
}

/// The command as one would type it.
pub(crate) fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words = words.map(|word| word.to_string_lossy()).map(|word| match word.contains(' ') {
        true => format!("\"{word}\""),
        false => word.into_owned(),
    });
    words.collect::<Vec<_>>().join(" ")
}

/// The first of the named programs that `PATH` holds.
pub(crate) fn find(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    let candidates = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    candidates.map(|file| file.with_extension(env::consts::EXE_EXTENSION)).find(|file| file.is_file())
}

fn not_started(command: &Command) -> String {
    format!("`{}` could not be started; is it installed and on PATH?", line(command))
}
