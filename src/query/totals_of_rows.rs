//! The totals of some rows of a selection. Invariant: project totals among the rows are not counted.

use super::tally::TallyAdder;
use super::{Facet, Index, Selection, Side, Tally};

/// The number of activities among these rows of the selection, people reached, and people planned. Under an audience
/// filter, only entries of the chosen audiences count.
pub fn totals_of_rows(index: &Index, selection: &Selection, rows: &[usize]) -> (usize, Tally, Tally) {
    let rows: Vec<usize> = rows.iter().copied().filter(|row| index.activities().contains(*row)).collect();
    let (overlaps, last) = index.overlaps();
    let amounts = index.amounts(&selection.chosen(Facet::Audience, None));
    let mut adder = TallyAdder::new(overlaps, last);
    let mut sum = |side| {
        let amounts_by_row = rows.iter().filter_map(|row| amounts.get(side, *row).map(|amount| (*row, amount)));
        adder.sum(amounts_by_row, rows.len())
    };
    let (reached, planned) = (sum(Side::Reached), sum(Side::Planned));
    (rows.len(), reached, planned)
}
