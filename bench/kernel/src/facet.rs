//! One facet: its column, its filter, and its histogram.
//!
//! A column has one code a row. A facet of sets has the number of a distinct set as its code, counts sets, and only at
//! the end adds each set to its values. Invariant: `counted` is the histogram of exactly the rows in `within`.

use crate::bits::{self, Words};

/// Rows and sum in one number: 20 bits for the rows, 44 for the sum, so that a row costs one addition.
const ONE_ROW: u64 = 1 << 44;
/// More distinct sets than this need another way of counting, which the data of the benchmark do not.
const SETS: usize = 4096;

/// A facet.
pub(crate) struct Facet {
    column: Column,
    /// How many values there are, without that of empty sets.
    values: usize,
    rows: u32,
    /// The rows that its filter refuses, and the values that the filter has.
    refused: Words,
    chosen: Option<[bool; 256]>,
    /// The rows that no filter of another facet refuses.
    within: Words,
    /// Room for the next `within`.
    next: Words,
    everything: Vec<u64>,
    counted: Vec<u64>,
    all: Words,
}

enum Column {
    Codes(Vec<u8>),
    Sets { numbers: Numbers, sets: Vec<u32>, rows_of_value: Vec<Words> },
}

/// The number of a row's set, in one byte where that is enough.
enum Numbers {
    Narrow(Vec<u8>),
    Wide(Vec<u16>),
}

impl Facet {
    /// A facet with one code for each row.
    pub(crate) fn of_codes(codes: Vec<u8>, values: usize) -> Self {
        let rows = codes.len();
        Self::new(Column::Codes(filled_up(codes)), values, rows)
    }

    /// A facet with a set of values for each row, as bits.
    pub(crate) fn of_sets(masks: &[u32], values: usize) -> Self {
        let mut number_of = vec![u16::MAX; 1 << values];
        let (mut sets, mut numbers) = (Vec::new(), Vec::with_capacity(masks.len()));
        let mut rows_of_value = vec![bits::none(masks.len()); values + 1];
        for (row, mask) in masks.iter().enumerate() {
            let number = &mut number_of[*mask as usize];
            if *number == u16::MAX {
                *number = sets.len() as u16;
                sets.push(*mask);
            }
            numbers.push(*number);
            for value in values_of(*mask, values) {
                rows_of_value[value][row / 64] |= 1 << (row % 64);
            }
        }
        assert!(sets.len() <= SETS, "{} distinct sets are more than this kernel counts", sets.len());
        let numbers = match sets.len() <= 256 {
            true => Numbers::Narrow(filled_up(numbers.iter().map(|number| *number as u8).collect())),
            false => Numbers::Wide(filled_up(numbers)),
        };
        Self::new(Column::Sets { numbers, sets, rows_of_value }, values, masks.len())
    }

    fn new(column: Column, values: usize, rows: usize) -> Self {
        let places = match &column {
            Column::Codes(_) | Column::Sets { numbers: Numbers::Narrow(_), .. } => 256,
            Column::Sets { .. } => SETS,
        };
        let (refused, next, all) = (bits::none(rows), bits::none(rows), bits::all(rows));
        let (everything, counted) = (vec![0; places], vec![0; places]);
        Self {
            column,
            values,
            rows: rows as u32,
            refused,
            chosen: None,
            within: all.clone(),
            next,
            everything,
            counted,
            all,
        }
    }

    /// Counts all rows, which is where a recount may start.
    pub(crate) fn count_everything(&mut self, amounts: &[u32]) {
        let mut histogram = std::mem::take(&mut self.everything);
        self.add(&mut histogram, amounts, self.all.iter().map(|word| (*word, 0)));
        self.counted.clone_from(&histogram);
        self.everything = histogram;
    }

    /// Sets the filter; no values mean no filter.
    pub(crate) fn filter(&mut self, values: &[u8]) {
        if values.is_empty() {
            self.chosen = None;
            return;
        }
        let mut chosen = [false; 256];
        values.iter().for_each(|value| chosen[usize::from(*value)] = true);
        self.chosen = Some(chosen);
        match &self.column {
            Column::Codes(codes) => {
                let mut table = [0_u8; 32];
                values.iter().for_each(|value| table[usize::from(value >> 3)] |= 1 << (value & 7));
                bits::in_table(codes, &table, &mut self.refused);
            }
            Column::Sets { rows_of_value, .. } => {
                self.refused.fill(0);
                for rows in values.iter().filter_map(|value| rows_of_value.get(usize::from(*value))) {
                    self.refused.iter_mut().zip(rows).for_each(|(word, rows)| *word |= rows);
                }
            }
        }
        self.refused.iter_mut().zip(&self.all).for_each(|(word, all)| *word = !*word & all);
    }

    /// The rows that the filter refuses, if there is one.
    pub(crate) fn refused(&self) -> Option<&[u64]> {
        self.chosen.as_ref().map(|_| &*self.refused)
    }

    /// Counts the rows that no other filter refuses: from the last histogram, from that of all rows or from an empty
    /// one, whichever is nearest.
    pub(crate) fn recount(&mut self, once: &[u64], twice: &[u64], amounts: &[u32]) {
        let mut now = std::mem::take(&mut self.next);
        let (mut flipped, mut kept) = (0, 0);
        let unfiltered = once.iter().zip(&self.all).map(|(once, all)| all & !once);
        // Without a filter of its own, a facet's `refused` may have the rows of an earlier one.
        let own = if self.chosen.is_some() { u64::MAX } else { 0 };
        let only_by_own = self.refused.iter().zip(twice).map(|(refused, twice)| refused & !twice & own);
        let both = unfiltered.zip(only_by_own).map(|(unfiltered, only_by_own)| unfiltered | only_by_own);
        for ((now, before), rows) in now.iter_mut().zip(&self.within).zip(both) {
            *now = rows;
            flipped += (rows ^ before).count_ones();
            kept += rows.count_ones();
        }
        if flipped > 0 {
            let left = self.rows - kept;
            let mut histogram = std::mem::take(&mut self.counted);
            if flipped <= kept && flipped <= left {
                self.add(
                    &mut histogram,
                    amounts,
                    now.iter().zip(&self.within).map(|(now, before)| (now & !before, before & !now)),
                );
            } else if kept <= left {
                histogram.fill(0);
                self.add(&mut histogram, amounts, now.iter().map(|now| (*now, 0)));
            } else {
                histogram.clone_from(&self.everything);
                self.add(&mut histogram, amounts, now.iter().zip(&self.all).map(|(now, all)| (0, all & !now)));
            }
            self.counted = histogram;
        }
        self.next = std::mem::replace(&mut self.within, now);
    }

    /// Adds and takes away the rows of these pairs of words.
    fn add(&self, histogram: &mut [u64], amounts: &[u32], words: impl Iterator<Item = (u64, u64)>) {
        let (amounts, _) = amounts.as_chunks::<64>();
        match &self.column {
            Column::Codes(codes) | Column::Sets { numbers: Numbers::Narrow(codes), .. } => {
                if let Some(histogram) = histogram.first_chunk_mut::<256>() {
                    add(histogram, codes, usize::from, amounts, words);
                }
            }
            Column::Sets { numbers: Numbers::Wide(numbers), .. } => {
                if let Some(histogram) = histogram.first_chunk_mut::<SETS>() {
                    add(histogram, numbers, |number| usize::from(number) % SETS, amounts, words);
                }
            }
        }
    }

    /// The number of rows and the sum of the values that the own filter keeps.
    pub(crate) fn kept(&self) -> [f64; 2] {
        let keeps = |value: &usize| self.chosen.is_none_or(|chosen| chosen[*value]);
        pair((0..self.values).filter(keeps).map(|value| self.counted[value]).sum())
    }

    /// Appends the number of rows and the sum of each value.
    pub(crate) fn write(&self, result: &mut Vec<f64>) {
        match &self.column {
            Column::Codes(_) => result.extend(self.counted.iter().take(self.values).flat_map(|both| pair(*both))),
            Column::Sets { sets, .. } => {
                let mut of_value = vec![0; self.values + 1];
                for (set, both) in sets.iter().zip(&self.counted).filter(|(_, both)| **both != 0) {
                    values_of(*set, self.values).for_each(|value| of_value[value] += both);
                }
                result.extend(of_value.into_iter().flat_map(pair));
            }
        }
    }
}

fn add<T: Copy, const N: usize>(
    histogram: &mut [u64; N],
    column: &[T],
    place: impl Fn(T) -> usize,
    amounts: &[[u32; 64]],
    words: impl Iterator<Item = (u64, u64)>,
) {
    let (blocks, _) = column.as_chunks::<64>();
    for (((mut more, mut less), column), amounts) in words.zip(blocks).zip(amounts) {
        while more != 0 {
            let row = more.trailing_zeros() as usize % 64;
            histogram[place(column[row])] += ONE_ROW + u64::from(amounts[row]);
            more &= more - 1;
        }
        while less != 0 {
            let row = less.trailing_zeros() as usize % 64;
            histogram[place(column[row])] -= ONE_ROW + u64::from(amounts[row]);
            less &= less - 1;
        }
    }
}

/// The rows and the sum that are in one number.
fn pair(both: u64) -> [f64; 2] {
    [(both / ONE_ROW) as f64, (both % ONE_ROW) as f64]
}

/// The values of a set; an empty one has the value after the last.
fn values_of(set: u32, values: usize) -> impl Iterator<Item = usize> {
    let mut rest = if set == 0 { 1 << values } else { set };
    std::iter::from_fn(move || {
        let value = (rest != 0).then(|| rest.trailing_zeros() as usize);
        rest &= rest.wrapping_sub(1);
        value
    })
}

/// Fills the last 64 rows up, so that all rows are in blocks of 64.
pub(crate) fn filled_up<T: Copy + Default>(mut column: Vec<T>) -> Vec<T> {
    column.resize(column.len().next_multiple_of(64), T::default());
    column
}
