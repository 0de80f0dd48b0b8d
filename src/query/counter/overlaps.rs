//! The lower figures of overlaps. Invariant: of the rows of an overlap only the largest adds to the lower figure of each
//! value.

use counting::{RowSet, add_to, signed};

use super::column_sums::{ColumnSums, CountedColumn};
use crate::query::{Facet, Index};

/// The largest lower figures of one overlap, by position. Kept, because it is as long as a column has values.
#[derive(Default)]
pub(super) struct Overlaps {
    largest: Vec<[u64; 2]>,
    positions: Vec<usize>,
}

impl Overlaps {
    /// Adds the lower figures of the rows of an overlap that are in a base, or takes them away.
    pub(super) fn change(&mut self, sums: &mut ColumnSums, index: &Index, overlap: usize, base: &RowSet, comes: bool) {
        let Self { largest, positions } = self;
        let [reached, _] = &sums.overlaps;
        largest.resize(reached.len().max(largest.len()), [0; 2]);
        let mut see = |position: usize, side: usize, low: u64| {
            let Some(known) = largest.get_mut(position).filter(|_| low > 0) else { return };
            if *known == [0; 2] {
                positions.push(position);
            }
            if let Some(known) = known.get_mut(side) {
                *known = low.max(*known);
            }
        };
        let amounts = index.amounts();
        let is_audience = sums.column == CountedColumn::Facet(Facet::Audience);
        let mut together: u64 = 0;
        for row in amounts.rows_with_overlap(overlap).iter().map(|row| *row as usize).filter(|row| base.contains(*row))
        {
            let weight = amounts.plain.weight(row);
            for entry in amounts.entries(row).filter(|_| is_audience).unwrap_or_default() {
                see(entry.audience as usize + 1, entry.side as usize, entry.amount.low.saturating_mul(weight));
            }
            if !is_audience || amounts.entries(row).is_none() {
                let values = sums.column.values_of(index, row);
                for (side, amount) in amounts.amounts(row, sums.audiences.as_deref()).iter().enumerate() {
                    let low = amount.low.saturating_mul(weight);
                    together = together.saturating_add(if side == 0 { low } else { 0 });
                    see(0, side, low);
                    values.iter().for_each(|value| see(*value as usize + 1, side, low));
                }
            }
        }
        for position in positions.drain(..) {
            let lows = largest.get_mut(position).map(std::mem::take).unwrap_or_default();
            let [reached, _] = lows;
            if position == 0 {
                let [overlapped, _] = signed([together - reached, 0], comes);
                sums.overlapped = sums.overlapped.wrapping_add(overlapped);
            }
            for (sums, low) in sums.overlaps.iter_mut().zip(lows) {
                add_to(sums, position, &signed([low & u64::from(u32::MAX), low >> 32], comes));
            }
        }
    }
}
