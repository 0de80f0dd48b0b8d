//! Scales, which turn numbers into lengths. Invariant: the end is at least 1 and finite, because a share must not be
//! NaN or infinite (an axis of plotters over such a range panics or never returns).

/// How far the gap of marks beyond the axis is from the end of the axis, as a share of the whole length.
const GAP_DISTANCE: f64 = 0.08;

/// A linear scale from 0 to a round number. Larger numbers are beyond its axis, behind a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scale {
    end: u64,
    tick_spacing: u64,
    /// The largest number, if it is beyond the axis; otherwise the end.
    largest: u64,
    /// How many hundredths of the length the axis takes.
    axis_percent: u8,
}

impl Scale {
    /// A scale for numbers up to `largest`, with at most five ticks above 0, spaced by 1, 2 or 5 times a power of ten.
    pub fn up_to(largest: u64) -> Self {
        let largest = largest.max(1);
        // 1, 2, 5, 10, 20, 50 … until five ticks reach the largest number.
        let powers = (0..19).map(|power| 10_u64.pow(power));
        let mut spacings = powers.flat_map(|power| [power, power.saturating_mul(2), power.saturating_mul(5)]);
        let tick_spacing = spacings.find(|spacing| spacing.saturating_mul(5) >= largest).unwrap_or(u64::MAX);
        let end = largest.div_ceil(tick_spacing).saturating_mul(tick_spacing);
        Self { end, tick_spacing, largest: end, axis_percent: 100 }
    }

    /// A scale for these numbers. If the largest is more than three times the next, it would make all others too short
    /// to compare: then the axis ends above the next, and the largest is beyond it.
    pub fn with_outlier(numbers: impl Iterator<Item = u64>) -> Self {
        let (largest, next) =
            numbers.fold(
                (0, 0),
                |(largest, next), number| {
                    if number > largest { (number, largest) } else { (largest, number.max(next)) }
                },
            );
        if next == 0 || next.saturating_mul(3) >= largest {
            return Self::up_to(largest);
        }
        Self { largest, axis_percent: 80, ..Self::up_to(next) }
    }

    /// A scale for the sample of a legend: 2 is beyond its axis, and the gap is in the middle.
    pub fn with_gap_in_the_middle() -> Self {
        Self { largest: 2, axis_percent: 42, ..Self::exactly(1) }
    }

    /// A scale that ends exactly at the largest number, for bars without an axis.
    pub fn exactly(largest: u64) -> Self {
        let end = largest.max(1);
        Self { end, tick_spacing: end, largest: end, axis_percent: 100 }
    }

    /// Whether a number is beyond the axis. Its position is not to scale, so its mark has a gap.
    pub fn is_beyond(&self, n: u64) -> bool {
        n > self.end
    }

    /// The share of the length that the axis takes.
    pub fn axis_share(&self) -> f64 {
        f64::from(self.axis_percent) / 100.0
    }

    /// The share in the middle of the gap of marks beyond the axis.
    pub fn gap(&self) -> f64 {
        self.axis_share() + GAP_DISTANCE
    }

    /// The position of the number on the scale, from 0 to 1.
    pub fn share(&self, n: u64) -> f64 {
        let part = |end: u64| (n as f64 / end as f64).clamp(0.0, 1.0);
        if n <= self.end || self.largest == self.end {
            return part(self.end) * self.axis_share();
        }
        // Behind the gap numbers are in order, but not to scale.
        let start = self.gap() + GAP_DISTANCE / 2.0;
        start + part(self.largest) * (1.0 - start)
    }

    /// The numbers at the ticks, from 0 to the end.
    pub fn ticks(&self) -> Vec<u64> {
        (0..=self.end.div_ceil(self.tick_spacing)).map(|index| index.saturating_mul(self.tick_spacing)).collect()
    }
}
