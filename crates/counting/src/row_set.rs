//! Sets of rows, one bit for each row. Invariant: no bit beyond the last row is ever set.

/// A set of rows, of a data set with a certain number of rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RowSet {
    words: Vec<u64>,
}

impl RowSet {
    /// The empty set for a data set of this many rows.
    #[inline(never)]
    pub fn empty(rows: usize) -> Self {
        Self { words: vec![0; rows.div_ceil(64)] }
    }

    /// All rows of a data set of this many rows.
    #[inline(never)]
    pub fn all(rows: usize) -> Self {
        let mut words = vec![u64::MAX; rows.div_ceil(64)];
        if let Some(last) = words.last_mut().filter(|_| !rows.is_multiple_of(64)) {
            *last = (1 << (rows % 64)) - 1;
        }
        Self { words }
    }

    pub(crate) fn of_words(words: Vec<u64>) -> Self {
        Self { words }
    }

    /// The rows in words of 64, the first row in the lowest bit.
    pub(crate) fn words(&self) -> &[u64] {
        &self.words
    }

    /// Adds a row.
    #[inline]
    pub fn insert(&mut self, row: usize) {
        if let Some(word) = self.words.get_mut(row / 64) {
            *word |= 1 << (row % 64);
        }
    }

    /// Whether the row is in the set.
    #[inline]
    pub fn contains(&self, row: usize) -> bool {
        self.words.get(row / 64).is_some_and(|word| word >> (row % 64) & 1 == 1)
    }

    /// How many rows there are in the set.
    #[inline(never)]
    pub fn len(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// Keeps the rows that are in another set too.
    #[inline(never)]
    pub fn keep(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= other);
    }

    /// Adds the rows of another set.
    #[inline(never)]
    pub fn add(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word |= other);
    }

    /// How many rows are in one of the two sets and not in the other.
    #[inline(never)]
    pub fn distance(&self, other: &Self) -> usize {
        self.words.iter().zip(&other.words).map(|(a, b)| (a ^ b).count_ones() as usize).sum()
    }

    /// How many rows of the set come before this one.
    pub fn rank(&self, row: usize) -> usize {
        let whole: usize = self.words.iter().take(row / 64).map(|word| word.count_ones() as usize).sum();
        let below = (1_u64 << (row % 64)) - 1;
        whole + self.words.get(row / 64).map_or(0, |word| (word & below).count_ones() as usize)
    }

    /// The rows, ascending.
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.words.iter().enumerate().flat_map(|(index, word)| {
            let mut bits = *word;
            std::iter::from_fn(move || {
                let row = index * 64 + bits.trailing_zeros() as usize;
                (bits != 0).then(|| {
                    // Clears the lowest bit that is set.
                    bits &= bits - 1;
                    row
                })
            })
        })
    }
}
