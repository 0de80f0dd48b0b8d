//! The numbers of women and men that reports give.
//!
//! Invariant: a number of 1 to 9 people of one sex is never shown with a place, because it could identify someone.
//! Neither is the number of the other sex, from which it could be worked out.

use super::{EntryOutcome, Facet, Selection, Totals};
use crate::model::{Activity, DataSet, Reach};

/// Numbers of people that could identify someone.
const SMALL: std::ops::Range<u64> = 1..10;

/// What may be shown of the women and men of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WomenAndMen {
    /// The report gives neither number.
    Empty,
    /// One of the numbers is too small to be shown with a place.
    Withheld,
    /// The numbers that the report gives.
    Given {
        /// How many women.
        women: Option<u64>,
        /// How many men.
        men: Option<u64>,
    },
}

impl WomenAndMen {
    /// The numbers of an entry as they may be shown with this selection.
    pub fn of(entry: &Reach, activity: &Activity, selection: &Selection) -> Self {
        let (women, men) = (entry.women.map(|n| n.get()), entry.men.map(|n| n.get()));
        let has_place = !activity.countries.is_empty() || !activity.places.is_empty();
        let is_located = has_place || selection.is_filtered(Facet::Country);
        match [women, men].into_iter().flatten().collect::<Vec<_>>().as_slice() {
            [] => Self::Empty,
            given if is_located && given.iter().any(|n| SMALL.contains(n)) => Self::Withheld,
            _ => Self::Given { women, men },
        }
    }
}

/// The women and men of a selection, as far as its counts give them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct WomenAndMenTotal {
    /// How many entries count people reached.
    pub counts: usize,
    /// How many of these entries give the number of women or of men.
    pub given: usize,
    /// The sum of women.
    pub women: u64,
    /// The sum of men.
    pub men: u64,
}

impl WomenAndMenTotal {
    /// The sums of a selection. `totals` must be the totals of the same selection.
    pub fn of(data: &DataSet, selection: &Selection, totals: &Totals) -> Self {
        let mut sums = Self::default();
        let records = totals.rows.iter().filter_map(|row| data.activities.get(row));
        for activity in records.filter(|activity| !activity.is_project_total()) {
            for entry in activity.reach.iter().filter(|entry| selection.includes(entry)) {
                if EntryOutcome::of(entry) != EntryOutcome::Counted(super::Side::Reached) {
                    continue;
                }
                sums.counts += 1;
                sums.given += usize::from(entry.women.or(entry.men).is_some());
                sums.women = sums.women.saturating_add(entry.women.map_or(0, |n| n.get()));
                sums.men = sums.men.saturating_add(entry.men.map_or(0, |n| n.get()));
            }
        }
        sums
    }

    /// Whether one of the sums is too small to be shown: a small sum may come from a single place.
    pub fn is_withheld(&self) -> bool {
        [self.women, self.men].iter().any(|n| SMALL.contains(n))
    }
}
