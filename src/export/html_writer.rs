//! HTML that is written, not put together from pieces of text.
//!
//! Invariant: names of elements and attributes are words of the house; whatever comes from data is escaped, as text or
//! as the value of an attribute, so that none of it is ever taken for markup. There is no `style` and no script.

/// A fragment of HTML that grows.
#[derive(Debug, Default)]
pub(super) struct HtmlWriter {
    text: String,
}

/// Attributes of an element: a word of the house, and any text.
pub(super) type Attributes<'a> = &'a [(&'static str, &'a str)];

/// Elements that have neither an end nor anything inside.
const VOID: [&str; 2] = ["path", "br"];

impl HtmlWriter {
    /// The fragment.
    pub(super) fn finish(self) -> String {
        self.text
    }

    /// An element with what the function puts inside.
    pub(super) fn element(&mut self, name: &'static str, attributes: Attributes, inside: impl FnOnce(&mut Self)) {
        self.text.push('<');
        self.text.push_str(name);
        for (attribute, value) in attributes {
            self.text.push(' ');
            self.text.push_str(attribute);
            self.text.push_str("=\"");
            self.text(value);
            self.text.push('"');
        }
        if VOID.contains(&name) {
            self.text.push_str("/>");
            return;
        }
        self.text.push('>');
        inside(self);
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push('>');
    }

    /// An element with a text inside.
    pub(super) fn text_element(&mut self, name: &'static str, attributes: Attributes, text: &str) {
        self.element(name, attributes, |html| html.text(text));
    }

    /// A text of the data in an element that keeps its direction apart from the page's.
    pub(super) fn isolated(&mut self, name: &'static str, text: &str) {
        self.text_element(name, &[("dir", "auto")], text);
    }

    /// A link to an address of the data, which must have been looked at with `is_web_address`; without one, the words.
    pub(super) fn external_link(&mut self, address: Option<&str>, words: &str) {
        match address {
            Some(address) => {
                self.text_element("a", &[("href", address), ("rel", "noopener noreferrer"), ("dir", "auto")], words)
            }
            None => self.isolated("span", words),
        }
    }

    /// A text.
    pub(super) fn text(&mut self, text: &str) {
        for letter in text.chars() {
            match letter {
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '&' => self.text.push_str("&amp;"),
                '"' => self.text.push_str("&quot;"),
                '\0' => {}
                _ => self.text.push(letter),
            }
        }
    }

    /// The end of a line, so that what is written can be read.
    pub(super) fn new_line(&mut self) {
        self.text.push('\n');
    }
}
