//! What a reader can do to a selection.

use super::{Facet, FacetValue, Measure, Selection, Sort, SortColumn};
use crate::model::Basis;

/// A change of the selection.
#[derive(Debug, Clone, PartialEq)]
pub enum SelectionAction {
    /// Adds the value to the facet's filter, or takes it out.
    Toggle(Facet, FacetValue),
    /// A mark of a chart was pressed: see [`Selection::pick`].
    Pick(Box<Selection>),
    /// Chooses the years from one to the other, and no others.
    Years(u16, u16),
    /// Takes a facet's filter away.
    Clear(Facet),
    /// Takes all filters and the search away.
    ClearAll,
    /// Searches for these words.
    Search(String),
    /// Chooses which bases of goals are taken together.
    Basis(Basis),
    /// Chooses what the charts measure.
    Measure(Measure),
    /// Sorts the table by this column, the other way round if it already is.
    Sort(SortColumn),
}

impl SelectionAction {
    /// The selection after the action.
    pub fn apply(&self, selection: &Selection) -> Selection {
        let mut next = selection.clone();
        match self {
            SelectionAction::Toggle(facet, value) => next.toggle(*facet, value.clone()),
            SelectionAction::Pick(mark) => next.pick(mark),
            SelectionAction::Years(from, to) => next.set_years(*from, *to),
            SelectionAction::Clear(facet) => next.clear(*facet),
            SelectionAction::ClearAll => next.clear_all(),
            SelectionAction::Search(words) => next.set_search(words),
            SelectionAction::Basis(basis) => next.basis = *basis,
            SelectionAction::Measure(measure) => next.measure = *measure,
            SelectionAction::Sort(key) => {
                // Dates and numbers are of interest from the latest and largest, words from their beginning.
                let first = matches!(key, SortColumn::Date | SortColumn::People);
                let descending = if next.sort.key == *key { !next.sort.descending } else { first };
                next.sort = Sort { key: *key, descending };
            }
        }
        next
    }
}
