//! Lengths for numbers. Invariant: the end is at least 1 and finite, so that no share is ever NaN or infinite
//! (a plotters axis over such a range panics or never returns).

/// A linear scale from 0 to a round number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scale {
    end: u64,
    step: u64,
}

impl Scale {
    /// A scale that holds numbers up to `largest`, with at most five steps of 1, 2 or 5 times a power of ten.
    pub fn up_to(largest: u64) -> Self {
        let largest = largest.max(1);
        // 1, 2, 5, 10, 20, 50 … until five steps reach the largest number.
        let powers = (0..19).map(|power| 10_u64.pow(power));
        let mut steps = powers.flat_map(|power| [power, power.saturating_mul(2), power.saturating_mul(5)]);
        let step = steps.find(|step| step.saturating_mul(5) >= largest).unwrap_or(u64::MAX);
        Self { end: largest.div_ceil(step).saturating_mul(step), step }
    }

    /// A scale that ends with the largest number itself, for bars without an axis.
    pub fn exactly(largest: u64) -> Self {
        let end = largest.max(1);
        Self { end, step: end }
    }

    /// Where the number lies on the scale, from 0 to 1.
    pub fn share(&self, n: u64) -> f64 {
        (n as f64 / self.end as f64).clamp(0.0, 1.0)
    }

    /// The numbers at the grid lines, from 0 to the end.
    pub fn ticks(&self) -> Vec<u64> {
        (0..=self.end.div_ceil(self.step)).map(|at| at.saturating_mul(self.step)).collect()
    }
}
