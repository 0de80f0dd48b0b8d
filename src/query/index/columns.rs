//! The index of a data set that is handed over as columns, without records. Invariant: columns that do not fit together
//! are refused before anything is counted.

use std::rc::Rc;

use counting::{Amounts, Flags, RowSet, SetDictionary};

use super::amounts::{EntryAmount, RowAmounts};
use super::{Column, Index};
use crate::model::Basis;
use crate::query::{Facet, FacetValue};

/// A data set as columns. What is not given is not stated: facets without a column, and amounts.
#[derive(Default)]
pub struct Columns {
    rows: usize,
    /// The columns of facets. That of goals counts for every basis that has no column of its own.
    facets: Vec<(Facet, Column)>,
    /// The goals of a basis, with those of stronger bases.
    goals: Vec<(Basis, Column)>,
    /// The position of each audience as given.
    audiences: Vec<Option<usize>>,
    /// The amounts of rows that give one number of people reached, of one audience, below 2^32 together with the weight.
    /// Weights, if given, are at least 1 and together below 2^32.
    pub amounts: Amounts,
    /// The overlap of each row, counted from 1, or 0 for none; empty if no row has one.
    pub overlaps: Vec<u32>,
    /// The amounts of other rows, in the order of rows, each audience and side once. An audience is a position in the
    /// values of its column.
    pub entries: Vec<(u32, EntryAmount)>,
}

/// The values of one facet in all rows.
#[derive(Default)]
pub struct FacetColumn {
    /// The values, in any order.
    pub values: Vec<FacetValue>,
    /// The sets of values, as positions in `values`. If there are none, each value is a set. An empty set is the unknown.
    pub sets: SetDictionary,
    /// The set of each row.
    pub codes: Vec<u32>,
}

impl Columns {
    /// Columns of this many rows, of which nothing is stated yet.
    pub fn new(rows: usize) -> Self {
        Self { rows, ..Self::default() }
    }

    /// Adds the column of a facet, or that of the goals of a basis; returns whether its codes fit.
    pub fn add(&mut self, facet: Facet, basis: Option<Basis>, given: FacetColumn) -> bool {
        let FacetColumn { values, sets, codes } = given;
        let is_set = sets.is_empty();
        let count = if is_set { values.len().max(1) } else { sets.len() };
        if codes.len() != self.rows || codes.iter().any(|code| *code as usize >= count) {
            return false;
        }
        let column = Column::of_codes(&codes, count, &|set, add| {
            let alone = [set as u32];
            let set = if is_set { &alone } else { sets.get(set) };
            set.iter().filter_map(|value| values.get(*value as usize)).for_each(|value| add(value.clone()));
        });
        if facet == Facet::Audience {
            self.audiences = values.iter().map(|value| column.position(value)).collect();
        }
        match basis {
            Some(basis) => self.goals.push((basis, column)),
            None => self.facets.push((facet, column)),
        }
        true
    }
}

impl Index {
    /// Builds the index of columns; `None` if they do not fit together. The search finds nothing in it, since it has no
    /// texts.
    pub fn of_columns(columns: Columns) -> Option<Self> {
        let Columns { rows, mut facets, mut goals, audiences, mut amounts, overlaps, entries } = columns;
        let mut all = Vec::new();
        for facet in Facet::ALL {
            let given = facets.iter().position(|(known, _)| *known == facet).map(|found| facets.swap_remove(found).1);
            // A column of one code for all rows keeps no codes.
            all.push(Rc::new(given.unwrap_or_else(|| Column::of_codes(&[], 1, &|_, _| {}))));
        }
        let mut by_basis = Vec::new();
        for basis in Basis::ALL {
            let given = goals.iter().position(|(known, _)| *known == basis).map(|found| goals.swap_remove(found).1);
            by_basis.push(given.map(Rc::new).or_else(|| all.get(Facet::Goal.index()).cloned())?);
        }

        if amounts.flags.is_empty() {
            (amounts.flags, amounts.values) = (vec![0; rows], vec![0; rows]);
        }
        let is_optional_length = |length: usize| length == rows || length == 0;
        let fits = amounts.flags.len() == rows
            && amounts.values.len() == rows
            && is_optional_length(amounts.weights.len())
            && is_optional_length(overlaps.len())
            // A single overlap could otherwise ask for any amount of memory.
            && overlaps.iter().all(|overlap| *overlap as usize <= rows)
            && entries.is_sorted_by_key(|(row, _)| *row)
            && entries.iter().all(|(row, _)| (*row as usize) < rows);
        let weight = |row| amounts.weight(row);
        let numbers = amounts.values.iter().enumerate().map(|(row, value)| weight(row) * u64::from(*value)).max();
        let is_small = |number: u64| number <= u64::from(u32::MAX);
        if !fits
            || amounts.weights.contains(&0)
            || !is_small((0..rows).map(weight).sum())
            || !is_small(numbers.unwrap_or(0))
        {
            return None;
        }
        amounts.flags.iter_mut().for_each(|flags| *flags &= !(Flags::SPECIAL | Flags::GROUPED));
        let mut special: Vec<(u32, Vec<EntryAmount>)> = Vec::new();
        for (row, entry) in entries {
            let entry = EntryAmount { audience: (*audiences.get(entry.audience as usize)?)? as u32, ..entry };
            match special.last_mut().filter(|(last, _)| *last == row) {
                Some((_, amounts)) => amounts.push(entry),
                None => special.push((row, vec![entry])),
            }
        }
        Some(Self::of_parts(
            RowSet::all(rows),
            all,
            by_basis,
            RowAmounts::new(amounts, &special, &overlaps),
            Vec::new(),
        ))
    }
}
