//! What each row adds to a sum, in five bytes. Invariant: what does not fit is not here; the row is marked as special,
//! and adds only itself.

/// What is known of the number of a row, as bits.
pub struct Flags;

impl Flags {
    /// The row gives a number.
    pub const COUNTED: u8 = 1;
    /// The number has no upper bound.
    pub const OPEN: u8 = 2;
    /// The number is given as about.
    pub const ABOUT: u8 = 4;
    /// The number is only an upper bound; the lower one is 0.
    pub const UPPER: u8 = 8;
    /// The amounts of the row are kept elsewhere.
    pub const SPECIAL: u8 = 16;
    /// The row probably counts some of the same people as others, so that its lower bound is added elsewhere.
    pub const GROUPED: u8 = 32;
}

/// The amounts of all rows.
#[derive(Debug, Clone, Default)]
pub struct Amounts {
    /// The number of each row.
    pub values: Vec<u32>,
    /// What is known of it: see [`Flags`].
    pub flags: Vec<u8>,
    /// How many activities each row stands for; empty if each stands for one.
    pub weights: Vec<u32>,
}

impl Amounts {
    /// How many activities a row stands for.
    #[inline]
    pub fn weight(&self, row: usize) -> u64 {
        self.weights.get(row).map_or(1, |weight| u64::from(*weight))
    }
}
