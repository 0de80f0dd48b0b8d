//! Sentences, names, numbers and dates for people. Nothing else in the house writes a sentence, so that another
//! language is another file like `en.json`, and nothing else.
//!
//! Invariant: pure. What a browser knows better (number formats, plural rules, names of countries, the order of
//! words) comes through the trait [`Formats`], which `element` fills with `Intl`.

mod dates;
mod formats;
mod names;
mod numbers;
mod sentence;
mod template;

pub use formats::Formats;
pub use sentence::Sentence;
pub use template::SentencePiece;

use std::rc::Rc;

use crate::json::Json;

/// The sentences and names in English, compiled in because it is the language of last resort.
const ENGLISH: &str = include_str!(concat!(env!("OUT_DIR"), "/en.json"));

/// The sentences of the dialogs, which the first view does not carry.
const ENGLISH_DIALOGS: &str = include_str!(concat!(env!("OUT_DIR"), "/en-dialogs.json"));

/// The languages that there are, each with what it calls itself.
pub const LANGUAGES: &[(&str, &str)] = &[("en", "English")];

/// The sentences of the pages that are written at build time, which no WebAssembly carries.
const ENGLISH_PAGES: &str = include_str!(concat!(env!("OUT_DIR"), "/en-pages.json"));

/// One language: its sentences, its names, and the formats of its numbers.
pub struct Locale {
    language: &'static str,
    /// In the order of [`Sentence::ALL`].
    sentences: Vec<Json>,
    /// A section for each kind of name.
    file: Json,
    formats: Rc<dyn Formats>,
}

impl Locale {
    /// English, with these formats: the sentences of the first view.
    pub fn english(formats: Rc<dyn Formats>) -> Self {
        // The build script wrote the file, so that it is known to be JSON here.
        let file: Json = serde_json::from_str(ENGLISH).unwrap_or_default();
        let sentences = match file.get("sentences") {
            Some(Json::List(sentences)) => sentences.clone(),
            _ => Vec::new(),
        };
        Self { language: "en", sentences, file, formats }
    }

    /// The same with the sentences of the dialogs.
    pub fn with_dialogs(mut self) -> Self {
        let dialogs: Vec<Json> = serde_json::from_str(ENGLISH_DIALOGS).unwrap_or_default();
        self.sentences.extend(dialogs);
        self
    }

    /// The same with the sentences of the pages that are written at build time; those of the dialogs must be there.
    pub fn with_pages(mut self) -> Self {
        let pages: Vec<Json> = serde_json::from_str(ENGLISH_PAGES).unwrap_or_default();
        self.sentences.extend(pages);
        self
    }

    /// The language's code, as in the attribute `lang`.
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// In which direction the language is written, as HTML has it.
    pub fn direction(&self) -> &'static str {
        if self.language == "ar" { "rtl" } else { "ltr" }
    }

    /// A sentence without gaps.
    pub fn say(&self, key: Sentence) -> String {
        self.fill(key, &[])
    }

    /// A sentence whose gaps are filled by name.
    pub fn fill(&self, key: Sentence, gaps: &[(&str, &str)]) -> String {
        self.pieces(key, gaps).into_iter().map(|piece| piece.text).collect()
    }

    /// A sentence whose form depends on a number, which also fills the gap `n`.
    pub fn count(&self, key: Sentence, n: u64, gaps: &[(&str, &str)]) -> String {
        let number = self.number(n);
        let all: Vec<_> = gaps.iter().copied().chain([("n", number.as_str())]).collect();
        self.pieces_of(key, &self.formats.plural(n), &all).into_iter().map(|piece| piece.text).collect()
    }

    /// A sentence in parts, so that what fills a gap can be shown in its own way.
    pub fn pieces(&self, key: Sentence, gaps: &[(&str, &str)]) -> Vec<SentencePiece> {
        self.pieces_of(key, "other", gaps)
    }

    /// The same for a sentence whose form depends on a number.
    pub fn count_pieces(&self, key: Sentence, n: u64, gaps: &[(&str, &str)]) -> Vec<SentencePiece> {
        self.pieces_of(key, &self.formats.plural(n), gaps)
    }

    fn pieces_of(&self, key: Sentence, category: &str, gaps: &[(&str, &str)]) -> Vec<SentencePiece> {
        template::pieces(self.form(key, category).unwrap_or_default(), gaps)
    }

    /// The form of a sentence for a plural category, else the one for all others.
    fn form(&self, key: Sentence, category: &str) -> Option<&str> {
        match self.sentences.get(key as usize)? {
            Json::Object(forms) => forms.get(category).or_else(|| forms.get("other"))?.as_str(),
            sentence => sentence.as_str(),
        }
    }

    /// Several texts as a list: "Bhutan, India and Nepal".
    pub fn list(&self, items: &[String]) -> String {
        let mut items = items.iter().rev();
        let Some(last) = items.next() else { return String::new() };
        let Some(before) = items.next() else { return last.clone() };
        let first =
            items.fold(before.clone(), |list, item| self.fill(Sentence::ListJoin, &[("a", item), ("b", &list)]));
        self.fill(Sentence::ListLast, &[("a", &first), ("b", last)])
    }

    /// A text that begins with a capital, where the script has any.
    pub fn capitalised(&self, text: &str) -> String {
        self.first(text, |first| self.formats.upper(first))
    }

    /// A name as it stands within a line.
    pub fn uncapitalised(&self, text: &str) -> String {
        self.first(text, |first| self.formats.lower(first))
    }

    fn first(&self, text: &str, change: impl Fn(&str) -> String) -> String {
        let mut characters = text.chars();
        let first = characters.next().map(|first| change(first.encode_utf8(&mut [0; 4])));
        first.unwrap_or_default() + characters.as_str()
    }

    /// The formats of the language.
    pub fn formats(&self) -> &dyn Formats {
        &*self.formats
    }
}
