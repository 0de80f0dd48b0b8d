//! The foot, held against the numbers of the oracle: how the total comes about, entry by entry.

use outreach_report::view::{self, ViewContext};

use super::{Check, Truth, count, same};
use crate::support::english::leading_number;
use crate::support::spoken::{activities, words};

pub(super) fn foot(context: &ViewContext, truth: &Truth) -> Check {
    let note = view::counting_note(context);
    let people = &truth.totals["people"];
    let lines = |words: &str| note.left_out.iter().find(|line| line.contains(words)).and_then(|l| leading_number(l));
    same("total", note.total.contains(&activities(truth.activities())), true)?;
    let spoken = words(people);
    let counted = people["counted"] != 0;
    same("people", !counted || note.total.contains(&format!("{spoken} reached")), true)?;
    let some = |n: usize| (n > 0).then_some(n as u64);
    same("uncounted", lines("without any number"), some(count(&people["uncounted"])))?;

    let listed = || truth.listed.iter().map(|at| &context.data.activities[*at]);
    let project_totals = listed().filter(|record| record.is_project_total()).count();
    same("project totals", lines("up whole projects").or(lines("up a whole project")), some(project_totals))?;
    // Every entry has its place in the account, and only one.
    let entries = listed().filter(|record| !record.is_project_total()).flat_map(|record| &record.reach);
    let entries = entries.filter(|entry| context.selection.includes(entry)).count() as u64;
    let about_records = ["without any number", "whole project", "probably overlap"];
    let about_entries = note.left_out.iter().filter(|line| !about_records.iter().any(|words| line.contains(words)));
    let accounted: u64 = note.counted.iter().chain(about_entries).filter_map(|line| leading_number(line)).sum();
    same("entries", accounted, entries)
}
