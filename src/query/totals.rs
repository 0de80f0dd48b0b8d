//! What a selection adds up to, and what each value of each facet would.
//!
//! A facet's values are computed over the selection without that facet's own filter, so that they show what
//! choosing another value would give. The audience is special, because it belongs to a reach entry: a row of the
//! audience facet counts that audience's entries only, and under an audience filter every other number counts
//! the chosen audiences' entries only.

use super::bitmap::Bitmap;
use super::matrix::cells;
use super::row_counter::RowCounter;
use super::{CaseFold, CellTotal, Facet, FacetValue, Index, Selection, Tally};
use crate::model::Basis;

/// All numbers of a selection.
#[derive(Debug, Clone, PartialEq)]
pub struct Totals {
    /// How many activities; each once, however many countries, years or goals it has.
    pub activities: usize,
    /// People reached.
    pub people: Tally,
    /// People planned to be reached; never added to those reached.
    pub planned: Tally,
    /// The records of the selection by their place in the data set, project totals among them.
    pub records: Vec<usize>,
    /// What the cells of country by year are made of, each activity once.
    pub matrix_total: FacetTotal,
    /// Country by year: the pairs that have an activity, counted without the filters by country and by year.
    pub cells: Vec<CellTotal>,
    facets: Vec<Vec<FacetRow>>,
    facet_total: Vec<FacetTotal>,
    present: Vec<Vec<FacetValue>>,
}

/// What the rows of a facet are made of: the activities that pass the other filters, each once. Rows add up to more
/// where activities have several of the facet's values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FacetTotal {
    /// How many activities.
    pub activities: usize,
    /// How many of them have more than one value.
    pub several: usize,
    /// People reached by them.
    pub people: Tally,
    /// People whom they plan to reach.
    pub planned: Tally,
}

/// One value of a facet.
#[derive(Debug, Clone, PartialEq)]
pub struct FacetRow {
    /// The value.
    pub value: FacetValue,
    /// Whether the selection filters by it.
    pub selected: bool,
    /// How many activities have it.
    pub activities: usize,
    /// People reached by them.
    pub people: Tally,
    /// People whom they plan to reach.
    pub planned: Tally,
    /// Of goals that are taken from themes too: the part whose goal the page states or the project declares.
    pub firm: Option<(usize, Tally)>,
}

impl Totals {
    /// Counts. `fold` must be the one that the index was made with.
    pub fn of(index: &Index, selection: &Selection, fold: &dyn CaseFold) -> Self {
        let passes = FilterMatches::of(index, selection, fold);
        let audiences = selection.chosen(Facet::Audience, None);
        let mut counter = RowCounter::new(index, &audiences);

        let records = passes.all();
        let rows = records.and(index.activities());
        let mut facet_total = Vec::new();
        let mut present = Vec::new();
        let facets = Facet::ALL.into_iter().map(|facet| {
            let Some(column) = index.column(facet, selection.basis) else { return Vec::new() };
            let others = passes.all_but(&[facet]).and(index.activities());
            // The rows of the audience facet look past the audience filter, and so does what stands behind them.
            let (activities, people, planned) = match facet {
                Facet::Audience => counter.of_everyone().count(&others),
                _ => counter.count(&others),
            };
            let several = column.several().and(&others).count();
            facet_total.push(FacetTotal { activities, several, people, planned });
            let here =
                column.values().filter(|(value, bits)| **value != FacetValue::Unknown && !bits.and(&rows).is_empty());
            present.push(here.map(|(value, _)| value.clone()).collect());

            // The values of the data, and those chosen that the data do not have, each with the rows it has.
            let none = Bitmap::empty(index.rows());
            let mut values: Vec<(FacetValue, &Bitmap)> = column.values().map(|(v, bits)| (v.clone(), bits)).collect();
            for value in selection.chosen(facet, index.years()) {
                if let Err(place) = values.binary_search_by(|(known, _)| known.cmp(&value)) {
                    values.insert(place, (value, &none));
                }
            }
            let firm = (facet == Facet::Goal && selection.basis == Basis::Theme)
                .then(|| index.column(facet, Basis::Project))
                .flatten();

            let mut list = Vec::new();
            for (value, bits) in values {
                let bits = bits.and(&others);
                let selected = selection.contains(facet, &value);
                if bits.is_empty() && !selected && value != FacetValue::Unknown {
                    continue;
                }
                let (activities, people, planned) = match facet {
                    Facet::Audience => counter.count_audience(&bits, &value),
                    _ => counter.count(&bits),
                };
                let firm = firm.map(|column| {
                    let bits = column.get(&value).map_or_else(|| none.clone(), |firm| firm.and(&bits));
                    let (activities, people, _) = counter.count(&bits);
                    (activities, people)
                });
                list.push(FacetRow { value, selected, activities, people, planned, firm });
            }
            list
        });
        let facets = facets.collect();
        let matrix_total = passes.all_but(&[Facet::Country, Facet::Year]).and(index.activities());
        let cells = cells(index, selection, &matrix_total, &mut counter);
        let (all, reached, plans) = counter.count(&matrix_total);
        let matrix_total = FacetTotal { activities: all, several: 0, people: reached, planned: plans };
        let (activities, people, planned) = counter.count(&rows);
        Self {
            activities,
            people,
            planned,
            records: records.rows().collect(),
            matrix_total,
            cells,
            facets,
            facet_total,
            present,
        }
    }

    /// The rows of a facet: the values that activities have without the facet's own filter, the selected, and the
    /// unknown; sorted.
    pub fn facet(&self, facet: Facet) -> &[FacetRow] {
        self.facets.get(facet.index()).map_or(&[], Vec::as_slice)
    }

    /// The row of one value of a facet.
    pub fn row(&self, facet: Facet, value: &FacetValue) -> Option<&FacetRow> {
        self.facet(facet).iter().find(|row| row.value == *value)
    }

    /// What a facet's rows are made of.
    pub fn facet_total(&self, facet: Facet) -> Option<&FacetTotal> {
        self.facet_total.get(facet.index())
    }

    /// The known values that the activities of the selection have, sorted.
    pub fn present(&self, facet: Facet) -> &[FacetValue] {
        self.present.get(facet.index()).map_or(&[], Vec::as_slice)
    }
}

/// Which rows pass which filter.
struct FilterMatches {
    rows: usize,
    search: Option<Bitmap>,
    facets: Vec<(Facet, Bitmap)>,
}

impl FilterMatches {
    fn of(index: &Index, selection: &Selection, fold: &dyn CaseFold) -> Self {
        let words: Vec<String> = selection.search().split(' ').map(|word| fold.fold(word)).collect();
        let search = (!selection.search().is_empty()).then(|| index.containing(&words));
        let filtered = Facet::ALL.into_iter().filter(|facet| selection.is_filtered(*facet));
        let facets = filtered.map(|facet| {
            let mut passing = Bitmap::empty(index.rows());
            let values = index.column(facet, selection.basis).into_iter().flat_map(|column| column.values());
            values.filter(|(value, _)| selection.contains(facet, value)).for_each(|(_, rows)| passing.add(rows));
            (facet, passing)
        });
        Self { rows: index.rows(), search, facets: facets.collect() }
    }

    fn all(&self) -> Bitmap {
        self.both(|_| true)
    }

    fn all_but(&self, facets: &[Facet]) -> Bitmap {
        self.both(|other| !facets.contains(&other))
    }

    fn both(&self, takes_part: impl Fn(Facet) -> bool) -> Bitmap {
        let facets = self.facets.iter().filter(|(facet, _)| takes_part(*facet)).map(|(_, rows)| rows);
        let start = || Bitmap::of(self.rows, |_| true);
        self.search.iter().chain(facets).cloned().reduce(|a, b| a.and(&b)).unwrap_or_else(start)
    }
}
