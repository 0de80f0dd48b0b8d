//! The value of the property `element.totals`: plain JSON, so that JavaScript gets no BigInt and no Map.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::query::{Facet, FacetRow, Tally, Totals};

/// The totals of a view as JSON. `view` is the view's link. Numbers above 2^53 lose their last digits when JavaScript
/// reads them.
pub fn totals_json(view: &str, totals: &Totals) -> String {
    let document = Document {
        view,
        activities: totals.activities,
        people: &totals.people,
        planned: &totals.planned,
        facets: Facets(totals),
    };
    // Nothing in a document of numbers and texts can fail to serialise.
    serde_json::to_string(&document).unwrap_or_default()
}

#[derive(serde::Serialize)]
struct Document<'a> {
    view: &'a str,
    activities: usize,
    people: &'a Tally,
    planned: &'a Tally,
    facets: Facets<'a>,
}

/// All nine facets in their order, including those without rows.
struct Facets<'a>(&'a Totals);

impl Serialize for Facets<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(Facet::ALL.len()))?;
        for facet in Facet::ALL {
            let rows: Vec<Row> = self.0.facet(facet).iter().map(Row::of).collect();
            map.serialize_entry(facet.key(), &rows)?;
        }
        map.end()
    }
}

#[derive(serde::Serialize)]
struct Row<'a> {
    key: String,
    selected: bool,
    activities: usize,
    people: &'a Tally,
    planned: &'a Tally,
}

impl<'a> Row<'a> {
    fn of(row: &'a FacetRow) -> Self {
        Self {
            key: row.value.key().into_owned(),
            selected: row.selected,
            activities: row.activities,
            people: &row.people,
            planned: &row.planned,
        }
    }
}
