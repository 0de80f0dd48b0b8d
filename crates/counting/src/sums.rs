//! Sums for each code of a column. Invariant: what is taken away is what was added.

use crate::{Codes, SetDictionary};

/// Two numbers that are added up: each wraps around while rows are taken away and added.
pub type Sum = [u64; 2];

/// Rows, each with what it adds.
#[derive(Debug, Default)]
pub struct Rows {
    /// Lists with room beyond the last row, so that adding one is no more than writing it.
    rows: Vec<u32>,
    sums: Vec<Sum>,
    len: usize,
}

impl Rows {
    /// Removes all rows, and makes room for so many.
    pub fn clear(&mut self, room: usize) {
        self.len = 0;
        if self.rows.len() < room {
            self.rows.resize(room, 0);
            self.sums.resize(room, Sum::default());
        }
    }

    /// Adds a row.
    #[inline]
    pub fn push(&mut self, row: usize, sum: Sum) {
        if self.len >= self.rows.len() {
            self.make_room();
        }
        if let (Some(place), Some(place_of_sum)) = (self.rows.get_mut(self.len), self.sums.get_mut(self.len)) {
            (*place, *place_of_sum) = (row as u32, sum);
            self.len += 1;
        }
    }

    /// Makes more room.
    #[inline(never)]
    fn make_room(&mut self) {
        let len = self.len;
        self.clear((len * 2).max(16));
        self.len = len;
    }

    /// How many rows there are.
    #[inline]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The rows.
    pub fn rows(&self) -> impl Iterator<Item = usize> + '_ {
        self.rows.iter().take(self.len).map(|row| *row as usize)
    }

    /// Adds what each row adds to the sum of its code.
    #[inline(never)]
    pub fn add(&self, sums: &mut [Sum], codes: &Codes) {
        let (Some(rows), Some(added)) = (self.rows.get(..self.len), self.sums.get(..self.len)) else { return };
        match codes {
            Codes::One => added.iter().for_each(|sum| add_to(sums, 0, sum)),
            Codes::Narrow(codes) => {
                for (row, sum) in rows.iter().zip(added) {
                    let code = codes.get(*row as usize).copied().unwrap_or_default();
                    add_to(sums, code.into(), sum);
                }
            }
            Codes::Wide(codes) => {
                for (row, sum) in rows.iter().zip(added) {
                    let code = codes.get(*row as usize).copied().unwrap_or_default();
                    add_to(sums, code as usize, sum);
                }
            }
        }
    }
}

/// The sums of each value from the sums of each set of values: first that of all sets together, then those of the
/// values.
#[inline(never)]
pub fn decode(sums: &[Sum], sets: &SetDictionary, values: usize) -> Vec<Sum> {
    let mut decoded = vec![Sum::default(); values + 1];
    for (number, sum) in sums.iter().enumerate().filter(|(_, sum)| **sum != Sum::default()) {
        add_to(&mut decoded, 0, sum);
        for value in sets.get(number) {
            add_to(&mut decoded, *value as usize + 1, sum);
        }
    }
    decoded
}

/// Adds a sum to the one at an index.
#[inline]
pub fn add_to(sums: &mut [Sum], index: usize, sum: &Sum) {
    if let Some(total) = sums.get_mut(index) {
        let ([first, second], [more, others]) = (*total, sum);
        *total = [first.wrapping_add(*more), second.wrapping_add(*others)];
    }
}

/// The sum itself for a row that comes, else what takes it away.
#[inline]
pub fn signed(sum: Sum, comes: bool) -> Sum {
    // All ones for a row that leaves, else 0.
    let leaves = u64::from(comes).wrapping_sub(1);
    sum.map(|part| (part ^ leaves).wrapping_sub(leaves))
}
