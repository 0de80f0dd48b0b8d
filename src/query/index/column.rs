//! One facet of all rows. Invariant: every row has at least one value, if only the unknown, and the values are
//! sorted.

use crate::query::FacetValue;
use crate::query::bitmap::Bitmap;

/// Hands over each value of a row.
type ValuesOf<'a> = dyn Fn(usize, &mut dyn FnMut(FacetValue)) + 'a;

/// A bitmap of rows for each value.
pub(in crate::query) struct Column {
    values: Vec<(FacetValue, Bitmap)>,
    several: Bitmap,
}

impl Column {
    /// A column of this many rows. `values_of` hands over each row's values, in any order and as often as it
    /// likes; a row that has none is given the unknown.
    pub(super) fn new(rows: usize, values_of: &ValuesOf) -> Self {
        let unknown = (FacetValue::Unknown, Bitmap::empty(rows));
        let mut column = Self { values: vec![unknown], several: Bitmap::empty(rows) };
        for row in 0..rows {
            let mut found = 0;
            values_of(row, &mut |value| found += usize::from(column.insert(row, value)));
            if found == 0 {
                column.insert(row, FacetValue::Unknown);
            }
            if found > 1 {
                column.several.insert(row);
            }
        }
        column
    }

    /// Gives the row a value; `false` if it has it already.
    fn insert(&mut self, row: usize, value: FacetValue) -> bool {
        let place = self.values.binary_search_by(|(known, _)| known.cmp(&value));
        let place = place.unwrap_or_else(|place| {
            self.values.insert(place, (value, Bitmap::empty(self.several.rows_at_most())));
            place
        });
        let Some((_, rows)) = self.values.get_mut(place) else { return false };
        let is_new = !rows.contains(row);
        rows.insert(row);
        is_new
    }

    /// The values that rows have, and the unknown, with their rows.
    pub(in crate::query) fn values(&self) -> impl Iterator<Item = (&FacetValue, &Bitmap)> {
        self.values.iter().map(|(value, rows)| (value, rows))
    }

    /// The place of a value among the values.
    pub(super) fn at(&self, value: &FacetValue) -> Option<usize> {
        self.values.binary_search_by(|(found, _)| found.cmp(value)).ok()
    }

    /// The rows of a value.
    pub(in crate::query) fn get(&self, value: &FacetValue) -> Option<&Bitmap> {
        self.at(value).and_then(|at| self.values.get(at)).map(|(_, rows)| rows)
    }

    /// The rows that have more than one value.
    pub(in crate::query) fn several(&self) -> &Bitmap {
        &self.several
    }
}
