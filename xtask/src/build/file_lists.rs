//! Compares the files of the two builds.
//!
//! Invariant: they differ only in what `ONLY_RELEASE` names.

use crate::paths::Paths;
use anyhow::{Context, Result, ensure};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// What the development build leaves out, with the reason in `Kind::Development`. A name with a slash at its end is a
/// folder.
const ONLY_RELEASE: &[&str] = &["report.html", "embed.html", "version.json", "picture.png", "v/"];

/// Fails when a build has a file that the other one lacks, or lacks what only the release should have.
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
    let unused = unused.map(|only| format!("the release has no {only}, which file_lists.rs expects"));
    missing.chain(extra).chain(unused).collect()
}

fn is_or_is_in(name: &str, only: &str) -> bool {
    name == only || only.ends_with('/') && name.starts_with(only)
}

/// The names of all files in the folder and below.
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

    fn compared(release: &str, development: &str) -> Vec<String> {
        let set = |names: &str| names.split(' ').map(str::to_owned).collect::<BTreeSet<_>>();
        differences(&set(release), &set(development))
    }

    #[test]
    fn what_only_the_release_should_have_is_no_difference() {
        assert!(compared(RELEASE, "index.html").is_empty());
    }

    #[test]
    fn every_other_difference_is_named() {
        assert_eq!(compared(&format!("{RELEASE} check.html"), "index.html"), ["only the release has check.html"]);
        assert_eq!(compared(RELEASE, "index.html a.js"), ["only the development build has a.js"]);
        let without = RELEASE.replace(" picture.png", "");
        assert_eq!(compared(&without, "index.html"), ["the release has no picture.png, which file_lists.rs expects"]);
    }
}
