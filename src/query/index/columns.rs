//! The index of a data set that is handed over as columns, without records. Invariant: columns that do not fit together
//! are refused before anything is counted.

use std::rc::Rc;

use counting::{Amounts, Flags, RowSet, SetDictionary};

use super::amounts::{EntryAmount, RowAmounts};
use super::{Column, Index, Pairs};
use crate::model::Basis;
use crate::query::{Facet, FacetValue};

/// A data set as columns. What is not given is not stated: facets without a column, and amounts.
#[derive(Default)]
pub struct Columns {
    /// How many rows there are.
    pub rows: usize,
    /// The columns of facets. That of goals counts for every basis that has no column of its own.
    pub facets: Vec<(Facet, FacetColumn)>,
    /// The goals of a basis, with those of stronger bases.
    pub goals: Vec<(Basis, FacetColumn)>,
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
    /// The values, in any order, each once, and without the unknown.
    pub values: Vec<FacetValue>,
    /// Where each set of values begins in `sets`, and the last one ends. If there are none, each value is a set.
    pub set_starts: Vec<u32>,
    /// The sets one after another, as positions in `values`. An empty set is the unknown.
    pub sets: Vec<u32>,
    /// The set of each row.
    pub codes: Vec<u32>,
}

/// What does not fit in columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnsError {
    /// A list has not one item for each row.
    Length,
    /// A code, a position or a row is beyond the end of what it points into.
    OutOfRange,
    /// A weight is 0, or numbers are too large: see [`Columns::amounts`].
    Numbers,
}

impl Index {
    /// Builds the index of columns. The search finds nothing in it, since it has no texts.
    ///
    /// # Errors
    /// [`ColumnsError`] if the columns do not fit together.
    pub fn of_columns(columns: Columns) -> Result<Self, ColumnsError> {
        let Columns { rows, mut facets, goals, amounts, overlaps, entries } = columns;
        let audience_positions = |facets: &[(Facet, FacetColumn)]| {
            let audiences = facets.iter().find(|(facet, _)| *facet == Facet::Audience);
            audiences.map_or_else(|| vec![0], |(_, column)| column.sorted().1)
        };
        let positions = audience_positions(&facets);
        let mut all = Vec::new();
        for facet in Facet::ALL {
            let given = facets.iter().position(|(known, _)| *known == facet).map(|found| facets.swap_remove(found).1);
            all.push(facet_column(rows, given)?);
        }
        let mut by_basis: Vec<Option<Rc<Column>>> = vec![None; Basis::ALL.len()];
        for (basis, column) in goals {
            let column = Rc::new(facet_column(rows, Some(column))?);
            by_basis.get_mut(basis as usize).into_iter().for_each(|place| *place = Some(column.clone()));
        }
        let mut columns = Vec::new();
        let mut goals = None;
        for (facet, column) in Facet::ALL.into_iter().zip(all) {
            match facet {
                Facet::Goal => {
                    goals = Some(Rc::new(column));
                    columns.push(facet_column(0, None)?);
                }
                _ => columns.push(column),
            }
        }
        let goals = by_basis.into_iter().filter_map(|basis| basis.or_else(|| goals.clone())).collect();
        let pairs = match (columns.get(Facet::Country.index()), columns.get(Facet::Year.index())) {
            (Some(countries), Some(years)) => Pairs::new(rows, countries, years),
            _ => Pairs::default(),
        };
        let amounts = row_amounts(rows, amounts, &overlaps, &entries, &positions)?;
        Ok(Self {
            row_count: rows,
            activities: Rc::new(RowSet::all(rows)),
            activity_count: rows,
            no_rows: Rc::new(RowSet::empty(rows)),
            columns,
            goals,
            pairs,
            amounts,
            texts: Vec::new(),
        })
    }
}

impl FacetColumn {
    /// The values, sorted, with the unknown at the end; and the position among them of each value as given.
    fn sorted(&self) -> (Vec<FacetValue>, Vec<u32>) {
        let order =
            crate::sort::sorted_indices(self.values.len(), &mut |a, b| self.values.get(a).cmp(&self.values.get(b)));
        let mut positions = vec![0; self.values.len()];
        let mut values = Vec::new();
        for given in order {
            values.extend(self.values.get(given).cloned());
            positions.get_mut(given).into_iter().for_each(|position| *position = values.len() as u32 - 1);
        }
        values.push(FacetValue::Unknown);
        (values, positions)
    }
}

fn facet_column(rows: usize, given: Option<FacetColumn>) -> Result<Column, ColumnsError> {
    let Some(given) = given else {
        let sets = SetDictionary::of(vec![0, 0], Vec::new());
        return Ok(Column::of_sets(rows, vec![FacetValue::Unknown], &[], &sets, vec![0; rows]));
    };
    let (values, positions) = given.sorted();
    let FacetColumn { set_starts, sets, codes, .. } = given;
    if codes.len() != rows {
        return Err(ColumnsError::Length);
    }
    let sets = if set_starts.is_empty() {
        let count = positions.len() as u32;
        SetDictionary::of((0..=count).collect(), (0..count).collect())
    } else {
        SetDictionary::of(set_starts, sets)
    };
    let has_every_value = sets.values().iter().all(|value| (*value as usize) < positions.len());
    let has_every_set = codes.iter().all(|code| (*code as usize) < sets.len());
    if !has_every_value || !has_every_set || !sets.is_in_order() {
        return Err(ColumnsError::OutOfRange);
    }
    Ok(Column::of_sets(rows, values, &positions, &sets, codes))
}

fn row_amounts(
    rows: usize,
    mut plain: Amounts,
    overlaps: &[u32],
    entries: &[(u32, EntryAmount)],
    audiences: &[u32],
) -> Result<RowAmounts, ColumnsError> {
    if plain.flags.is_empty() && plain.values.is_empty() {
        (plain.flags, plain.values) = (vec![0; rows], vec![0; rows]);
    }
    let has_each_row = |length: usize| length == rows || length == 0;
    let lengths = [plain.flags.len(), plain.values.len()].iter().all(|length| *length == rows);
    if !lengths || !has_each_row(plain.weights.len()) || !has_each_row(overlaps.len()) {
        return Err(ColumnsError::Length);
    }
    plain.flags.iter_mut().for_each(|flags| *flags &= !(Flags::SPECIAL | Flags::GROUPED));
    let mut together: u64 = 0;
    for (weight, value) in plain.weights.iter().zip(&plain.values) {
        together += u64::from(*weight);
        if *weight == 0 || u64::from(*weight) * u64::from(*value) > u64::from(u32::MAX) {
            return Err(ColumnsError::Numbers);
        }
    }
    if together > u64::from(u32::MAX) || rows > u32::MAX as usize {
        return Err(ColumnsError::Numbers);
    }
    let mut special: Vec<(u32, Vec<EntryAmount>)> = Vec::new();
    for (row, entry) in entries {
        let Some(audience) = audiences.get(entry.audience as usize).copied() else {
            return Err(ColumnsError::OutOfRange);
        };
        let entry = EntryAmount { audience, ..*entry };
        match special.last_mut() {
            Some((last, amounts)) if last == row => amounts.push(entry),
            Some((last, _)) if *last > *row => return Err(ColumnsError::OutOfRange),
            _ if *row as usize >= rows => return Err(ColumnsError::OutOfRange),
            _ => special.push((*row, vec![entry])),
        }
    }
    // The overlaps are numbered without gaps, or a single one could ask for any amount of memory.
    if overlaps.iter().any(|overlap| *overlap as usize > rows) {
        return Err(ColumnsError::OutOfRange);
    }
    Ok(RowAmounts::new(plain, &special, overlaps))
}
