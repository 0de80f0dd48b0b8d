//! Folding of texts with the tables of the `unicode-normalization` crate, where a browser would use its own.

use outreach_report::query::CaseFold;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// NFKD without combining marks, then upper case, then lower case: `ß` becomes `ss`, `É` becomes `e`.
pub(crate) struct Tables;

impl CaseFold for Tables {
    fn fold(&self, text: &str) -> String {
        let bare = text.nfkd().filter(|letter| !is_combining_mark(*letter));
        bare.flat_map(char::to_uppercase).flat_map(char::to_lowercase).collect()
    }
}
