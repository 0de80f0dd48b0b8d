//! A writer of HTML, so that HTML is never concatenated from texts.
//!
//! Invariant: names of elements and attributes are constants of this program. Everything from the data is escaped, as
//! text or as the value of an attribute, so that none of it is read as markup. There is no `style` and no script.

/// A fragment of HTML to which elements and texts are added.
#[derive(Debug, Default)]
pub(super) struct HtmlWriter {
    text: String,
}

/// Attributes of an element: a constant name, and any text as value.
pub(super) type Attributes<'a> = &'a [(&'static str, &'a str)];

/// Elements without content and without an end tag.
const VOID_ELEMENTS: [&str; 2] = ["path", "br"];

impl HtmlWriter {
    /// Returns the fragment.
    pub(super) fn finish(self) -> String {
        self.text
    }

    /// Adds an element with the content that `content` writes.
    pub(super) fn element(&mut self, name: &'static str, attributes: Attributes, content: impl FnOnce(&mut Self)) {
        self.text.push('<');
        self.text.push_str(name);
        for (attribute, value) in attributes {
            self.text.push(' ');
            self.text.push_str(attribute);
            self.text.push_str("=\"");
            self.text(value);
            self.text.push('"');
        }
        if VOID_ELEMENTS.contains(&name) {
            self.text.push_str("/>");
            return;
        }
        self.text.push('>');
        content(self);
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push('>');
    }

    /// Adds an element that contains a text.
    pub(super) fn text_element(&mut self, name: &'static str, attributes: Attributes, text: &str) {
        self.element(name, attributes, |html| html.text(text));
    }

    /// Adds a text of the data in an element whose text direction is independent of the page's.
    pub(super) fn isolated(&mut self, name: &'static str, text: &str) {
        self.text_element(name, &[("dir", "auto")], text);
    }

    /// Adds a link to an address of the data, which must have passed `is_web_address`; for `None` only its label.
    pub(super) fn external_link(&mut self, address: Option<&str>, label: &str) {
        match address {
            Some(address) => {
                self.text_element("a", &[("href", address), ("rel", "noopener noreferrer"), ("dir", "auto")], label)
            }
            None => self.isolated("span", label),
        }
    }

    /// Adds an escaped text.
    pub(super) fn text(&mut self, text: &str) {
        for character in text.chars() {
            match character {
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '&' => self.text.push_str("&amp;"),
                '"' => self.text.push_str("&quot;"),
                '\0' => {}
                _ => self.text.push(character),
            }
        }
    }

    /// Adds a line end, which makes the source readable.
    pub(super) fn new_line(&mut self) {
        self.text.push('\n');
    }
}
