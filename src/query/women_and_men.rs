//! Women and men, where reports give them.
//!
//! Invariant: a part of 1 to 9 people of one sex is never shown with a place, and neither is the other part, from which
//! it could be worked out.

use super::{EntryOutcome, Facet, Selection, Totals};
use crate::model::{Activity, DataSet, Reach};

/// Parts of 1 to 9 people could tell who they were.
const FEW: std::ops::Range<u64> = 1..10;

/// What may be said of the women and men of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WomenAndMen {
    /// The report gives neither.
    Empty,
    /// One of them is too small to be given with a place.
    Withheld,
    /// What the report gives.
    Given {
        /// How many women.
        women: Option<u64>,
        /// How many men.
        men: Option<u64>,
    },
}

impl WomenAndMen {
    /// The parts of an entry as they may be shown in a view.
    pub fn of(entry: &Reach, activity: &Activity, selection: &Selection) -> Self {
        let (women, men) = (entry.women.map(|n| n.get()), entry.men.map(|n| n.get()));
        let has_place = !activity.countries.is_empty() || !activity.places.is_empty();
        let placed = has_place || selection.is_filtered(Facet::Country);
        match [women, men].into_iter().flatten().collect::<Vec<_>>().as_slice() {
            [] => Self::Empty,
            given if placed && given.iter().any(|n| FEW.contains(n)) => Self::Withheld,
            _ => Self::Given { women, men },
        }
    }
}

/// Women and men of a view, as far as its counts give them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct WomenAndMenTotal {
    /// How many counts of people reached there are.
    pub counts: usize,
    /// How many of them give women or men.
    pub given: usize,
    /// How many women they give.
    pub women: u64,
    /// How many men.
    pub men: u64,
}

impl WomenAndMenTotal {
    /// The coverage of a selection. `totals` must be that selection's.
    pub fn of(data: &DataSet, selection: &Selection, totals: &Totals) -> Self {
        let mut coverage = Self::default();
        let records = totals.records.iter().filter_map(|row| data.activities.get(*row));
        for activity in records.filter(|activity| !activity.is_project_total()) {
            for entry in activity.reach.iter().filter(|entry| selection.takes(entry)) {
                if EntryOutcome::of(entry) != EntryOutcome::Counted(super::Side::Reached) {
                    continue;
                }
                coverage.counts += 1;
                coverage.given += usize::from(entry.women.or(entry.men).is_some());
                coverage.women = coverage.women.saturating_add(entry.women.map_or(0, |n| n.get()));
                coverage.men = coverage.men.saturating_add(entry.men.map_or(0, |n| n.get()));
            }
        }
        coverage
    }

    /// Whether a part is too small to be shown: a sum of few may be of one place only.
    pub fn is_withheld(&self) -> bool {
        [self.women, self.men].iter().any(|n| FEW.contains(n))
    }
}
