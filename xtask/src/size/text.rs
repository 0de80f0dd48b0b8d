//! What the text of the report weighs: all that the build writes into the page, and its part of the page's style.
//!
//! Invariant: a page is weighed with and without; the difference is what a reader pays for the text.

use anyhow::{Context, Result};

/// The parts of a page that hold text, by the names of their marks.
const PARTS: [&str; 2] = ["about", "text"];
/// Where the style of the text begins.
const STYLE: &str = "/* The report as text";

/// The files of the first visit that hold some of it.
pub(super) const HELD_IN: [&str; 2] = ["index.html", "page.css"];

/// The content of one of these files without what belongs to the text.
pub(super) fn without(name: &str, content: &str) -> Result<String> {
    if name == "page.css" {
        let (before, _) = content.split_once(STYLE).with_context(|| format!("page.css has no line {STYLE}"))?;
        return Ok(before.to_owned());
    }
    PARTS.iter().try_fold(content.to_owned(), |page, part| cut(&page, part))
}

/// A page without what stands between two marks, and without them.
fn cut(page: &str, name: &str) -> Result<String> {
    let missing = || format!("index.html has no place for {name}");
    let (before, rest) = page.split_once(&format!("<!-- {name} -->")).with_context(missing)?;
    let (_, after) = rest.split_once(&format!("<!-- /{name} -->")).with_context(missing)?;
    Ok([before, after].concat())
}
