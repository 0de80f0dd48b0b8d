//! A data set made ready for counting: a bitmap per facet value, amounts per row. A row is a record; rows that are
//! project totals are selected and listed like the others, and never counted.

mod amounts;
mod column;

use std::borrow::Cow;

use super::bitmap::Bitmap;
use super::search::{CaseFold, searchable};
use super::{Amount, Facet, FacetValue, Side};
use crate::model::{Basis, DataSet};
use amounts::AmountIndex;
pub(super) use amounts::Amounts;
use column::Column;

/// Everything that counting needs to know of a data set. Made once, never changed.
pub struct Index {
    rows: usize,
    activities: Bitmap,
    /// One per facet, in their order; the column of goals is in `goals`.
    columns: Vec<Column>,
    /// One per basis: stated; with the project's; with those of the theme.
    goals: Vec<Column>,
    /// Each row's overlap group, 0 for none.
    groups: Vec<u32>,
    last_group: u32,
    amounts: AmountIndex,
    texts: Vec<String>,
}

impl Index {
    /// Makes the index of a data set.
    pub fn new(data: &DataSet, fold: &dyn CaseFold) -> Self {
        let rows = data.activities.len();
        let activities = Bitmap::of(rows, |row| data.activities.get(row).is_some_and(|a| !a.is_project_total()));
        let columns: Vec<Column> = Facet::ALL.into_iter().map(|facet| column(data, facet)).collect();
        let goals = Basis::ALL.into_iter().map(|basis| goals(data, basis)).collect();
        let (groups, last_group) = groups(data);
        let audiences = columns.get(Facet::Audience.index());
        let amounts = audiences.map_or_else(AmountIndex::default, |audiences| AmountIndex::new(data, audiences));
        let texts = data.activities.iter().map(|activity| fold.fold(&searchable(activity, data))).collect();
        Self { rows, activities, columns, goals, groups, last_group, amounts, texts }
    }

    /// Whether the data have this value in the facet.
    pub fn has(&self, facet: Facet, value: &FacetValue) -> bool {
        self.column(facet, Basis::Theme).is_some_and(|column| column.get(value).is_some())
    }

    /// The values that the data have in a facet, sorted, without the unknown.
    pub fn values(&self, facet: Facet) -> impl Iterator<Item = &FacetValue> {
        self.values_by(facet, Basis::Theme)
    }

    /// The same by a basis of goals.
    pub fn values_by(&self, facet: Facet, basis: Basis) -> impl Iterator<Item = &FacetValue> {
        let column = self.column(facet, basis).into_iter();
        column.flat_map(Column::values).map(|(value, _)| value).filter(|value| **value != FacetValue::Unknown)
    }

    /// The first and last year of the data.
    pub fn years(&self) -> Option<(u16, u16)> {
        let mut years = self.values(Facet::Year).filter_map(FacetValue::number);
        let first = years.next()?;
        Some((first, years.last().unwrap_or(first)))
    }

    pub(super) fn rows(&self) -> usize {
        self.rows
    }

    /// The rows that are activities and so count.
    pub(super) fn activities(&self) -> &Bitmap {
        &self.activities
    }

    pub(super) fn column(&self, facet: Facet, basis: Basis) -> Option<&Column> {
        match facet {
            Facet::Goal => self.goals.get(basis as usize),
            _ => self.columns.get(facet.index()),
        }
    }

    pub(super) fn groups(&self) -> (&[u32], u32) {
        (&self.groups, self.last_group)
    }

    /// The amounts that count when only these audiences are chosen; everyone's when none is.
    pub(super) fn amounts(&self, audiences: &[FacetValue]) -> Cow<'_, Amounts> {
        if audiences.is_empty() {
            return self.amounts.everyone();
        }
        let places: Vec<usize> = audiences.iter().filter_map(|audience| self.audience_at(audience)).collect();
        self.amounts.of(&places)
    }

    /// The rows in which this audience has an amount, in their order, each once.
    pub(super) fn audience(&self, audience: &FacetValue, side: Side) -> &[(usize, Amount)] {
        self.audience_at(audience).map_or(&[], |at| self.amounts.audience(at, side))
    }

    fn audience_at(&self, audience: &FacetValue) -> Option<usize> {
        self.columns.get(Facet::Audience.index())?.at(audience)
    }

    /// The rows in which every one of the folded words occurs.
    pub(super) fn containing(&self, words: &[String]) -> Bitmap {
        Bitmap::of(self.rows, |row| {
            self.texts.get(row).is_some_and(|text| words.iter().all(|word| text.contains(word.as_str())))
        })
    }
}

fn column(data: &DataSet, facet: Facet) -> Column {
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

fn goals(data: &DataSet, basis: Basis) -> Column {
    Column::new(data.activities.len(), &|row, add| {
        let Some(activity) = data.activities.get(row) else { return };
        let taken = activity.goals(data).filter(|(_, known_by)| *known_by <= basis);
        taken.for_each(|(goal, _)| add(goal.into()));
    })
}

/// Each row's overlap group, numbered from 1, and the last number.
fn groups(data: &DataSet) -> (Vec<u32>, u32) {
    let rows = data.activities.len();
    let overlaps = Column::new(rows, &|row, add| {
        let slug = data.activities.get(row).and_then(|activity| activity.overlap.as_ref());
        slug.into_iter().for_each(|slug| add(slug.into()));
    });
    let mut groups = vec![0; rows];
    let mut last = 0;
    for (_, members) in overlaps.values().filter(|(slug, _)| **slug != FacetValue::Unknown) {
        last += 1;
        for row in members.rows() {
            if let Some(group) = groups.get_mut(row) {
                *group = last;
            }
        }
    }
    (groups, last)
}
