//! Texts and codes of the data, as links contain them.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What JavaScript's `encodeURIComponent` leaves as it is, so that both write the same text.
pub(super) const SEARCH: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'!')
    .remove(b'~')
    .remove(b'*')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')');

/// The same for a code, in which `~` would end it.
const CODE: &AsciiSet = &SEARCH.add(b'~');

/// A code with percent signs for what would have a meaning of its own in a link.
pub fn encode_code(text: &str) -> String {
    utf8_percent_encode(text, CODE).to_string()
}
