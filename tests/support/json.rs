//! `element.totals` as the contract spells it, without `view`, from the totals of the library.

use outreach_report::model::DataSet;
use outreach_report::query::{Facet, FacetRow, Index, Selection, Totals};
use serde_json::{Map, Value, json};

use super::fold::Tables;

/// What a selection of a data set adds up to, as the JSON of the contract.
pub(crate) fn totals(data: &DataSet, selection: &Selection) -> Value {
    let index = Index::new(data, &Tables);
    of(&Totals::of(&index, selection, &Tables))
}

/// The JSON of the contract.
pub(crate) fn of(totals: &Totals) -> Value {
    let facets: Map<String, Value> = Facet::ALL
        .into_iter()
        .map(|facet| (facet.key().to_owned(), totals.facet(facet).iter().map(row).collect()))
        .collect();
    json!({
        "activities": totals.activities,
        "people": totals.people,
        "planned": totals.planned,
        "facets": facets,
    })
}

fn row(row: &FacetRow) -> Value {
    json!({
        "key": row.value.key(),
        "selected": row.selected,
        "activities": row.activities,
        "people": row.people,
        "planned": row.planned,
    })
}
