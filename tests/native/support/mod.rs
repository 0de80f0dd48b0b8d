//! Shared by the native tests: the built-in document, English formats, generators of random data sets and selections,
//! and the oracle, a second implementation of counting.

pub(crate) mod blocks;
pub(crate) mod csv;
pub(crate) mod drawing;
pub(crate) mod english;
pub(crate) mod gallery;
pub(crate) mod generate;
pub(crate) mod html;
pub(crate) mod imports;
pub(crate) mod oracle;
pub(crate) mod pasted_code;
pub(crate) mod screen;
pub(crate) mod tally_texts;
pub(crate) mod totals_json;
pub(crate) mod unicode_fold;
pub(crate) mod view_fixture;
pub(crate) mod view_texts;

use outreach_report::model::{DataSet, parse};
use serde_json::Value;

/// The data set that is compiled into the widget.
pub(crate) const BUILT_IN: &str = include_str!("../../../static/data/activities.json");

/// The built-in data set as JSON.
pub(crate) fn built_in() -> Value {
    serde_json::from_str(BUILT_IN).unwrap()
}

/// Parses a document; its issues are ignored.
pub(crate) fn data_set(document: &Value) -> DataSet {
    parse(&document.to_string()).unwrap().0
}
