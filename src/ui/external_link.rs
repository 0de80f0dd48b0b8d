//! Links to the pages that records cite.

use super::tag_builder::{TagBuilder, isolated, tag};
use crate::locale::{Locale, Sentence};
use crate::model::Text;

/// A link to another site; only the name if the data set gives no address that may become a link.
pub fn external_link(locale: &Locale, name: &str, address: Option<&Text>) -> TagBuilder {
    let Some(address) = address else { return isolated(name) };
    tag("a", "")
        .attribute("href", address.to_string())
        .attribute("target", "_blank")
        .attribute("rel", "noopener noreferrer")
        .attribute("referrerpolicy", "no-referrer")
        .attribute("aria-label", locale.fill(Sentence::SourceOpens, &[("source", name)]))
        .child(isolated(name))
        .child(tag("span", "away").attribute("aria-hidden", "true"))
}
