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

impl Tally {
    /// The tally of a single activity.
    pub fn of_activity(amount: &Amount) -> Self {
        Self::of(amount, amount.counted.into(), 1)
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
        Self::of(&sum, counted as u64, (counted + uncounted) as u64)
    }

    /// The tally of a sum of amounts: how many of so many activities give a number.
    pub(super) fn of(sum: &Amount, counted: u64, activities: u64) -> Self {
        let (counted, uncounted) = (counted as usize, activities.saturating_sub(counted) as usize);
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
