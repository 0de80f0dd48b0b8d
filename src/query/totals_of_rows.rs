//! The totals of some rows of a selection. Invariant: project totals among the rows are not counted, and of rows that
//! share an overlap only the largest adds to the lower figure.

use super::{Amount, Index, Selection, Tally};

/// The number of activities among these rows of the selection, people reached, and people planned. Under an audience
/// filter, only entries of the chosen audiences count.
pub fn totals_of_rows(index: &Index, selection: &Selection, rows: &[usize]) -> (usize, Tally, Tally) {
    let amounts = index.amounts();
    let audiences = index.chosen_audiences(selection);
    let mut sums = [(Amount::default(), 0); 2];
    let mut largest: Vec<(usize, [u64; 2])> = Vec::new();
    let mut activities = 0;
    for row in rows.iter().copied().filter(|row| index.activities().contains(*row)) {
        let weight = amounts.plain.weight(row);
        activities += weight;
        let overlap = amounts.overlap(row);
        let sides = amounts.amounts(row, audiences.as_deref());
        for ((sum, counted), side) in sums.iter_mut().zip(sides) {
            sum.add_weighted(&side, weight, overlap.is_none());
            *counted += u64::from(side.counted) * weight;
        }
        let Some(overlap) = overlap else { continue };
        let lows = sides.map(|side| side.low.saturating_mul(weight));
        match largest.binary_search_by_key(&overlap, |(known, _)| *known) {
            Err(position) => largest.insert(position, (overlap, lows)),
            Ok(position) => {
                let known = largest.get_mut(position).into_iter().flat_map(|(_, known)| known);
                known.zip(lows).for_each(|(known, low)| *known = low.max(*known));
            }
        }
    }
    for (_, lows) in largest {
        sums.iter_mut().zip(lows).for_each(|((sum, _), low)| sum.low = sum.low.saturating_add(low));
    }
    let [reached, planned] = sums.map(|(sum, counted)| Tally::of(&sum, counted, activities));
    (activities as usize, reached, planned)
}
