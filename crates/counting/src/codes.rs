//! A column of codes, one for each row. Invariant: the code of every row that is asked for fits its type.

use crate::{RowSet, SetDictionary};

/// Up to this many pairs of codes there is a list with a place for each.
const MOST_PAIRS: usize = 1 << 22;

/// The codes of all rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Codes {
    /// Every row has the code 0.
    One,
    /// Codes below 65,536.
    Narrow(Vec<u16>),
    /// Any codes.
    Wide(Vec<u32>),
}

impl Codes {
    /// The codes of a column with this many different codes: for each row its code as given, numbered anew.
    #[inline(never)]
    pub fn new(given: &[u32], numbers: &[u32], different: usize) -> Self {
        let number = |code: &u32| numbers.get(*code as usize).copied().unwrap_or_default();
        match different {
            0 | 1 => Self::One,
            ..=65_536 => Self::Narrow(given.iter().map(|code| number(code) as u16).collect()),
            _ => Self::Wide(given.iter().map(number).collect()),
        }
    }

    /// The codes of two columns together, with the two codes of each.
    #[inline(never)]
    pub fn together(first: &Self, second: &Self, [firsts, seconds]: [usize; 2], rows: usize) -> (Self, Vec<[u32; 2]>) {
        // The number of each pair, increased by 1; 0 for a pair that has not come yet. Where there may be too many, the
        // pairs are looked up, which takes ten times as long.
        let mut numbers = vec![0_u32; if firsts * seconds <= MOST_PAIRS { firsts * seconds } else { 0 }];
        let mut dictionary = SetDictionary::default();
        let mut pairs = Vec::new();
        let mut codes = Vec::with_capacity(rows);
        for row in 0..rows {
            let (a, b) = (first.get(row), second.get(row));
            let pair = [a as u32, b as u32];
            let code = match numbers.get_mut(a * seconds + b) {
                Some(number) if *number > 0 => *number - 1,
                Some(number) => {
                    *number = pairs.len() as u32 + 1;
                    pairs.len() as u32
                }
                None => dictionary.number(&pair),
            };
            if code as usize == pairs.len() {
                pairs.push(pair);
            }
            codes.push(code);
        }
        let same: Vec<u32> = (0..pairs.len() as u32).collect();
        (Self::new(&codes, &same, pairs.len()), pairs)
    }

    /// The rows of each value, where each code stands for a set of values.
    #[inline(never)]
    pub fn rows_by_value(&self, sets: &SetDictionary, values: usize, rows: usize) -> Vec<RowSet> {
        let mut rows_by_value = vec![RowSet::empty(rows); values];
        for row in 0..rows {
            for value in sets.get(self.get(row)) {
                if let Some(rows_of_value) = rows_by_value.get_mut(*value as usize) {
                    rows_of_value.insert(row);
                }
            }
        }
        rows_by_value
    }

    /// The code of a row.
    #[inline]
    pub fn get(&self, row: usize) -> usize {
        match self {
            Self::One => 0,
            Self::Narrow(codes) => codes.get(row).map_or(0, |code| usize::from(*code)),
            Self::Wide(codes) => codes.get(row).map_or(0, |code| *code as usize),
        }
    }
}

/// The rows, of so many, whose code is marked with 1 and not with 0 in `marked`.
#[inline(never)]
pub fn rows_with(codes: &Codes, marked: &[u8], rows: usize) -> RowSet {
    let mark = |code: usize| u64::from(marked.get(code).copied().unwrap_or_default());
    match codes {
        Codes::One if mark(0) == 1 => RowSet::all(rows),
        Codes::One => RowSet::empty(rows),
        Codes::Narrow(codes) => RowSet::of_words(
            codes.chunks(64).map(|codes| word(codes.iter().map(|code| mark((*code).into())))).collect(),
        ),
        Codes::Wide(codes) => RowSet::of_words(
            codes.chunks(64).map(|codes| word(codes.iter().map(|code| mark(*code as usize)))).collect(),
        ),
    }
}

#[inline]
fn word(marks: impl Iterator<Item = u64>) -> u64 {
    marks.enumerate().fold(0, |word, (bit, mark)| word | mark << bit)
}
