//! What becomes of each reach entry in a total, for breakdowns.
//!
//! Invariant: every entry has exactly one outcome, and it follows from the same [`Amount`] that is summed.

use std::collections::{BTreeMap, BTreeSet};

use super::{Amount, Selection, Side, Totals};
use crate::model::{Activity, DataSet, Mode, Reach, Status};

/// What becomes of a reach entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryOutcome {
    /// It gives a number, which is summed on its side.
    Counted(Side),
    /// It gives only a word, which adds 0 to its side and leaves the total open.
    MagnitudeOnly(Side),
    /// It gives neither a number nor a word.
    NoNumber(Side),
    /// The audience of online media, not a count of participants.
    OnlineMedia,
    /// Whether people took part is not stated.
    NoStatus,
}

impl EntryOutcome {
    /// The outcome for an entry of an activity. Records that add up a whole project are left out of totals, whatever
    /// the outcome for their entries.
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
            Some(_) => Self::MagnitudeOnly(side),
            None => Self::NoNumber(side),
        }
    }
}

/// The sum of the entries of an activity on one side, under the audience filter of the selection.
pub fn activity_amount(activity: &Activity, selection: &Selection, side: Side) -> Amount {
    let mut sum = Amount::default();
    for entry in activity.reach.iter().filter(|entry| selection.includes(entry)) {
        if let Some((_, amount)) = Amount::of(entry).filter(|(entry_side, _)| *entry_side == side) {
            sum.add(&amount);
        }
    }
    sum
}

/// The rows of the records that add nothing to the lower figure, because another record of the same overlap is at least
/// as large. Of equal ones the first counts.
pub fn overlapped(data: &DataSet, selection: &Selection, totals: &Totals, side: Side) -> BTreeSet<usize> {
    let mut largest: BTreeMap<&str, (usize, u64)> = BTreeMap::new();
    let mut left_out = BTreeSet::new();
    for row in totals.rows.iter() {
        let Some(activity) = data.activities.get(row).filter(|activity| !activity.is_project_total()) else {
            continue;
        };
        let low = activity_amount(activity, selection, side).low;
        let Some(overlap) = activity.overlap.as_deref().filter(|_| low > 0) else { continue };
        match largest.get_mut(overlap) {
            Some((_, largest_low)) if *largest_low >= low => drop(left_out.insert(row)),
            Some(smaller) => {
                left_out.insert(smaller.0);
                *smaller = (row, low);
            }
            None => drop(largest.insert(overlap, (row, low))),
        }
    }
    left_out
}
