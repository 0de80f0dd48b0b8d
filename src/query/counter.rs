//! Counts one selection after another. Invariant: what is counted depends on the selection only, and not on those before
//! it; they only decide how much work it is.
//!
//! Each column has its base: the activities that pass every filter but those that the column ignores. A change of the
//! selection visits the rows that enter or leave a base, and no others, unless it is less work to begin with no rows or
//! with all of them.

mod column_sums;
mod filters;
mod overlaps;
mod special_rows;

use std::rc::Rc;

use counting::{Changed, RowChanges, RowSet};

use super::search::CaseFold;
use super::{Index, Selection};
pub(super) use column_sums::{ColumnSums, CountedColumn};
use filters::Filters;
use overlaps::Overlaps;
use special_rows::SpecialRows;

/// The sums of the selection that was counted last, column by column. A new counter has counted nothing yet.
#[derive(Default)]
pub struct Counter {
    filters: Filters,
    /// In the order of [`CountedColumn::ALL`]. Those that are not needed have counted no rows.
    columns: Vec<Rc<ColumnSums>>,
    /// The sums of the same columns without any filter, once they have been counted.
    unfiltered: Vec<Option<Rc<ColumnSums>>>,
}

impl Counter {
    /// Counts a selection. `index` must be the same each time, and `fold` the one that it was built with.
    pub(super) fn count(&mut self, index: &Index, selection: &Selection, fold: &dyn CaseFold) {
        let Self { filters, columns, unfiltered } = self;
        filters.set(index, selection, fold);
        let audiences = index.chosen_audiences(selection);
        columns.extend(CountedColumn::ALL.iter().skip(columns.len()).map(|column| no_rows(index, *column)));
        unfiltered.resize_with(columns.len(), || None);

        let mut bases: Vec<(u16, Rc<RowSet>)> = Vec::new();
        // The base that each column is to have, by its position.
        let mut targets = Vec::new();
        for (sums, column) in columns.iter_mut().zip(CountedColumn::ALL) {
            if !column.is_needed(selection.basis) {
                if !Rc::ptr_eq(&sums.base, index.no_rows()) {
                    *sums = no_rows(index, column);
                }
                targets.push(usize::MAX);
                continue;
            }
            let mask = filters.active() & !column.ignored();
            let known = bases.iter().position(|(known, _)| *known == mask);
            targets.push(known.unwrap_or_else(|| {
                bases.push((mask, Rc::new(filters.passing(index.activities(), mask))));
                bases.len() - 1
            }));
        }
        // Columns that begin with the same rows and end with the same rows change together.
        for first in 0..columns.len() {
            let begin = |column: usize| columns.get(column).zip(unfiltered.get(column));
            let Some((mask, base)) = targets.get(first).and_then(|target| bases.get(*target)) else { continue };
            let Some((from, kept)) = begin(first) else { continue };
            let is_same = |column: &usize| {
                let same_start = begin(*column).is_some_and(|(sums, sums_kept)| {
                    Rc::ptr_eq(&sums.base, &from.base) && sums_kept.is_some() == kept.is_some()
                });
                same_start && targets.get(*column) == targets.get(first)
            };
            let together: Vec<usize> = (first..columns.len()).filter(is_same).collect();

            // The nearest of what is known: the previous sums, those without any filter, those of no rows.
            let size = base.len();
            let of_previous = from.base.distance(base);
            let of_unfiltered = if kept.is_some() { index.activity_count() - size } else { usize::MAX };
            for column in &together {
                let (Some(sums), Some(kept)) = (columns.get_mut(*column), unfiltered.get(*column)) else { continue };
                match kept {
                    _ if of_previous <= of_unfiltered.min(size) => {}
                    Some(kept) if of_unfiltered <= size => *sums = kept.clone(),
                    _ => *sums = no_rows(index, sums.column),
                }
            }
            change(index, columns, &together, base, audiences.as_deref());
            for column in together {
                if let Some(target) = targets.get_mut(column) {
                    *target = usize::MAX;
                }
                if let (0, Some(kept)) = (*mask, unfiltered.get_mut(column)) {
                    *kept = columns.get(column).cloned();
                }
            }
        }
    }

    /// The sums of a column for the selection that was counted last.
    pub(super) fn sums(&self, column: CountedColumn) -> Option<&Rc<ColumnSums>> {
        self.columns.iter().find(|sums| sums.column == column)
    }

    /// How many rows are counted in the selection.
    pub(super) fn counted_rows(&self) -> usize {
        self.sums(CountedColumn::Total).map_or(0, |sums| sums.base.len())
    }

    /// The rows that pass all filters, project totals among them.
    pub(super) fn listed(&self, index: &Index) -> RowSet {
        self.filters.passing(&RowSet::all(index.row_count()), self.filters.active())
    }
}

fn no_rows(index: &Index, column: CountedColumn) -> Rc<ColumnSums> {
    Rc::new(ColumnSums::empty(index, column))
}

/// Takes the sums of some columns, all of the same rows, to other rows, counting the entries of these audiences in
/// special rows. Sums that totals still hold are copied first.
fn change(
    index: &Index,
    columns: &mut [Rc<ColumnSums>],
    together: &[usize],
    to: &Rc<RowSet>,
    audiences: Option<&[bool]>,
) {
    let Some(from) = together.first().and_then(|first| columns.get(*first)).map(|sums| sums.base.clone()) else {
        return;
    };
    let amounts = index.amounts();
    let comes = |row: usize| to.contains(row);
    let mut changed = Changed::default();
    let mut changes = RowChanges::new(&from, to, &amounts.plain);
    let mut overlaps = RowSet::empty(amounts.overlap_count());
    while changes.next(&mut changed) {
        let marked = || changed.marked.iter().map(|row| *row as usize);
        let with_all = SpecialRows::new(index, marked(), None, &comes);
        let with_chosen = audiences.map(|_| SpecialRows::new(index, marked(), audiences, &comes));
        for column in together {
            let Some(sums) = columns.get_mut(*column).map(Rc::make_mut) else { continue };
            let (_, _, codes) = sums.column.sets(index);
            changed.rows.add(&mut sums.sums, codes);
            changed.bounded.add(&mut sums.bounded, codes);
            let special = if sums.column.has_all_entries() { None } else { with_chosen.as_ref() };
            special.unwrap_or(&with_all).add_to(sums, index, &comes);
        }
        marked().filter_map(|row| amounts.overlap(row)).for_each(|overlap| overlaps.insert(overlap));
    }
    let mut largest = Overlaps::default();
    for column in together {
        let Some(sums) = columns.get_mut(*column).map(Rc::make_mut) else { continue };
        if !sums.column.has_all_entries() && sums.audiences.as_deref() != audiences {
            // With other audiences, special rows have other amounts, also where they stay.
            let (plain, bounded) = (std::mem::take(&mut sums.sums), std::mem::take(&mut sums.bounded));
            *sums = ColumnSums { sums: plain, bounded, ..ColumnSums::empty(index, sums.column) };
            sums.audiences = audiences.map(Into::into);
            let special = amounts.special.rows.iter().filter(|row| to.contains(*row));
            SpecialRows::new(index, special, audiences, &comes).add_to(sums, index, &comes);
            (1..amounts.overlap_count()).for_each(|overlap| largest.change(sums, index, overlap, to, true));
        } else {
            for overlap in overlaps.iter() {
                largest.change(sums, index, overlap, &from, false);
                largest.change(sums, index, overlap, to, true);
            }
        }
        sums.base = to.clone();
    }
}
