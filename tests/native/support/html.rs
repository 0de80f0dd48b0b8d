//! HTML as Yew writes it, read back into elements: enough for that, and for nothing else.

/// An element with its attributes, its own place in the tree, and what is inside it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) inside: Vec<Node>,
}

/// What an element has inside it.
#[derive(Debug, Clone)]
pub(crate) enum Node {
    Element(Element),
    Text(String),
}

/// Elements that have no end.
const VOID: [&str; 6] = ["input", "br", "hr", "img", "link", "path"];

/// Reads a document; the element given back has it inside.
pub(crate) fn read(html: &str) -> Element {
    let mut open = vec![Element::default()];
    let mut rest = html;
    while !rest.is_empty() {
        if let Some(tag) = rest.strip_prefix("</") {
            let (name, after) = tag.split_once('>').unwrap();
            let element = open.pop().unwrap();
            assert_eq!(element.name, name, "ends another element");
            open.last_mut().unwrap().inside.push(Node::Element(element));
            rest = after;
        } else if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.split_once("-->").unwrap().1;
        } else if let Some(tag) = rest.strip_prefix('<') {
            let (element, after) = start(tag);
            if VOID.contains(&element.name.as_str()) {
                open.last_mut().unwrap().inside.push(Node::Element(element));
            } else {
                open.push(element);
            }
            rest = after;
        } else {
            let end = rest.find('<').unwrap_or(rest.len());
            let (text, after) = rest.split_at(end);
            open.last_mut().unwrap().inside.push(Node::Text(unescape(text)));
            rest = after;
        }
    }
    assert_eq!(open.len(), 1, "an element does not end");
    open.pop().unwrap()
}

/// A start tag after its `<`, and what follows it.
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
    pairs.iter().fold(text.to_owned(), |text, (escape, letter)| text.replace(escape, letter))
}

impl Element {
    /// The value of an attribute.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Whether it has the class.
    pub(crate) fn is(&self, class: &str) -> bool {
        self.get("class").is_some_and(|classes| classes.split(' ').any(|one| one == class))
    }

    /// Every element inside it, in the order of the document.
    pub(crate) fn all(&self) -> Vec<&Element> {
        let inside = self.inside.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        });
        inside.flat_map(|element| [vec![element], element.all()].concat()).collect()
    }

    /// Every element of this name inside it.
    pub(crate) fn named(&self, name: &str) -> Vec<&Element> {
        self.all().into_iter().filter(|element| element.name == name).collect()
    }

    /// Every element of this class inside it.
    pub(crate) fn classed(&self, class: &str) -> Vec<&Element> {
        self.all().into_iter().filter(|element| element.is(class)).collect()
    }

    /// All its text.
    pub(crate) fn text(&self) -> String {
        self.words(&|_| true)
    }

    /// What it is called aloud: its label, else the text that is not hidden from screen readers.
    pub(crate) fn spoken(&self) -> String {
        let label = self.get("aria-label").map(str::to_owned);
        label.unwrap_or_else(|| self.words(&|element| element.get("aria-hidden") != Some("true"))).trim().to_owned()
    }

    fn words(&self, takes: &dyn Fn(&Element) -> bool) -> String {
        let text = self.inside.iter().map(|node| match node {
            Node::Element(element) if takes(element) => element.words(takes),
            Node::Element(_) => String::new(),
            Node::Text(text) => text.clone(),
        });
        text.collect()
    }
}
