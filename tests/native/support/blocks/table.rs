//! Compares the table of records with the records that the oracle lists.

use outreach_report::view::{self, ViewContext};

use super::{Check, OracleCounts, same};

pub(super) fn table(context: &ViewContext, counts: &OracleCounts) -> Check {
    let record_rows = view::sorted_rows(context);
    let mut sorted = record_rows.clone();
    sorted.sort_unstable();
    same("records", &sorted, &counts.listed)?;
    let rows = view::table_rows(context, &record_rows);
    same("in their order", rows.iter().map(|row| row.row).collect::<Vec<_>>(), record_rows.clone())?;
    let first = record_rows.get(..record_rows.len().min(2)).unwrap();
    same("a part of them", &view::table_rows(context, first)[..], &rows[..first.len()])?;
    for row in &rows {
        let record = &context.data.activities[row.row];
        same("id", &row.id, &record.id)?;
        same("tagged", (&row.id, row.tag.is_some()), (&row.id, record.is_project_total()))?;
        let outside_total = row.people.iter().all(|line| line.outside_total);
        same("project totals are outside the total", outside_total || !record.is_project_total(), true)?;
    }
    Ok(())
}
