//! Does for the development build what Trunk does for the release: removes the lines for Trunk from the page, and
//! copies the files that those lines name.
//!
//! Invariant: an unknown line for Trunk is an error; otherwise the two builds could differ unnoticed.

use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;

/// Writes `index.html`, and copies the files that its lines for Trunk name, into the folder of built files.
pub(super) fn write(root: &Path, folder: &Path) -> Result<()> {
    let page = fs::read_to_string(root.join("index.html")).context("index.html could not be read")?;
    let (for_trunk, for_readers): (Vec<&str>, Vec<&str>) = page.lines().partition(|line| line.contains("data-trunk"));
    for line in for_trunk {
        match (attribute(line, "rel"), attribute(line, "href")) {
            // Cargo and wasm-bindgen have built these.
            (Some("rust"), _) => {}
            (Some("copy-file"), Some(address)) => copy(&root.join(address), &folder.join(name(address)))?,
            (Some("copy-dir"), Some(address)) => copy_folder(&root.join(address), &folder.join(name(address)))?,
            _ => {
                bail!(
                    "xtask/src/build/trunk_page.rs does not know what to do with this line of index.html: {}",
                    line.trim()
                )
            }
        }
    }
    fs::write(folder.join("index.html"), for_readers.join("\n") + "\n").context("index.html could not be written")
}

/// The value of an attribute in a line that contains one whole element.
fn attribute<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = line.split_once(&format!(" {name}=\""))?;
    rest.split('"').next()
}

fn name(address: &str) -> &str {
    address.rsplit('/').next().unwrap_or(address)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).map(drop).with_context(|| format!("{} could not be copied", from.display()))
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("{} could not be read", from.display()))? {
        let path = entry?.path();
        let to = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() { copy_folder(&path, &to)? } else { copy(&path, &to)? }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{attribute, name};

    #[test]
    fn attributes_are_read_by_their_whole_name() {
        let line = r#"<link data-trunk rel="copy-file" data-href="x" href="static/page.css" />"#;
        assert_eq!(attribute(line, "rel"), Some("copy-file"));
        assert_eq!(attribute(line, "href").map(name), Some("page.css"));
        assert_eq!(attribute(line, "src"), None);
    }
}
