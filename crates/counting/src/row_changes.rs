//! The rows that are in one of two sets and not in the other, in portions, each with what it adds. Invariant: a row that
//! leaves takes away what it added when it came.

use crate::{Amounts, Flags, RowSet, Sum, signed};

/// How many rows there are in a portion: few enough that it stays in the fastest memory while all columns are added.
const PORTION: usize = 512;

/// A portion of the rows that change.
#[derive(Debug, Default)]
pub struct Changed {
    /// The rows.
    pub rows: Vec<u32>,
    /// What each of them adds: how many activities, and from bit 32 on how many of them give a number; the number, if it is
    /// a lower bound too; the number, if it is only an upper bound; how many are open, and from bit 32 on how many are given
    /// as about. Fewer than 2^32 activities with numbers below 2^32 cannot be more than a field holds.
    pub sums: Vec<Sum>,
    /// Those of the rows that are special or grouped.
    pub marked: Vec<u32>,
}

/// Goes through the rows that change from one set to another.
pub struct RowChanges<'a> {
    from: &'a RowSet,
    to: &'a RowSet,
    amounts: &'a Amounts,
    next_word: usize,
}

impl<'a> RowChanges<'a> {
    /// The changes from one set of rows to another, beginning with the first.
    pub fn new(from: &'a RowSet, to: &'a RowSet, amounts: &'a Amounts) -> Self {
        Self { from, to, amounts, next_word: 0 }
    }

    /// Puts the next portion into `changed`; `false` if there is none.
    #[inline(never)]
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub fn next(&mut self, changed: &mut Changed) -> bool {
        let Changed { rows, sums, marked } = changed;
        rows.clear();
        sums.clear();
        marked.clear();
        let Amounts { values, flags, weights } = self.amounts;
        let words = self.from.words().iter().zip(self.to.words()).enumerate().skip(self.next_word);
        for (index, (from, to)) in words {
            self.next_word = index + 1;
            let mut bits = from ^ to;
            while bits != 0 {
                let bit = bits.trailing_zeros();
                bits &= bits - 1;
                let row = index * 64 + bit as usize;
                let flags = flags.get(row).copied().unwrap_or_default();
                let value = u64::from(values.get(row).copied().unwrap_or_default());
                let weight = if weights.is_empty() { 1 } else { self.amounts.weight(row) };
                let flag = |flag: u8| u64::from(flags / flag & 1);
                let upper_only = 0_u64.wrapping_sub(flag(Flags::UPPER) | flag(Flags::GROUPED));
                let number = value.wrapping_mul(weight);
                let sum = [
                    weight.wrapping_mul(1 | flag(Flags::COUNTED) << 32),
                    number & !upper_only,
                    number & upper_only,
                    weight.wrapping_mul(flag(Flags::OPEN) | flag(Flags::ABOUT) << 32),
                ];
                rows.push(row as u32);
                sums.push(signed(sum, to >> bit & 1 == 1));
                if flags & (Flags::SPECIAL | Flags::GROUPED) != 0 {
                    marked.push(row as u32);
                }
            }
            if rows.len() >= PORTION {
                break;
            }
        }
        !rows.is_empty()
    }
}
