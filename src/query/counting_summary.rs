//! What a total is made of: the note that opens from every number.

use super::{Amount, Selection, Side, Totals};
use crate::model::{Bound, DataSet, Mode, Reach, Status, Text};

/// How a selection's total comes about, entry by entry. Entries of audiences that are not chosen are not looked at.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CountingSummary {
    /// Entries with an exact number.
    pub exact: usize,
    /// Entries with a lower bound.
    pub at_least: usize,
    /// Entries with a number given as about.
    pub about: usize,
    /// Entries with an upper bound; they add nothing to the low total.
    pub at_most: usize,
    /// Entries with only a word such as "hundreds"; they add 0 and make the total open.
    pub words_only: usize,
    /// Reached groups for which neither number nor word is given: left out.
    pub no_number: usize,
    /// Entries about people who are still to take part: left out, and summed apart.
    pub planned: usize,
    /// Online audiences: left out.
    pub online_media: usize,
    /// Entries that are neither reached nor planned: left out.
    pub no_status: usize,
    /// Records that add up a whole project: left out.
    pub project_totals: usize,
    /// People left out of the low total because overlapping activities probably count them already.
    pub overlap: u64,
    /// How many activities those overlaps are about.
    pub overlapping: usize,
}

impl CountingSummary {
    /// The account of a selection. `totals` must be that selection's.
    pub fn of(data: &DataSet, selection: &Selection, totals: &Totals) -> Self {
        let mut account = CountingSummary::default();
        let mut overlaps: Vec<Overlap> = Vec::new();
        for activity in totals.records.iter().filter_map(|row| data.activities.get(*row)) {
            if activity.is_project_total() {
                account.project_totals += 1;
                continue;
            }
            let mut low = 0_u64;
            for entry in activity.reach.iter().filter(|entry| selection.takes(entry)) {
                account.add(entry);
                if let Some((Side::Reached, amount)) = Amount::of(entry) {
                    low = low.saturating_add(amount.low);
                }
            }
            if let Some(slug) = activity.overlap.as_ref().filter(|_| low > 0) {
                match overlaps.iter_mut().find(|overlap| overlap.slug == slug) {
                    Some(overlap) => overlap.add(low),
                    None => overlaps.push(Overlap { slug, activities: 1, sum: low, largest: low }),
                }
            }
        }
        for overlap in overlaps.iter().filter(|overlap| overlap.activities > 1) {
            account.overlapping += overlap.activities;
            account.overlap = account.overlap.saturating_add(overlap.sum - overlap.largest);
        }
        account
    }

    fn add(&mut self, entry: &Reach) {
        let place = match (&entry.status, &entry.mode, entry.count, &entry.bound) {
            (_, Some(Mode::OnlineMedia), ..) => &mut self.online_media,
            (Some(Status::Planned), ..) => &mut self.planned,
            (None | Some(Status::Other(_)), ..) => &mut self.no_status,
            (_, _, None, _) if entry.magnitude.is_some() => &mut self.words_only,
            (_, _, None, _) => &mut self.no_number,
            (_, _, _, Some(Bound::AtLeast)) => &mut self.at_least,
            (_, _, _, Some(Bound::About)) => &mut self.about,
            (_, _, _, Some(Bound::AtMost)) => &mut self.at_most,
            _ => &mut self.exact,
        };
        *place += 1;
    }
}

/// Activities that share an overlap and have a number.
struct Overlap<'a> {
    slug: &'a Text,
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
