//! The values of one facet in all rows. Invariant: every row has at least one value, if only the unknown, and the
//! values are sorted.

use crate::query::FacetValue;
use crate::query::bitmap::Bitmap;

/// Calls its second argument with each value of a row.
type ValuesOf<'a> = dyn Fn(usize, &mut dyn FnMut(FacetValue)) + 'a;

/// A bitmap of rows for each value.
pub(in crate::query) struct Column {
    values: Vec<(FacetValue, Bitmap)>,
    /// The rows that have more than one value.
    several: Bitmap,
}

impl Column {
    /// A column of this many rows. `values_of` may report the values of a row in any order and repeatedly; a row
    /// without values gets the unknown.
    pub(super) fn new(rows: usize, values_of: &ValuesOf) -> Self {
        let unknown = (FacetValue::Unknown, Bitmap::empty(rows));
        let mut column = Self { values: vec![unknown], several: Bitmap::empty(rows) };
        for row in 0..rows {
            let mut distinct = 0;
            values_of(row, &mut |value| distinct += usize::from(column.insert(row, value)));
            if distinct == 0 {
                column.insert(row, FacetValue::Unknown);
            }
            if distinct > 1 {
                column.several.insert(row);
            }
        }
        column
    }

    /// Gives a row a value; returns `false` if the row has it already.
    fn insert(&mut self, row: usize, value: FacetValue) -> bool {
        let position = self.values.binary_search_by(|(known, _)| known.cmp(&value));
        let position = position.unwrap_or_else(|position| {
            self.values.insert(position, (value, Bitmap::empty(self.several.capacity())));
            position
        });
        let Some((_, rows)) = self.values.get_mut(position) else { return false };
        let is_new = !rows.contains(row);
        rows.insert(row);
        is_new
    }

    /// The values that rows have, and the unknown, each with its rows.
    pub(in crate::query) fn values(&self) -> impl Iterator<Item = (&FacetValue, &Bitmap)> {
        self.values.iter().map(|(value, rows)| (value, rows))
    }

    /// The index of a value in [`Column::values`].
    pub(super) fn position(&self, value: &FacetValue) -> Option<usize> {
        self.values.binary_search_by(|(known, _)| known.cmp(value)).ok()
    }

    /// The rows of a value.
    pub(in crate::query) fn get(&self, value: &FacetValue) -> Option<&Bitmap> {
        self.position(value).and_then(|position| self.values.get(position)).map(|(_, rows)| rows)
    }

    /// The rows that have more than one value.
    pub(in crate::query) fn several(&self) -> &Bitmap {
        &self.several
    }
}
