//! Country by year: what each pair of the two adds up to. Invariant: every cell has at least one activity.

use super::amount_sums::AmountSums;
use super::bitmap::Bitmap;
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

/// The cells that have an activity, sorted by country and then by year. `rows` are the activities that pass every
/// filter except those by country and by year: a cell shows what choosing it would give.
pub(super) fn cells(
    index: &Index,
    selection: &Selection,
    rows: &Bitmap,
    sums: &mut AmountSums,
) -> Vec<MatrixCellTotal> {
    let (countries, years) =
        (index.column(Facet::Country, Basis::Declared), index.column(Facet::Year, Basis::Declared));
    let (Some(countries), Some(years)) = (countries, years) else { return Vec::new() };
    let mut cells = Vec::new();
    for (country, country_rows) in countries.values() {
        let country_rows = country_rows.intersection(rows);
        if country_rows.is_empty() {
            continue;
        }
        for (year, year_rows) in years.values().filter(|(_, year_rows)| year_rows.intersects(&country_rows)) {
            let (activities, reached, planned) = sums.of_rows(&year_rows.intersection(&country_rows));
            let selected = selection.contains(Facet::Country, country) && selection.contains(Facet::Year, year);
            cells.push(MatrixCellTotal {
                country: country.clone(),
                year: year.clone(),
                selected,
                activities,
                reached,
                planned,
            });
        }
    }
    cells
}
