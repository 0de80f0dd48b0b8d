//! The sums of a column as they are shown: of all rows together, and of each value. Invariant: the total of all rows
//! counts each row once; those of the values may add up to more.

use std::rc::Rc;

use counting::{SetDictionary, Sum, decode};

use super::counter::{ColumnSums, CountedColumn, Counter};
use super::{Amount, Index, Tally};

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
    /// The sums of plain rows, those of bounds, and those of special rows.
    decoded: Vec<Vec<Sum>>,
    /// The data have neither special rows nor overlaps.
    has_plain_only: bool,
}

impl<'a> ColumnTotals<'a> {
    /// The totals for the selection that was counted last.
    pub(super) fn of(index: &'a Index, counter: &'a Counter, column: CountedColumn) -> Self {
        let sums = counter.sums(column);
        let (sets, values, _) = column.sets(index);
        let no_sets = SetDictionary::default();
        let of_sums =
            |sums: &Vec<Sum>| decode(sums, sets.unwrap_or(&no_sets), if sums.is_empty() { 0 } else { values });
        let decoded =
            sums.map(|sums| [&sums.sums, &sums.bounded].into_iter().chain(&sums.special).map(of_sums).collect());
        let has_plain_only = !index.amounts().has_special() && index.amounts().overlap_count() <= 1;
        Self { sums, sets, decoded: decoded.unwrap_or_default(), has_plain_only }
    }

    /// The number of activities with the value at this position, people reached, and people planned.
    pub(super) fn of_value(&self, position: usize) -> (usize, Tally, Tally) {
        self.total(position + 1)
    }

    /// The total of all rows, each once.
    pub(super) fn of_all(&self) -> (usize, Tally, Tally) {
        self.total(0)
    }

    /// How many activities have several values.
    pub(super) fn several(&self) -> usize {
        let several = self.sets_with_rows().filter(|(set, _)| self.values_of(*set).len() > 1);
        several.map(|(_, activities)| activities as usize).sum()
    }

    /// For each value whether any of its rows has a value of which `chosen` is true at its position.
    pub(super) fn present(&self, chosen: &[bool]) -> Vec<bool> {
        let mut present = vec![false; chosen.len()];
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
        sums.map(|[numbers, _]| lower_half(*numbers)).enumerate().filter(|(_, activities)| *activities > 0)
    }

    fn values_of(&self, set: usize) -> &'a [u32] {
        self.sets.map_or(&[], |sets| sets.get(set))
    }

    fn total(&self, position: usize) -> (usize, Tally, Tally) {
        let at = |sums: Option<&Vec<Sum>>| sums.and_then(|sums| sums.get(position)).copied().unwrap_or_default();
        let kind = |kind: usize| at(self.decoded.get(kind));
        let ([numbers, low], [upper, bounds]) = (kind(0), kind(1));
        let activities = lower_half(numbers);
        if self.has_plain_only {
            // Most data sets have many cells and nothing else to add.
            let (open, about) = (lower_half(bounds) > 0, bounds >> 32 > 0);
            let amount = Amount { low, high: low.saturating_add(upper), open, about, counted: true };
            let none = Tally::of(&Amount::default(), 0, activities);
            return (activities as usize, Tally::of(&amount, numbers >> 32, activities), none);
        }
        let side = |side: usize, counted: u64, bounds: u64, low: u64, upper: u64| {
            let first = 2 + side * 3;
            let ([numbers, open], [low_part, rest], [high_part, high_rest]) =
                (kind(first), kind(first + 1), kind(first + 2));
            let [overlap_low, overlap_rest] = at(self.sums.and_then(|sums| sums.overlaps.get(side)));
            let amount = Amount {
                low: figure(low.saturating_add(low_part).saturating_add(overlap_low), rest + overlap_rest),
                high: figure(low.saturating_add(upper).saturating_add(high_part), high_rest),
                open: lower_half(bounds) + open > 0,
                about: (bounds | numbers) >> 32 > 0,
                counted: true,
            };
            Tally::of(&amount, counted + lower_half(numbers), activities)
        };
        (activities as usize, side(0, numbers >> 32, bounds, low, upper), side(1, 0, 0, 0, 0))
    }
}

fn lower_half(both: u64) -> u64 {
    both & u64::from(u32::MAX)
}

/// A figure from the sum of lower 32 bits and the sum of the rest. It ends at 2^64 - 1, two thousand times the largest
/// count.
fn figure(low: u64, rest: u64) -> u64 {
    rest.checked_mul(1 << 32).and_then(|rest| rest.checked_add(low)).unwrap_or(u64::MAX)
}
