//! Compares each block of the screen with the numbers of the oracle. A check returns the first difference.

mod charts;
mod filters;
mod foot;
mod headline;
mod marks;
mod matrix;
mod table;

use std::collections::BTreeMap;

use outreach_report::model::Activity;
use outreach_report::query::{Facet, FacetValue};
use outreach_report::view::ViewContext;
use serde_json::Value;

use super::oracle::{self, PlainSelection};

/// What the oracle counts for a selection.
pub(crate) struct OracleCounts {
    selection: PlainSelection,
    /// The JSON of `element.totals`, without `view`.
    totals: Value,
    /// The rows of the records that are listed.
    listed: Vec<usize>,
    /// The cells of country by year, with their distinct total.
    matrix: Value,
    /// The distinct total of the rows of each facet that has a chart.
    facet_totals: BTreeMap<&'static str, Value>,
    /// How many activities with a number a larger one of their overlap leaves out.
    overlapped: usize,
    /// The goal rows under the same filters, counted only from goals that pages state or projects declare.
    firm: Vec<Value>,
}

/// The first difference as a text, or nothing if there is none.
type Check = Result<(), String>;

/// The name of a block and its check.
pub(crate) type BlockCheck = (&'static str, fn(&ViewContext, &OracleCounts) -> Check);

/// A check for each block of the screen, by its word in the attribute `parts`. `filters` is the bar of menus.
pub(crate) const BLOCKS: [BlockCheck; 13] = [
    ("headline", headline::headline),
    ("tiles", headline::tiles),
    ("filters", filters::facet_menus),
    ("chips", filters::chips),
    ("year", marks::year_chart),
    ("country", marks::countries),
    ("sdg", marks::goal_chart),
    ("matrix", matrix::matrix),
    ("kind", marks::kinds),
    ("audience", marks::audiences),
    ("donor", marks::donors),
    ("table", table::table),
    ("foot", foot::foot),
];

fn same<T: PartialEq + std::fmt::Debug>(what: &str, actual: T, expected: T) -> Check {
    if actual == expected { Ok(()) } else { Err(format!("{what}: actual {actual:?}, expected {expected:?}")) }
}

impl OracleCounts {
    /// Counts a selection of a document with the oracle.
    pub(crate) fn new(document: &Value, plain: &PlainSelection) -> Self {
        let chart_facets = ["country", "year", "sdg", "kind", "audience", "donor"];
        // The basis decides which records have a goal. Without a filter by goal it changes nothing else.
        let mut firm = PlainSelection { basis: "project", ..plain.clone() };
        firm.chosen.remove("sdg");
        Self {
            selection: plain.clone(),
            totals: oracle::totals(document, plain),
            listed: oracle::listed(document, plain),
            overlapped: oracle::overlapped(document, plain),
            matrix: oracle::matrix(document, plain),
            facet_totals: chart_facets.map(|facet| (facet, oracle::facet_total(document, plain, facet))).into(),
            firm: oracle::totals(document, &firm)["facets"]["sdg"].as_array().unwrap().clone(),
        }
    }

    fn activities(&self) -> usize {
        to_usize(&self.totals["activities"])
    }

    fn rows(&self, facet: Facet) -> &Vec<Value> {
        self.totals["facets"][facet.key()].as_array().unwrap()
    }

    fn row(&self, facet: Facet, value: &FacetValue) -> Option<&Value> {
        self.rows(facet).iter().find(|row| row["key"] == *value.key())
    }

    /// How many different values the listed activities have.
    fn distinct_values(&self, context: &ViewContext, values: impl Fn(&Activity) -> Vec<String>) -> usize {
        let records = self.listed.iter().map(|row| &context.data.activities[*row]);
        records
            .filter(|record| !record.is_project_total())
            .flat_map(values)
            .collect::<std::collections::BTreeSet<_>>()
            .len()
    }
}

fn to_usize(value: &Value) -> usize {
    value.as_u64().unwrap() as usize
}

fn digits(n: usize) -> String {
    super::english::number(n as u64)
}
