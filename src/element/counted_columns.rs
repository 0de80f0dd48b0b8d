//! A data set that a script hands over as columns, without records and without a screen. Invariant: nothing is counted
//! before the columns are complete, and none can be added afterwards.

use super::intl::JsFormats;
use crate::export::totals_json;
use crate::link::{decode, encode};
use crate::model::{Basis, DataSet};
use crate::query::{
    Amount, Columns, Counter, EntryAmount, Facet, FacetColumn, FacetValue, Flags, Index, Selection, Side, Totals,
};

/// Columns, and the totals of the view that was counted last.
pub struct CountedColumns {
    columns: Columns,
    counted: Option<(Index, Counter)>,
    view: Selection,
    totals: Option<Totals>,
    formats: JsFormats,
}

impl CountedColumns {
    /// Columns of this many rows.
    pub fn new(rows: usize, formats: JsFormats) -> Self {
        Self { columns: Columns::new(rows), counted: None, view: Selection::default(), totals: None, formats }
    }

    /// Adds the column of a facet, given by its word in links, or of the goals of a basis, given by its word; returns
    /// whether there is such a column and its codes fit. `values` are the codes of the values, one a line.
    pub fn add(&mut self, key: &str, values: &str, column: FacetColumn) -> bool {
        let facet = Facet::from_key(key);
        let basis = Basis::ALL.into_iter().find(|basis| basis.code() == key);
        let value = |code: &str| match facet.unwrap_or(Facet::Goal) {
            Facet::Year | Facet::Goal => code.parse().map_or(FacetValue::Unknown, FacetValue::Number),
            _ => FacetValue::Code(code.into()),
        };
        let column = FacetColumn { values: values.lines().map(value).collect(), ..column };
        (facet.is_some() || basis.is_some()) && self.columns.add(facet.unwrap_or(Facet::Goal), basis, column)
    }

    /// Adds the amounts of all rows.
    pub fn set_amounts(&mut self, amounts: crate::query::Amounts, overlaps: Vec<u32>) {
        (self.columns.amounts, self.columns.overlaps) = (amounts, overlaps);
    }

    /// Adds amounts of one row, audience and side. `flags` are those of [`Flags`], and 64 for people planned.
    pub fn add_entry(&mut self, row: u32, audience: u32, flags: u8, [low, high]: [f64; 2]) {
        let has = |flag: u8| flags & flag != 0;
        let side = if has(64) { Side::Planned } else { Side::Reached };
        let amount = Amount {
            low: low as u64,
            high: high as u64,
            open: has(Flags::OPEN),
            about: has(Flags::ABOUT),
            counted: has(Flags::COUNTED),
        };
        self.columns.entries.push((row, EntryAmount { audience, side, amount }));
    }

    /// Counts the view of a link; `None` if the columns do not fit together.
    pub fn count(&mut self, link: &str) -> Option<()> {
        if self.counted.is_none() {
            let index = Index::of_columns(std::mem::take(&mut self.columns))?;
            self.counted = Some((index, Counter::default()));
        }
        if let Some((index, counter)) = &mut self.counted {
            self.view = decode(link, &DataSet::default(), index).selection;
            self.totals = Some(Totals::next(index, counter, &self.view, &self.formats));
        }
        Some(())
    }

    /// The totals of the view as JSON; empty before one was counted.
    pub fn totals(&self) -> String {
        self.totals.as_ref().map_or_else(String::new, |totals| totals_json(&encode(&self.view), totals))
    }
}
