//! A column of codes, one for each row. Invariant: the code of every row that is asked for fits its type.

use crate::RowSet;

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
    /// The codes of a column with this many different codes.
    pub fn new(codes: Vec<u32>, different: usize) -> Self {
        match different {
            0 | 1 => Self::One,
            ..=65_536 => Self::Narrow(codes.into_iter().map(|code| code as u16).collect()),
            _ => Self::Wide(codes),
        }
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
