//! What the reader has filtered to, and how it is shown.

use super::{Facet, FacetValue, YearRanges};
use crate::model::{Basis, Reach};

/// What the numbers of charts measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Measure {
    /// People reached, as reported.
    #[default]
    People,
    /// How many activities.
    Activities,
}

/// A column that the table can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortColumn {
    /// When it took place; the undated last in either direction.
    Date,
    /// By the country's name.
    Country,
    /// By title.
    Title,
    /// By people reached; those without a number last in either direction.
    People,
    /// By the first goal; those without one last in either direction.
    Goal,
    /// By who published the page.
    Source,
}

/// How the table is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    /// By what.
    pub key: SortColumn,
    /// The largest, latest or last first.
    pub descending: bool,
}

impl Default for Sort {
    fn default() -> Self {
        Sort { key: SortColumn::Date, descending: true }
    }
}

/// A selection: filters of nine facets, a text search, and how the result is shown. Several values of a facet are
/// alternatives; facets are conditions that hold together. A facet without values is not filtered.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    /// By facet, in their order, each list sorted; the years are apart.
    values: [Vec<FacetValue>; 9],
    years: YearRanges,
    search: String,
    /// Which bases of goals are taken together.
    pub basis: Basis,
    /// What the charts measure.
    pub measure: Measure,
    /// How the table is sorted.
    pub sort: Sort,
}

impl Selection {
    fn of(&self, facet: Facet) -> &[FacetValue] {
        self.values.get(facet.index()).map_or(&[], Vec::as_slice)
    }

    /// The chosen years.
    pub fn years(&self) -> &YearRanges {
        &self.years
    }

    /// The words searched for, apart by single spaces.
    pub fn search(&self) -> &str {
        &self.search
    }

    /// Searches for these words; white space around and between them does not matter.
    pub fn set_search(&mut self, words: &str) {
        self.search = words.split_whitespace().collect::<Vec<_>>().join(" ");
    }

    /// Whether the facet has a filter.
    pub fn is_filtered(&self, facet: Facet) -> bool {
        match facet {
            Facet::Year => !self.years.is_empty(),
            _ => !self.of(facet).is_empty(),
        }
    }

    /// Whether anything is filtered, by facet or by words.
    pub fn is_narrowed(&self) -> bool {
        !self.search.is_empty() || Facet::ALL.into_iter().any(|facet| self.is_filtered(facet))
    }

    /// Whether the value is one of those chosen for the facet.
    pub fn contains(&self, facet: Facet, value: &FacetValue) -> bool {
        match (facet, value) {
            (Facet::Year, FacetValue::Number(year)) => self.years.contains(*year),
            (Facet::Year, _) => self.years.undated && *value == FacetValue::Unknown,
            _ => self.of(facet).binary_search(value).is_ok(),
        }
    }

    /// The chosen values of a facet, sorted. `data_years` are the first and last year of the data, for listing
    /// ranges with an open side.
    pub fn chosen(&self, facet: Facet, data_years: Option<(u16, u16)>) -> Vec<FacetValue> {
        match facet {
            Facet::Year => {
                let years = self.years.listed(data_years).map(FacetValue::Number);
                years.chain(self.years.undated.then_some(FacetValue::Unknown)).collect()
            }
            _ => self.of(facet).to_vec(),
        }
    }

    /// Whether a reach entry counts: under an audience filter only those of the chosen audiences do.
    pub fn takes(&self, entry: &Reach) -> bool {
        !self.is_filtered(Facet::Audience) || self.contains(Facet::Audience, &FacetValue::audience_of(entry))
    }

    /// Adds a value to a facet's filter.
    pub fn insert(&mut self, facet: Facet, value: FacetValue) {
        match (facet, value) {
            (Facet::Year, FacetValue::Number(year)) => self.years.add(year, year),
            (Facet::Year, _) => self.years.undated = true,
            (_, value) => {
                let values = self.values.get_mut(facet.index());
                let place = values.as_ref().map(|values| values.binary_search(&value));
                if let (Some(values), Some(Err(place))) = (values, place) {
                    values.insert(place, value);
                }
            }
        }
    }

    /// Takes a value out of a facet's filter.
    pub fn remove(&mut self, facet: Facet, value: &FacetValue) {
        match (facet, value) {
            (Facet::Year, FacetValue::Number(year)) => self.years.remove(*year),
            (Facet::Year, _) => self.years.undated = false,
            _ => {
                if let Some(values) = self.values.get_mut(facet.index()) {
                    values.retain(|known| known != value);
                }
            }
        }
    }

    /// Adds the value if it is not chosen, takes it out if it is.
    pub fn toggle(&mut self, facet: Facet, value: FacetValue) {
        if self.contains(facet, &value) {
            self.remove(facet, &value);
        } else {
            self.insert(facet, value);
        }
    }

    /// What a mark of a chart does when it is pressed. A mark that stands for a value of one facet adds it or takes it
    /// out. One that stands for several facets at once chooses just its values; pressed again, it takes their filters
    /// away.
    pub fn pick(&mut self, mark: &Selection) {
        let facets: Vec<Facet> = mark.filtered().collect();
        if let [facet] = facets.as_slice() {
            mark.chosen(*facet, None).into_iter().for_each(|value| self.toggle(*facet, value));
        } else if self.narrowed(mark) == *self {
            facets.into_iter().for_each(|facet| self.clear(facet));
        } else {
            *self = self.narrowed(mark);
        }
    }

    /// The view that a mark of a chart stands for: the facets that the mark filters are filtered so, the others stay.
    pub fn narrowed(&self, mark: &Selection) -> Selection {
        let mut narrowed = self.clone();
        for facet in mark.filtered() {
            narrowed.copy(facet, mark);
        }
        narrowed
    }

    /// Filters a facet as another selection does.
    pub fn copy(&mut self, facet: Facet, other: &Selection) {
        match facet {
            Facet::Year => self.years = other.years.clone(),
            _ => {
                if let (Some(values), Some(theirs)) =
                    (self.values.get_mut(facet.index()), other.values.get(facet.index()))
                {
                    values.clone_from(theirs);
                }
            }
        }
    }

    /// The selection of one value of a facet and nothing else.
    pub fn with_value(facet: Facet, value: FacetValue) -> Self {
        let mut selection = Self::default();
        selection.insert(facet, value);
        selection
    }

    fn filtered(&self) -> impl Iterator<Item = Facet> + '_ {
        Facet::ALL.into_iter().filter(|facet| self.is_filtered(*facet))
    }

    /// Adds the years from one to the other, whichever comes first.
    pub fn add_years(&mut self, from: u16, to: u16) {
        self.years.add(from, to);
    }

    /// Chooses the years from one to the other, and no others.
    pub fn set_years(&mut self, from: u16, to: u16) {
        self.years = YearRanges::default();
        self.years.add(from, to);
    }

    /// Takes the facet's filter away.
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

    /// Takes all filters and the search away; how the result is shown stays.
    pub fn clear_all(&mut self) {
        *self = Selection { basis: self.basis, measure: self.measure, sort: self.sort, ..Self::default() };
    }
}
