//! What a selection adds up to, and what each value of each facet would add up to.
//!
//! Invariant: the rows of a facet are counted without the facet's own filter, and show what choosing another value
//! would give. The audience is special, because it belongs to a reach entry: a row of the audience facet counts only
//! the entries of its audience, and under an audience filter every other number counts only entries of the chosen
//! audiences.

use super::amount_sums::AmountSums;
use super::bitmap::Bitmap;
use super::matrix::cells;
use super::{CaseFold, Facet, FacetValue, Index, MatrixCellTotal, Selection, Tally};
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
    pub rows: Vec<usize>,
    /// The distinct total of the cells of country by year: each activity counts once.
    pub matrix_total: FacetTotal,
    /// Country by year: the pairs that have an activity, counted without the filters by country and by year.
    pub cells: Vec<MatrixCellTotal>,
    facets: Vec<Vec<FacetRow>>,
    facet_totals: Vec<FacetTotal>,
    present: Vec<Vec<FacetValue>>,
}

/// The distinct total of the rows of a facet: the activities that pass the other filters, each once. The rows add up to
/// more if activities have several values of the facet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FacetTotal {
    /// How many activities.
    pub activities: usize,
    /// How many of them have more than one value of the facet.
    pub several: usize,
    /// People reached by them.
    pub reached: Tally,
    /// People whom they plan to reach.
    pub planned: Tally,
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
    /// Counts a selection. `fold` must be the one that the index was built with.
    pub fn of(index: &Index, selection: &Selection, fold: &dyn CaseFold) -> Self {
        let matches = FilterMatches::of(index, selection, fold);
        let audiences = selection.chosen(Facet::Audience, None);
        let mut sums = AmountSums::new(index, &audiences);

        let all_rows = matches.all();
        let rows = all_rows.intersection(index.activities());
        let mut facet_totals = Vec::new();
        let mut present = Vec::new();
        let facets = Facet::ALL.into_iter().map(|facet| {
            let Some(column) = index.column(facet, selection.basis) else { return Vec::new() };
            let base_rows = matches.all_except(&[facet]).intersection(index.activities());
            // The rows of the audience facet ignore the audience filter, and so does their distinct total.
            let (activities, reached, planned) = match facet {
                Facet::Audience => sums.with_all_audiences().of_rows(&base_rows),
                _ => sums.of_rows(&base_rows),
            };
            let several = column.several().intersection(&base_rows).count();
            facet_totals.push(FacetTotal { activities, several, reached, planned });
            let known = column.values().filter(|(value, _)| **value != FacetValue::Unknown);
            let present_values = known.filter(|(_, value_rows)| !value_rows.intersection(&rows).is_empty());
            present.push(present_values.map(|(value, _)| value.clone()).collect());

            // The values of the data, and chosen values that the data do not have, each with its rows.
            let no_rows = Bitmap::empty(index.row_count());
            let mut values: Vec<(FacetValue, &Bitmap)> =
                column.values().map(|(value, value_rows)| (value.clone(), value_rows)).collect();
            for value in selection.chosen(facet, index.years()) {
                if let Err(position) = values.binary_search_by(|(known, _)| known.cmp(&value)) {
                    values.insert(position, (value, &no_rows));
                }
            }
            let firm_column = (facet == Facet::Goal && selection.basis == Basis::Inferred)
                .then(|| index.column(facet, Basis::Declared))
                .flatten();

            let mut facet_rows = Vec::new();
            for (value, value_rows) in values {
                let value_rows = value_rows.intersection(&base_rows);
                let selected = selection.contains(facet, &value);
                if value_rows.is_empty() && !selected && value != FacetValue::Unknown {
                    continue;
                }
                let (activities, reached, planned) = match facet {
                    Facet::Audience => sums.of_audience(&value_rows, &value),
                    _ => sums.of_rows(&value_rows),
                };
                let firm = firm_column.map(|column| {
                    let firm_rows =
                        column.get(&value).map_or_else(|| no_rows.clone(), |firm| firm.intersection(&value_rows));
                    let (activities, reached, _) = sums.of_rows(&firm_rows);
                    (activities, reached)
                });
                facet_rows.push(FacetRow { value, selected, activities, reached, planned, firm });
            }
            facet_rows
        });
        let facets = facets.collect();
        let matrix_rows = matches.all_except(&[Facet::Country, Facet::Year]).intersection(index.activities());
        let cells = cells(index, selection, &matrix_rows, &mut sums);
        let (activities, reached, planned) = sums.of_rows(&matrix_rows);
        let matrix_total = FacetTotal { activities, several: 0, reached, planned };
        let (activities, reached, planned) = sums.of_rows(&rows);
        Self {
            activities,
            reached,
            planned,
            rows: all_rows.rows().collect(),
            matrix_total,
            cells,
            facets,
            facet_totals,
            present,
        }
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

    /// The distinct total of the rows of a facet.
    pub fn facet_total(&self, facet: Facet) -> Option<&FacetTotal> {
        self.facet_totals.get(facet.index())
    }

    /// The values of a facet that the activities of the selection have, sorted, without the unknown.
    pub fn present(&self, facet: Facet) -> &[FacetValue] {
        self.present.get(facet.index()).map_or(&[], Vec::as_slice)
    }
}

/// The rows that pass each filter of a selection.
struct FilterMatches {
    row_count: usize,
    search: Option<Bitmap>,
    facets: Vec<(Facet, Bitmap)>,
}

impl FilterMatches {
    fn of(index: &Index, selection: &Selection, fold: &dyn CaseFold) -> Self {
        let words: Vec<String> = selection.search().split(' ').map(|word| fold.fold(word)).collect();
        let search = (!selection.search().is_empty()).then(|| index.containing(&words));
        let filtered = Facet::ALL.into_iter().filter(|facet| selection.is_filtered(*facet));
        let facets = filtered.map(|facet| {
            let mut passing = Bitmap::empty(index.row_count());
            let values = index.column(facet, selection.basis).into_iter().flat_map(|column| column.values());
            values.filter(|(value, _)| selection.contains(facet, value)).for_each(|(_, rows)| passing.insert_all(rows));
            (facet, passing)
        });
        Self { row_count: index.row_count(), search, facets: facets.collect() }
    }

    /// The rows that pass all filters.
    fn all(&self) -> Bitmap {
        self.all_except(&[])
    }

    /// The rows that pass the search and all filters except those of some facets.
    fn all_except(&self, ignored: &[Facet]) -> Bitmap {
        let facets = self.facets.iter().filter(|(facet, _)| !ignored.contains(facet)).map(|(_, rows)| rows);
        let every_row = || Bitmap::of(self.row_count, |_| true);
        self.search.iter().chain(facets).cloned().reduce(|a, b| a.intersection(&b)).unwrap_or_else(every_row)
    }
}
