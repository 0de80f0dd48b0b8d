//! Removes the report as text from a copy of the built files: what the build writes into the page, and its styles.
//!
//! Invariant: the size of the text is the difference between the sizes of the files with and without it.

use anyhow::{Context, Result};

/// The parts of the page that the build writes, by the names in the comments around them.
const PARTS: [&str; 2] = ["about", "text"];
/// The beginning of the comment from which on the style sheet is for the text.
const STYLE: &str = "/* The report as text";

/// The files of the first visit that contain a part of it.
pub(super) const FILES: [&str; 2] = ["index.html", "page.css"];

/// The content of one of `FILES` without the report as text.
pub(super) fn without(name: &str, content: &str) -> Result<String> {
    if name == "page.css" {
        let (before, _) = content.split_once(STYLE).with_context(|| format!("page.css has no line {STYLE}"))?;
        return Ok(before.to_owned());
    }
    PARTS.iter().try_fold(content.to_owned(), |page, part| cut(&page, part))
}

/// The page without the two comments with this name, and without what is between them.
fn cut(page: &str, name: &str) -> Result<String> {
    let missing = || format!("index.html has no place for {name}");
    let (before, rest) = page.split_once(&format!("<!-- {name} -->")).with_context(missing)?;
    let (_, after) = rest.split_once(&format!("<!-- /{name} -->")).with_context(missing)?;
    Ok([before, after].concat())
}
