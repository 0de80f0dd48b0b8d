//! Values of the data as cells of a table; what the data do not say is an empty cell.

use crate::export::csv_row::join_list;
use crate::model::{EdtfDate, Text};

/// A text that may be missing.
pub(super) fn optional_text(text: &Option<Text>) -> String {
    text.as_ref().map(Text::to_string).unwrap_or_default()
}

/// Several texts in one cell.
pub(super) fn list(texts: &[Text]) -> String {
    join_list(texts.iter().map(Text::to_string))
}

/// A date as it was written.
pub(super) fn date(when: &Option<EdtfDate>) -> String {
    when.as_ref().map(|when| when.text().to_string()).unwrap_or_default()
}

/// A number that may be missing.
pub(super) fn number(n: Option<u64>) -> String {
    n.map(|n| n.to_string()).unwrap_or_default()
}
