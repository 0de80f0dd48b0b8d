//! The sum of the amounts of activities. Invariant: of activities that share an overlap, only the largest adds to the
//! lower figure; all add to the upper.

use serde::Serialize;

use super::Amount;

/// What a total says about the true number: the first of these that is true.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Qualifier {
    /// At least one number is a lower bound, or only a word.
    AtLeast,
    /// Nothing is counted.
    None,
    /// The true number is between the lower and the upper figure.
    Range,
    /// At least one number is given as about.
    About,
    /// The number itself.
    Exact,
}

/// How many people, as reported: a person who took part twice is counted twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// The lower figure: of activities that share an overlap, only the largest counts.
    pub low: u64,
    /// The upper figure, the sum of all; `None` if the total is open.
    pub high: Option<u64>,
    /// What the two figures say about the true number.
    pub qualifier: Qualifier,
    /// How many activities give a number.
    pub counted: usize,
    /// How many activities give none.
    pub uncounted: usize,
}

/// Sums amounts activity by activity. Keeps its buffer for overlaps between sums: a sum costs time only for the
/// overlaps that occur in it.
pub(super) struct TallyAdder<'a> {
    overlaps: &'a [u32],
    /// The largest lower figure of each overlap in the current sum; 0 between sums.
    largest: Vec<u64>,
    /// The overlaps that occur in the current sum.
    overlaps_in_sum: Vec<u32>,
}

impl<'a> TallyAdder<'a> {
    /// `overlaps` has the overlap of each row, 0 for none; the highest is `last`.
    pub(super) fn new(overlaps: &'a [u32], last: u32) -> Self {
        Self { overlaps, largest: vec![0; last as usize + 1], overlaps_in_sum: Vec::new() }
    }

    /// The tally of these rows, each with its amount. `activities` is how many there are in all: those that give no
    /// number are uncounted.
    pub(super) fn sum<'b>(&mut self, amounts: impl Iterator<Item = (usize, &'b Amount)>, activities: usize) -> Tally {
        let mut sum = Amount::default();
        let mut counted = 0;
        for (row, amount) in amounts {
            counted += usize::from(amount.counted);
            match self.overlaps.get(row) {
                None | Some(0) => sum.add(amount),
                Some(&overlap) => {
                    sum.add(&Amount { low: 0, ..*amount });
                    if let Some(largest) = self.largest.get_mut(overlap as usize) {
                        *largest = amount.low.max(*largest);
                        self.overlaps_in_sum.push(overlap);
                    }
                }
            }
        }
        for overlap in self.overlaps_in_sum.drain(..) {
            if let Some(largest) = self.largest.get_mut(overlap as usize) {
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

    /// The sum of tallies, like bars laid end to end: people who are counted in several of them count several times.
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
