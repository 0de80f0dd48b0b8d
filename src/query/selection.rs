//! What the reader has filtered to, and how it is shown. Invariant: equal filters are equal values, because the values
//! of each facet are sorted and distinct.

use super::{Facet, FacetValue, YearRanges};
use crate::model::{Basis, Reach};

/// What charts measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Measure {
    /// People reached, as reported.
    #[default]
    People,
    /// The number of activities.
    Activities,
}

/// A column that the table can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortColumn {
    /// By date; undated records last in either direction.
    Date,
    /// By the name of the country.
    Country,
    /// By title.
    Title,
    /// By people reached; records without a number last in either direction.
    People,
    /// By the first goal; records without a goal last in either direction.
    Goal,
    /// By the publisher of the source.
    Source,
}

/// How the table is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    /// The column to sort by.
    pub key: SortColumn,
    /// Whether the largest, latest or last comes first.
    pub descending: bool,
}

impl Default for Sort {
    fn default() -> Self {
        Sort { key: SortColumn::Date, descending: true }
    }
}

/// Filters by nine facets, a text search, and how the result is shown. A record must match every filtered facet, by any
/// of the values chosen for it. A facet without chosen values is not filtered.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    /// The values chosen for each facet, in the order of [`Facet::ALL`], each list sorted. Years are in `years`
    /// instead.
    values: [Vec<FacetValue>; 9],
    years: YearRanges,
    search: String,
    /// Which bases of goals count.
    pub basis: Basis,
    /// What the charts measure.
    pub measure: Measure,
    /// How the table is sorted.
    pub sort: Sort,
}

impl Selection {
    fn values_of(&self, facet: Facet) -> &[FacetValue] {
        self.values.get(facet.index()).map_or(&[], Vec::as_slice)
    }

    /// The chosen years.
    pub fn years(&self) -> &YearRanges {
        &self.years
    }

    /// The words searched for, separated by single spaces.
    pub fn search(&self) -> &str {
        &self.search
    }

    /// Searches for these words; the amount of white space around and between them does not matter.
    pub fn set_search(&mut self, words: &str) {
        self.search = words.split_whitespace().collect::<Vec<_>>().join(" ");
    }

    /// Whether the facet has a filter.
    pub fn is_filtered(&self, facet: Facet) -> bool {
        match facet {
            Facet::Year => !self.years.is_empty(),
            _ => !self.values_of(facet).is_empty(),
        }
    }

    /// Whether any facet is filtered or words are searched for.
    pub fn is_narrowed(&self) -> bool {
        !self.search.is_empty() || Facet::ALL.into_iter().any(|facet| self.is_filtered(facet))
    }

    /// Whether the value is one of those chosen for the facet.
    pub fn contains(&self, facet: Facet, value: &FacetValue) -> bool {
        match (facet, value) {
            (Facet::Year, FacetValue::Number(year)) => self.years.contains(*year),
            (Facet::Year, _) => self.years.undated && *value == FacetValue::Unknown,
            _ => self.values_of(facet).binary_search(value).is_ok(),
        }
    }

    /// The values chosen for a facet, sorted. `data_years` are the first and last year of the data; they limit ranges
    /// of years with an open end.
    pub fn chosen(&self, facet: Facet, data_years: Option<(u16, u16)>) -> Vec<FacetValue> {
        match facet {
            Facet::Year => {
                let years = self.years.listed(data_years).map(FacetValue::Number);
                years.chain(self.years.undated.then_some(FacetValue::Unknown)).collect()
            }
            _ => self.values_of(facet).to_vec(),
        }
    }

    /// Whether a reach entry counts. Under an audience filter, only entries of the chosen audiences do.
    pub fn includes(&self, entry: &Reach) -> bool {
        !self.is_filtered(Facet::Audience) || self.contains(Facet::Audience, &FacetValue::audience_of(entry))
    }

    /// Adds a value to a facet's filter.
    pub fn insert(&mut self, facet: Facet, value: FacetValue) {
        match (facet, value) {
            (Facet::Year, FacetValue::Number(year)) => self.years.add(year, year),
            (Facet::Year, _) => self.years.undated = true,
            (_, value) => {
                let values = self.values.get_mut(facet.index());
                let position = values.as_ref().map(|values| values.binary_search(&value));
                if let (Some(values), Some(Err(position))) = (values, position) {
                    values.insert(position, value);
                }
            }
        }
    }

    /// Removes a value from a facet's filter.
    pub fn remove(&mut self, facet: Facet, value: &FacetValue) {
        match (facet, value) {
            (Facet::Year, FacetValue::Number(year)) => self.years.remove(*year),
            (Facet::Year, _) => self.years.undated = false,
            _ => {
                if let Some(values) = self.values.get_mut(facet.index()) {
                    values.retain(|chosen| chosen != value);
                }
            }
        }
    }

    /// Adds the value if it is not chosen, removes it if it is.
    pub fn toggle(&mut self, facet: Facet, value: FacetValue) {
        if self.contains(facet, &value) {
            self.remove(facet, &value);
        } else {
            self.insert(facet, value);
        }
    }

    /// Applies the pick of a pressed mark. A pick of one facet toggles its values. A pick of several facets, such as
    /// that of a matrix cell, chooses its values and no others in these facets; pressed again, it removes their
    /// filters.
    pub fn pick(&mut self, pick: &Selection) {
        let facets: Vec<Facet> = pick.filtered_facets().collect();
        if let [facet] = facets.as_slice() {
            pick.chosen(*facet, None).into_iter().for_each(|value| self.toggle(*facet, value));
        } else if self.narrowed(pick) == *self {
            facets.into_iter().for_each(|facet| self.clear(facet));
        } else {
            *self = self.narrowed(pick);
        }
    }

    /// The selection whose totals a mark shows: this one, but filtered as the pick of the mark says in the facets that
    /// the pick filters.
    pub fn narrowed(&self, pick: &Selection) -> Selection {
        let mut narrowed = self.clone();
        for facet in pick.filtered_facets() {
            narrowed.copy_filter(facet, pick);
        }
        narrowed
    }

    /// Filters a facet as another selection does.
    pub fn copy_filter(&mut self, facet: Facet, other: &Selection) {
        match facet {
            Facet::Year => self.years = other.years.clone(),
            _ => {
                if let (Some(values), Some(other_values)) =
                    (self.values.get_mut(facet.index()), other.values.get(facet.index()))
                {
                    values.clone_from(other_values);
                }
            }
        }
    }

    /// Whether a facet is filtered as in another selection.
    pub fn has_same_filter(&self, facet: Facet, other: &Selection) -> bool {
        match facet {
            Facet::Year => self.years == other.years,
            _ => self.values_of(facet) == other.values_of(facet),
        }
    }

    /// A selection that filters by one value of a facet and nothing else.
    pub fn with_value(facet: Facet, value: FacetValue) -> Self {
        let mut selection = Self::default();
        selection.insert(facet, value);
        selection
    }

    fn filtered_facets(&self) -> impl Iterator<Item = Facet> + '_ {
        Facet::ALL.into_iter().filter(|facet| self.is_filtered(*facet))
    }

    /// Adds the years between and including these two, in either order.
    pub fn add_years(&mut self, from: u16, to: u16) {
        self.years.add(from, to);
    }

    /// Chooses the years between and including these two, and no others.
    pub fn set_years(&mut self, from: u16, to: u16) {
        self.years = YearRanges::default();
        self.years.add(from, to);
    }

    /// Removes the filter of a facet.
    pub fn clear(&mut self, facet: Facet) {
        match facet {
            Facet::Year => self.years = YearRanges::default(),
            _ => {
                if let Some(values) = self.values.get_mut(facet.index()) {
                    values.clear();
                }
            }
        }
    }

    /// Removes all filters and the search; keeps how the result is shown.
    pub fn clear_all(&mut self) {
        *self = Selection { basis: self.basis, measure: self.measure, sort: self.sort, ..Self::default() };
    }
}
