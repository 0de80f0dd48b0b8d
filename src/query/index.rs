//! A data set made ready for counting: a bitmap per facet value, amounts per row. A row is the position of a record.
//! Invariant: rows of project totals are selected and listed like the others, but never counted.

mod amounts;
mod column;

use std::borrow::Cow;

use super::bitmap::Bitmap;
use super::search::{CaseFold, searchable_text};
use super::{Amount, Facet, FacetValue, Side};
use crate::model::{Basis, DataSet};
use amounts::AmountIndex;
pub(super) use amounts::Amounts;
use column::Column;

/// Everything that counting needs to know about a data set. Built once, never changed.
pub struct Index {
    row_count: usize,
    activities: Bitmap,
    /// One per facet, in the order of [`Facet::ALL`]. That of goals is a placeholder; see `goals`.
    columns: Vec<Column>,
    /// One per basis: goals that are stated; also those of the project; also those of the themes.
    goals: Vec<Column>,
    /// The overlap of each row, 0 for none.
    overlaps: Vec<u32>,
    last_overlap: u32,
    amounts: AmountIndex,
    /// The folded text of each row, for the search.
    texts: Vec<String>,
}

impl Index {
    /// Builds the index of a data set.
    pub fn new(data: &DataSet, fold: &dyn CaseFold) -> Self {
        let row_count = data.activities.len();
        let activities = Bitmap::of(row_count, |row| data.activities.get(row).is_some_and(|a| !a.is_project_total()));
        let columns: Vec<Column> = Facet::ALL.into_iter().map(|facet| facet_column(data, facet)).collect();
        let goals = Basis::ALL.into_iter().map(|basis| goal_column(data, basis)).collect();
        let (overlaps, last_overlap) = overlaps_of_rows(data);
        let audiences = columns.get(Facet::Audience.index());
        let amounts = audiences.map_or_else(AmountIndex::default, |audiences| AmountIndex::new(data, audiences));
        let texts = data.activities.iter().map(|activity| fold.fold(&searchable_text(activity, data))).collect();
        Self { row_count, activities, columns, goals, overlaps, last_overlap, amounts, texts }
    }

    /// Whether any record has this value of the facet.
    pub fn has(&self, facet: Facet, value: &FacetValue) -> bool {
        self.column(facet, Basis::Inferred).is_some_and(|column| column.get(value).is_some())
    }

    /// The values of a facet that occur in the data, sorted, without the unknown.
    pub fn values(&self, facet: Facet) -> impl Iterator<Item = &FacetValue> {
        self.values_by(facet, Basis::Inferred)
    }

    /// Like [`Index::values`], with the goals that a basis takes into account.
    pub fn values_by(&self, facet: Facet, basis: Basis) -> impl Iterator<Item = &FacetValue> {
        let column = self.column(facet, basis).into_iter();
        column.flat_map(Column::values).map(|(value, _)| value).filter(|value| **value != FacetValue::Unknown)
    }

    /// The first and last year of the data; `None` if every record is undated.
    pub fn years(&self) -> Option<(u16, u16)> {
        let mut years = self.values(Facet::Year).filter_map(FacetValue::number);
        let first = years.next()?;
        Some((first, years.last().unwrap_or(first)))
    }

    pub(super) fn row_count(&self) -> usize {
        self.row_count
    }

    /// The rows that are counted: activities, not project totals.
    pub(super) fn activities(&self) -> &Bitmap {
        &self.activities
    }

    pub(super) fn column(&self, facet: Facet, basis: Basis) -> Option<&Column> {
        match facet {
            Facet::Goal => self.goals.get(basis as usize),
            _ => self.columns.get(facet.index()),
        }
    }

    /// The overlap of each row, 0 for none, and the highest overlap.
    pub(super) fn overlaps(&self) -> (&[u32], u32) {
        (&self.overlaps, self.last_overlap)
    }

    /// The amounts of these audiences; of all audiences if none is given.
    pub(super) fn amounts(&self, audiences: &[FacetValue]) -> Cow<'_, Amounts> {
        if audiences.is_empty() {
            return self.amounts.all_audiences();
        }
        let indices: Vec<usize> = audiences.iter().filter_map(|audience| self.audience_index(audience)).collect();
        self.amounts.of_audiences(&indices)
    }

    /// The rows in which this audience has an amount, ascending, each once.
    pub(super) fn audience(&self, audience: &FacetValue, side: Side) -> &[(usize, Amount)] {
        self.audience_index(audience).map_or(&[], |index| self.amounts.audience(index, side))
    }

    fn audience_index(&self, audience: &FacetValue) -> Option<usize> {
        self.columns.get(Facet::Audience.index())?.position(audience)
    }

    /// The rows whose text contains every one of these folded words.
    pub(super) fn containing(&self, words: &[String]) -> Bitmap {
        Bitmap::of(self.row_count, |row| {
            self.texts.get(row).is_some_and(|text| words.iter().all(|word| text.contains(word.as_str())))
        })
    }
}

fn facet_column(data: &DataSet, facet: Facet) -> Column {
    Column::new(data.activities.len(), &|row, add| {
        let Some(activity) = data.activities.get(row) else { return };
        match facet {
            Facet::Country => activity.countries.iter().for_each(|country| add((*country).into())),
            Facet::Year => {
                let years = activity.date.as_ref().and_then(|date| date.years());
                years.into_iter().flatten().for_each(|year| add(FacetValue::Number(year)));
            }
            Facet::Goal => {}
            Facet::Kind => activity.kind.iter().for_each(|kind| add(kind.into())),
            Facet::Theme => activity.themes.iter().for_each(|theme| add(theme.into())),
            Facet::Audience => {
                activity.reach.iter().for_each(|entry| add(FacetValue::audience_of(entry)));
            }
            Facet::Organisation => activity.organisation.iter().for_each(|code| add(code.into())),
            Facet::Donor => activity.all_donors(data).for_each(|donor| add(donor.into())),
            Facet::Project => activity.project.iter().for_each(|project| add(project.into())),
        }
    })
}

/// The goals of all rows that are known by this basis or a stronger one.
fn goal_column(data: &DataSet, basis: Basis) -> Column {
    Column::new(data.activities.len(), &|row, add| {
        let Some(activity) = data.activities.get(row) else { return };
        let goals = activity.goals(data).filter(|(_, known_by)| *known_by <= basis);
        goals.for_each(|(goal, _)| add(goal.into()));
    })
}

/// The overlap of each row, numbered from 1, or 0 for none; and the highest overlap.
fn overlaps_of_rows(data: &DataSet) -> (Vec<u32>, u32) {
    let row_count = data.activities.len();
    let codes = Column::new(row_count, &|row, add| {
        let code = data.activities.get(row).and_then(|activity| activity.overlap.as_ref());
        code.into_iter().for_each(|code| add(code.into()));
    });
    let mut overlaps = vec![0; row_count];
    let mut last = 0;
    for (_, members) in codes.values().filter(|(code, _)| **code != FacetValue::Unknown) {
        last += 1;
        for row in members.rows() {
            if let Some(overlap) = overlaps.get_mut(row) {
                *overlap = last;
            }
        }
    }
    (overlaps, last)
}
