//! `element.totals` without `view`, as a page gets it: what the oracle is compared with.

use outreach_report::export::totals_json;
use outreach_report::model::DataSet;
use outreach_report::query::{Index, Selection, Totals};
use serde_json::Value;

use super::fold::Tables;

/// What a selection of a data set adds up to, as the JSON of the contract.
pub(crate) fn totals(data: &DataSet, selection: &Selection) -> Value {
    let index = Index::new(data, &Tables);
    of(&Totals::of(&index, selection, &Tables))
}

/// The JSON of the contract.
pub(crate) fn of(totals: &Totals) -> Value {
    let mut document: Value = serde_json::from_str(&totals_json("", totals)).unwrap();
    document.as_object_mut().unwrap().remove("view");
    document
}
