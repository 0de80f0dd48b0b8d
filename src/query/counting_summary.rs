//! How a total comes about, as numbers of entries: for the notes under totals. Invariant: every entry that the
//! selection includes is in exactly one of the numbers, except for entries of project totals, which are in none.

use super::{EntryOutcome, Selection, Side, Totals, activity_amount, overlapped};
use crate::model::{Bound, DataSet, Reach};

/// How many entries add to the total of a selection in which way. Under an audience filter, only entries of the chosen
/// audiences are considered.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CountingSummary {
    /// Entries with an exact number.
    pub exact: usize,
    /// Entries with a lower bound.
    pub at_least: usize,
    /// Entries with a number given as about.
    pub about: usize,
    /// Entries with an upper bound; they add nothing to the lower figure.
    pub at_most: usize,
    /// Entries with only a word such as "hundreds"; they add 0 and leave the total open.
    pub magnitude_only: usize,
    /// Entries about people reached without a number or a word: left out.
    pub no_number: usize,
    /// Entries about people who are still to take part: left out, and summed separately.
    pub planned: usize,
    /// Audiences of online media: left out.
    pub online_media: usize,
    /// Entries that are neither reached nor planned: left out.
    pub no_status: usize,
    /// Entries with a number, of activities of which a larger one probably counts the same people: left out of the
    /// lower figure.
    pub overlap: usize,
    /// How many activities these are.
    pub overlap_activities: usize,
    /// How many people the lower figure would have more with them.
    pub overlap_people: u64,
}

impl CountingSummary {
    /// The summary of a selection. `totals` must be the totals of the same selection.
    pub fn of(data: &DataSet, selection: &Selection, totals: &Totals) -> Self {
        let mut summary = CountingSummary::default();
        let overlapped = overlapped(data, selection, totals, Side::Reached);
        for (row, activity) in totals.rows.iter().filter_map(|row| Some((row, data.activities.get(row)?))) {
            if activity.is_project_total() {
                continue;
            }
            let is_overlapped = overlapped.contains(&row);
            if is_overlapped {
                let low = activity_amount(activity, selection, Side::Reached).low;
                summary.overlap_activities += 1;
                summary.overlap_people = summary.overlap_people.saturating_add(low);
            }
            activity.reach.iter().filter(|entry| selection.includes(entry)).for_each(|entry| {
                *summary.number_for(entry, is_overlapped) += 1;
            });
        }
        summary
    }

    /// How many entries the lower figure is made of.
    pub fn counted(&self) -> usize {
        self.exact + self.at_least + self.about + self.at_most
    }

    /// How many entries add nothing to the lower figure, for whatever reason.
    pub fn left_out(&self) -> usize {
        self.overlap + self.magnitude_only + self.no_number + self.planned + self.online_media + self.no_status
    }

    fn number_for(&mut self, entry: &Reach, is_overlapped: bool) -> &mut usize {
        match EntryOutcome::of(entry) {
            EntryOutcome::OnlineMedia => &mut self.online_media,
            EntryOutcome::NoStatus => &mut self.no_status,
            EntryOutcome::Counted(Side::Planned)
            | EntryOutcome::MagnitudeOnly(Side::Planned)
            | EntryOutcome::NoNumber(Side::Planned) => &mut self.planned,
            EntryOutcome::MagnitudeOnly(Side::Reached) => &mut self.magnitude_only,
            EntryOutcome::NoNumber(Side::Reached) => &mut self.no_number,
            EntryOutcome::Counted(Side::Reached) if is_overlapped => &mut self.overlap,
            EntryOutcome::Counted(Side::Reached) => match &entry.bound {
                Some(Bound::AtLeast) => &mut self.at_least,
                Some(Bound::About) => &mut self.about,
                Some(Bound::AtMost) => &mut self.at_most,
                _ => &mut self.exact,
            },
        }
    }
}
