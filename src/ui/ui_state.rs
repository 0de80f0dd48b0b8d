//! What the screen remembers beside the view: the open menu, how much of a long list is shown, text being typed.

use std::rc::Rc;

use yew::prelude::*;

use super::typed_years::TypedYears;
use crate::query::Facet;
use crate::view::ChartBlock;

/// What the screen remembers beside the view.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct UiState {
    /// The number of the report that it belongs to: an app is used for one report after another.
    pub report: u32,
    /// The facet whose menu is open.
    pub open_menu: Option<Facet>,
    /// Whether the menus of all facets are shown.
    pub more_menus: bool,
    /// The text in the search field of the open menu.
    pub menu_search: String,
    /// The text in the search field of the filter bar, with its white space.
    pub search_text: String,
    /// The years typed in the open menu, until they filter.
    pub typed_years: Option<TypedYears>,
    /// They were not understood.
    pub years_invalid: bool,
    /// Charts that are shown in full.
    pub expanded_charts: Vec<ChartBlock>,
    /// Of the charts that share one place on a phone, the one that is shown; `None` shows the first.
    pub tab: Option<ChartBlock>,
    /// The page of the table; `None` shows only the initial rows.
    pub table_page: Option<usize>,
    /// Records whose facts are shown, by their rows in the data set.
    pub open_rows: Vec<usize>,
}

/// A change of the [`UiState`].
#[derive(Debug, Clone, PartialEq)]
pub enum UiAction {
    /// Opens a menu, or closes the open one; typed years that cannot be understood keep it open.
    OpenMenu(Option<Facet>),
    /// Shows the menus of all facets, or only the usual ones again.
    ToggleMoreMenus,
    /// Sets the text in the search field of the open menu.
    SearchMenu(String),
    /// Sets the text in the search field of the filter bar.
    TypeSearch(String),
    /// Sets the years typed in the open menu.
    TypeYears(Option<TypedYears>),
    /// Says that the typed years were not understood.
    RejectYears,
    /// Shows a chart in full, or only its initial rows again.
    ToggleExpanded(ChartBlock),
    /// Shows a chart that shares its place on a phone with others.
    ShowTab(ChartBlock),
    /// Shows a page of the table, or only its initial rows again.
    ShowPage(Option<usize>),
    /// Opens or closes the facts of a record.
    ToggleRecord(usize),
    /// Opens a record, given by its row in the data set, and the page of the table that has it.
    RevealRecord(usize, Option<usize>),
}

impl UiState {
    /// The state of a report: this one, or the initial state if this one belongs to another report. It is decided here
    /// and not by an effect, which Yew may run after the reader's next press (`YIELD_DEADLINE_MS` in Yew 0.23's
    /// scheduler).
    pub fn of_report(&self, report: u32) -> Self {
        if self.report == report { self.clone() } else { Self { report, ..Self::default() } }
    }
}

impl Reducible for UiState {
    /// The number of the report and what to change.
    type Action = (u32, UiAction);

    fn reduce(self: Rc<Self>, (report, action): (u32, UiAction)) -> Rc<Self> {
        let mut next = self.of_report(report);
        match action {
            UiAction::OpenMenu(_) if next.typed_years.as_ref().is_some_and(|typed| typed.range().is_none()) => {
                next.years_invalid = true;
            }
            UiAction::OpenMenu(facet) => {
                next.open_menu = facet;
                next.menu_search.clear();
                next.typed_years = None;
            }
            UiAction::ToggleMoreMenus => next.more_menus = !next.more_menus,
            UiAction::SearchMenu(text) => next.menu_search = text,
            UiAction::TypeSearch(text) => next.search_text = text,
            UiAction::TypeYears(years) => {
                next.typed_years = years;
                next.years_invalid = false;
            }
            UiAction::RejectYears => next.years_invalid = true,
            UiAction::ToggleExpanded(block) => toggle(&mut next.expanded_charts, block),
            UiAction::ShowTab(block) => next.tab = Some(block),
            UiAction::ShowPage(page) => next.table_page = page,
            UiAction::ToggleRecord(row) => toggle(&mut next.open_rows, row),
            UiAction::RevealRecord(row, page) => {
                next.table_page = page;
                if !next.open_rows.contains(&row) {
                    next.open_rows.push(row);
                }
            }
        }
        Rc::new(next)
    }
}

fn toggle<T: PartialEq>(list: &mut Vec<T>, item: T) {
    match list.iter().position(|listed| *listed == item) {
        Some(index) => drop(list.remove(index)),
        None => list.push(item),
    }
}
