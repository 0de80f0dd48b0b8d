//! The rows that pass each filter of a selection. Invariant: only what another selection filters otherwise is looked up
//! again.

use counting::RowSet;

use crate::query::search::CaseFold;
use crate::query::{Facet, FacetValue, Index, Selection};

/// The filters of a selection: one of each facet, and the search.
#[derive(Default)]
pub(super) struct Filters {
    selection: Option<Selection>,
    /// The rows that pass the filter of each facet, and the search; `None` where nothing is filtered.
    filters: Vec<Option<RowSet>>,
}

/// The filter of the search, in the order after the facets.
const SEARCH: usize = Facet::ALL.len();

impl Filters {
    /// Filters as a selection does.
    pub(super) fn set(&mut self, index: &Index, selection: &Selection, fold: &dyn CaseFold) {
        let previous = self.selection.replace(selection.clone());
        self.filters.resize_with(SEARCH + 1, || None);
        let is_same = |facet: Facet| {
            previous.as_ref().is_some_and(|previous| {
                previous.has_same_filter(facet, selection)
                    && (facet != Facet::Goal || previous.basis == selection.basis)
            })
        };
        for (facet, filter) in Facet::ALL.into_iter().zip(&mut self.filters) {
            if !is_same(facet) {
                *filter = selection.is_filtered(facet).then(|| rows_with(index, selection, facet));
            }
        }
        let search = selection.search();
        if previous.is_none_or(|previous| previous.search() != search) {
            let words = || search.split(' ').map(|word| fold.fold(word)).collect::<Vec<_>>();
            if let Some(filter) = self.filters.get_mut(SEARCH) {
                *filter = (!search.is_empty()).then(|| index.containing(&words()));
            }
        }
    }

    /// The filters that let some rows pass and others not, as bits in the order of facets, and then the search.
    pub(super) fn active(&self) -> u16 {
        self.filters.iter().enumerate().filter(|(_, filter)| filter.is_some()).map(|(bit, _)| 1 << bit).sum()
    }

    /// Those of the rows that pass the filters given as bits.
    pub(super) fn passing(&self, rows: &RowSet, filters: u16) -> RowSet {
        let mut passing = rows.clone();
        for (bit, filter) in self.filters.iter().enumerate() {
            if let Some(filter) = filter.as_ref().filter(|_| filters >> bit & 1 == 1) {
                passing.keep(filter);
            }
        }
        passing
    }
}

fn rows_with(index: &Index, selection: &Selection, facet: Facet) -> RowSet {
    let chosen = |value: &FacetValue| selection.contains(facet, value);
    let column = index.column(facet, selection.basis);
    column.map_or_else(
        || RowSet::empty(index.row_count()),
        |column| column.rows_with(index.row_count(), &column.values.iter().map(chosen).collect::<Vec<_>>()),
    )
}
