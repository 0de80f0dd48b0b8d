//! Sums for each code of a column. Invariant: what is taken away is what was added.

use crate::{Codes, SetDictionary};

/// Two numbers that are added up: each wraps around while rows are taken away and added.
pub type Sum = [u64; 2];

/// Rows, each with what it adds.
#[derive(Debug, Default)]
pub struct Rows {
    rows: Vec<u32>,
    sums: Vec<Sum>,
    together: Sum,
}

impl Rows {
    /// Removes all rows, and makes room for so many.
    pub fn clear(&mut self, room: usize) {
        self.rows.clear();
        self.sums.clear();
        self.rows.reserve(room);
        self.sums.reserve(room);
        self.together = Sum::default();
    }

    /// Adds a row.
    #[inline]
    pub fn push(&mut self, row: usize, sum: Sum) {
        self.rows.push(row as u32);
        self.sums.push(sum);
        add_to(std::slice::from_mut(&mut self.together), 0, &sum);
    }

    /// How many rows there are.
    #[inline]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows.
    pub fn rows(&self) -> impl Iterator<Item = usize> + '_ {
        self.rows.iter().map(|row| *row as usize)
    }

    /// Adds what each row adds to the sum of its code.
    #[inline(never)]
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub fn add(&self, sums: &mut [Sum], codes: &Codes) {
        match codes {
            Codes::One => add_to(sums, 0, &self.together),
            Codes::Narrow(codes) => {
                for (row, sum) in self.rows.iter().zip(&self.sums) {
                    let code = codes.get(*row as usize).copied().unwrap_or_default();
                    add_to(sums, code.into(), sum);
                }
            }
            Codes::Wide(codes) => {
                for (row, sum) in self.rows.iter().zip(&self.sums) {
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
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
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
