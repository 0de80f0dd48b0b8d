//! What the sums of codes cannot hold: amounts of special rows, and the lower figures of overlaps. Invariant: of the
//! rows of an overlap only the largest adds to the lower figure of each value.

use counting::RowSet;

use super::ColumnSums;
use super::column_sums::CountedColumn;
use super::special_sum::SpecialSum;
use crate::query::tally::WideSum;
use crate::query::{Amount, Index};

/// Adds the amounts of a special row, or takes them away.
pub(super) fn change_row(sums: &mut ColumnSums, index: &Index, row: usize, enters: bool) {
    let amounts = index.amounts();
    let weight = amounts.plain.weight(row);
    // The lower figure of an overlap is added for all of its rows together.
    let with_low = amounts.overlap(row).is_none();
    let ColumnSums { column, special, audiences, .. } = sums;
    each_part(*column, index, row, audiences.as_deref(), &mut |position, sides| {
        let of_side = |amount: &Amount| {
            let mut sum = WideSum::default();
            sum.add(amount, weight, with_low);
            sum
        };
        if let Some(sum) = special.get_mut(position) {
            sum.change(&SpecialSum { sides: sides.map(|side| of_side(&side)), overlapped: 0 }, enters);
        }
    });
}

/// The largest lower figures of one overlap, and how many people its rows count together. Kept, because it is as long
/// as a column has values.
#[derive(Default)]
pub(super) struct Largest {
    largest: Vec<[u128; 2]>,
    positions: Vec<usize>,
}

impl Largest {
    /// Adds the lower figures of the rows of an overlap that are in a base, or takes them away.
    pub(super) fn change(&mut self, sums: &mut ColumnSums, index: &Index, overlap: usize, base: &RowSet, enters: bool) {
        let Self { largest, positions } = self;
        let ColumnSums { column, special, audiences, .. } = sums;
        largest.resize(special.len().max(largest.len()), [0; 2]);
        let amounts = index.amounts();
        let mut together = 0;
        for row in amounts.rows_with_overlap(overlap).iter().map(|row| *row as usize).filter(|row| base.contains(*row))
        {
            let weight = u128::from(amounts.plain.weight(row));
            each_part(*column, index, row, audiences.as_deref(), &mut |position, sides| {
                let lows = sides.map(|side| u128::from(side.low) * weight);
                if position == 0 {
                    together += lows.first().copied().unwrap_or_default();
                }
                let Some(known) = largest.get_mut(position).filter(|_| lows != [0; 2]) else { return };
                if *known == [0; 2] {
                    positions.push(position);
                }
                known.iter_mut().zip(lows).for_each(|(known, low)| *known = low.max(*known));
            });
        }
        for position in positions.drain(..) {
            let (Some(sum), Some(largest)) = (special.get_mut(position), largest.get_mut(position)) else { continue };
            let [reached, planned] = std::mem::take(largest);
            let overlapped = if position == 0 { together - reached } else { 0 };
            let low = |low| WideSum { low, ..WideSum::default() };
            sum.change(&SpecialSum { sides: [low(reached), low(planned)], overlapped }, enters);
        }
    }
}

/// Calls `visit` with what a row adds to the sum of all and to each value of a column.
fn each_part(
    column: CountedColumn,
    index: &Index,
    row: usize,
    audiences: Option<&[bool]>,
    visit: &mut dyn FnMut(usize, [Amount; 2]),
) {
    let amounts = index.amounts();
    let sides = amounts.amounts(row, audiences);
    visit(0, sides);
    match amounts.entries(row).filter(|_| column.is_audience()) {
        Some(entries) => {
            for entry in entries {
                let mut sides = [Amount::default(); 2];
                if let Some(side) = sides.get_mut(entry.side as usize) {
                    *side = entry.amount;
                }
                visit(entry.audience as usize + 1, sides);
            }
        }
        None => column.values_of(index, row).iter().for_each(|value| visit(*value as usize + 1, sides)),
    }
}
