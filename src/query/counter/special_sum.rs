//! What special rows and overlaps add to one value. Invariant: a change that is taken away leaves nothing behind.

use crate::query::tally::WideSum;

/// The sums of special rows and overlaps for one value.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(in crate::query) struct SpecialSum {
    /// People reached and people planned.
    pub sides: [WideSum; 2],
    /// How many people reached the lower figure would have more without overlaps.
    pub overlapped: u128,
}

impl SpecialSum {
    /// Adds a change, or takes it away. The numbers wrap around in between.
    pub(super) fn change(&mut self, other: &SpecialSum, enters: bool) {
        let wide = |sum: &mut u128, part: u128| {
            *sum = if enters { sum.wrapping_add(part) } else { sum.wrapping_sub(part) };
        };
        let narrow = |sum: &mut u64, part: u64| {
            *sum = if enters { sum.wrapping_add(part) } else { sum.wrapping_sub(part) };
        };
        for (sum, part) in self.sides.iter_mut().zip(&other.sides) {
            wide(&mut sum.low, part.low);
            wide(&mut sum.high, part.high);
            narrow(&mut sum.counted, part.counted);
            narrow(&mut sum.open, part.open);
            narrow(&mut sum.about, part.about);
        }
        wide(&mut self.overlapped, other.overlapped);
    }
}
