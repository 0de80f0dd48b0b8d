//! The records of a view in the order that the reader chose.
//!
//! Invariant: records without a value in the column come last in either direction, and equal ones are in the order of
//! their ids. So the same view always has the same order.

use super::ViewContext;
use super::record_details::goals_with_basis;
use super::table::{amount, publisher};
use crate::model::Activity;
use crate::query::{Side, SortColumn};
use crate::sort::sorted_indices;

/// The rows of the records of a view, sorted.
pub fn sorted_rows(context: &ViewContext) -> Vec<usize> {
    sorted_page(context, 0, usize::MAX)
}

/// So many of the rows of the records of a view, sorted, without the first ones.
pub fn sorted_page(context: &ViewContext, first: usize, count: usize) -> Vec<usize> {
    // The order of all records is found once, and not that of the records of each view.
    let order = context.index.order(context.selection, &|| order_of_all(context));
    let rows = order.iter().map(|row| *row as usize).filter(|row| context.totals.rows.contains(*row));
    rows.skip(first).take(count).collect()
}

fn order_of_all(context: &ViewContext) -> Vec<u32> {
    let records = &context.data.activities;
    let keys = sort_keys(context, records);
    let order = sorted_indices(records.len(), &mut |a, b| {
        let value = |index: usize| keys.get(index).copied().flatten();
        let ordering = match (value(a), value(b)) {
            (Some(a), Some(b)) if context.selection.sort.descending => b.cmp(&a),
            (Some(a), Some(b)) => a.cmp(&b),
            (a, b) => b.is_some().cmp(&a.is_some()),
        };
        let id = |index: usize| records.get(index).map(|record| &record.id);
        ordering.then_with(|| id(a).cmp(&id(b)))
    });
    order.into_iter().map(|row| row as u32).collect()
}

/// The sort key of each record as a number. The key of a name is its rank in the alphabetical order of the language.
fn sort_keys(context: &ViewContext, records: &[Activity]) -> Vec<Option<u64>> {
    let ViewContext { locale, selection, .. } = context;
    let name_ranks = |name: &dyn Fn(&Activity) -> Option<String>| {
        let names: Vec<Option<String>> = records.iter().map(name).collect();
        let texts: Vec<String> = names.iter().map(|name| name.clone().unwrap_or_default()).collect();
        let ranks = locale.formats().ranks(&texts);
        names.iter().zip(ranks).map(|(name, rank)| name.as_ref().map(|_| u64::from(rank))).collect()
    };
    match selection.sort.key {
        SortColumn::Country => name_ranks(&|record| Some(locale.country(record.countries.first()?.code()))),
        SortColumn::Title => name_ranks(&|record| Some(record.title.to_string())),
        SortColumn::Source => name_ranks(&|record| publisher(context, record)),
        column => records.iter().map(|record| number_key(context, column, record)).collect(),
    }
}

fn number_key(context: &ViewContext, column: SortColumn, record: &Activity) -> Option<u64> {
    match column {
        SortColumn::Date => {
            let (first_day, _) = record.date.as_ref()?.span()?;
            let (month, day) = (first_day.month.unwrap_or_default(), first_day.day.unwrap_or_default());
            Some(u64::from(first_day.year) << 16 | u64::from(month) << 8 | u64::from(day))
        }
        SortColumn::People => {
            let reached = amount(record, context.selection, Side::Reached);
            reached.counted.then_some(reached.low)
        }
        SortColumn::Goal => {
            let goals = goals_with_basis(context, record);
            let first_goal = goals.iter().find(|(_, basis)| *basis <= context.selection.basis);
            first_goal.map(|(goal, _)| u64::from(*goal))
        }
        _ => None,
    }
}
