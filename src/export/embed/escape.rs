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
            // HTML has no way of writing these.
            '\0' | '\r' => {}
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// A text on one line.
pub fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A value as it stands in a query.
pub fn query(text: &str) -> String {
    utf8_percent_encode(text, PLAIN).to_string()
}

/// A start tag. Attributes without a value are written without one.
pub fn start_tag(name: &str, attributes: &[(&str, String)]) -> String {
    let attributes: String = attributes
        .iter()
        .map(|(name, value)| if value.is_empty() { format!(" {name}") } else { format!(" {name}=\"{}\"", html(value)) })
        .collect();
    format!("<{name}{attributes}>")
}
