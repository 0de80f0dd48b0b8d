//! Scales, which turn numbers into lengths. Invariant: the end is at least 1 and finite, because a share must not be
//! NaN or infinite (an axis of plotters over such a range panics or never returns).

/// A linear scale from 0 to a round number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scale {
    end: u64,
    tick_spacing: u64,
}

impl Scale {
    /// A scale for numbers up to `largest`, with at most five ticks above 0, spaced by 1, 2 or 5 times a power of ten.
    pub fn up_to(largest: u64) -> Self {
        let largest = largest.max(1);
        // 1, 2, 5, 10, 20, 50 … until five ticks reach the largest number.
        let powers = (0..19).map(|power| 10_u64.pow(power));
        let mut spacings = powers.flat_map(|power| [power, power.saturating_mul(2), power.saturating_mul(5)]);
        let tick_spacing = spacings.find(|spacing| spacing.saturating_mul(5) >= largest).unwrap_or(u64::MAX);
        Self { end: largest.div_ceil(tick_spacing).saturating_mul(tick_spacing), tick_spacing }
    }

    /// A scale that ends exactly at the largest number, for bars without an axis.
    pub fn exactly(largest: u64) -> Self {
        let end = largest.max(1);
        Self { end, tick_spacing: end }
    }

    /// The position of the number on the scale, from 0 to 1.
    pub fn share(&self, n: u64) -> f64 {
        (n as f64 / self.end as f64).clamp(0.0, 1.0)
    }

    /// The numbers at the ticks, from 0 to the end.
    pub fn ticks(&self) -> Vec<u64> {
        (0..=self.end.div_ceil(self.tick_spacing)).map(|index| index.saturating_mul(self.tick_spacing)).collect()
    }
}
