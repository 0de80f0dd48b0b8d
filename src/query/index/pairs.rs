//! The countries and years of all rows together: the cells of the matrix. Invariant: a cell is the position of its
//! country times the number of years, plus the position of its year.

use counting::{Codes, SetDictionary};

use super::Column;

/// The cells of all rows.
pub(in crate::query) struct Pairs {
    /// The sets of cells.
    pub sets: SetDictionary,
    /// The number of each row's set.
    pub codes: Codes,
    /// How many cells there are, with those that no row has.
    pub cells: usize,
}

impl Pairs {
    pub(super) fn new(rows: usize, countries: &Column, years: &Column) -> Self {
        let (codes, both) =
            Codes::together(&countries.codes, &years.codes, [countries.sets.len(), years.sets.len()], rows);
        let mut sets = SetDictionary::default();
        for [country_set, year_set] in both {
            let mut cells = Vec::new();
            for country in countries.sets.get(country_set as usize) {
                let first = country * years.values.len() as u32;
                cells.extend(years.sets.get(year_set as usize).iter().map(|year| first + year));
            }
            // Different sets have different cells, so that the numbers stay.
            sets.number(&cells);
        }
        Self { codes, sets, cells: countries.values.len() * years.values.len() }
    }
}
