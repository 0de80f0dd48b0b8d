//! Sets of rows as bitmaps, 64 rows per word. Invariant: no bit beyond the last row is ever set.

/// A set of rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Bitmap {
    words: Vec<u64>,
}

impl Bitmap {
    /// The empty set for a data set of this many rows.
    pub(crate) fn empty(rows: usize) -> Self {
        Self { words: vec![0; rows.div_ceil(64)] }
    }

    /// The rows for which `predicate` is true.
    pub(crate) fn of(rows: usize, predicate: impl Fn(usize) -> bool) -> Self {
        let mut set = Self::empty(rows);
        (0..rows).filter(|row| predicate(*row)).for_each(|row| set.insert(row));
        set
    }

    /// How many rows the set has space for.
    pub(crate) fn capacity(&self) -> usize {
        self.words.len() * 64
    }

    pub(crate) fn insert(&mut self, row: usize) {
        if let Some(word) = self.words.get_mut(row / 64) {
            *word |= 1 << (row % 64);
        }
    }

    pub(crate) fn contains(&self, row: usize) -> bool {
        self.words.get(row / 64).is_some_and(|word| word >> (row % 64) & 1 == 1)
    }

    pub(crate) fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// Adds the rows of another set.
    pub(crate) fn insert_all(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word |= other);
    }

    /// The rows that are in both sets.
    pub(crate) fn intersection(&self, other: &Self) -> Self {
        Self { words: self.words.iter().zip(&other.words).map(|(a, b)| a & b).collect() }
    }

    /// Whether any row is in both sets.
    pub(crate) fn intersects(&self, other: &Self) -> bool {
        self.words.iter().zip(&other.words).any(|(a, b)| a & b != 0)
    }

    /// The rows, ascending.
    pub(crate) fn rows(&self) -> impl Iterator<Item = usize> + '_ {
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
