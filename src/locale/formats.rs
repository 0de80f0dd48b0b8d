//! What a browser's `Intl` knows and a pure room cannot.

use crate::model::PartialDate;
use crate::query::CaseFold;

/// Formats of one language. `element` fills it with `Intl`; tests with plain English.
pub trait Formats: CaseFold {
    /// A whole number with the separators of the language.
    fn number(&self, n: u64) -> String;

    /// The plural category of a number: `zero`, `one`, `two`, `few`, `many` or `other`.
    fn plural(&self, n: u64) -> String;

    /// A day, month or year; from one to another where the two differ. Months are 1 to 12, never seasons.
    fn date(&self, first: PartialDate, last: PartialDate) -> String;

    /// The name of a country or area by its code; `None` where the browser has none.
    fn country(&self, code: &str) -> Option<String>;

    /// The text in capitals; where the script has none, the text itself.
    fn upper(&self, text: &str) -> String;

    /// The text in small letters.
    fn lower(&self, text: &str) -> String;

    /// The place of each text in the order of the language; equal texts have equal places. All at once, because a
    /// question to the browser costs more than its answer.
    fn ranks(&self, texts: &[String]) -> Vec<u32>;
}
