//! The sum of the amounts of activities, as it is shown. Invariant: the qualifier is the first that is true.

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

/// The parts of a sum, which are wide enough for any data set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct WideSum {
    /// The lower figure.
    pub low: u128,
    /// The upper figure, if nothing is open.
    pub high: u128,
    /// How many activities give a number.
    pub counted: u64,
    /// How many have no upper bound.
    pub open: u64,
    /// How many give a number as about.
    pub about: u64,
}

impl WideSum {
    /// Adds the amount of a row of this weight; without its lower figure where that is added elsewhere.
    pub(super) fn add(&mut self, amount: &Amount, weight: u64, with_low: bool) {
        if with_low {
            self.low += u128::from(amount.low) * u128::from(weight);
        }
        self.high += u128::from(amount.high) * u128::from(weight);
        self.counted += u64::from(amount.counted) * weight;
        self.open += u64::from(amount.open) * weight;
        self.about += u64::from(amount.about) * weight;
    }
}

impl Tally {
    /// The tally of a sum of so many activities. Figures end at 2^64 - 1, two thousand times the largest count.
    pub(super) fn of_sum(sum: &WideSum, activities: u64) -> Self {
        let figure = |sum: u128| u64::try_from(sum).unwrap_or(u64::MAX);
        let amount = Amount {
            low: figure(sum.low),
            high: figure(sum.high),
            open: sum.open > 0,
            about: sum.about > 0,
            counted: sum.counted > 0,
        };
        Self::of(&amount, sum.counted as usize, activities.saturating_sub(sum.counted) as usize)
    }

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
