//! What the screen remembers that is no part of the view: which list is open, how much of a long list is shown, what is
//! being typed.

use std::rc::Rc;

use yew::prelude::*;

use crate::query::Facet;
use crate::view::ChartBlock;

/// The state of the screen apart from the view.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct UiState {
    /// The picker that is open.
    pub open_picker: Option<Facet>,
    /// Whether the pickers of all facets are shown.
    pub more_pickers: bool,
    /// What is looked for in the open picker.
    pub picker_search: String,
    /// The text of the search field, with its white space.
    pub search_text: String,
    /// Typed years were not understood.
    pub years_invalid: bool,
    /// Charts that are shown in full.
    pub expanded_charts: Vec<ChartBlock>,
    /// The page of the table; `None` shows its first rows only.
    pub table_page: Option<usize>,
    /// Records whose facts are shown, by their rows in the data set.
    pub open_records: Vec<usize>,
}

/// A change of the [`UiState`].
#[derive(Debug, Clone, PartialEq)]
pub enum UiAction {
    /// Another widget takes over this screen: everything is as at the start.
    Reset,
    /// Opens a picker, or closes all.
    OpenPicker(Option<Facet>),
    /// Shows the pickers of all facets, or the first again.
    ToggleMorePickers,
    /// Looks for something in the open picker.
    SearchPicker(String),
    /// Something was typed into the search field.
    TypeSearch(String),
    /// Whether typed years were understood.
    SetYearsInvalid(bool),
    /// Shows a chart in full, or its first rows again.
    ToggleExpanded(ChartBlock),
    /// Shows a page of the table.
    ShowPage(Option<usize>),
    /// Opens a record, or closes it.
    ToggleRecord(usize),
    /// Opens a record on its page of the table.
    RevealRecord(usize, Option<usize>),
}

impl Reducible for UiState {
    type Action = UiAction;

    fn reduce(self: Rc<Self>, action: UiAction) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            UiAction::Reset => next = Self::default(),
            UiAction::OpenPicker(facet) => {
                next.open_picker = facet;
                next.picker_search.clear();
                next.years_invalid = false;
            }
            UiAction::ToggleMorePickers => next.more_pickers = !next.more_pickers,
            UiAction::SearchPicker(words) => next.picker_search = words,
            UiAction::TypeSearch(words) => next.search_text = words,
            UiAction::SetYearsInvalid(wrong) => next.years_invalid = wrong,
            UiAction::ToggleExpanded(block) => toggle(&mut next.expanded_charts, block),
            UiAction::ShowPage(page) => next.table_page = page,
            UiAction::ToggleRecord(record) => toggle(&mut next.open_records, record),
            UiAction::RevealRecord(record, page) => {
                next.table_page = page;
                if !next.open_records.contains(&record) {
                    next.open_records.push(record);
                }
            }
        }
        Rc::new(next)
    }
}

fn toggle<T: PartialEq>(list: &mut Vec<T>, item: T) {
    match list.iter().position(|known| *known == item) {
        Some(place) => drop(list.remove(place)),
        None => list.push(item),
    }
}
