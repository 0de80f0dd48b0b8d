//! A link as it stands in addresses inside HTML. `addressForm` in `static/loader/link-parts.js` does more, for addresses
//! that readers copy.
//!
//! Invariant: it decodes to the same view, and has no sign at its end that mail and chat programs would cut off.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// The link for an address. `link` can also be the last value of one.
pub fn address_form(link: &str) -> String {
    let rest = link.strip_suffix(|last: char| !last.is_ascii_alphanumeric()).unwrap_or(link);
    let last = link.get(rest.len()..).unwrap_or_default();
    format!("{rest}{}", utf8_percent_encode(last, NON_ALPHANUMERIC))
}
