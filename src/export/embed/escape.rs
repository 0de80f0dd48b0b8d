//! Escapes texts for HTML and for addresses.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// The characters that need no escape in any part of an address.
const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A text escaped for a quoted attribute or for the content of an element.
pub fn escape_html(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            // HTML cannot represent these.
            '\0' | '\r' => {}
            _ => escaped.push(character),
        }
    }
    escaped
}

/// A text on one line.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A value escaped for the query of an address.
pub fn escape_query(text: &str) -> String {
    utf8_percent_encode(text, UNRESERVED).to_string()
}

/// A start tag. Attributes with an empty value are written without a value.
pub fn start_tag(name: &str, attributes: &[(&str, String)]) -> String {
    let attributes: String = attributes
        .iter()
        .map(
            |(name, value)| {
                if value.is_empty() { format!(" {name}") } else { format!(" {name}=\"{}\"", escape_html(value)) }
            },
        )
        .collect();
    format!("<{name}{attributes}>")
}
