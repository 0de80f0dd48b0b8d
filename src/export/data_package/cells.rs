//! Values of the data as cells of a table; what the data do not state is an empty cell.

use crate::export::csv_row::join_list;
use crate::model::{EdtfDate, Text};

/// A text, or an empty cell.
pub(super) fn optional_text(text: &Option<Text>) -> String {
    text.as_ref().map(Text::to_string).unwrap_or_default()
}

/// Several texts in one cell.
pub(super) fn list(texts: &[Text]) -> String {
    join_list(texts.iter().map(Text::to_string))
}

/// A date as it is written in the data set, or an empty cell.
pub(super) fn date(date: &Option<EdtfDate>) -> String {
    date.as_ref().map(|date| date.text().to_string()).unwrap_or_default()
}

/// A number, or an empty cell.
pub(super) fn number(n: Option<u64>) -> String {
    n.map(|n| n.to_string()).unwrap_or_default()
}
