//! The JSON of `element.totals` without its field `view`: the oracle is compared with it.

use outreach_report::export::totals_json;
use outreach_report::model::DataSet;
use outreach_report::query::{Index, Selection, Totals};
use serde_json::Value;

use super::unicode_fold::UnicodeFold;

/// Counts a selection of a data set and returns the totals as JSON.
pub(crate) fn count(data: &DataSet, selection: &Selection) -> Value {
    let index = Index::new(data, &UnicodeFold);
    from_totals(&Totals::of(&index, selection, &UnicodeFold))
}

/// Totals as the JSON that a page gets, without `view`.
pub(crate) fn from_totals(totals: &Totals) -> Value {
    let mut document: Value = serde_json::from_str(&totals_json("", totals)).unwrap();
    document.as_object_mut().unwrap().remove("view");
    document
}
