//! A data set made ready for counting: a bitmap per facet value, amounts per row. A row is a record; rows that are
//! project totals are selected and listed like the others, and never counted.

mod column;
mod people;

use super::bitmap::Bitmap;
use super::search::{Fold, searchable};
use super::{Facet, Value};
use crate::model::{Basis, DataSet};
use column::Column;
pub(super) use people::{Amounts, People};

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
    people: People,
    texts: Vec<String>,
}

impl Index {
    /// Makes the index of a data set.
    pub fn new(data: &DataSet, fold: &dyn Fold) -> Self {
        let rows = data.activities.len();
        let activities = Bitmap::of(rows, |row| data.activities.get(row).is_some_and(|a| !a.is_project_total()));
        let columns: Vec<Column> = Facet::ALL.into_iter().map(|facet| column(data, facet)).collect();
        let goals = Basis::ALL.into_iter().map(|basis| goals(data, basis)).collect();
        let (groups, last_group) = groups(data);
        let people = People::new(data);
        let texts = data.activities.iter().map(|activity| fold.fold(&searchable(activity, data))).collect();
        Self { rows, activities, columns, goals, groups, last_group, people, texts }
    }

    /// Whether the data have this value in the facet.
    pub fn has(&self, facet: Facet, value: &Value) -> bool {
        self.column(facet, Basis::Theme).is_some_and(|column| column.get(value).is_some())
    }

    /// The values that the data have in a facet, sorted, without the unknown.
    pub fn values(&self, facet: Facet) -> impl Iterator<Item = &Value> {
        let column = self.column(facet, Basis::Theme).into_iter();
        column.flat_map(Column::values).map(|(value, _)| value).filter(|value| **value != Value::Unknown)
    }

    /// The first and last year of the data.
    pub fn years(&self) -> Option<(u16, u16)> {
        let mut years = self.values(Facet::Year).filter_map(Value::number);
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
            _ => self.columns.get(facet.at()),
        }
    }

    pub(super) fn groups(&self) -> (&[u32], u32) {
        (&self.groups, self.last_group)
    }

    /// Who was reached and is planned to be, by row.
    pub(super) fn people(&self) -> &People {
        &self.people
    }

    /// The rows in which every one of the folded words occurs.
    pub(super) fn containing(&self, words: &[String]) -> Bitmap {
        Bitmap::of(self.rows, |row| {
            self.texts.get(row).is_some_and(|text| words.iter().all(|word| text.contains(word.as_str())))
        })
    }
}

fn column(data: &DataSet, facet: Facet) -> Column {
    Column::new(data.activities.len(), |row, add| {
        let Some(activity) = data.activities.get(row) else { return };
        match facet {
            Facet::Country => activity.countries.iter().for_each(|country| add((*country).into())),
            Facet::Year => {
                let years = activity.date.as_ref().and_then(|date| date.years());
                years.into_iter().flatten().for_each(|year| add(Value::Number(year)));
            }
            Facet::Goal => {}
            Facet::Kind => activity.kind.iter().for_each(|kind| add(kind.into())),
            Facet::Theme => activity.themes.iter().for_each(|theme| add(theme.into())),
            Facet::Audience => {
                for entry in &activity.reach {
                    add(entry.audience.as_ref().map_or(Value::Unknown, Value::from));
                }
            }
            Facet::Organisation => activity.organisation.iter().for_each(|code| add(code.into())),
            Facet::Donor => activity.all_donors(data).for_each(|donor| add(donor.into())),
            Facet::Project => activity.project.iter().for_each(|project| add(project.into())),
        }
    })
}

fn goals(data: &DataSet, basis: Basis) -> Column {
    Column::new(data.activities.len(), |row, add| {
        let Some(activity) = data.activities.get(row) else { return };
        let taken = activity.goals(data).filter(|(_, known_by)| *known_by <= basis);
        taken.for_each(|(goal, _)| add(goal.into()));
    })
}

fn groups(data: &DataSet) -> (Vec<u32>, u32) {
    let mut numbers = std::collections::BTreeMap::new();
    let of_rows = data.activities.iter().map(|activity| match &activity.overlap {
        None => 0,
        Some(slug) => {
            let next = numbers.len() as u32 + 1;
            *numbers.entry(slug).or_insert(next)
        }
    });
    let groups = of_rows.collect();
    (groups, numbers.len() as u32)
}
