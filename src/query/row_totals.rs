//! The totals of some rows of a selection.

use super::tally::TallyAdder;
use super::{Facet, Index, Selection, Side, Tally};

/// Of these rows, which must be of the selection: how many activities, people reached, people planned. Entries of
/// audiences that are not chosen are not looked at.
pub fn row_totals(index: &Index, selection: &Selection, rows: &[usize]) -> (usize, Tally, Tally) {
    let rows: Vec<usize> = rows.iter().copied().filter(|row| index.activities().contains(*row)).collect();
    let (groups, last) = index.groups();
    let amounts = index.amounts(&selection.chosen(Facet::Audience, None));
    let mut adder = TallyAdder::new(groups, last);
    let mut sum = |side| {
        let found = rows.iter().filter_map(|row| amounts.get(side, *row).map(|amount| (*row, amount)));
        adder.sum(found, rows.len())
    };
    let (people, planned) = (sum(Side::Reached), sum(Side::Planned));
    (rows.len(), people, planned)
}
