//! Compares the file names of the two builds.
//!
//! Invariant: only the files that `ONLY_RELEASE` names may be missing in the development build.

use crate::paths::Paths;
use anyhow::{Context, Result, ensure};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The files that the development build leaves out; `Kind::Development` has the reason. A name that ends with a slash
/// is a folder.
const ONLY_RELEASE: &[&str] = &["report.html", "embed.html", "version.json", "picture.png", "v/"];

/// Fails if a build has a file that the other does not have, or if the release lacks a file of `ONLY_RELEASE`.
pub(crate) fn compare(paths: &Paths) -> Result<()> {
    let (release, development) = (list(&paths.dist)?, list(&paths.development)?);
    let differences = differences(&release, &development);
    ensure!(differences.is_empty(), "the release and the development build differ:\n  {}", differences.join("\n  "));
    println!("      {} files in both, {} in the release alone", development.len(), release.len() - development.len());
    Ok(())
}

fn differences(release: &BTreeSet<String>, development: &BTreeSet<String>) -> Vec<String> {
    let only_release = |name: &String| ONLY_RELEASE.iter().any(|only| is_or_is_in(name, only));
    let missing = release.difference(development).filter(|name| !only_release(name));
    let missing = missing.map(|name| format!("only the release has {name}"));
    let extra = development.difference(release).map(|name| format!("only the development build has {name}"));
    let unused = ONLY_RELEASE.iter().filter(|only| !release.iter().any(|name| is_or_is_in(name, only)));
    let unused = unused.map(|only| format!("the release has no {only}, which compare_builds.rs expects"));
    missing.chain(extra).chain(unused).collect()
}

fn is_or_is_in(name: &str, only: &str) -> bool {
    name == only || only.ends_with('/') && name.starts_with(only)
}

/// The paths of all files in the folder and its subfolders, relative to it.
fn list(folder: &Path) -> Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).with_context(|| format!("{} could not be read", next.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                names.insert(name);
            }
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::differences;
    use std::collections::BTreeSet;

    const RELEASE: &str = "index.html report.html embed.html version.json picture.png v/1/outreach-report.js";

    fn compare(release: &str, development: &str) -> Vec<String> {
        let set = |names: &str| names.split(' ').map(str::to_owned).collect::<BTreeSet<_>>();
        differences(&set(release), &set(development))
    }

    #[test]
    fn files_that_only_the_release_should_have_are_no_difference() {
        assert!(compare(RELEASE, "index.html").is_empty());
    }

    #[test]
    fn every_other_difference_is_named() {
        assert_eq!(compare(&format!("{RELEASE} check.html"), "index.html"), ["only the release has check.html"]);
        assert_eq!(compare(RELEASE, "index.html a.js"), ["only the development build has a.js"]);
        let without = RELEASE.replace(" picture.png", "");
        assert_eq!(
            compare(&without, "index.html"),
            ["the release has no picture.png, which compare_builds.rs expects"]
        );
    }
}
