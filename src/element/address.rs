//! The view in the page's address, if the page wants it there.

use wasm_bindgen::JsValue;
use web_sys::Url;

use crate::query::Facet;

/// Where in the page's address the view is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Sync {
    /// Nowhere.
    #[default]
    None,
    /// In the fragment, which is the widget's alone.
    Hash,
    /// In the query, beside the page's own parameters.
    Query,
}

/// How a change of the view enters the browser's history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Entry {
    /// As an entry of its own, so that Back undoes it.
    Push,
    /// In place of the current one.
    Replace,
}

impl Sync {
    /// The value of the attribute `sync`; anything else is `none`.
    pub(super) fn of(attribute: &str) -> Self {
        match attribute {
            "hash" => Sync::Hash,
            "query" => Sync::Query,
            _ => Sync::None,
        }
    }

    /// The link in the page's address. `None` when there is none, or the fragment is another's, such as the anchor
    /// of a heading.
    pub(super) fn read(self) -> Option<String> {
        let location = gloo::utils::window().location();
        let link = match self {
            Sync::None => return None,
            Sync::Hash => location.hash().ok()?.trim_start_matches('#').to_owned(),
            Sync::Query => parts(&location.search().ok()?).filter(|part| is_ours(part)).collect::<Vec<_>>().join("&"),
        };
        link.contains('=').then_some(link)
    }

    /// Writes the link into the page's address.
    pub(super) fn write(self, link: &str, entry: Entry) {
        let Some(address) = self.address(link) else { return };
        let Ok(history) = gloo::utils::window().history() else { return };
        // The browser refuses when a page changes its address a hundred times in half a minute, or is in a
        // sandbox. The view itself is not touched by that.
        let _ = match entry {
            Entry::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&address)),
            Entry::Replace => {
                let state = history.state().unwrap_or_default();
                history.replace_state_with_url(&state, "", Some(&address))
            }
        };
    }

    /// The page's address with this link in it.
    pub(super) fn address(self, link: &str) -> Option<String> {
        let url = Url::new(&gloo::utils::window().location().href().ok()?).ok()?;
        match self {
            Sync::None => return None,
            Sync::Hash => url.set_hash(link),
            Sync::Query => {
                let search = url.search();
                let others = parts(&search).filter(|part| !is_ours(part));
                let all: Vec<&str> = others.chain([link]).filter(|part| !part.is_empty()).collect();
                url.set_search(&all.join("&"));
            }
        }
        Some(url.href())
    }
}

fn parts(search: &str) -> impl Iterator<Item = &str> {
    search.trim_start_matches('?').split('&').filter(|part| !part.is_empty())
}

/// Whether a parameter of the query is the widget's.
fn is_ours(part: &str) -> bool {
    let key = part.split_once('=').map_or(part, |(key, _)| key);
    Facet::of_key(key).is_some() || ["q", "basis", "measure", "sort", "lang"].contains(&key)
}
