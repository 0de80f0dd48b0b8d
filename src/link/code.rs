//! Percent-encoding of texts and codes in links. Invariant: an encoded code contains no character that has a meaning in
//! links.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// The characters to encode in a search text: the same as JavaScript's `encodeURIComponent` encodes.
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

/// The characters to encode in a code: also `~`, which separates codes.
const CODE: &AsciiSet = &SEARCH.add(b'~');

/// A code, percent-encoded for links.
pub fn encode_code(text: &str) -> String {
    utf8_percent_encode(text, CODE).to_string()
}
