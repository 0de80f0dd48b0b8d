//! Sums of amounts over sets of rows.

use std::borrow::Cow;

use super::bitmap::Bitmap;
use super::index::Amounts;
use super::tally::TallyAdder;
use super::{FacetValue, Index, Side, Tally};

/// Sums up amounts over sets of rows.
pub(super) struct RowCounter<'a> {
    adder: TallyAdder<'a>,
    index: &'a Index,
    amounts: Cow<'a, Amounts>,
}

impl<'a> RowCounter<'a> {
    /// Counts the entries of the chosen audiences only; everyone's if none is chosen.
    pub(super) fn new(index: &'a Index, audiences: &[FacetValue]) -> Self {
        let (groups, last) = index.groups();
        Self { adder: TallyAdder::new(groups, last), amounts: index.amounts(audiences), index }
    }

    /// The same without any audience filter.
    pub(super) fn of_everyone(&self) -> RowCounter<'_> {
        RowCounter::new(self.index, &[])
    }

    /// Of these rows: how many, people reached, people planned.
    pub(super) fn count(&mut self, rows: &Bitmap) -> (usize, Tally, Tally) {
        let activities = rows.count();
        let Self { adder, amounts, .. } = self;
        let mut sum = |side| {
            let found = rows.rows().filter_map(|row| amounts.get(side, row).map(|amount| (row, amount)));
            adder.sum(found, activities)
        };
        (activities, sum(Side::Reached), sum(Side::Planned))
    }

    /// The same of one audience only, whichever audiences are chosen.
    pub(super) fn count_audience(&mut self, rows: &Bitmap, audience: &FacetValue) -> (usize, Tally, Tally) {
        let activities = rows.count();
        let Self { adder, index, .. } = self;
        let mut sum = |side| {
            let amounts = index.audience(audience, side).iter().filter(|(row, _)| rows.contains(*row));
            adder.sum(amounts.map(|(row, amount)| (*row, amount)), activities)
        };
        (activities, sum(Side::Reached), sum(Side::Planned))
    }
}
