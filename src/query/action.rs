//! The changes that a reader can make to a selection. Invariant: applying one changes nothing else and has no side
//! effects.

use super::{Facet, FacetValue, Measure, Selection, Sort, SortColumn};
use crate::model::Basis;

/// A change of the selection.
#[derive(Debug, Clone, PartialEq)]
pub enum SelectionAction {
    /// Adds the value to the facet's filter, or removes it if it is there.
    Toggle(Facet, FacetValue),
    /// Filters as a pressed mark of a chart says: see [`Selection::pick`].
    Pick(Box<Selection>),
    /// Chooses the years from the first to the second, and no others.
    Years(u16, u16),
    /// Removes the filter of a facet.
    Clear(Facet),
    /// Removes all filters and the search.
    ClearAll,
    /// Searches for these words.
    Search(String),
    /// Chooses which bases of goals count.
    Basis(Basis),
    /// Chooses what the charts measure.
    Measure(Measure),
    /// Sorts the table by this column; in the other direction if it is sorted by it already.
    Sort(SortColumn),
}

impl SelectionAction {
    /// The selection after the action.
    pub fn apply(&self, selection: &Selection) -> Selection {
        let mut next = selection.clone();
        match self {
            SelectionAction::Toggle(facet, value) => next.toggle(*facet, value.clone()),
            SelectionAction::Pick(pick) => next.pick(pick),
            SelectionAction::Years(from, to) => next.set_years(*from, *to),
            SelectionAction::Clear(facet) => next.clear(*facet),
            SelectionAction::ClearAll => next.clear_all(),
            SelectionAction::Search(words) => next.set_search(words),
            SelectionAction::Basis(basis) => next.basis = *basis,
            SelectionAction::Measure(measure) => next.measure = *measure,
            SelectionAction::Sort(column) => {
                // Readers look for the latest date and the largest number first, but for words in alphabetical order.
                let starts_descending = matches!(column, SortColumn::Date | SortColumn::People);
                let descending = if next.sort.key == *column { !next.sort.descending } else { starts_descending };
                next.sort = Sort { key: *column, descending };
            }
        }
        next
    }
}
