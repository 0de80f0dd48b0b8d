//! Links to the pages that records cite.

use yew::prelude::*;

use crate::locale::{Locale, Sentence};
use crate::model::Text;
use crate::ui::el::{el, isolated};

/// A link to a page elsewhere, where the data give an address that may be one.
pub fn external(locale: &Locale, name: &str, link: Option<&Text>) -> Html {
    let Some(link) = link else { return isolated(name).html() };
    el("a", "")
        .at("href", link.to_string())
        .at("target", "_blank")
        .at("rel", "noopener noreferrer")
        .at("referrerpolicy", "no-referrer")
        .at("aria-label", locale.fill(Sentence::SourceOpens, &[("source", name)]))
        .kid(isolated(name))
        .kid(el("span", "away").at("aria-hidden", "true"))
        .html()
}
