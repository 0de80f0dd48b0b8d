//! What the native tests share: the embedded document, English formats, a view with all it says, and the oracle.

pub(crate) mod blocks;
pub(crate) mod csv;
pub(crate) mod english;
pub(crate) mod fold;
pub(crate) mod gallery;
pub(crate) mod generate;
pub(crate) mod html;
pub(crate) mod imports;
pub(crate) mod ink;
pub(crate) mod json;
pub(crate) mod oracle;
pub(crate) mod pasted;
pub(crate) mod screen;
pub(crate) mod shown;
pub(crate) mod spoken;
pub(crate) mod words;

use outreach_report::model::{DataSet, parse};
use serde_json::Value;

/// The document that is compiled into the widget.
pub(crate) const EMBEDDED: &str = include_str!("../../../static/data/activities.json");

/// The embedded document as plain JSON.
pub(crate) fn embedded() -> Value {
    serde_json::from_str(EMBEDDED).unwrap()
}

/// A document as a data set, whatever its issues.
pub(crate) fn data_set(document: &Value) -> DataSet {
    parse(&document.to_string()).unwrap().0
}
