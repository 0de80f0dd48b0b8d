//! The sums of a column as they are shown: of all rows together, and of each value. Invariant: the total of all rows
//! counts each row once; those of the values may add up to more.

use std::rc::Rc;

use counting::{SetDictionary, Sum, decode};

use super::counter::{ColumnSums, CountedColumn, Counter, SpecialSum};
use super::tally::WideSum;
use super::{Index, Tally};

/// The distinct total of the rows of a facet: the activities that pass the other filters, each once. The rows add up to
/// more if activities have several values of the facet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FacetTotal {
    /// How many activities.
    pub activities: usize,
    /// How many of them have more than one value of the facet.
    pub several: usize,
    /// People reached by them.
    pub reached: Tally,
    /// People whom they plan to reach.
    pub planned: Tally,
}

/// The totals of the values of a column.
pub(super) struct ColumnTotals<'a> {
    sums: Option<&'a Rc<ColumnSums>>,
    sets: Option<&'a SetDictionary>,
    decoded: Vec<Sum>,
}

impl<'a> ColumnTotals<'a> {
    /// The totals for the selection that was counted last.
    pub(super) fn of(index: &'a Index, counter: &'a Counter, column: CountedColumn) -> Self {
        let sums = counter.sums(column);
        let (sets, values, _) = column.sets(index);
        let no_sets = SetDictionary::default();
        let decoded = sums.map(|sums| decode(&sums.sums, sets.unwrap_or(&no_sets), values));
        Self { sums, sets, decoded: decoded.unwrap_or_default() }
    }

    /// The number of activities with the value at this position, people reached, and people planned.
    pub(super) fn of_value(&self, position: usize) -> (usize, Tally, Tally) {
        self.total(position + 1)
    }

    /// The distinct total of all values.
    pub(super) fn of_all(&self) -> FacetTotal {
        let (activities, reached, planned) = self.total(0);
        let several = self.sets_with_rows().filter(|(set, _)| self.values_of(*set).len() > 1);
        let several = several.map(|(_, activities)| activities as usize).sum();
        FacetTotal { activities, several, reached, planned }
    }

    /// How many people reached the lower figure of all values would have more without overlaps.
    pub(super) fn overlapped(&self) -> u64 {
        let special = self.sums.and_then(|sums| sums.special.first());
        special.map_or(0, |special| u64::try_from(special.overlapped).unwrap_or(u64::MAX))
    }

    /// For each value whether any of its rows has a value of which `chosen` is true at its position.
    pub(super) fn present(&self, chosen: &[bool]) -> Vec<bool> {
        let mut present = vec![false; self.decoded.len()];
        for (set, _) in self.sets_with_rows() {
            let values = self.values_of(set);
            if values.iter().any(|value| chosen.get(*value as usize) == Some(&true)) {
                for value in values {
                    present.get_mut(*value as usize).into_iter().for_each(|present| *present = true);
                }
            }
        }
        present
    }

    /// The sets that rows have, with the number of their activities.
    fn sets_with_rows(&self) -> impl Iterator<Item = (usize, u64)> {
        let sums = self.sums.into_iter().flat_map(|sums| &sums.sums);
        sums.map(|[numbers, ..]| numbers & u64::from(u32::MAX)).enumerate().filter(|(_, activities)| *activities > 0)
    }

    fn values_of(&self, set: usize) -> &'a [u32] {
        self.sets.map_or(&[], |sets| sets.get(set))
    }

    fn total(&self, position: usize) -> (usize, Tally, Tally) {
        let [numbers, low, upper, bounds] = self.decoded.get(position).copied().unwrap_or_default();
        let special = self.sums.and_then(|sums| sums.special.get(position)).copied().unwrap_or_default();
        let SpecialSum { sides: [reached, planned], .. } = special;
        let activities = numbers & u64::from(u32::MAX);
        let reached = WideSum {
            low: reached.low + u128::from(low),
            high: reached.high + u128::from(low) + u128::from(upper),
            counted: reached.counted + (numbers >> 32),
            open: reached.open + (bounds & u64::from(u32::MAX)),
            about: reached.about + (bounds >> 32),
        };
        (activities as usize, Tally::of_sum(&reached, activities), Tally::of_sum(&planned, activities))
    }
}
