//! A count of people or courses. Invariant: a whole number from 0 to 2^53, the range that JavaScript represents
//! exactly.

use crate::json::Json;

/// A whole number from 0 to 9,007,199,254,740,992 (2^53).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Count(u64);

impl Count {
    /// The largest count, 2^53: above it a JavaScript number skips whole numbers.
    pub const MAX: u64 = 1 << 53;

    /// The count `n`; `None` if it is above [`Count::MAX`].
    pub fn new(n: u64) -> Option<Self> {
        (n <= Self::MAX).then_some(Self(n))
    }

    /// The count as an integer.
    pub fn get(self) -> u64 {
        self.0
    }

    /// Reads a JSON number; `None` if it is not a count. `5.0` and `5e0` are the whole number 5, as in JSON Schema.
    pub(super) fn read(value: &Json) -> Option<Self> {
        match value {
            Json::Integer(number) => Self::new(*number),
            // The range check rejects negative numbers, numbers that are too large and NaN.
            Json::Number(number) if number.fract() == 0.0 && (0.0..=Self::MAX as f64).contains(number) => {
                Some(Self(*number as u64))
            }
            _ => None,
        }
    }
}
