//! A data set made ready for counting: the number of the set of values of each facet, and the amounts, by row. A row is
//! the position of a record. Invariant: rows of project totals are selected and listed like the others, but never
//! counted.

mod amounts;
mod column;
mod columns;
mod pairs;
mod ranked_rows;
mod records;
mod row_orders;

use std::rc::Rc;

use counting::RowSet;

use super::{Facet, FacetValue, Selection, SortColumn};
use crate::model::Basis;
pub use amounts::EntryAmount;
pub(super) use amounts::RowAmounts;
pub(super) use column::Column;
pub use columns::{Columns, FacetColumn};
pub(super) use pairs::Pairs;
use row_orders::{OrderKey, RowOrders};

/// Everything that counting needs to know about a data set. Built once, never changed.
pub struct Index {
    row_count: usize,
    activities: Rc<RowSet>,
    activity_count: usize,
    no_rows: Rc<RowSet>,
    /// One per facet, in the order of [`Facet::ALL`]. That of goals is a placeholder; see `goals`.
    columns: Vec<Rc<Column>>,
    /// One per basis: goals that are stated; also those of the project; also those of the themes.
    goals: Vec<Rc<Column>>,
    pairs: Option<Pairs>,
    /// The number of the set of each audience alone.
    audience_sets: Vec<u32>,
    amounts: RowAmounts,
    orders: RowOrders,
    /// The folded text of each row, for the search.
    texts: Vec<String>,
}

impl Index {
    fn of_parts(
        activities: RowSet,
        mut columns: Vec<Rc<Column>>,
        goals: Vec<Rc<Column>>,
        amounts: RowAmounts,
        texts: Vec<String>,
    ) -> Self {
        let row_count = amounts.plain.flags.len();
        let audiences = columns.get_mut(Facet::Audience.index()).and_then(Rc::get_mut);
        let audience_sets = audiences.map_or_else(Vec::new, Column::single_sets);
        let column = |facet: Facet| columns.get(facet.index());
        let pairs = column(Facet::Country).zip(column(Facet::Year));
        Self {
            row_count,
            activity_count: activities.len(),
            activities: Rc::new(activities),
            no_rows: Rc::new(RowSet::empty(row_count)),
            pairs: pairs.map(|(countries, years)| Pairs::new(row_count, countries, years)),
            columns,
            goals,
            audience_sets,
            amounts,
            orders: RowOrders::default(),
            texts,
        }
    }

    /// Whether any record has this value of the facet.
    pub fn has(&self, facet: Facet, value: &FacetValue) -> bool {
        self.column(facet, Basis::Inferred).is_some_and(|column| column.position(value).is_some())
    }

    /// The values of a facet that occur in the data, sorted, without the unknown.
    pub fn values(&self, facet: Facet) -> impl Iterator<Item = &FacetValue> {
        self.values_by(facet, Basis::Inferred)
    }

    /// Like [`Index::values`], with the goals that a basis takes into account.
    pub fn values_by(&self, facet: Facet, basis: Basis) -> impl Iterator<Item = &FacetValue> {
        let column = self.column(facet, basis).into_iter();
        column.flat_map(|column| &column.values).filter(|value| **value != FacetValue::Unknown)
    }

    /// The first and last year of the data; `None` if every record is undated.
    pub fn years(&self) -> Option<(u16, u16)> {
        let mut years = self.values(Facet::Year).filter_map(FacetValue::number);
        let first = years.next()?;
        Some((first, years.last().unwrap_or(first)))
    }

    /// How many rows there are, project totals among them.
    pub fn row_count(&self) -> usize {
        self.row_count
    }

    /// All rows in the order in which a selection is sorted; `make` is asked for it if it is not known yet.
    pub fn order(&self, selection: &Selection, make: &dyn Fn() -> Vec<u32>) -> Rc<[u32]> {
        let audiences = (selection.sort.key == SortColumn::People).then(|| self.chosen_audiences(selection)).flatten();
        self.orders.order(OrderKey { sort: selection.sort, basis: selection.basis, audiences }, make)
    }

    /// The rows that are counted: activities, not project totals.
    pub(super) fn activities(&self) -> &Rc<RowSet> {
        &self.activities
    }

    /// How many rows are counted.
    pub(super) fn activity_count(&self) -> usize {
        self.activity_count
    }

    /// The empty set of rows.
    pub(super) fn no_rows(&self) -> &Rc<RowSet> {
        &self.no_rows
    }

    pub(super) fn column(&self, facet: Facet, basis: Basis) -> Option<&Column> {
        match facet {
            Facet::Goal => self.goals.get(basis as usize).map(Rc::as_ref),
            _ => self.columns.get(facet.index()).map(Rc::as_ref),
        }
    }

    /// The pairs of country and year.
    pub(super) fn pairs(&self) -> Option<&Pairs> {
        self.pairs.as_ref()
    }

    /// What the rows add to totals.
    pub(super) fn amounts(&self) -> &RowAmounts {
        &self.amounts
    }

    /// The set that has one audience alone, given by its position.
    pub(super) fn set_of_audience(&self, position: usize) -> usize {
        self.audience_sets.get(position).map_or(usize::MAX, |set| *set as usize)
    }

    /// Of which audiences a selection includes the entries, by their position; `None` if of all.
    pub(super) fn chosen_audiences(&self, selection: &Selection) -> Option<Vec<bool>> {
        let column = self.columns.get(Facet::Audience.index())?;
        let is_chosen = |audience| selection.contains(Facet::Audience, audience);
        selection.is_filtered(Facet::Audience).then(|| column.values.iter().map(is_chosen).collect())
    }

    /// The rows whose text contains every one of these folded words.
    pub(super) fn containing(&self, words: &[String]) -> RowSet {
        let mut rows = RowSet::empty(self.row_count);
        for (row, text) in self.texts.iter().enumerate() {
            if words.iter().all(|word| text.contains(word.as_str())) {
                rows.insert(row);
            }
        }
        rows
    }
}
