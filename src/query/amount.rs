//! What one reach entry, or all entries of one activity, add to a total. Invariant: the entry decides. Its bound
//! becomes the bounds of the amount, a word such as "hundreds" adds 0 and leaves the amount open, and planned people
//! are never added to reached people.

use crate::model::{Bound, Mode, Reach, Status};

/// Which of the two totals an entry adds to. They are never added to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// People who took part.
    Reached,
    /// People who are to take part.
    Planned,
}

/// The lower and upper end of a number of people, and how certain they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Amount {
    /// The lower end.
    pub low: u64,
    /// The upper end, if the amount is not open.
    pub high: u64,
    /// The number has no upper bound.
    pub open: bool,
    /// One of the numbers is given as about.
    pub about: bool,
    /// At least one entry gives a number.
    pub counted: bool,
}

impl Amount {
    /// What an entry adds, and to which total. `None` for the audience of online media, for an entry that is neither
    /// reached nor planned, and for one that gives neither a number nor a word.
    pub fn of(entry: &Reach) -> Option<(Side, Amount)> {
        let side = match entry.status {
            Some(Status::Reached) => Side::Reached,
            Some(Status::Planned) => Side::Planned,
            _ => return None,
        };
        if entry.mode == Some(Mode::OnlineMedia) {
            return None;
        }
        let amount = match (entry.count, &entry.magnitude) {
            (Some(count), _) => {
                let exact = Amount { low: count.get(), high: count.get(), counted: true, ..Self::default() };
                match entry.bound {
                    Some(Bound::AtLeast) => Amount { open: true, ..exact },
                    Some(Bound::About) => Amount { about: true, ..exact },
                    Some(Bound::AtMost) => Amount { low: 0, ..exact },
                    Some(Bound::Exact | Bound::Other(_)) | None => exact,
                }
            }
            (None, Some(_)) => Amount { open: true, ..Self::default() },
            (None, None) => return None,
        };
        Some((side, amount))
    }

    /// Adds the amount of a row of this weight; without its lower figure where that is added elsewhere.
    pub(super) fn add_weighted(&mut self, other: &Amount, weight: u64, with_low: bool) {
        let low = if with_low { other.low.saturating_mul(weight) } else { 0 };
        self.add(&Amount { low, high: other.high.saturating_mul(weight), ..*other });
    }

    /// Adds another amount. Sums saturate at 2^64 - 1, two thousand times the largest count.
    pub fn add(&mut self, other: &Amount) {
        self.low = self.low.saturating_add(other.low);
        self.high = self.high.saturating_add(other.high);
        self.open |= other.open;
        self.about |= other.about;
        self.counted |= other.counted;
    }
}
