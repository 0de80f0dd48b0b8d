//! Parses the HTML that Yew writes into elements. It understands no other HTML.

/// An element with its attributes and children.
#[derive(Debug, Clone, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Node>,
}

/// A child of an element.
#[derive(Debug, Clone)]
pub(crate) enum Node {
    Element(Element),
    Text(String),
}

/// Elements without an end tag.
const VOID: [&str; 6] = ["input", "br", "hr", "img", "link", "path"];

/// Parses a document; the returned element has no name and contains the whole document.
pub(crate) fn read(html: &str) -> Element {
    let mut open = vec![Element::default()];
    let mut rest = html;
    while !rest.is_empty() {
        if let Some(tag) = rest.strip_prefix("</") {
            let (name, after) = tag.split_once('>').unwrap();
            let element = open.pop().unwrap();
            assert_eq!(element.name, name, "the end tag belongs to another element");
            open.last_mut().unwrap().children.push(Node::Element(element));
            rest = after;
        } else if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.split_once("-->").unwrap().1;
        } else if let Some(tag) = rest.strip_prefix('<') {
            let (element, after) = start(tag);
            if VOID.contains(&element.name.as_str()) {
                open.last_mut().unwrap().children.push(Node::Element(element));
            } else {
                open.push(element);
            }
            rest = after;
        } else {
            let end = rest.find('<').unwrap_or(rest.len());
            let (text, after) = rest.split_at(end);
            open.last_mut().unwrap().children.push(Node::Text(unescape(text)));
            rest = after;
        }
    }
    assert_eq!(open.len(), 1, "an element has no end tag");
    open.pop().unwrap()
}

/// Parses a start tag whose `<` has been read; returns its element and the text after the tag.
fn start(tag: &str) -> (Element, &str) {
    let end = tag.find([' ', '>', '/']).unwrap();
    let (name, mut rest) = tag.split_at(end);
    let mut element = Element { name: name.to_owned(), ..Element::default() };
    loop {
        rest = rest.trim_start_matches([' ', '/']);
        if let Some(after) = rest.strip_prefix('>') {
            return (element, after);
        }
        let end = rest.find(['=', ' ', '>', '/']).unwrap();
        let (name, after) = rest.split_at(end);
        let (value, after) = match after.strip_prefix("=\"") {
            Some(quoted) => quoted.split_once('"').unwrap(),
            None => ("", after),
        };
        element.attributes.push((name.to_owned(), unescape(value)));
        rest = after;
    }
}

fn unescape(text: &str) -> String {
    let pairs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#39;", "'"),
        ("&#x2F;", "/"),
        ("&amp;", "&"),
    ];
    pairs.iter().fold(text.to_owned(), |text, (escape, character)| text.replace(escape, character))
}

impl Element {
    /// The value of an attribute.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Whether the element has the class.
    pub(crate) fn is(&self, class: &str) -> bool {
        self.get("class").is_some_and(|classes| classes.split(' ').any(|name| name == class))
    }

    /// All elements inside this one, in document order.
    pub(crate) fn all(&self) -> Vec<&Element> {
        let children = self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        });
        children.flat_map(|element| [vec![element], element.all()].concat()).collect()
    }

    /// The elements with this name inside this one.
    pub(crate) fn named(&self, name: &str) -> Vec<&Element> {
        self.all().into_iter().filter(|element| element.name == name).collect()
    }

    /// The elements with this class inside this one.
    pub(crate) fn classed(&self, class: &str) -> Vec<&Element> {
        self.all().into_iter().filter(|element| element.is(class)).collect()
    }

    /// The text of the element and of everything inside it.
    pub(crate) fn text(&self) -> String {
        self.text_of(&|_| true)
    }

    /// What a screen reader announces: the `aria-label`, else the text that is not hidden from screen readers.
    pub(crate) fn spoken(&self) -> String {
        let label = self.get("aria-label").map(str::to_owned);
        label.unwrap_or_else(|| self.text_of(&|element| element.get("aria-hidden") != Some("true"))).trim().to_owned()
    }

    /// The text of the element without the children that `included` refuses.
    fn text_of(&self, included: &dyn Fn(&Element) -> bool) -> String {
        let texts = self.children.iter().map(|node| match node {
            Node::Element(element) if included(element) => element.text_of(included),
            Node::Element(_) => String::new(),
            Node::Text(text) => text.clone(),
        });
        texts.collect()
    }
}
