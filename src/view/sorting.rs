//! The records of a view in the order that the reader chose.
//!
//! Invariant: what has no value in the column comes last in either direction, and equals keep the order of ids, so that
//! the same view always has the same order.

use super::ViewContext;
use super::record_details::goals_with_basis;
use super::table::{amount, publisher};
use crate::model::Activity;
use crate::query::{Side, SortColumn};
use crate::sort::sorted_indices;

/// The records of a view by their places in the data set, sorted.
pub fn sorted_records(context: &ViewContext) -> Vec<usize> {
    let ViewContext { selection, totals, data, .. } = context;
    let found = totals.records.iter().filter_map(|place| Some((*place, data.activities.get(*place)?)));
    let found: Vec<(usize, &Activity)> = found.collect();
    let keys = keys(context, &found);
    let places = sorted_indices(found.len(), &mut |a, b| {
        let value = |at: usize| keys.get(at).copied().flatten();
        let ordering = match (value(a), value(b)) {
            (Some(a), Some(b)) if selection.sort.descending => b.cmp(&a),
            (Some(a), Some(b)) => a.cmp(&b),
            (a, b) => b.is_some().cmp(&a.is_some()),
        };
        let id = |at: usize| found.get(at).map(|(_, record)| &record.id);
        ordering.then_with(|| id(a).cmp(&id(b)))
    });
    places.into_iter().filter_map(|at| found.get(at)).map(|(place, _)| *place).collect()
}

/// What each record is sorted by, as a number; names as their places in the order of the language.
fn keys(context: &ViewContext, records: &[(usize, &Activity)]) -> Vec<Option<u64>> {
    let ViewContext { locale, selection, .. } = context;
    let named = |name: &dyn Fn(&Activity) -> Option<String>| {
        let names: Vec<Option<String>> = records.iter().map(|(_, record)| name(record)).collect();
        let texts: Vec<String> = names.iter().map(|name| name.clone().unwrap_or_default()).collect();
        let ranks = locale.formats().ranks(&texts);
        names.iter().zip(ranks).map(|(name, rank)| name.as_ref().map(|_| u64::from(rank))).collect()
    };
    match selection.sort.key {
        SortColumn::Country => named(&|record| Some(locale.country(record.countries.first()?.code()))),
        SortColumn::Title => named(&|record| Some(record.title.to_string())),
        SortColumn::Source => named(&|record| publisher(context, record)),
        key => records.iter().map(|(_, record)| number(context, key, record)).collect(),
    }
}

fn number(context: &ViewContext, key: SortColumn, record: &Activity) -> Option<u64> {
    match key {
        SortColumn::Date => {
            let (first, _) = record.date.as_ref()?.span()?;
            let (month, day) = (first.month.unwrap_or_default(), first.day.unwrap_or_default());
            Some(u64::from(first.year) << 16 | u64::from(month) << 8 | u64::from(day))
        }
        SortColumn::People => {
            let reached = amount(record, context.selection, Side::Reached);
            reached.counted.then_some(reached.low)
        }
        SortColumn::Goal => {
            let goals = goals_with_basis(context, record);
            let first = goals.iter().find(|(_, basis)| *basis <= context.selection.basis);
            first.map(|(goal, _)| u64::from(*goal))
        }
        _ => None,
    }
}
