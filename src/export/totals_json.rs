//! The value of the property `element.totals`: plain JSON, so that JavaScript gets no BigInt and no Map.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::query::{Facet, FacetRow, Tally, Totals};

/// The totals of a view as JSON. `view` is the view's link. Numbers above 2^53 lose their last digits when JavaScript
/// reads them.
pub fn totals_json(view: &str, totals: &Totals) -> String {
    let document = TotalsJson {
        view,
        activities: totals.activities,
        people: &totals.reached,
        planned: &totals.planned,
        facets: FacetsJson(totals),
    };
    // Nothing in a document of numbers and texts can fail to serialise.
    serde_json::to_string(&document).unwrap_or_default()
}

#[derive(serde::Serialize)]
struct TotalsJson<'a> {
    view: &'a str,
    activities: usize,
    people: &'a Tally,
    planned: &'a Tally,
    facets: FacetsJson<'a>,
}

/// All nine facets in their order, including those without rows.
struct FacetsJson<'a>(&'a Totals);

impl Serialize for FacetsJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(Facet::ALL.len()))?;
        for facet in Facet::ALL {
            let rows: Vec<FacetRowJson> = self.0.facet(facet).iter().map(FacetRowJson::of).collect();
            map.serialize_entry(facet.key(), &rows)?;
        }
        map.end()
    }
}

#[derive(serde::Serialize)]
struct FacetRowJson<'a> {
    key: String,
    selected: bool,
    activities: usize,
    people: &'a Tally,
    planned: &'a Tally,
}

impl<'a> FacetRowJson<'a> {
    fn of(row: &'a FacetRow) -> Self {
        Self {
            key: row.value.key().into_owned(),
            selected: row.selected,
            activities: row.activities,
            people: &row.reached,
            planned: &row.planned,
        }
    }
}
