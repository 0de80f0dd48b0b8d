//! The sum of many activities' amounts, with overlaps counted once.

use serde::Serialize;

use super::Amount;

/// What a total says about the true number, the first of these that holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Qualifier {
    /// Some number is a lower bound, or only a word.
    AtLeast,
    /// Nothing is counted.
    None,
    /// Between the low and the high number.
    Range,
    /// Some number is given as about.
    About,
    /// The number itself.
    Exact,
}

/// How many people, as reported: a person who took part twice is counted twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// At least so many: of activities that share an overlap only the largest counts.
    pub low: u64,
    /// At most so many: the sum of all; `None` when open.
    pub high: Option<u64>,
    /// What the two say about the true number.
    pub qualifier: Qualifier,
    /// Activities with a number.
    pub counted: usize,
    /// Activities without one.
    pub uncounted: usize,
}

/// Adds up amounts activity by activity. Keeps its memory of overlap groups between sums, so that a sum costs
/// nothing per group that it does not meet.
pub(super) struct TallyAdder<'a> {
    groups: &'a [u32],
    largest: Vec<u64>,
    met: Vec<u32>,
}

impl<'a> TallyAdder<'a> {
    /// `groups` gives each row's overlap group, 0 for none; the highest is `last`.
    pub(super) fn new(groups: &'a [u32], last: u32) -> Self {
        Self { groups, largest: vec![0; last as usize + 1], met: Vec::new() }
    }

    /// The tally of these rows' amounts, of `activities` in all: those that give no amount are uncounted.
    pub(super) fn sum<'b>(&mut self, amounts: impl Iterator<Item = (usize, &'b Amount)>, activities: usize) -> Tally {
        let mut sum = Amount::default();
        let mut counted = 0;
        for (row, amount) in amounts {
            counted += usize::from(amount.counted);
            match self.groups.get(row) {
                None | Some(0) => sum.add(amount),
                Some(&group) => {
                    sum.add(&Amount { low: 0, ..*amount });
                    if let Some(largest) = self.largest.get_mut(group as usize) {
                        *largest = amount.low.max(*largest);
                        self.met.push(group);
                    }
                }
            }
        }
        for group in self.met.drain(..) {
            if let Some(largest) = self.largest.get_mut(group as usize) {
                sum.low = sum.low.saturating_add(std::mem::take(largest));
            }
        }
        Tally::of(&sum, counted, activities - counted)
    }
}

impl Tally {
    /// The tally of a single activity.
    pub fn of_activity(amount: &Amount) -> Self {
        Self::of(amount, usize::from(amount.counted), usize::from(!amount.counted))
    }

    /// What tallies add up to, one beside the other: bars laid end to end, whoever is counted in several of them.
    pub fn sum<'a>(tallies: impl Iterator<Item = &'a Tally>) -> Self {
        let mut sum = Amount::default();
        let (mut counted, mut uncounted) = (0, 0);
        for tally in tallies {
            sum.add(&Amount {
                low: tally.low,
                high: tally.high.unwrap_or(tally.low),
                open: tally.high.is_none(),
                about: tally.qualifier == Qualifier::About,
                counted: tally.counted > 0,
            });
            counted += tally.counted;
            uncounted += tally.uncounted;
        }
        Self::of(&sum, counted, uncounted)
    }

    fn of(sum: &Amount, counted: usize, uncounted: usize) -> Self {
        let qualifier = if sum.open {
            Qualifier::AtLeast
        } else if counted == 0 {
            Qualifier::None
        } else if sum.low < sum.high {
            Qualifier::Range
        } else if sum.about {
            Qualifier::About
        } else {
            Qualifier::Exact
        };
        Self { low: sum.low, high: (!sum.open).then_some(sum.high), qualifier, counted, uncounted }
    }
}
