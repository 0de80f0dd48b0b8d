//! Some rows, each with its position among them. Invariant: positions count from 0 in the order of rows.

use counting::RowSet;

/// Rows that have something which most rows do not have.
#[derive(Debug, Clone, Default)]
pub(in crate::query) struct RankedRows {
    /// The rows.
    pub rows: RowSet,
    /// How many of them come before each row that can be divided by 64.
    ranks: Vec<u32>,
}

impl RankedRows {
    pub(super) fn new(rows: RowSet, row_count: usize) -> Self {
        let mut ranks = Vec::new();
        let mut rank = 0;
        for first in (0..row_count).step_by(64) {
            ranks.push(rank);
            rank += (first..first + 64).filter(|row| rows.contains(*row)).count() as u32;
        }
        Self { rows, ranks }
    }

    /// The position of a row among them; `None` if it is none of them.
    pub(super) fn position(&self, row: usize) -> Option<usize> {
        let before = *self.ranks.get(row / 64).filter(|_| self.rows.contains(row))? as usize;
        Some(before + (row / 64 * 64..row).filter(|row| self.rows.contains(*row)).count())
    }
}
