//! The sums of one column: for each set of its values what the rows of its base add. Invariant: together with the sums
//! of special rows and of overlaps they are those of the rows of the base, and of no others.

use std::rc::Rc;

use counting::{Codes, RowSet, SetDictionary, Sum};

use crate::model::Basis;
use crate::query::index::Column;
use crate::query::{Facet, Index};

/// What rows are counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::query) enum CountedColumn {
    /// The values of a facet other than the goals.
    Facet(Facet),
    /// The goals that are known by a basis or a stronger one.
    Goals(Basis),
    /// Country by year.
    Pairs,
    /// All rows of the selection together.
    Total,
    /// All rows that pass the filters but that of the audience, with all of their entries.
    AllAudiences,
}

impl CountedColumn {
    /// All of them.
    pub(in crate::query) const ALL: [CountedColumn; 14] = [
        CountedColumn::Facet(Facet::Country),
        CountedColumn::Facet(Facet::Year),
        CountedColumn::Facet(Facet::Kind),
        CountedColumn::Facet(Facet::Theme),
        CountedColumn::Facet(Facet::Audience),
        CountedColumn::Facet(Facet::Organisation),
        CountedColumn::Facet(Facet::Donor),
        CountedColumn::Facet(Facet::Project),
        CountedColumn::Goals(Basis::Stated),
        CountedColumn::Goals(Basis::Declared),
        CountedColumn::Goals(Basis::Inferred),
        CountedColumn::Pairs,
        CountedColumn::Total,
        CountedColumn::AllAudiences,
    ];

    /// The column of a facet whose goals are counted by this basis.
    pub(in crate::query) fn of(facet: Facet, basis: Basis) -> Self {
        if facet == Facet::Goal { Self::Goals(basis) } else { Self::Facet(facet) }
    }

    /// The filters that the column ignores, as bits in the order of facets.
    pub(super) fn ignored(self) -> u16 {
        let bit = |facet: Facet| 1 << facet.index();
        match self {
            Self::Facet(facet) => bit(facet),
            Self::Goals(_) => bit(Facet::Goal),
            Self::Pairs => bit(Facet::Country) | bit(Facet::Year),
            Self::Total => 0,
            Self::AllAudiences => bit(Facet::Audience),
        }
    }

    /// Whether a selection with this basis needs the column. With goals from themes, those without them say what is
    /// firm.
    pub(super) fn is_needed(self, basis: Basis) -> bool {
        match self {
            Self::Goals(goals) => goals == basis || (goals, basis) == (Basis::Declared, Basis::Inferred),
            _ => true,
        }
    }

    /// Whether the column counts all entries, whatever audiences are chosen.
    pub(super) fn has_all_entries(self) -> bool {
        matches!(self, Self::Facet(Facet::Audience) | Self::AllAudiences)
    }

    /// The sets of the column's values, how many values there are, and the set of each row.
    pub(in crate::query) fn sets(self, index: &Index) -> (Option<&SetDictionary>, usize, &Codes) {
        match (self, self.column(index)) {
            (_, Some(column)) => (Some(&column.sets), column.values.len(), &column.codes),
            (Self::Pairs, _) => {
                index.pairs().map_or((None, 0, &Codes::One), |pairs| (Some(&pairs.sets), pairs.cells, &pairs.codes))
            }
            _ => (None, 0, &Codes::One),
        }
    }

    /// The column of the index, if it is that of a facet.
    pub(in crate::query) fn column(self, index: &Index) -> Option<&Column> {
        match self {
            Self::Facet(facet) => index.column(facet, Basis::default()),
            Self::Goals(basis) => index.column(Facet::Goal, basis),
            _ => None,
        }
    }

    /// The values of a row, by position.
    pub(super) fn values_of(self, index: &Index, row: usize) -> &[u32] {
        let (sets, _, codes) = self.sets(index);
        sets.map_or(&[], |sets| sets.get(codes.get(row)))
    }
}

/// How many sums there are of special rows: see `special_rows`.
pub(in crate::query) const KINDS: usize = 6;

/// The sums of a column.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::query) struct ColumnSums {
    /// The column.
    pub column: CountedColumn,
    /// The rows that are counted.
    pub base: Rc<RowSet>,
    /// The sum of each set of values: how many activities, with the numbers of plain rows.
    pub sums: Vec<Sum>,
    /// The same of plain rows whose numbers are bounds or about.
    pub bounded: Vec<Sum>,
    /// What special rows add. Empty if the data have none.
    pub special: [Vec<Sum>; KINDS],
    /// The lower figures of overlaps, first of all rows and then of each value, as lower 32 bits and the rest: of people
    /// reached, and of people planned. Empty if the data have none.
    pub overlaps: [Vec<Sum>; 2],
    /// How many people reached the lower figure of all rows would have more without overlaps.
    pub overlapped: u64,
    /// The audiences whose entries are counted; `None` for all.
    pub audiences: Option<Vec<bool>>,
}

impl ColumnSums {
    /// The sums of no rows.
    pub(super) fn empty(index: &Index, column: CountedColumn) -> Self {
        let (sets, values, _) = column.sets(index);
        let of_sets = |is: bool| vec![Sum::default(); if is { sets.map_or(1, SetDictionary::len) } else { 0 }];
        let has_special = index.amounts().has_special();
        let has_overlaps = index.amounts().overlap_count() > 1;
        Self {
            column,
            base: index.no_rows().clone(),
            sums: of_sets(true),
            bounded: of_sets(true),
            special: [(); KINDS].map(|()| of_sets(has_special)),
            overlaps: [(); 2].map(|()| vec![Sum::default(); if has_overlaps { values + 1 } else { 0 }]),
            overlapped: 0,
            audiences: None,
        }
    }
}
