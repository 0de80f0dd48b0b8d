//! Folds texts for the search with the Unicode tables of the `unicode-normalization` crate; the widget uses those of
//! the browser.

use outreach_report::query::CaseFold;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// NFKD without combining marks, then upper case, then lower case: `ß` becomes `ss`, `É` becomes `e`.
pub(crate) struct UnicodeFold;

impl CaseFold for UnicodeFold {
    fn fold(&self, text: &str) -> String {
        let without_marks = text.nfkd().filter(|character| !is_combining_mark(*character));
        without_marks.flat_map(char::to_uppercase).flat_map(char::to_lowercase).collect()
    }
}
