//! Sums for each code of a column. Invariant: what is taken away is what was added.

use crate::{Codes, SetDictionary};

/// Four numbers that are added up: each wraps around while rows are taken away and added.
pub type Sum = [u64; 4];

/// Adds the sum of each of these rows to that of its code.
#[inline(never)]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
pub fn add(sums: &mut [Sum], codes: &Codes, rows: &[u32], added: &[Sum]) {
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
        total.iter_mut().zip(sum).for_each(|(total, part)| *total = total.wrapping_add(*part));
    }
}

/// The sum itself for a row that comes, else what takes it away.
#[inline]
pub fn signed(sum: Sum, comes: bool) -> Sum {
    // All ones for a row that leaves, else 0.
    let leaves = u64::from(comes).wrapping_sub(1);
    sum.map(|part| (part ^ leaves).wrapping_sub(leaves))
}
