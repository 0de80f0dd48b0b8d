//! The index of the records of a data set.

use std::rc::Rc;

use counting::{Amounts, RowSet};

use super::amounts::{EntryAmount, RowAmounts, plain};
use super::{Column, Index};
use crate::model::{Activity, Basis, DataSet};
use crate::query::search::{CaseFold, searchable_text};
use crate::query::{Amount, Facet, FacetValue};

impl Index {
    /// Builds the index of a data set. `fold` makes texts comparable for the search.
    pub fn new(data: &DataSet, fold: &dyn CaseFold) -> Self {
        let records = &data.activities;
        let row_count = records.len();
        let mut activities = RowSet::empty(row_count);
        for (row, _) in records.iter().enumerate().filter(|(_, record)| !record.is_project_total()) {
            activities.insert(row);
        }
        let column = |facet| {
            Column::new(row_count, &|row, add| {
                if let Some(record) = records.get(row) {
                    add_values(record, data, facet, add);
                }
            })
        };
        let columns: Vec<Rc<Column>> = Facet::ALL.into_iter().map(|facet| Rc::new(column(facet))).collect();
        let goals = Basis::ALL.into_iter().map(|basis| Rc::new(goal_column(data, basis))).collect();
        let amounts = columns.get(Facet::Audience.index()).map(|audiences| row_amounts(data, audiences));
        let texts = records.iter().map(|record| fold.fold(&searchable_text(record, data))).collect();
        Self::of_parts(activities, columns, goals, amounts.unwrap_or_default(), texts)
    }
}

fn add_values(activity: &Activity, data: &DataSet, facet: Facet, add: &mut dyn FnMut(FacetValue)) {
    match facet {
        Facet::Country => activity.countries.iter().for_each(|country| add((*country).into())),
        Facet::Year => {
            let years = activity.date.as_ref().and_then(|date| date.years());
            years.into_iter().flatten().for_each(|year| add(FacetValue::Number(year)));
        }
        Facet::Goal => {}
        Facet::Kind => activity.kind.iter().for_each(|kind| add(kind.into())),
        Facet::Theme => activity.themes.iter().for_each(|theme| add(theme.into())),
        Facet::Audience => activity.reach.iter().for_each(|entry| add(FacetValue::audience_of(entry))),
        Facet::Organisation => activity.organisation.iter().for_each(|code| add(code.into())),
        Facet::Donor => activity.all_donors(data).for_each(|donor| add(donor.into())),
        Facet::Project => activity.project.iter().for_each(|project| add(project.into())),
    }
}

/// The goals of all rows that are known by this basis or a stronger one.
fn goal_column(data: &DataSet, basis: Basis) -> Column {
    Column::new(data.activities.len(), &|row, add| {
        let Some(activity) = data.activities.get(row) else { return };
        let goals = activity.goals(data).filter(|(_, known_by)| *known_by <= basis);
        goals.for_each(|(goal, _)| add(goal.into()));
    })
}

fn row_amounts(data: &DataSet, audiences: &Column) -> RowAmounts {
    let mut all = Amounts::default();
    let mut special = Vec::new();
    for (row, activity) in data.activities.iter().enumerate() {
        let is_counted = !activity.is_project_total();
        let entries = if is_counted { entry_amounts(activity, audiences) } else { Vec::new() };
        let has_one_audience = audiences.sets.get(audiences.codes.get(row)).len() == 1;
        let plain_amount = match entries.as_slice() {
            [] => Some((0, 0)),
            [entry] if has_one_audience && entry.side as usize == 0 => plain(&entry.amount, 1),
            _ => None,
        };
        let (value, flags) = plain_amount.unwrap_or_default();
        all.values.push(value);
        all.flags.push(flags);
        if plain_amount.is_none() {
            special.push((row as u32, entries));
        }
    }
    RowAmounts::new(all, &special, &overlaps(data))
}

/// What the entries of an activity add, each audience and side once.
fn entry_amounts(activity: &Activity, audiences: &Column) -> Vec<EntryAmount> {
    let mut entries: Vec<EntryAmount> = Vec::new();
    for entry in &activity.reach {
        let position = audiences.position(&FacetValue::audience_of(entry));
        let (Some(audience), Some((side, amount))) = (position, Amount::of(entry)) else { continue };
        let audience = audience as u32;
        match entries.iter_mut().find(|known| known.audience == audience && known.side == side) {
            Some(known) => known.amount.add(&amount),
            None => entries.push(EntryAmount { audience, side, amount }),
        }
    }
    entries
}

/// The overlap of each row, numbered from 1, or 0 for none; empty if no row has one.
fn overlaps(data: &DataSet) -> Vec<u32> {
    let codes = Column::new(data.activities.len(), &|row, add| {
        let code = data.activities.get(row).and_then(|activity| activity.overlap.as_ref());
        code.into_iter().for_each(|code| add(code.into()));
    });
    let last = codes.values.len() as u32 - 1;
    if last == 0 {
        return Vec::new();
    }
    let overlap_of_set =
        |set: usize| codes.sets.get(set).first().filter(|value| **value != last).map_or(0, |value| value + 1);
    (0..data.activities.len()).map(|row| overlap_of_set(codes.codes.get(row))).collect()
}
