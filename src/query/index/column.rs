//! The values of one facet in all rows: each row has the number of its set of values. Invariant: every row has at least
//! one value, if only the unknown, and the values are sorted.

use counting::{Codes, RowSet, SetDictionary, rows_with};

use crate::query::FacetValue;

/// Calls its second argument with each value of a row.
type ValuesOf<'a> = dyn Fn(usize, &mut dyn FnMut(FacetValue)) + 'a;

/// Where a facet has no more values than this, the rows of each value are kept. A filter is then made from these sets,
/// and not from the codes of all rows, which takes ten times as long.
const FEW_VALUES: usize = 32;

/// The sets of values of all rows.
pub(in crate::query) struct Column {
    /// The values that rows have, and the unknown, sorted.
    pub values: Vec<FacetValue>,
    /// The sets of values, as positions in `values`, ascending.
    pub sets: SetDictionary,
    /// The number of each row's set.
    pub codes: Codes,
    rows_by_value: Vec<RowSet>,
}

impl Column {
    /// A column of this many rows. `values_of` may report the values of a row in any order and repeatedly; a row
    /// without values gets the unknown.
    pub(super) fn new(rows: usize, values_of: &ValuesOf) -> Self {
        let own: Vec<u32> = (0..rows as u32).collect();
        Self::of_codes(&own, rows, values_of)
    }

    /// A column of rows with these codes, all below `code_count`: like [`Column::new`], with the values of each code.
    pub(super) fn of_codes(given: &[u32], code_count: usize, values_of: &ValuesOf) -> Self {
        // Each value with the order in which it came, which stands for it until all values are known.
        let mut known: Vec<(FacetValue, u32)> = vec![(FacetValue::Unknown, 0)];
        let mut arrived = SetDictionary::default();
        let mut set = Vec::new();
        let mut numbers = Vec::with_capacity(code_count);
        for code in 0..code_count {
            set.clear();
            values_of(code, &mut |value| {
                let number = match known.binary_search_by(|(known, _)| known.cmp(&value)) {
                    Ok(position) => known.get(position).map_or(0, |(_, number)| *number),
                    Err(position) => {
                        let number = known.len() as u32;
                        known.insert(position, (value, number));
                        number
                    }
                };
                set.push(number);
            });
            numbers.push(arrived.number(&set));
        }
        let mut positions = vec![0; known.len()];
        for (position, (_, number)) in known.iter().enumerate() {
            if let Some(place) = positions.get_mut(*number as usize) {
                *place = position as u32;
            }
        }
        let unknown = known.len() as u32 - 1;
        let mut sets = SetDictionary::default();
        let mut sorted = Vec::new();
        for number in 0..arrived.len() {
            set.clear();
            for position in arrived.get(number).iter().filter_map(|value| positions.get(*value as usize)) {
                if let Err(place) = set.binary_search(position) {
                    set.insert(place, *position);
                }
            }
            if set.is_empty() {
                set.push(unknown);
            }
            sorted.push(sets.number(&set));
        }
        let numbers: Vec<u32> =
            numbers.iter().map(|number| sorted.get(*number as usize).copied().unwrap_or_default()).collect();
        let codes = Codes::new(given, &numbers, sets.len());
        let has_few = (2..=FEW_VALUES).contains(&known.len());
        let rows_by_value = if has_few { codes.rows_by_value(&sets, known.len(), given.len()) } else { Vec::new() };
        let values = known.into_iter().map(|(value, _)| value).collect();
        Self { values, codes, sets, rows_by_value }
    }

    /// The number of the set of each value alone.
    pub(super) fn single_sets(&mut self) -> Vec<u32> {
        (0..self.values.len() as u32).map(|value| self.sets.number(&[value])).collect()
    }

    /// The position of a value.
    pub(in crate::query) fn position(&self, value: &FacetValue) -> Option<usize> {
        self.values.binary_search(value).ok()
    }

    /// The rows, of so many, that have a value of which `chosen` is true at its position.
    pub(in crate::query) fn rows_with(&self, rows: usize, chosen: &[bool]) -> RowSet {
        if self.rows_by_value.is_empty() {
            let marks: Vec<u8> = (0..self.sets.len()).map(|set| u8::from(self.set_has(set, chosen))).collect();
            return rows_with(&self.codes, &marks, rows);
        }
        let mut passing = RowSet::empty(rows);
        for (rows, _) in self.rows_by_value.iter().zip(chosen).filter(|(_, chosen)| **chosen) {
            passing.add(rows);
        }
        passing
    }

    /// Whether a set has a value of which `chosen` is true at its position.
    pub(in crate::query) fn set_has(&self, set: usize, chosen: &[bool]) -> bool {
        self.sets.get(set).iter().any(|value| chosen.get(*value as usize) == Some(&true))
    }
}
