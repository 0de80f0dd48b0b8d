//! Compares the counting note in the foot with the numbers of the oracle: the note explains the total entry by entry.

use outreach_report::view::{self, ViewContext};

use super::{Check, OracleCounts, same, to_usize};
use crate::support::english::leading_number;
use crate::support::tally_texts::{activities_in_words, in_words};

pub(super) fn foot(context: &ViewContext, counts: &OracleCounts) -> Check {
    let note = view::counting_note(context);
    let people = &counts.totals["people"];
    let number_of_line =
        |words: &str| note.left_out.iter().find(|line| line.contains(words)).and_then(|line| leading_number(line));
    same("total", note.total.contains(&activities_in_words(counts.activities())), true)?;
    let people_text = in_words(people);
    let has_number = people["counted"] != 0;
    same("people", !has_number || note.total.contains(&format!("{people_text} reached")), true)?;
    let unless_zero = |n: usize| (n > 0).then_some(n as u64);
    same("uncounted", number_of_line("without any number"), unless_zero(to_usize(&people["uncounted"])))?;

    let listed = || counts.listed.iter().map(|row| &context.data.activities[*row]);
    let project_totals = listed().filter(|record| record.is_project_total()).count();
    let project_totals_line = number_of_line("up whole projects").or(number_of_line("up a whole project"));
    same("project totals", project_totals_line, unless_zero(project_totals))?;
    // The lines about entries account for each entry exactly once.
    let entries = listed().filter(|record| !record.is_project_total()).flat_map(|record| &record.reach);
    let entries = entries.filter(|entry| context.selection.includes(entry)).count() as u64;
    let lines_about_records = ["without any number", "whole project", "probably overlap"];
    let is_about_records = |line: &&String| lines_about_records.iter().any(|words| line.contains(words));
    let about_entries = note.left_out.iter().filter(|line| !is_about_records(line));
    let accounted: u64 = note.counted.iter().chain(about_entries).filter_map(|line| leading_number(line)).sum();
    same("entries", accounted, entries)
}
