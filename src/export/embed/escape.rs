//! Texts as HTML and addresses take them.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What stands for itself in any part of an address.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A text as it stands between quotes in an attribute, or between tags.
pub fn html(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            // A reader of HTML drops the first and takes the second for a line feed.
            '\0' => {}
            '\r' => escaped.push_str("&#13;"),
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// A value as it stands in a query.
pub fn query(text: &str) -> String {
    utf8_percent_encode(text, PLAIN).to_string()
}

/// A start tag. Attributes without a value are written without one.
pub fn tag(name: &str, attributes: &[(&str, String)]) -> String {
    let attributes: String = attributes
        .iter()
        .map(|(name, value)| if value.is_empty() { format!(" {name}") } else { format!(" {name}=\"{}\"", html(value)) })
        .collect();
    format!("<{name}{attributes}>")
}
