//! What stands around a chart: its title, what it rests on, its legend, and why its marks add up to more than the total.

use std::collections::BTreeSet;

use outreach_report::query::{Facet, Measure};
use outreach_report::view::{ChartBlock, MarkStyle, ViewContext};
use serde_json::Value;

use super::{Check, Truth, count, digits, same};
use crate::support::english::number;
use crate::support::oracle::end_to_end;
use crate::support::spoken::words;

/// Whether people are what is measured.
pub(super) fn in_people(context: &ViewContext) -> bool {
    context.selection.measure == Measure::People
}

/// The number that decides length and order.
pub(super) fn measured(context: &ViewContext, row: &Value) -> u64 {
    if in_people(context) { row["people"]["low"].as_u64().unwrap() } else { row["activities"].as_u64().unwrap() }
}

/// The title says what is measured and by what; the line under it how many activities that rests on, and of people how
/// many of those give a number.
pub(super) fn heading(
    context: &ViewContext,
    block: ChartBlock,
    (title, subtitle): (&str, &str),
    facet_total: &Value,
) -> Check {
    let by = match block {
        ChartBlock::Year => "by year",
        ChartBlock::Country => "by country",
        ChartBlock::Goal => "by Sustainable Development Goal",
        ChartBlock::Matrix => "by country and year",
        ChartBlock::Kind => "by kind of activity",
        ChartBlock::Audience => "by audience",
        ChartBlock::Donor => "by donor",
    };
    let measure = if in_people(context) { "People reached, as reported" } else { "Activities" };
    same("title", title, &format!("{measure}, {by}"))?;
    let n = count(&facet_total["activities"]);
    let rests = format!("Rests on {} {}", digits(n), if n == 1 { "activity" } else { "activities" });
    let counted = count(&facet_total["people"]["counted"]);
    let wanted = match (in_people(context), n) {
        (false, _) => format!("{rests}."),
        (true, 1) => format!("{rests}; {} gives a number.", digits(counted)),
        (true, _) => format!("{rests}; {} give a number.", digits(counted)),
    };
    same("rests on", subtitle, &wanted)
}

/// A form is explained where some row has it, and only there.
pub(super) fn legend(found: &[(MarkStyle, String)], wanted: &BTreeSet<&str>) -> Check {
    let codes: Vec<&str> = found.iter().map(|(form, _)| form.code()).collect();
    let order = ["at-least", "about", "range", "planned", "inferred", "unknown"];
    same("legend", codes, order.into_iter().filter(|form| wanted.contains(form)).collect())?;
    same("explained", found.iter().find(|(_, meaning)| meaning.trim().is_empty()), None)
}

/// The forms that the ends of a row's numbers take; without those of activities, which are exact.
pub(super) fn ends(row: &Value) -> BTreeSet<&'static str> {
    let end = |tally: &Value| match tally["qualifier"].as_str().unwrap() {
        "at-least" => Some("at-least"),
        "about" => Some("about"),
        "range" => Some("range"),
        _ => None,
    };
    let planned = (row["planned"]["qualifier"] != "none").then_some("planned");
    [end(&row["people"]), end(&row["planned"]), planned].into_iter().flatten().collect()
}

/// The sentence under a chart whose marks add up to more than the total, with the sum, how many activities stand in
/// several rows, and the total; nothing where the two are the same.
pub(super) fn sum_note(context: &ViewContext, truth: &Truth, facet: Facet, found: Option<&String>) -> Check {
    let (rows, facet_total) = (truth.rows(facet), &truth.facet_total[facet.key()]);
    if rows.iter().all(|row| row["activities"] == 0) {
        return same("note", found.map(String::as_str), Some("No activity under the other filters."));
    }
    let (sum, total) = if in_people(context) {
        let sum = end_to_end(rows.iter().map(|row| &row["people"]));
        let total = &facet_total["people"];
        if (&sum["low"], &sum["high"]) == (&total["low"], &total["high"]) {
            return same("no difference, no sentence", found, None);
        }
        (words(&sum), words(total))
    } else {
        let sum: usize = rows.iter().map(|row| count(&row["activities"])).sum();
        if facet_total["activities"] == sum {
            return same("no difference, no sentence", found, None);
        }
        (digits(sum), digits(count(&facet_total["activities"])))
    };
    let several = facet_total["several"].as_u64().unwrap();
    let one = several == 1;
    // An activity has one kind, so that its rows can only differ from the total for overlaps.
    let why = match facet {
        Facet::Year => ["touches several years", "touch several years"],
        Facet::Country => ["is in several countries", "are in several countries"],
        Facet::Goal => ["serves several goals", "serve several goals"],
        Facet::Audience => ["has several audiences", "have several audiences"],
        Facet::Donor => ["has several donors", "have several donors"],
        _ => [""; 2],
    }[usize::from(!one)];
    let marks = if facet == Facet::Year { "Columns" } else { "Bars" };
    let because = format!(
        "{marks} add up to {sum} because {} {} {why}; distinct total {total}.",
        number(several),
        if one { "activity" } else { "activities" },
    );
    // An overlap counts once in each row and once in all. That is the only reason where no activity is in two rows, and
    // for audiences, each of which counts its own people.
    let overlap = format!(
        "Bars add up to {sum}; in the total, activities that probably reached the same people count once: distinct \
         total {total}."
    );
    let overlaps = several == 0 || facet == Facet::Audience && in_people(context);
    same("sums", found, Some(if overlaps { &overlap } else { &because }))
}
