//! The records, held against those that the oracle lists.

use outreach_report::view::{self, ViewContext};

use super::{Check, Truth, same};

pub(super) fn table(context: &ViewContext, truth: &Truth) -> Check {
    let places = view::sorted_records(context);
    let mut sorted = places.clone();
    sorted.sort_unstable();
    same("records", &sorted, &truth.listed)?;
    let rows = view::table_rows(context, &places);
    same("in their order", rows.iter().map(|row| row.record).collect::<Vec<_>>(), places.clone())?;
    let first = places.get(..places.len().min(2)).unwrap();
    same("a part of them", &view::table_rows(context, first)[..], &rows[..first.len()])?;
    for row in &rows {
        let record = &context.data.activities[row.record];
        same("id", &row.id, &record.id)?;
        same("tagged", (&row.id, row.tag.is_some()), (&row.id, record.is_project_total()))?;
        let apart = row.people.iter().all(|line| line.outside_total);
        same("project totals stand apart", apart || !record.is_project_total(), true)?;
    }
    Ok(())
}
