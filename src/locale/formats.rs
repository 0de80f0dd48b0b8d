//! The formats that the `Intl` of a browser has and a pure module cannot have. Invariant: equal inputs give equal
//! outputs.

use crate::model::PartialDate;
use crate::query::CaseFold;

/// The formats of one language. `element` implements them with `Intl`; tests with plain English.
pub trait Formats: CaseFold {
    /// A whole number with the digit separators of the language.
    fn number(&self, n: u64) -> String;

    /// The plural category of a number: `zero`, `one`, `two`, `few`, `many` or `other`.
    fn plural(&self, n: u64) -> String;

    /// A day, month or year; a range if the two differ. Months are 1 to 12, never seasons.
    fn date(&self, first: PartialDate, last: PartialDate) -> String;

    /// The name of the country or area with this code; `None` if the browser has none.
    fn country(&self, code: &str) -> Option<String>;

    /// The text in upper case; unchanged if the script has no upper case.
    fn upper(&self, text: &str) -> String;

    /// The text in lower case.
    fn lower(&self, text: &str) -> String;

    /// The rank of each text in the alphabetical order of the language; texts that sort equally have equal ranks. All
    /// at once, because calls to the browser are slow.
    fn ranks(&self, texts: &[String]) -> Vec<u32>;
}
