//! The pairs of country and year of all rows: the cells of the matrix. Invariant: pairs are sorted by country and then
//! by year, and each occurs in a row.

use counting::{Codes, RowSet, SetDictionary};

use super::Column;

/// The pairs of all rows.
pub(in crate::query) struct Pairs {
    /// The pairs, as positions among the values of the two facets.
    pub values: Vec<(u32, u32)>,
    /// The sets of pairs, as positions in `values`.
    pub sets: SetDictionary,
    /// The number of each row's set.
    pub codes: Codes,
}

impl Default for Pairs {
    fn default() -> Self {
        Self { values: Vec::new(), sets: SetDictionary::default(), codes: Codes::One }
    }
}

impl Pairs {
    pub(super) fn new(rows: usize, countries: &Column, years: &Column) -> Self {
        let mut sets_of_both = SetDictionary::default();
        let set_of_row = |row| [countries.codes.get(row) as u32, years.codes.get(row) as u32];
        let codes = (0..rows).map(|row| sets_of_both.number(&set_of_row(row))).collect();

        let year_count = years.values.len();
        let pairs_of = |number: usize| {
            let (country_set, year_set) = match sets_of_both.get(number) {
                [country_set, year_set] => (*country_set as usize, *year_set as usize),
                _ => (usize::MAX, usize::MAX),
            };
            let years_of_set = years.sets.get(year_set);
            let countries_of_set = countries.sets.get(country_set).iter();
            countries_of_set.flat_map(move |country| {
                years_of_set.iter().map(move |year| *country as usize * year_count + *year as usize)
            })
        };
        let mut present = RowSet::empty(countries.values.len() * year_count);
        (0..sets_of_both.len()).flat_map(pairs_of).for_each(|pair| present.insert(pair));
        let mut positions = vec![0; countries.values.len() * year_count];
        let mut values = Vec::new();
        for pair in present.iter() {
            if let Some(position) = positions.get_mut(pair) {
                *position = values.len() as u32;
            }
            values.push(((pair / year_count) as u32, (pair % year_count) as u32));
        }
        let mut sets = SetDictionary::default();
        for number in 0..sets_of_both.len() {
            let set: Vec<u32> = pairs_of(number).filter_map(|pair| positions.get(pair).copied()).collect();
            // Different sets of countries and years have different pairs, so the numbers stay.
            sets.number(&set);
        }
        Self { values, codes: Codes::new(codes, sets.len()), sets }
    }
}
