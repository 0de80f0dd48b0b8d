//! One facet of all rows. Invariant: every row has at least one value, if only the unknown, and the values are
//! sorted.

use std::collections::BTreeMap;

use crate::query::Value;
use crate::query::bitmap::Bitmap;

/// A bitmap of rows for each value.
pub(in crate::query) struct Column {
    values: Vec<(Value, Bitmap)>,
    several: Bitmap,
}

impl Column {
    /// A column of this many rows. `values_of` hands over each row's values, in any order and as often as it
    /// likes; a row that has none is given the unknown.
    pub(super) fn new(rows: usize, values_of: impl Fn(usize, &mut dyn FnMut(Value))) -> Self {
        let mut values = BTreeMap::from([(Value::Unknown, Bitmap::empty(rows))]);
        let mut several = Bitmap::empty(rows);
        let mut found = Vec::new();
        for row in 0..rows {
            values_of(row, &mut |value| found.push(value));
            found.sort_unstable();
            found.dedup();
            if found.is_empty() {
                found.push(Value::Unknown);
            }
            if found.len() > 1 {
                several.insert(row);
            }
            for value in found.drain(..) {
                values.entry(value).or_insert_with(|| Bitmap::empty(rows)).insert(row);
            }
        }
        Self { values: values.into_iter().collect(), several }
    }

    /// The values that rows have, and the unknown, with their rows.
    pub(in crate::query) fn values(&self) -> impl Iterator<Item = (&Value, &Bitmap)> {
        self.values.iter().map(|(value, rows)| (value, rows))
    }

    /// The place of a value among the values.
    pub(super) fn at(&self, value: &Value) -> Option<usize> {
        self.values.binary_search_by(|(found, _)| found.cmp(value)).ok()
    }

    /// The rows of a value.
    pub(in crate::query) fn get(&self, value: &Value) -> Option<&Bitmap> {
        self.at(value).and_then(|at| self.values.get(at)).map(|(_, rows)| rows)
    }

    /// The rows that have more than one value.
    pub(in crate::query) fn several(&self) -> &Bitmap {
        &self.several
    }
}
