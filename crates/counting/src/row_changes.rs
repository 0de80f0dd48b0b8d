//! The rows that are in one of two sets and not in the other, in portions, each with what it adds. Invariant: a row that
//! leaves takes away what it added when it came.

use crate::{Amounts, Flags, RowSet, Rows, signed};

/// A portion is complete when it has this many rows: few enough that it stays in the fastest memory while all columns are
/// added.
const PORTION: usize = 512;

/// The flags of amounts whose number is not simply added to both figures.
const BOUNDED: u8 = Flags::OPEN | Flags::ABOUT | Flags::UPPER | Flags::GROUPED;

/// A portion of the rows that change.
#[derive(Debug, Default)]
pub struct Changed {
    /// The rows, with how many activities they stand for, and from bit 32 on how many of them give a number; and the number
    /// if it is a lower bound too.
    pub rows: Rows,
    /// Those whose number is a bound or about: the number if it is only an upper bound; and how many are open, and from bit
    /// 32 on how many are given as about.
    pub bounded: Rows,
    /// Those that are special or grouped.
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
    pub fn next(&mut self, changed: &mut Changed) -> bool {
        let Changed { rows, bounded, marked } = changed;
        rows.clear(PORTION + 64);
        bounded.clear(0);
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
                let comes = to >> bit & 1 == 1;
                // A weight multiplies all numbers of the row.
                let weight = if weights.is_empty() { 1 } else { self.amounts.weight(row) };
                let counted = u64::from(flags & Flags::COUNTED);
                if flags & BOUNDED == 0 {
                    rows.push(row, signed([weight * (1 | counted << 32), weight * value], comes));
                } else {
                    let flag = |flag: u8| u64::from((flags / flag) & 1);
                    let is_upper_only = flags & (Flags::UPPER | Flags::GROUPED) != 0;
                    let (low, upper) = if is_upper_only { (0, value) } else { (value, 0) };
                    let open_and_about = flag(Flags::OPEN) | flag(Flags::ABOUT) << 32;
                    rows.push(row, signed([weight * (1 | counted << 32), weight * low], comes));
                    bounded.push(row, signed([weight * upper, weight * open_and_about], comes));
                }
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
