//! Sums of amounts over sets of rows. Invariant: reached and planned people are summed separately, and overlapping
//! activities as [`TallyAdder`] does.

use std::borrow::Cow;

use super::bitmap::Bitmap;
use super::index::Amounts;
use super::tally::TallyAdder;
use super::{FacetValue, Index, Side, Tally};

/// The sums of amounts over sets of rows.
pub(super) struct AmountSums<'a> {
    adder: TallyAdder<'a>,
    index: &'a Index,
    amounts: Cow<'a, Amounts>,
}

impl<'a> AmountSums<'a> {
    /// Sums of only the entries of these audiences; of all entries if none is given.
    pub(super) fn new(index: &'a Index, audiences: &[FacetValue]) -> Self {
        let (overlaps, last) = index.overlaps();
        Self { adder: TallyAdder::new(overlaps, last), amounts: index.amounts(audiences), index }
    }

    /// The sums of the entries of all audiences.
    pub(super) fn with_all_audiences(&self) -> AmountSums<'_> {
        AmountSums::new(self.index, &[])
    }

    /// The number of these rows, people reached, and people planned.
    pub(super) fn of_rows(&mut self, rows: &Bitmap) -> (usize, Tally, Tally) {
        let activities = rows.count();
        let Self { adder, amounts, .. } = self;
        let mut sum = |side| {
            let amounts_by_row = rows.rows().filter_map(|row| amounts.get(side, row).map(|amount| (row, amount)));
            adder.sum(amounts_by_row, activities)
        };
        (activities, sum(Side::Reached), sum(Side::Planned))
    }

    /// Like [`AmountSums::of_rows`], of one audience only, whatever the audience filter.
    pub(super) fn of_audience(&mut self, rows: &Bitmap, audience: &FacetValue) -> (usize, Tally, Tally) {
        let activities = rows.count();
        let Self { adder, index, .. } = self;
        let mut sum = |side| {
            let amounts_by_row = index.audience(audience, side).iter().filter(|(row, _)| rows.contains(*row));
            adder.sum(amounts_by_row.map(|(row, amount)| (*row, amount)), activities)
        };
        (activities, sum(Side::Reached), sum(Side::Planned))
    }
}
