//! Places in a page that are filled at build time: from `<!-- name -->` to `<!-- /name -->`.
//!
//! Invariant: the marks stay, so that what was filled in can be found again, replaced and weighed.

use anyhow::{Context, Result, ensure};

/// The page with another content between the marks of this name, which it must have once.
pub(crate) fn fill(page: &str, name: &str, content: &str) -> Result<String> {
    let (begin, end) = (format!("<!-- {name} -->"), format!("<!-- /{name} -->"));
    let (before, rest) = page.split_once(&begin).with_context(|| format!("the page has no {begin}"))?;
    let (_, after) = rest.split_once(&end).with_context(|| format!("the page has no {end}"))?;
    ensure!(!after.contains(&begin), "the page has {begin} twice");
    Ok(format!("{before}{begin}{content}{end}{after}"))
}
