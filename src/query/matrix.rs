//! Country by year: what each pair of the two adds up to.

use super::bitmap::Bitmap;
use super::row_counter::RowCounter;
use super::{Facet, FacetValue, Index, Selection, Tally};
use crate::model::Basis;

/// The activities in one country that touch one year.
#[derive(Debug, Clone, PartialEq)]
pub struct CellTotal {
    /// Where, or that it is not stated.
    pub country: FacetValue,
    /// When, or that it is undated.
    pub year: FacetValue,
    /// Whether the selection filters by this country and this year.
    pub selected: bool,
    /// How many activities; at least one.
    pub activities: usize,
    /// People reached by them.
    pub people: Tally,
    /// People whom they plan to reach.
    pub planned: Tally,
}

/// The cells that have an activity, by country and then by year. `rows` are the activities that pass every filter but
/// those by country and by year, so that a cell shows what choosing it would give.
pub(super) fn cells(index: &Index, selection: &Selection, rows: &Bitmap, counter: &mut RowCounter) -> Vec<CellTotal> {
    let (countries, years) = (index.column(Facet::Country, Basis::Project), index.column(Facet::Year, Basis::Project));
    let (Some(countries), Some(years)) = (countries, years) else { return Vec::new() };
    let mut cells = Vec::new();
    for (country, bits) in countries.values() {
        let here = bits.and(rows);
        if here.is_empty() {
            continue;
        }
        for (year, bits) in years.values().filter(|(_, bits)| bits.meets(&here)) {
            let (activities, people, planned) = counter.count(&bits.and(&here));
            let selected = selection.contains(Facet::Country, country) && selection.contains(Facet::Year, year);
            cells.push(CellTotal {
                country: country.clone(),
                year: year.clone(),
                selected,
                activities,
                people,
                planned,
            });
        }
    }
    cells
}
