//! Checks the texts of a chart: title, subtitle, legend, and the note that explains why the marks add up to more than
//! the total.

use std::collections::BTreeSet;

use outreach_report::query::{Facet, Measure};
use outreach_report::view::{ChartBlock, MarkStyle, ViewContext, rests_on as rests_on_text};
use serde_json::Value;

use super::{Check, OracleCounts, digits, same, to_usize};
use crate::support::english::number;
use crate::support::oracle::sum_of;
use crate::support::tally_texts::in_words;

/// Whether people are measured, not activities.
pub(super) fn in_people(context: &ViewContext) -> bool {
    context.selection.measure == Measure::People
}

/// The number that decides the length and the order of a row.
pub(super) fn measured(context: &ViewContext, row: &Value) -> u64 {
    if in_people(context) { row["people"]["low"].as_u64().unwrap() } else { row["activities"].as_u64().unwrap() }
}

/// The title names the measure and the facet, the heading only the facet. The subtitle is empty unless the chart looks
/// past a filter: then it says which, how many activities the chart rests on and, for people, how many of them give a
/// number.
pub(super) fn heading(
    context: &ViewContext,
    block: ChartBlock,
    [title, heading, subtitle]: [&str; 3],
    facet_total: &Value,
) -> Check {
    let by = match block {
        ChartBlock::Year => "by year",
        ChartBlock::Country => "by country",
        ChartBlock::Goal => "by goal",
        ChartBlock::Matrix => "by country and year",
        ChartBlock::Kind => "by kind",
        ChartBlock::Audience => "by audience",
        ChartBlock::Donor => "by donor",
    };
    let measure = if in_people(context) { "People reached, as reported" } else { "Activities" };
    same("title", title, &format!("{measure}, {by}"))?;
    same("heading", heading, &by.replacen('b', "B", 1))?;
    let n = to_usize(&facet_total["activities"]);
    let rests_on = format!("Rests on {} {}", digits(n), if n == 1 { "activity" } else { "activities" });
    let counted = to_usize(&facet_total["people"]["counted"]);
    let expected = match (in_people(context), n) {
        (false, _) => format!("{rests_on}."),
        (true, 1) => format!("{rests_on}; {} gives a number.", digits(counted)),
        (true, _) => format!("{rests_on}; {} give a number.", digits(counted)),
    };
    same("rests on", &rests_on_text(context, block), &expected)?;
    let facets = block.facet().map_or(vec![Facet::Country, Facet::Year], |facet| vec![facet]);
    let past: Vec<&str> = facets.into_iter().filter(|facet| context.selection.is_filtered(*facet)).map(word).collect();
    let expected = match &*past {
        [] => String::new(),
        past => format!("Not filtered by {}, so that you can compare. {expected}", past.join(" and ")),
    };
    same("subtitle", subtitle, &expected)
}

fn word(facet: Facet) -> &'static str {
    if facet == Facet::Goal { "goal" } else { facet.key() }
}

/// The legend explains a mark style if a row has it, and no other.
pub(super) fn legend(actual: &[(MarkStyle, String)], expected: &BTreeSet<&str>) -> Check {
    let codes: Vec<&str> = actual.iter().map(|(style, _)| style.code()).collect();
    let order =
        ["at-least", "about", "range", "planned", "inferred", "unknown", "no-goal", "beyond", "outside", "no-number"];
    same("legend", codes, order.into_iter().filter(|style| expected.contains(style)).collect())?;
    same("explained", actual.iter().find(|(_, meaning)| meaning.trim().is_empty()), None)
}

/// The mark styles of the numbers of people in a row. Numbers of activities are exact and need none.
pub(super) fn people_styles(row: &Value) -> BTreeSet<&'static str> {
    let style = |tally: &Value| match tally["qualifier"].as_str().unwrap() {
        "at-least" => Some("at-least"),
        "about" => Some("about"),
        "range" => Some("range"),
        _ => None,
    };
    let planned = (row["planned"]["qualifier"] != "none").then_some("planned");
    [style(&row["people"]), style(&row["planned"]), planned].into_iter().flatten().collect()
}

/// The note below a chart whose marks add up to more than the total. It gives the sum, how many activities are in
/// several rows, and the total. There is none if sum and total are equal.
pub(super) fn sum_note(context: &ViewContext, counts: &OracleCounts, facet: Facet, actual: Option<&String>) -> Check {
    let (rows, facet_total) = (counts.rows(facet), &counts.facet_totals[facet.key()]);
    if rows.iter().all(|row| row["activities"] == 0) {
        return same("note", actual.map(String::as_str), Some("No activity under the other filters."));
    }
    let (sum, total) = if in_people(context) {
        let sum = sum_of(rows.iter().map(|row| &row["people"]));
        let total = &facet_total["people"];
        if (&sum["low"], &sum["high"]) == (&total["low"], &total["high"]) {
            return same("no difference, no note", actual, None);
        }
        (in_words(&sum), in_words(total))
    } else {
        let sum: usize = rows.iter().map(|row| to_usize(&row["activities"])).sum();
        if facet_total["activities"] == sum {
            return same("no difference, no note", actual, None);
        }
        (digits(sum), digits(to_usize(&facet_total["activities"])))
    };
    let several = facet_total["several"].as_u64().unwrap();
    let one = several == 1;
    let activities = if one { "activity counts" } else { "activities count" };
    let because = format!("Together {sum}: {} {activities} in several. Each counted once: {total}.", number(several));
    // An overlap counts once in each row and once in the total. It is the only reason if no activity is in two rows,
    // and for audiences, because each row counts only the people of its audience.
    let overlap =
        format!("Together {sum}. In the total, activities that probably reached the same people count once: {total}.");
    let only_overlaps = several == 0 || facet == Facet::Audience && in_people(context);
    same("sums", actual, Some(if only_overlaps { &overlap } else { &because }))
}
