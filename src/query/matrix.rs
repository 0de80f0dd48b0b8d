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

/// The cells that have an activity, sorted by country and then by year, and their distinct total. A cell shows what
/// choosing it would give: the activities that pass every filter except those by country and by year.
pub(super) fn cells(index: &Index, counter: &Counter, selection: &Selection) -> (Vec<MatrixCellTotal>, FacetTotal) {
    let totals = ColumnTotals::of(index, counter, CountedColumn::Pairs);
    let values = |facet| index.column(facet, Basis::Declared).map_or(&[][..], |column| &column.values);
    let chosen = |facet| -> Vec<bool> { values(facet).iter().map(|value| selection.contains(facet, value)).collect() };
    let (chosen_countries, chosen_years) = (chosen(Facet::Country), chosen(Facet::Year));
    let mut cells = Vec::new();
    for (position, (country, year)) in index.pairs().values.iter().enumerate() {
        let (activities, reached, planned) = totals.of_value(position);
        let (country, year) = (*country as usize, *year as usize);
        let names = (values(Facet::Country).get(country), values(Facet::Year).get(year));
        let (Some(country_value), Some(year_value)) = names else { continue };
        if activities > 0 {
            let selected = chosen_countries.get(country) == Some(&true) && chosen_years.get(year) == Some(&true);
            let (country, year) = (country_value.clone(), year_value.clone());
            cells.push(MatrixCellTotal { country, year, selected, activities, reached, planned });
        }
    }
    (cells, FacetTotal { several: 0, ..totals.of_all() })
}
