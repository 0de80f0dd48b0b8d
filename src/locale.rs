//! Sentences, names, numbers and dates for people. Nothing else in the house writes a sentence, so that another
//! language is another file like `en.json`, and nothing else.
//!
//! Invariant: pure. What a browser knows better (number formats, plural rules, names of countries, the order of
//! words) comes through the trait [`Formats`], which `element` fills with `Intl`.

mod dates;
mod formats;
mod key;
mod names;
mod numbers;
mod template;

pub use formats::Formats;
pub use key::Key;
pub use template::Part;

use std::collections::BTreeMap;
use std::rc::Rc;

use serde_json::Value;

use template::Template;

/// The sentences and names in English, compiled in because it is the language of last resort.
const ENGLISH: &str = include_str!("locale/en.json");

/// One language: its sentences, its names, and the formats of its numbers.
pub struct Locale {
    language: &'static str,
    templates: BTreeMap<String, Template>,
    names: BTreeMap<String, BTreeMap<String, String>>,
    formats: Rc<dyn Formats>,
}

impl Locale {
    /// English, with these formats.
    pub fn english(formats: Rc<dyn Formats>) -> Self {
        let file: Value = serde_json::from_str(ENGLISH).unwrap_or_default();
        let mut templates = BTreeMap::new();
        let mut names = BTreeMap::new();
        for (section, entries) in file.as_object().into_iter().flatten() {
            let entries = entries.as_object().into_iter().flatten();
            if section == "sentences" {
                templates = entries.map(|(key, text)| (key.clone(), Template::read(text))).collect();
            } else {
                let entries = entries.filter_map(|(code, name)| Some((code.clone(), name.as_str()?.to_owned())));
                names.insert(section.clone(), entries.collect());
            }
        }
        Self { language: "en", templates, names, formats }
    }

    /// The language's code, as in the attribute `lang`.
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// A sentence without gaps.
    pub fn say(&self, key: Key) -> String {
        self.fill(key, &[])
    }

    /// A sentence whose gaps are filled by name.
    pub fn fill(&self, key: Key, gaps: &[(&str, &str)]) -> String {
        self.parts(key, gaps).into_iter().map(|part| part.text).collect()
    }

    /// A sentence whose form depends on a number, which also fills the gap `n`.
    pub fn count(&self, key: Key, n: u64, gaps: &[(&str, &str)]) -> String {
        let number = self.number(n);
        let all: Vec<_> = gaps.iter().copied().chain([("n", number.as_str())]).collect();
        self.parts_of(key, &self.formats.plural(n), &all).into_iter().map(|part| part.text).collect()
    }

    /// A sentence in parts, so that what fills a gap can be shown in its own way.
    pub fn parts(&self, key: Key, gaps: &[(&str, &str)]) -> Vec<Part> {
        self.parts_of(key, "other", gaps)
    }

    /// The same for a sentence whose form depends on a number.
    pub fn count_parts(&self, key: Key, n: u64, gaps: &[(&str, &str)]) -> Vec<Part> {
        self.parts_of(key, &self.formats.plural(n), gaps)
    }

    fn parts_of(&self, key: Key, category: &str, gaps: &[(&str, &str)]) -> Vec<Part> {
        let template = self.templates.get(key.name());
        template.map(|template| template::parts(template.form(category), gaps)).unwrap_or_default()
    }

    /// Several texts as a list: "Bhutan, India and Nepal".
    pub fn list(&self, items: &[String]) -> String {
        let mut items = items.iter().rev();
        let Some(last) = items.next() else { return String::new() };
        let Some(before) = items.next() else { return last.clone() };
        let first = items.fold(before.clone(), |list, item| self.fill(Key::ListJoin, &[("a", item), ("b", &list)]));
        self.fill(Key::ListLast, &[("a", &first), ("b", last)])
    }

    /// The formats of the language.
    pub fn formats(&self) -> &dyn Formats {
        &*self.formats
    }

    /// Whether the language file has this sentence; a test asks it for every key.
    pub fn has(&self, key: Key) -> bool {
        self.templates.contains_key(key.name())
    }

    /// The names of the sentences that the language file has.
    pub fn sentence_names(&self) -> impl Iterator<Item = &str> {
        self.templates.keys().map(String::as_str)
    }
}
