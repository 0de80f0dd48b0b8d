//! Sentences, names, numbers and dates for people. No other module contains sentences: another language needs only
//! another file like `en.json`.
//!
//! Invariant: pure. What browsers know better (number formats, plural rules, names of countries, alphabetical order)
//! comes through the trait [`Formats`], which `element` implements with `Intl`.

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

/// The sentences of the report and the names in English, compiled in because English is the fallback language.
const ENGLISH: &str = include_str!(concat!(env!("OUT_DIR"), "/en.json"));

/// The sentences of the dialogs, which the WebAssembly of the report does not contain.
const ENGLISH_DIALOGS: &str = include_str!(concat!(env!("OUT_DIR"), "/en-dialogs.json"));

/// The available languages, each with its own name for itself.
pub const LANGUAGES: &[(&str, &str)] = &[("en", "English")];

/// The sentences of the pages that are written at build time, which no WebAssembly contains.
const ENGLISH_PAGES: &str = include_str!(concat!(env!("OUT_DIR"), "/en-pages.json"));

/// One language: its sentences, its names for codes, and its formats.
pub struct Locale {
    language: &'static str,
    /// In the order of [`Sentence::ALL`].
    sentences: Vec<Json>,
    /// The language file, with a section for each kind of name.
    file: Json,
    formats: Rc<dyn Formats>,
}

impl Locale {
    /// English with these formats, and only the sentences of the report.
    pub fn english(formats: Rc<dyn Formats>) -> Self {
        // The build script wrote this file: it is always JSON.
        let file: Json = serde_json::from_str(ENGLISH).unwrap_or_default();
        let sentences = match file.get("sentences") {
            Some(Json::List(sentences)) => sentences.clone(),
            _ => Vec::new(),
        };
        Self { language: "en", sentences, file, formats }
    }

    /// The same, also with the sentences of the dialogs.
    pub fn with_dialogs(mut self) -> Self {
        let dialogs: Vec<Json> = serde_json::from_str(ENGLISH_DIALOGS).unwrap_or_default();
        self.sentences.extend(dialogs);
        self
    }

    /// The same, also with the sentences of the pages that are written at build time. Those of the dialogs must be
    /// added first.
    pub fn with_pages(mut self) -> Self {
        let pages: Vec<Json> = serde_json::from_str(ENGLISH_PAGES).unwrap_or_default();
        self.sentences.extend(pages);
        self
    }

    /// The code of the language, as in the attribute `lang`.
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// The direction of writing, as a value of the HTML attribute `dir`.
    pub fn direction(&self) -> &'static str {
        if self.language == "ar" { "rtl" } else { "ltr" }
    }

    /// A sentence without gaps.
    pub fn say(&self, key: Sentence) -> String {
        self.fill(key, &[])
    }

    /// A sentence whose gaps are filled by their names.
    pub fn fill(&self, key: Sentence, gaps: &[(&str, &str)]) -> String {
        self.pieces(key, gaps).into_iter().map(|piece| piece.text).collect()
    }

    /// A sentence whose plural form depends on a number, which also fills the gap `n`.
    pub fn count(&self, key: Sentence, n: u64, gaps: &[(&str, &str)]) -> String {
        let number = self.number(n);
        let all_gaps: Vec<_> = gaps.iter().copied().chain([("n", number.as_str())]).collect();
        self.form_pieces(key, &self.formats.plural(n), &all_gaps).into_iter().map(|piece| piece.text).collect()
    }

    /// A sentence in pieces, for showing the texts in its gaps differently.
    pub fn pieces(&self, key: Sentence, gaps: &[(&str, &str)]) -> Vec<SentencePiece> {
        self.form_pieces(key, "other", gaps)
    }

    /// The same for a sentence whose plural form depends on a number.
    pub fn count_pieces(&self, key: Sentence, n: u64, gaps: &[(&str, &str)]) -> Vec<SentencePiece> {
        self.form_pieces(key, &self.formats.plural(n), gaps)
    }

    fn form_pieces(&self, key: Sentence, category: &str, gaps: &[(&str, &str)]) -> Vec<SentencePiece> {
        template::pieces(self.form(key, category).unwrap_or_default(), gaps)
    }

    /// The form of a sentence for a plural category, or the form `other` if it has none for that.
    fn form(&self, key: Sentence, category: &str) -> Option<&str> {
        match self.sentences.get(key as usize)? {
            Json::Object(forms) => forms.get(category).or_else(|| forms.get("other"))?.as_str(),
            sentence => sentence.as_str(),
        }
    }

    /// Several texts as a list: "Bhutan, India and Nepal".
    pub fn list(&self, items: &[String]) -> String {
        self.joined(items, Sentence::ListLast)
    }

    /// Several texts of which one is enough: "Bhutan, India or Nepal".
    pub fn list_or(&self, items: &[String]) -> String {
        self.joined(items, Sentence::ListOr)
    }

    fn joined(&self, items: &[String], last_two: Sentence) -> String {
        let mut reversed = items.iter().rev();
        let Some(last) = reversed.next() else { return String::new() };
        let Some(second_last) = reversed.next() else { return last.clone() };
        let all_but_last = reversed
            .fold(second_last.clone(), |list, item| self.fill(Sentence::ListJoin, &[("a", item), ("b", &list)]));
        self.fill(last_two, &[("a", &all_but_last), ("b", last)])
    }

    /// The text with its first letter in upper case, if the script has upper case.
    pub fn capitalised(&self, text: &str) -> String {
        self.change_first(text, |first| self.formats.upper(first))
    }

    /// The text with its first letter in lower case, for a name inside a sentence.
    pub fn uncapitalised(&self, text: &str) -> String {
        self.change_first(text, |first| self.formats.lower(first))
    }

    fn change_first(&self, text: &str, change: impl Fn(&str) -> String) -> String {
        let mut characters = text.chars();
        let first = characters.next().map(|first| change(first.encode_utf8(&mut [0; 4])));
        first.unwrap_or_default() + characters.as_str()
    }

    /// The formats of the language.
    pub fn formats(&self) -> &dyn Formats {
        &*self.formats
    }
}
