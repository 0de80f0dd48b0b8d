//! Compares the counting note in the foot with the numbers of the oracle: the note explains the total entry by entry,
//! and the bridge leads from the records of the view to those that are added up.

use outreach_report::view::{self, BridgeStep, ViewContext};

use super::{Check, OracleCounts, same, to_usize};
use crate::support::english::leading_number;
use crate::support::tally_texts::in_words;

pub(super) fn foot(context: &ViewContext, counts: &OracleCounts) -> Check {
    let note = view::counting_note(context);
    let people = &counts.totals["people"];
    let people_text = in_words(people);
    let has_number = people["counted"] != 0 && people_text != "given in words";
    same("people", !has_number || note.total.to_lowercase().starts_with(&people_text), true)?;

    // The lines account for each entry exactly once, and those of a list add up to its title.
    let listed = || counts.listed.iter().map(|row| &context.data.activities[*row]);
    let entries = listed().filter(|record| !record.is_project_total()).flat_map(|record| &record.reach);
    let entries = entries.filter(|entry| context.selection.includes(entry)).count() as u64;
    let mut accounted = 0;
    for list in &note.lists {
        let sum: u64 = list.lines.iter().filter_map(|line| leading_number(line)).sum();
        let (_, number) = list.title.split_once(": ").unwrap();
        same(&list.title, leading_number(number), Some(sum))?;
        accounted += sum;
    }
    same("entries", accounted, entries)?;
    let project_totals = listed().filter(|record| record.is_project_total()).count();
    bridge(&note.bridge, counts, project_totals)
}

/// Each step, without what it leaves out, gives the next; the first and the last are what the oracle counts.
fn bridge(steps: &[BridgeStep], counts: &OracleCounts, project_totals: usize) -> Check {
    for pair in steps.windows(2) {
        let left_out: usize = pair[0].left_out.iter().map(|(n, _)| n).sum();
        same(&pair[0].text, pair[0].number.checked_sub(left_out), Some(pair[1].number))?;
    }
    for (number, text) in steps.iter().flat_map(|step| step.left_out.iter().map(|(n, text)| (*n, text))) {
        same(text, leading_number(text), Some(number as u64))?;
        same("a reason that applies", number > 0, true)?;
    }
    let people = &counts.totals["people"];
    let [records, activities, counted] = [counts.listed.len(), counts.activities(), to_usize(&people["counted"])];
    let added_up = counted - counts.overlapped;
    let expected: Vec<usize> = match (records, activities) {
        (0, _) => vec![],
        (_, 0) => vec![records, 0],
        _ => [
            (project_totals > 0).then_some(records),
            Some(activities),
            Some(counted),
            (added_up < counted).then_some(added_up),
        ]
        .into_iter()
        .flatten()
        .collect(),
    };
    same("steps", steps.iter().map(|step| step.number).collect::<Vec<_>>(), expected)?;
    same("nothing is left out of the last step", steps.last().is_none_or(|step| step.left_out.is_empty()), true)
}
