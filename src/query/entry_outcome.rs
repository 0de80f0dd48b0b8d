//! What becomes of each reach entry in a total, one by one: the total's own account of itself.
//!
//! Invariant: every entry has exactly one standing, and it follows from the same [`Amount`] that is summed.

use std::collections::{BTreeMap, BTreeSet};

use super::{Amount, Selection, Side, Totals};
use crate::model::{Activity, DataSet, Mode, Reach, Status};

/// What becomes of a reach entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryOutcome {
    /// It gives a number that is summed on its side.
    Counted(Side),
    /// It gives only a word: it adds 0 to its side and leaves the total open.
    InWords(Side),
    /// It gives neither number nor word.
    NoNumber(Side),
    /// An online audience: no count of participants.
    OnlineMedia,
    /// Whether people took part is not stated.
    NoStatus,
}

impl EntryOutcome {
    /// The standing of an entry of an activity. A record that adds up a whole project is left out as a whole.
    pub fn of(entry: &Reach) -> Self {
        if entry.mode == Some(Mode::OnlineMedia) {
            return Self::OnlineMedia;
        }
        let side = match entry.status {
            Some(Status::Reached) => Side::Reached,
            Some(Status::Planned) => Side::Planned,
            _ => return Self::NoStatus,
        };
        match Amount::of(entry) {
            Some((_, amount)) if amount.counted => Self::Counted(side),
            Some(_) => Self::InWords(side),
            None => Self::NoNumber(side),
        }
    }
}

/// What the entries of an activity add up to on one side, under the audience filter.
pub fn activity_amount(activity: &Activity, selection: &Selection, side: Side) -> Amount {
    let mut sum = Amount::default();
    for entry in activity.reach.iter().filter(|entry| selection.takes(entry)) {
        if let Some((_, amount)) = Amount::of(entry).filter(|(of, _)| *of == side) {
            sum.add(&amount);
        }
    }
    sum
}

/// The records that add nothing to the lower figure, because another of the same overlap is at least as large. Of equal
/// ones the first counts.
pub fn overlapped(data: &DataSet, selection: &Selection, totals: &Totals, side: Side) -> BTreeSet<usize> {
    let mut largest: BTreeMap<&str, (usize, u64)> = BTreeMap::new();
    let mut left_out = BTreeSet::new();
    for row in &totals.records {
        let Some(activity) = data.activities.get(*row).filter(|activity| !activity.is_project_total()) else {
            continue;
        };
        let low = activity_amount(activity, selection, side).low;
        let Some(slug) = activity.overlap.as_deref().filter(|_| low > 0) else { continue };
        match largest.get_mut(slug) {
            Some((_, most)) if *most >= low => drop(left_out.insert(*row)),
            Some(first) => {
                left_out.insert(first.0);
                *first = (*row, low);
            }
            None => drop(largest.insert(slug, (*row, low))),
        }
    }
    left_out
}
