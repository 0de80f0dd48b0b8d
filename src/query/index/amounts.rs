//! What each row adds to totals. Invariant: project totals add nothing, because they are never summed.

use counting::{Amounts, Flags, RowSet};

use super::ranked_rows::RankedRows;
use crate::query::{Amount, Side};

/// The amounts of all rows, and which of them overlap.
#[derive(Default)]
pub(in crate::query) struct RowAmounts {
    /// The amounts of rows that have one number, of people reached, of one audience.
    pub plain: Amounts,
    /// The other rows with an amount.
    pub special: RankedRows,
    /// Where the amounts of each special row begin, and the last ends.
    entry_starts: Vec<u32>,
    entries: Vec<EntryAmount>,
    /// The rows that have an overlap.
    grouped: RankedRows,
    /// The overlap of each of them.
    overlaps: Vec<u32>,
    /// Where the rows of each overlap begin, and the last ends.
    group_starts: Vec<u32>,
    group_rows: Vec<u32>,
}

/// What the entries of one audience in a row add on one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntryAmount {
    /// The position of the audience among the values of its facet.
    pub audience: u32,
    /// What the amount is added to.
    pub side: Side,
    /// The amount.
    pub amount: Amount,
}

impl RowAmounts {
    /// The amounts from plain ones, the entries of each special row in the order of rows, and the overlap of each row,
    /// counted from 1; 0 is none, and an empty list is none at all.
    pub(super) fn new(mut plain: Amounts, special: &[(u32, Vec<EntryAmount>)], overlaps: &[u32]) -> Self {
        let row_count = plain.flags.len();
        let mut special_rows = RowSet::empty(if special.is_empty() { 0 } else { row_count });
        let (mut entry_starts, mut entries) = (vec![0], Vec::new());
        for (row, amounts) in special {
            special_rows.insert(*row as usize);
            entries.extend(amounts);
            entry_starts.push(entries.len() as u32);
            if let Some(flags) = plain.flags.get_mut(*row as usize) {
                *flags = Flags::SPECIAL;
            }
        }
        let group_count = overlaps.iter().max().map_or(0, |last| *last as usize);
        let mut sizes = vec![0_u32; group_count + 1];
        let mut grouped = RowSet::empty(overlaps.len());
        for (row, overlap) in overlaps.iter().enumerate().filter(|(_, overlap)| **overlap > 0) {
            grouped.insert(row);
            if let Some(flags) = plain.flags.get_mut(row) {
                *flags |= Flags::GROUPED;
            }
            if let Some(size) = sizes.get_mut(*overlap as usize) {
                *size += 1;
            }
        }
        let mut end = 0;
        for size in &mut sizes {
            end += *size;
            *size = end;
        }
        // Each overlap's rows are put at its end, backwards, so that the ends become the beginnings.
        let mut group_starts = sizes;
        let mut group_rows = vec![0; end as usize];
        for (row, overlap) in overlaps.iter().enumerate().rev().filter(|(_, overlap)| **overlap > 0) {
            let Some(start) = group_starts.get_mut(*overlap as usize) else { continue };
            *start -= 1;
            if let Some(place) = group_rows.get_mut(*start as usize) {
                *place = row as u32;
            }
        }
        group_starts.push(end);
        Self {
            plain,
            special: RankedRows::new(special_rows, if special.is_empty() { 0 } else { row_count }),
            entry_starts,
            entries,
            grouped: RankedRows::new(grouped, overlaps.len()),
            overlaps: overlaps.iter().copied().filter(|overlap| *overlap > 0).collect(),
            group_starts,
            group_rows,
        }
    }

    /// Whether the amounts of any row are kept apart from the plain ones.
    pub(in crate::query) fn has_special(&self) -> bool {
        !self.entries.is_empty()
    }

    /// How many overlaps there are, with one more for none.
    pub(in crate::query) fn overlap_count(&self) -> usize {
        self.group_starts.len().saturating_sub(1)
    }

    /// The overlap of a row, counted from 1; `None` if it has none.
    pub(in crate::query) fn overlap(&self, row: usize) -> Option<usize> {
        self.overlaps.get(self.grouped.position(row)?).map(|overlap| *overlap as usize)
    }

    /// The rows that have this overlap, ascending.
    pub(in crate::query) fn rows_with_overlap(&self, overlap: usize) -> &[u32] {
        match (self.group_starts.get(overlap), self.group_starts.get(overlap + 1)) {
            (Some(start), Some(end)) => self.group_rows.get(*start as usize..*end as usize).unwrap_or_default(),
            _ => &[],
        }
    }

    /// The amounts of a special row by audience and side; `None` for other rows.
    pub(in crate::query) fn entries(&self, row: usize) -> Option<&[EntryAmount]> {
        let position = self.special.position(row)?;
        let (start, end) = (*self.entry_starts.get(position)?, *self.entry_starts.get(position + 1)?);
        self.entries.get(start as usize..end as usize)
    }

    /// What a row adds to people reached and to people planned, with these audiences; with all if none are given.
    pub(in crate::query) fn amounts(&self, row: usize, audiences: Option<&[bool]>) -> [Amount; 2] {
        let mut sums = [Amount::default(); 2];
        match self.entries(row) {
            None => {
                let [reached, _] = &mut sums;
                *reached = self.plain_amount(row);
            }
            Some(entries) => {
                let is_chosen = |audience: u32| audiences.is_none_or(|all| all.get(audience as usize) == Some(&true));
                for entry in entries.iter().filter(|entry| is_chosen(entry.audience)) {
                    if let Some(sum) = sums.get_mut(entry.side as usize) {
                        sum.add(&entry.amount);
                    }
                }
            }
        }
        sums
    }

    fn plain_amount(&self, row: usize) -> Amount {
        let flags = self.plain.flags.get(row).copied().unwrap_or_default();
        let value = self.plain.values.get(row).copied().unwrap_or_default().into();
        let has = |flag: u8| flags & flag != 0;
        Amount {
            low: if has(Flags::UPPER) { 0 } else { value },
            high: value,
            open: has(Flags::OPEN),
            about: has(Flags::ABOUT),
            counted: has(Flags::COUNTED),
        }
    }
}

/// The number and flags of an amount of people reached, if they say all of it for a row of this weight.
pub(super) fn plain(amount: &Amount, weight: u64) -> Option<(u32, u8)> {
    let Amount { low, high, open, about, counted } = *amount;
    // Where there is no upper bound, the upper figure is never shown.
    let is_upper_only = low == 0 && high > 0 && !open;
    let value = u32::try_from(if is_upper_only { high } else { low }).ok()?;
    let fits = u64::from(value) * weight <= u64::from(u32::MAX) && (is_upper_only || open || low == high);
    let flag = |is: bool, flag: u8| if is { flag } else { 0 };
    fits.then_some((
        value,
        flag(counted, Flags::COUNTED)
            | flag(open, Flags::OPEN)
            | flag(about, Flags::ABOUT)
            | flag(is_upper_only, Flags::UPPER),
    ))
}
