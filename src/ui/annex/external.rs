//! Links to the pages that records cite.

use yew::prelude::*;

use crate::locale::{Key, Locale};
use crate::model::Text;

/// A link to a page elsewhere, where the data give an address that may be one.
pub fn external(locale: &Locale, name: &str, link: Option<&Text>) -> Html {
    let Some(link) = link else { return html! { <bdi>{ name }</bdi> } };
    let spoken = locale.fill(Key::SourceOpens, &[("source", name)]);
    html! {
        <a href={link.to_string()} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer" aria-label={spoken}>
            <bdi>{ name }</bdi><span class="away" aria-hidden="true"></span>
        </a>
    }
}
