//! Stores for which sources a folder of files was built, to decide whether it must be built again.
//!
//! Invariant: the stamp is a hash of every file that can change the result, and of the result itself. A built file that
//! was edited or removed is therefore noticed too.

use crate::paths::Paths;
use crate::process::read;
use anyhow::{Context, Result};
use std::env;
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

const INPUTS: &[&str] =
    &["src", "static", "index.html", "Cargo.toml", "Cargo.lock", "Trunk.toml", ".cargo", "crates", "xtask"];

/// Whether `dist/` has the unchanged files of a release of the current sources.
pub(crate) fn is_current(paths: &Paths) -> Result<bool> {
    is_current_in(paths, &paths.dist)
}

/// The same for the development build.
pub(crate) fn is_current_development(paths: &Paths) -> Result<bool> {
    is_current_in(paths, &paths.development)
}

/// Stores that `dist/` has been built from these inputs.
pub(crate) fn write(paths: &Paths, inputs: &str) -> Result<()> {
    write_in(paths, &paths.dist, inputs)
}

/// The same for the development build.
pub(crate) fn write_development(paths: &Paths, inputs: &str) -> Result<()> {
    write_in(paths, &paths.development, inputs)
}

fn is_current_in(paths: &Paths, folder: &Path) -> Result<bool> {
    let Ok(written) = fs::read_to_string(file(paths, folder)) else { return Ok(false) };
    Ok(written == line(folder, &inputs(paths)?)?)
}

fn write_in(paths: &Paths, folder: &Path, inputs: &str) -> Result<()> {
    let (file, line) = (file(paths, folder), line(folder, inputs)?);
    fs::create_dir_all(&paths.target)?;
    fs::write(&file, line).with_context(|| format!("{} could not be written", file.display()))
}

/// The compiler's version, the hash of all sources, and the address at which the pages will be published.
pub(crate) fn inputs(paths: &Paths) -> Result<String> {
    let compiler = read(Command::new("rustc").arg("--version").current_dir(&paths.root))?;
    let address = env::var("OUTREACH_ADDRESS").unwrap_or_default();
    Ok(format!("{} {} {address}", compiler.trim(), hash_files(&paths.root, INPUTS)?))
}

/// The hash of the named files and folders in a folder. It depends on names and contents, not on times.
pub(crate) fn hash_files(root: &Path, names: &[&str]) -> Result<String> {
    let mut files = Vec::new();
    for name in names {
        collect(&root.join(name), &mut files)?;
    }
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        let content = fs::read(&file).with_context(|| format!("{} could not be read", file.display()))?;
        hasher.write(file.strip_prefix(root).unwrap_or(&file).to_string_lossy().as_bytes());
        hasher.write_usize(content.len());
        hasher.write(&content);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn line(folder: &Path, inputs: &str) -> Result<String> {
    Ok(format!("{inputs} {}\n", hash_files(folder, &["."])?))
}

fn file(paths: &Paths, folder: &Path) -> PathBuf {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    paths.target.join(format!("built-{name}"))
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    if path.is_file() {
        files.push(path.to_owned());
    } else if path.is_dir() && !path.ends_with("node_modules") {
        for entry in fs::read_dir(path)? {
            collect(&entry?.path(), files)?;
        }
    }
    Ok(())
}
