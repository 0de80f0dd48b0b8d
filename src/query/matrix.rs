//! Country by year: what each pair of the two adds up to. Invariant: every cell has at least one activity.

use super::column_totals::{ColumnTotals, FacetTotal};
use super::counter::{CountedColumn, Counter};
use super::{Facet, FacetValue, Index, Selection, Tally};
use crate::model::Basis;

/// The activities in one country that touch one year.
#[derive(Debug, Clone, PartialEq)]
pub struct MatrixCellTotal {
    /// The country, or unknown.
    pub country: FacetValue,
    /// The year, or unknown.
    pub year: FacetValue,
    /// Whether the selection filters by this country and by this year.
    pub selected: bool,
    /// How many activities; at least one.
    pub activities: usize,
    /// People reached by them.
    pub reached: Tally,
    /// People whom they plan to reach.
    pub planned: Tally,
}

/// Room for so many cells is made at once.
const MANY_CELLS: usize = 10_000;

/// The cells that have an activity, sorted by country and then by year, and their distinct total. A cell shows what
/// choosing it would give: the activities that pass every filter except those by country and by year.
pub(super) fn cells(index: &Index, counter: &Counter, selection: &Selection) -> (Vec<MatrixCellTotal>, FacetTotal) {
    let totals = ColumnTotals::of(index, counter, CountedColumn::Pairs);
    let values = |facet| index.column(facet, Basis::Declared).map_or(&[][..], |column| &column.values);
    let chosen = |facet| -> Vec<bool> { values(facet).iter().map(|value| selection.contains(facet, value)).collect() };
    let (chosen_countries, chosen_years) = (chosen(Facet::Country), chosen(Facet::Year));
    let (countries, years) = (values(Facet::Country), values(Facet::Year));
    let mut cells = Vec::with_capacity((countries.len() * years.len()).min(MANY_CELLS));
    for (at_country, country) in countries.iter().enumerate() {
        for (at_year, year) in years.iter().enumerate() {
            let (activities, reached, planned) = totals.of_value(at_country * years.len() + at_year);
            if activities > 0 {
                let selected =
                    chosen_countries.get(at_country) == Some(&true) && chosen_years.get(at_year) == Some(&true);
                let (country, year) = (country.clone(), year.clone());
                cells.push(MatrixCellTotal { country, year, selected, activities, reached, planned });
            }
        }
    }
    let (activities, reached, planned) = totals.of_all();
    (cells, FacetTotal { activities, several: 0, reached, planned })
}
