//! What a selection adds up to, and what each value of each facet would add up to.
//!
//! Invariant: the rows of a facet are counted without the facet's own filter, and show what choosing another value
//! would give. The audience is special, because it belongs to a reach entry: a row of the audience facet counts only
//! the entries of its audience, and under an audience filter every other number counts only entries of the chosen
//! audiences.

use std::rc::Rc;

use counting::RowSet;

use super::column_totals::{ColumnTotals, FacetTotal};
use super::counter::{ColumnSums, CountedColumn, Counter};
use super::matrix::cells;
use super::union_total::union_total;
use super::{Amount, CaseFold, Facet, FacetValue, Index, MatrixCellTotal, Selection, Tally};
use crate::model::Basis;

/// All numbers of a selection.
#[derive(Debug, Clone, PartialEq)]
pub struct Totals {
    /// How many activities; each once, however many countries, years or goals it has.
    pub activities: usize,
    /// People reached.
    pub reached: Tally,
    /// People who are planned to be reached; never added to people reached.
    pub planned: Tally,
    /// The rows of the selection in the data set, including project totals.
    pub rows: RowSet,
    /// How many rows there are, including project totals.
    pub records: usize,
    /// How many of them are project totals.
    pub project_totals: usize,
    /// How many people reached the lower figure would have more without overlaps.
    pub overlapped_people: u64,
    /// The distinct total of the cells of country by year: each activity counts once.
    pub matrix_total: FacetTotal,
    /// Country by year: the pairs that have an activity, counted without the filters by country and by year.
    pub cells: Vec<MatrixCellTotal>,
    facets: Vec<Vec<FacetRow>>,
    facet_totals: Vec<FacetTotal>,
    present: Vec<Vec<FacetValue>>,
    /// The sums of each facet, for totals of several values.
    sums: Vec<Option<Rc<ColumnSums>>>,
}

/// One value of a facet.
#[derive(Debug, Clone, PartialEq)]
pub struct FacetRow {
    /// The value.
    pub value: FacetValue,
    /// Whether the selection filters by the value.
    pub selected: bool,
    /// How many activities have the value.
    pub activities: usize,
    /// People reached by them.
    pub reached: Tally,
    /// People whom they plan to reach.
    pub planned: Tally,
    /// If goals are taken from themes too: the activities, and people reached by them, whose goal the page states or
    /// the project declares.
    pub firm: Option<(usize, Tally)>,
}

impl Totals {
    /// Counts a selection after the one that the counter has counted last over the same index. `fold` must be the one that the index was
    /// built with.
    pub fn next(index: &Index, counter: &mut Counter, selection: &Selection, fold: &dyn CaseFold) -> Self {
        counter.count(index, selection, fold);
        let (mut facets, mut facet_totals, mut present) = (Vec::new(), Vec::new(), Vec::new());
        for facet in Facet::ALL {
            let (rows, total, values) = count_facet(index, counter, selection, facet);
            facets.push(rows);
            facet_totals.push(total);
            present.push(values);
        }
        let (cells, matrix_total) = cells(index, counter, selection);
        let total = ColumnTotals::of(index, counter, CountedColumn::Total);
        let (activities, reached, planned) = total.of_all();
        let rows = counter.listed(index);
        let records = rows.len();
        Self {
            activities,
            reached,
            planned,
            project_totals: records.saturating_sub(counter.counted_rows()),
            records,
            rows,
            overlapped_people: counter.sums(CountedColumn::Total).map_or(0, |sums| sums.overlapped),
            matrix_total,
            cells,
            facets,
            facet_totals,
            present,
            sums: Facet::ALL.map(|facet| counter.sums(CountedColumn::of(facet, selection.basis)).cloned()).into(),
        }
    }

    /// Counts a selection. `fold` must be the one that the index was built with.
    pub fn of(index: &Index, selection: &Selection, fold: &dyn CaseFold) -> Self {
        Self::next(index, &mut Counter::default(), selection, fold)
    }

    /// The rows of a facet, sorted: the values of the activities that pass the other filters, the selected values, and
    /// the unknown.
    pub fn facet(&self, facet: Facet) -> &[FacetRow] {
        self.facets.get(facet.index()).map_or(&[], Vec::as_slice)
    }

    /// The row of one value of a facet.
    pub fn facet_row(&self, facet: Facet, value: &FacetValue) -> Option<&FacetRow> {
        self.facet(facet).iter().find(|row| row.value == *value)
    }

    /// The distinct total of some values of a facet: the activities that pass the other filters and have one of them.
    pub fn union(&self, index: &Index, facet: Facet, values: &[&FacetValue]) -> Option<FacetTotal> {
        let sums = self.sums.get(facet.index())?.as_ref()?;
        union_total(index, sums, facet, values)
    }

    /// The distinct total of the rows of a facet.
    pub fn facet_total(&self, facet: Facet) -> Option<&FacetTotal> {
        self.facet_totals.get(facet.index())
    }

    /// The values of a facet that the activities of the selection have, sorted, without the unknown.
    pub fn present(&self, facet: Facet) -> &[FacetValue] {
        self.present.get(facet.index()).map_or(&[], Vec::as_slice)
    }
}

/// The rows of a facet, their distinct total, and the values that the activities of the selection have.
fn count_facet(
    index: &Index,
    counter: &Counter,
    selection: &Selection,
    facet: Facet,
) -> (Vec<FacetRow>, FacetTotal, Vec<FacetValue>) {
    let totals = ColumnTotals::of(index, counter, CountedColumn::of(facet, selection.basis));
    let values = index.column(facet, selection.basis).map_or(&[][..], |column| &column.values);
    let is_firm = facet == Facet::Goal && selection.basis == Basis::Inferred;
    let firm = is_firm.then(|| ColumnTotals::of(index, counter, CountedColumn::Goals(Basis::Declared)));
    let firm_column = index.column(facet, Basis::Declared);
    let is_filtered = selection.is_filtered(facet);
    let chosen: Vec<bool> = values.iter().map(|value| !is_filtered || selection.contains(facet, value)).collect();

    let none = Tally::of(&Amount::default(), 0, 0);
    let mut rows = Vec::new();
    for (position, (value, is_chosen)) in values.iter().zip(&chosen).enumerate() {
        let (activities, reached, planned) = totals.of_value(position);
        let selected = is_filtered && *is_chosen;
        if activities > 0 || selected || *value == FacetValue::Unknown {
            let firm = firm.as_ref().map(|firm| match value {
                // Activities without a goal by any basis, and not those that only lack a firm one.
                FacetValue::Unknown => (activities, reached),
                _ => {
                    let position = firm_column.and_then(|column| column.position(value));
                    position.map_or((0, none), |position| {
                        let (activities, reached, _) = firm.of_value(position);
                        (activities, reached)
                    })
                }
            });
            rows.push(FacetRow { value: value.clone(), selected, activities, reached, planned, firm });
        }
    }
    // Chosen values that the data do not have.
    for value in selection.chosen(facet, index.years()) {
        if let Err(position) = rows.binary_search_by(|row| row.value.cmp(&value)) {
            let firm = firm.as_ref().map(|_| (0, none));
            rows.insert(
                position,
                FacetRow { value, selected: true, activities: 0, reached: none, planned: none, firm },
            );
        }
    }
    let present = totals.present(&chosen);
    let present = values.iter().zip(present).filter(|(value, present)| *present && **value != FacetValue::Unknown);
    // The rows of the audience facet ignore the audience filter, and so does their distinct total.
    let all_entries = (facet == Facet::Audience).then(|| ColumnTotals::of(index, counter, CountedColumn::AllAudiences));
    let (activities, reached, planned) = all_entries.as_ref().unwrap_or(&totals).of_all();
    let total = FacetTotal { activities, several: totals.several(), reached, planned };
    (rows, total, present.map(|(value, _)| value.clone()).collect())
}
