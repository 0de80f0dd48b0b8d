//! How a total comes about, as numbers of entries: for the notes under totals. Invariant: every entry that the
//! selection includes is in exactly one of the numbers, except for entries of project totals, which are in none.

use super::{Amount, Selection, Side, Totals};
use crate::model::{Bound, DataSet, Mode, Reach, Status, Text};

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
    /// Records that add up a whole project: left out.
    pub project_totals: usize,
    /// People left out of the lower figure because overlapping activities probably count them already.
    pub overlap: u64,
    /// How many activities belong to those overlaps.
    pub overlapping: usize,
}

impl CountingSummary {
    /// The summary of a selection. `totals` must be the totals of the same selection.
    pub fn of(data: &DataSet, selection: &Selection, totals: &Totals) -> Self {
        let mut summary = CountingSummary::default();
        let mut overlaps: Vec<Overlap> = Vec::new();
        for activity in totals.rows.iter().filter_map(|row| data.activities.get(*row)) {
            if activity.is_project_total() {
                summary.project_totals += 1;
                continue;
            }
            let mut low = 0_u64;
            for entry in activity.reach.iter().filter(|entry| selection.includes(entry)) {
                summary.add(entry);
                if let Some((Side::Reached, amount)) = Amount::of(entry) {
                    low = low.saturating_add(amount.low);
                }
            }
            if let Some(name) = activity.overlap.as_ref().filter(|_| low > 0) {
                match overlaps.iter_mut().find(|overlap| overlap.name == name) {
                    Some(overlap) => overlap.add(low),
                    None => overlaps.push(Overlap { name, activities: 1, sum: low, largest: low }),
                }
            }
        }
        for overlap in overlaps.iter().filter(|overlap| overlap.activities > 1) {
            summary.overlapping += overlap.activities;
            summary.overlap = summary.overlap.saturating_add(overlap.sum - overlap.largest);
        }
        summary
    }

    fn add(&mut self, entry: &Reach) {
        let counter = match (&entry.status, &entry.mode, entry.count, &entry.bound) {
            (_, Some(Mode::OnlineMedia), ..) => &mut self.online_media,
            (Some(Status::Planned), ..) => &mut self.planned,
            (None | Some(Status::Other(_)), ..) => &mut self.no_status,
            (_, _, None, _) if entry.magnitude.is_some() => &mut self.magnitude_only,
            (_, _, None, _) => &mut self.no_number,
            (_, _, _, Some(Bound::AtLeast)) => &mut self.at_least,
            (_, _, _, Some(Bound::About)) => &mut self.about,
            (_, _, _, Some(Bound::AtMost)) => &mut self.at_most,
            _ => &mut self.exact,
        };
        *counter += 1;
    }
}

/// The activities of an overlap that have a lower figure above 0.
struct Overlap<'a> {
    name: &'a Text,
    activities: usize,
    sum: u64,
    largest: u64,
}

impl Overlap<'_> {
    fn add(&mut self, low: u64) {
        self.activities += 1;
        self.sum = self.sum.saturating_add(low);
        self.largest = self.largest.max(low);
    }
}
