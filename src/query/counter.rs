//! Counts one selection after another. Invariant: what is counted depends on the selection only, and not on those before
//! it; they only decide how much work it is.
//!
//! Each column has its base: the activities that pass every filter but those that the column ignores. A change of the
//! selection visits the rows that enter or leave a base, and no others, unless it is less work to begin with no rows or
//! with all of them.

mod column_sums;
mod filters;
mod special_sum;
mod special_sums;

use std::rc::Rc;

use counting::{Changed, RowChanges, RowSet, add};

use super::search::CaseFold;
use super::{Index, Selection};
pub(super) use column_sums::{ColumnSums, CountedColumn};
use filters::Filters;
pub(super) use special_sum::SpecialSum;
use special_sums::{Largest, change_row};

/// The sums of the selection that was counted last, column by column. A new counter has counted nothing yet.
#[derive(Default)]
pub struct Counter {
    filters: Filters,
    /// In the order of [`CountedColumn::ALL`]; `None` for those that are not needed now.
    columns: Vec<Option<Rc<ColumnSums>>>,
    /// The sums of the same columns without any filter, as soon as they have been needed.
    unfiltered: Vec<Option<ColumnSums>>,
}

impl Counter {
    /// Counts a selection. `index` must be the same each time, and `fold` the one that it was built with.
    pub(super) fn count(&mut self, index: &Index, selection: &Selection, fold: &dyn CaseFold) {
        self.columns.resize_with(CountedColumn::ALL.len(), || None);
        self.unfiltered.resize_with(CountedColumn::ALL.len(), || None);
        self.filters.set(index, selection, fold);
        let audiences = index.chosen_audiences(selection);
        let mut bases: Vec<Base> = Vec::new();
        let mut distances = Distances::default();
        let mut pending: Vec<(usize, ColumnSums, Rc<RowSet>)> = Vec::new();
        let places = CountedColumn::ALL.into_iter().zip(self.columns.iter_mut().zip(&mut self.unfiltered)).enumerate();
        for (position, (column, (place, unfiltered))) in places {
            let previous = place.take();
            if !column.is_needed(selection.basis) {
                continue;
            }
            let mask = self.filters.active() & !column.ignored();
            let base = match bases.iter().position(|base| base.mask == mask) {
                Some(known) => known,
                None => {
                    let rows = self.filters.passing(index.activities(), mask);
                    bases.push(Base { mask, size: rows.len(), rows: Rc::new(rows) });
                    bases.len() - 1
                }
            };
            let Some(Base { rows, size, .. }) = bases.get(base) else { continue };
            let unfiltered = unfiltered.get_or_insert_with(|| {
                let mut sums = [ColumnSums::empty(index, column)];
                change(index, &mut sums, index.activities(), None);
                let [sums] = sums;
                sums
            });
            // The nearest of the sums that are known: the previous, those without any filter, those of no rows.
            let of_previous = previous.as_ref().map_or(usize::MAX, |sums| distances.between(&sums.base, rows));
            let of_unfiltered = index.activity_count() - size;
            let sums = match previous {
                Some(previous) if of_previous <= of_unfiltered.min(*size) => Rc::unwrap_or_clone(previous),
                _ if of_unfiltered <= *size => unfiltered.clone(),
                _ => ColumnSums::empty(index, column),
            };
            pending.push((position, sums, rows.clone()));
        }
        // Columns that begin with the same rows and end with the same rows change together.
        while let Some((_, first, to)) = pending.first() {
            let (from, to) = (first.base.clone(), to.clone());
            let (mut positions, mut together, mut others) = (Vec::new(), Vec::new(), Vec::new());
            for (position, sums, rows) in pending {
                if Rc::ptr_eq(&sums.base, &from) && Rc::ptr_eq(&rows, &to) {
                    positions.push(position);
                    together.push(sums);
                } else {
                    others.push((position, sums, rows));
                }
            }
            pending = others;
            change(index, &mut together, &to, audiences.as_deref());
            for (position, sums) in positions.into_iter().zip(together) {
                if let Some(place) = self.columns.get_mut(position) {
                    *place = Some(Rc::new(sums));
                }
            }
        }
    }

    /// The sums of a column for the selection that was counted last.
    pub(super) fn sums(&self, column: CountedColumn) -> Option<&Rc<ColumnSums>> {
        self.columns.get(CountedColumn::ALL.iter().position(|known| *known == column)?)?.as_ref()
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

/// The activities that pass some filters, given as bits.
struct Base {
    mask: u16,
    rows: Rc<RowSet>,
    size: usize,
}

/// How many rows are in one set and not in the other, for pairs of sets that were asked for before.
#[derive(Default)]
struct Distances(Vec<(Rc<RowSet>, Rc<RowSet>, usize)>);

impl Distances {
    fn between(&mut self, from: &Rc<RowSet>, to: &Rc<RowSet>) -> usize {
        let known = self.0.iter().find(|(a, b, _)| Rc::ptr_eq(a, from) && Rc::ptr_eq(b, to));
        if let Some((_, _, distance)) = known {
            return *distance;
        }
        let distance = from.distance(to);
        self.0.push((from.clone(), to.clone(), distance));
        distance
    }
}

/// Takes sums, all of the same rows, to other rows, counting the entries of these audiences in special rows.
fn change(index: &Index, columns: &mut [ColumnSums], to: &Rc<RowSet>, audiences: Option<&[bool]>) {
    let Some(from) = columns.first().map(|sums| sums.base.clone()) else { return };
    let amounts = index.amounts();
    // With other audiences, special rows have other amounts, also where they stay.
    let mut anew = Vec::new();
    for sums in columns.iter_mut() {
        let is_other = !sums.column.is_audience() && sums.audiences.as_deref() != audiences;
        if is_other {
            sums.special.fill(SpecialSum::default());
            sums.audiences = audiences.map(Into::into);
        }
        anew.push(is_other && !sums.special.is_empty());
    }
    let mut changed = Changed::default();
    let mut changes = RowChanges::new(&from, to, &amounts.plain);
    let mut overlaps = RowSet::empty(amounts.overlap_count());
    while changes.next(&mut changed) {
        for sums in columns.iter_mut() {
            let (_, _, codes) = sums.column.sets(index);
            add(&mut sums.sums, codes, &changed);
        }
        for row in changed.marked.iter().map(|row| *row as usize) {
            if amounts.entries(row).is_some() {
                for (sums, _) in columns.iter_mut().zip(&anew).filter(|(_, anew)| !**anew) {
                    change_row(sums, index, row, to.contains(row));
                }
            }
            amounts.overlap(row).into_iter().for_each(|overlap| overlaps.insert(overlap));
        }
    }
    let mut largest = Largest::default();
    for (sums, anew) in columns.iter_mut().zip(anew) {
        if anew {
            let mut rows = amounts.special.rows.clone();
            rows.keep(to);
            rows.iter().for_each(|row| change_row(sums, index, row, true));
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
