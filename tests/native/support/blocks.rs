//! Each block of the screen held against the numbers of the oracle. A check gives the first thing that differs.

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

use super::oracle::{self, Wish};

/// What the oracle says of a view.
pub(crate) struct Truth {
    /// What was wished for.
    wish: Wish,
    /// The JSON of the contract.
    totals: Value,
    /// The records that are listed, by their place.
    listed: Vec<usize>,
    /// Country by year.
    matrix: Value,
    /// What stands behind the rows of each facet that has a chart.
    facet_total: BTreeMap<&'static str, Value>,
    /// The rows of goals that pages state or projects declare, under the same filters.
    firm: Vec<Value>,
}

/// What differs, as a sentence for whoever mends it.
type Check = Result<(), String>;

/// A block and what checks it.
pub(crate) type ChartBlock = (&'static str, fn(&ViewContext, &Truth) -> Check);

/// Every block of the screen, by its word in the attribute `parts`; the bar of pickers is `filters`.
pub(crate) const BLOCKS: [ChartBlock; 13] = [
    ("headline", headline::headline),
    ("chips", filters::chips),
    ("filters", filters::pickers),
    ("tiles", headline::tiles),
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

fn same<T: PartialEq + std::fmt::Debug>(what: &str, found: T, wanted: T) -> Check {
    if found == wanted { Ok(()) } else { Err(format!("{what}: found {found:?}, wanted {wanted:?}")) }
}

impl Truth {
    /// What the oracle says of a wish.
    pub(crate) fn new(document: &Value, wish: &Wish) -> Self {
        let charts = ["country", "year", "sdg", "kind", "audience", "donor"];
        // Which goals are taken decides about rows only where there is no filter by goal.
        let mut firm = Wish { basis: "project", ..wish.clone() };
        firm.chosen.remove("sdg");
        Self {
            wish: wish.clone(),
            totals: oracle::totals(document, wish),
            listed: oracle::listed(document, wish),
            matrix: oracle::matrix(document, wish),
            facet_total: charts.map(|facet| (facet, oracle::facet_total(document, wish, facet))).into(),
            firm: oracle::totals(document, &firm)["facets"]["sdg"].as_array().unwrap().clone(),
        }
    }

    fn activities(&self) -> usize {
        count(&self.totals["activities"])
    }

    fn rows(&self, facet: Facet) -> &Vec<Value> {
        self.totals["facets"][facet.key()].as_array().unwrap()
    }

    fn row(&self, facet: Facet, value: &FacetValue) -> Option<&Value> {
        self.rows(facet).iter().find(|row| row["key"] == *value.key())
    }

    /// How many known values of a facet the listed activities have.
    fn known(&self, context: &ViewContext, values: impl Fn(&Activity) -> Vec<String>) -> usize {
        let listed = self.listed.iter().map(|at| &context.data.activities[*at]).filter(|one| !one.is_project_total());
        listed.flat_map(values).collect::<std::collections::BTreeSet<_>>().len()
    }
}

fn count(value: &Value) -> usize {
    value.as_u64().unwrap() as usize
}

fn digits(n: usize) -> String {
    super::english::number(n as u64)
}
