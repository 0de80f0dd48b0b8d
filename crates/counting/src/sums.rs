//! Sums for each code of a column. Invariant: fields of 32 bits hold numbers of activities, which are fewer than 2^32 in
//! all; fields of 64 bits hold sums of fewer than 2^32 numbers below 2^32.

use crate::{Changed, Codes, SetDictionary};

/// The sum of rows: how many activities, and from bit 32 on how many of them give a number; the sum of the numbers that
/// are a lower bound too; the sum of those that are only an upper bound; how many are open, and from bit 32 on how many
/// are given as about.
pub type Sum = [u64; 4];

/// Adds what rows add to the sums of their codes.
#[inline(never)]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
pub fn add(sums: &mut [Sum], codes: &Codes, changed: &Changed) {
    match codes {
        Codes::One => changed.sums.iter().for_each(|sum| add_to(sums, 0, sum)),
        Codes::Narrow(codes) => {
            for (row, sum) in changed.rows.iter().zip(&changed.sums) {
                let code = codes.get(*row as usize).copied().unwrap_or_default();
                add_to(sums, code.into(), sum);
            }
        }
        Codes::Wide(codes) => {
            for (row, sum) in changed.rows.iter().zip(&changed.sums) {
                let code = codes.get(*row as usize).copied().unwrap_or_default();
                add_to(sums, code as usize, sum);
            }
        }
    }
}

/// The sums of each value from the sums of each set of values: first that of all sets together, then those of the
/// values.
#[inline(never)]
pub fn decode(sums: &[Sum], sets: &SetDictionary, values: usize) -> Vec<Sum> {
    let mut decoded = vec![Sum::default(); values + 1];
    for (number, sum) in sums.iter().enumerate() {
        if *sum == Sum::default() {
            continue;
        }
        add_to(&mut decoded, 0, sum);
        for value in sets.get(number) {
            add_to(&mut decoded, *value as usize + 1, sum);
        }
    }
    decoded
}

#[inline]
fn add_to(sums: &mut [Sum], index: usize, sum: &Sum) {
    if let Some(total) = sums.get_mut(index) {
        total.iter_mut().zip(sum).for_each(|(total, part)| *total = total.wrapping_add(*part));
    }
}
