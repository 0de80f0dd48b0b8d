//! What the rows add whose amounts are kept apart from the plain ones. Invariant: each figure is added as its lower 32
//! bits and the rest, so that no sum is too large for its field.

use counting::{Rows, Sum, add_to, signed};

use super::column_sums::{ColumnSums, CountedColumn, KINDS};
use crate::query::{Amount, Facet, Index};

/// The special rows of a portion of changes, with what each adds to each kind of sum.
#[derive(Default)]
pub(super) struct SpecialRows([Rows; KINDS]);

impl SpecialRows {
    /// Those of the rows that are special, with their entries of these audiences. A row comes or leaves.
    pub(super) fn new(
        index: &Index,
        rows: impl Iterator<Item = usize>,
        audiences: Option<&[bool]>,
        comes: &dyn Fn(usize) -> bool,
    ) -> Self {
        let mut special = Self::default();
        for row in rows.filter(|row| index.amounts().entries(*row).is_some()) {
            let sums = kinds(index, row, index.amounts().amounts(row, audiences));
            special.0.iter_mut().zip(sums).for_each(|(kind, sum)| kind.push(row, signed(sum, comes(row))));
        }
        special
    }

    /// Adds them to the sums of a column.
    pub(super) fn add_to(&self, sums: &mut ColumnSums, index: &Index, comes: &dyn Fn(usize) -> bool) {
        let (_, _, codes) = sums.column.sets(index);
        if sums.column != CountedColumn::Facet(Facet::Audience) {
            self.0.iter().zip(&mut sums.special).for_each(|(rows, sums)| rows.add(sums, codes));
            return;
        }
        // Each entry counts for the set of its own audience alone.
        for row in self.0.first().into_iter().flat_map(Rows::rows) {
            for entry in index.amounts().entries(row).unwrap_or_default() {
                let mut sides = [Amount::default(); 2];
                if let Some(side) = sides.get_mut(entry.side as usize) {
                    *side = entry.amount;
                }
                let set = index.set_of_audience(entry.audience as usize);
                for (sums, sum) in sums.special.iter_mut().zip(kinds(index, row, sides)) {
                    add_to(sums, set, &signed(sum, comes(row)));
                }
            }
        }
    }
}

/// What a row adds: of people reached, how many activities give a number, and from bit 32 on how many give it as about,
/// and how many are open; the lower figure; the upper figure. Then the same of people planned.
fn kinds(index: &Index, row: usize, sides: [Amount; 2]) -> [Sum; KINDS] {
    let weight = index.amounts().plain.weight(row);
    let parts = |figure: u64| [figure & u64::from(u32::MAX), figure >> 32].map(|part| part * weight);
    let [[a, b, c], [d, e, f]] = sides.map(|side| {
        let numbers = u64::from(side.counted) | u64::from(side.about) << 32;
        // The lower figure of an overlap is added for all of its rows together.
        let low = if index.amounts().overlap(row).is_some() { 0 } else { side.low };
        [[numbers * weight, u64::from(side.open) * weight], parts(low), parts(side.high)]
    });
    [a, b, c, d, e, f]
}
