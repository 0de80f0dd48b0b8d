//! Placeholders of a page that are filled at build time: from `<!-- name -->` to `<!-- /name -->`.
//!
//! Invariant: the markers stay in the page. The content can be found again and replaced, and `cargo xtask size` can
//! measure it.

use anyhow::{Context, Result, ensure};

/// The page with new content between the markers of this name, which it must have exactly once.
pub(crate) fn fill(page: &str, name: &str, content: &str) -> Result<String> {
    let (begin, end) = (format!("<!-- {name} -->"), format!("<!-- /{name} -->"));
    let (before, rest) = page.split_once(&begin).with_context(|| format!("the page has no {begin}"))?;
    let (_, after) = rest.split_once(&end).with_context(|| format!("the page has no {end}"))?;
    ensure!(!after.contains(&begin), "the page has {begin} twice");
    Ok(format!("{before}{begin}{content}{end}{after}"))
}
