//! Compares the charts of one facet with the numbers of the oracle: each mark gives its own number and its plans, no
//! mark is missing, and lengths and mark styles follow from the numbers.

use std::collections::BTreeSet;

use outreach_report::charts::{Mark, MarkEnd};
use outreach_report::query::{Facet, FacetValue};
use outreach_report::view::{self, ChartBlock, FacetChart, MarkTexts, ViewContext};
use serde_json::{Value, json};

use super::charts::{heading, in_people, legend, measured, people_styles, sum_note};
use super::{Check, OracleCounts, digits, same, to_usize};
use crate::support::tally_texts::{activities_in_words, highest, in_symbols, in_words};

pub(super) fn countries(context: &ViewContext, counts: &OracleCounts) -> Check {
    bar_chart(context, counts, ChartBlock::Country)
}

pub(super) fn kinds(context: &ViewContext, counts: &OracleCounts) -> Check {
    bar_chart(context, counts, ChartBlock::Kind)
}

pub(super) fn audiences(context: &ViewContext, counts: &OracleCounts) -> Check {
    bar_chart(context, counts, ChartBlock::Audience)
}

pub(super) fn donors(context: &ViewContext, counts: &OracleCounts) -> Check {
    bar_chart(context, counts, ChartBlock::Donor)
}

fn bar_chart(context: &ViewContext, counts: &OracleCounts, block: ChartBlock) -> Check {
    let bars = view::bar_chart(context, block).ok_or("no bars")?;
    let facet = block.facet().ok_or("no facet")?;
    facet_chart(context, counts, facet, &bars)?;
    let size = |row: &MarkTexts| {
        let row = counts.row(facet, &row.value).unwrap();
        (row["key"] != "unknown", measured(context, row), row["activities"].as_u64())
    };
    same("largest first", bars.mark_texts.is_sorted_by(|a, b| size(a) >= size(b)), true)
}

pub(super) fn goal_chart(context: &ViewContext, counts: &OracleCounts) -> Check {
    let goals = view::goal_chart(context);
    facet_chart(context, counts, Facet::Goal, &goals.facet_chart)?;
    let known = goals.facet_chart.mark_texts.iter().filter(|row| row.value != FacetValue::Unknown).count();
    same("seen and unseen", known + goals.unseen.len(), 17)
}

pub(super) fn year_chart(context: &ViewContext, counts: &OracleCounts) -> Check {
    let chart = view::year_chart(context).facet_chart;
    facet_chart(context, counts, Facet::Year, &chart)?;
    let years: Vec<u16> = chart.mark_texts.iter().filter_map(|row| row.value.number()).collect();
    same("no gap", years.windows(2).all(|pair| pair[0] + 1 == pair[1]), true)
}

/// Checks the rows, marks and texts of a chart.
fn facet_chart(context: &ViewContext, counts: &OracleCounts, facet: Facet, chart: &FacetChart) -> Check {
    heading(context, chart.block, [&chart.title, &chart.heading, &chart.subtitle], &counts.facet_totals[facet.key()])?;
    sum_note(context, counts, facet, chart.note.as_ref())?;
    same("a mark per row", chart.mark_texts.len(), chart.chart.marks.len())?;
    // The row of `unknown` is always one of them, even if it has no activity.
    for row in counts.rows(facet) {
        same(
            "row",
            (&row["key"], chart.mark_texts.iter().any(|chart_row| row["key"] == *chart_row.value.key())),
            (&row["key"], true),
        )?;
    }
    let none = json!({ "low": 0, "high": 0, "qualifier": "none", "counted": 0, "uncounted": 0 });
    let empty = json!({ "selected": false, "activities": 0, "people": none, "planned": none });
    // Columns that are more than three times as high as the next are beyond the axis.
    let mut ends: Vec<u64> = counts.rows(facet).iter().map(|row| upper_end(context, row)).collect();
    ends.sort_unstable_by(|a, b| b.cmp(a));
    let beyond = match ends[..] {
        [largest, next, ..] if facet == Facet::Year && next > 0 && largest > 3 * next => next,
        _ => u64::MAX,
    };
    let mut styles = BTreeSet::new();
    for (row, mark) in chart.mark_texts.iter().zip(&chart.chart.marks) {
        let expected = counts.row(facet, &row.value).unwrap_or(&empty);
        row_texts(context, counts, facet, row, expected).map_err(|error| format!("{}: {error}", row.pick))?;
        mark_shape(context, counts, facet, mark, expected).map_err(|error| format!("{}: {error}", row.pick))?;
        if in_people(context) {
            styles.extend(people_styles(expected));
        }
        styles.extend((firm(context, counts, facet, expected) < measured(context, expected)).then_some("inferred"));
        let people = &expected["people"];
        let is_visible =
            measured(context, expected) > 0 || in_people(context) && (highest(people) > 0 || people["high"].is_null());
        let unknown = if facet == Facet::Goal { "no-goal" } else { "unknown" };
        styles.extend((is_visible && row.value == FacetValue::Unknown).then_some(unknown));
        let has_plans = in_people(context) && expected["planned"]["qualifier"] != "none";
        let is_outside = counts.selection.filters(facet.key()) && expected["selected"] == false;
        styles.extend(((is_visible || has_plans) && is_outside).then_some("outside"));
        styles.extend((facet == Facet::Year && row.short_number == "–").then_some("no-number"));
        styles.extend((upper_end(context, expected) > beyond).then_some("beyond"));
    }
    legend(&chart.legend, &styles)?;
    lengths(context, counts, facet, chart)
}

/// The texts of a row: its number, how many activities it rests on, and separately what is planned.
fn row_texts(context: &ViewContext, counts: &OracleCounts, facet: Facet, row: &MarkTexts, expected: &Value) -> Check {
    let (people, planned) = (&expected["people"], &expected["planned"]);
    let n = to_usize(&expected["activities"]);
    same("selected", row.selected, expected["selected"] == true)?;
    let [number, short] = match (in_people(context), n) {
        // A year without activities keeps its column and has no number; other charts leave such rows out.
        (_, 0) if facet == Facet::Year => [String::new(), String::new()],
        (true, _) => [in_words(people), in_symbols(people)],
        (false, _) => [digits(n), digits(n)],
    };
    same("number", [&row.number, &row.short_number], [&number, &short])?;
    same("rests on", &row.activities, &if in_people(context) { digits(n) } else { String::new() })?;
    let plans = in_people(context) && planned["qualifier"] != "none";
    let inferred = inferred(counts, facet, row, n);
    same("planned", &row.planned, &if plans { in_symbols(planned) } else { String::new() })?;
    same("inferred", &row.inferred, &if inferred > 0 { digits(inferred) } else { String::new() })?;
    same("empty", row.empty, n == 0)?;

    let (label, activities) = (&row.label, activities_in_words(n));
    let mut spoken = match &*in_words(people) {
        _ if !in_people(context) => format!("{label}: {activities}"),
        "no number" => format!("{label}: {activities}, no number of people"),
        "given in words" => format!("{label}: {activities}, people reached given only in words"),
        number => format!("{label}: {number} reached, {activities}"),
    };
    if plans {
        spoken += &format!("; {} planned, not added", in_words(planned));
    }
    if inferred > 0 {
        spoken += &format!("; inferred from the theme: {}", activities_in_words(inferred));
    }
    same("spoken", &row.spoken, &spoken)
}

/// How many activities of a goal have it only from their themes.
fn inferred(counts: &OracleCounts, facet: Facet, row: &MarkTexts, n: usize) -> usize {
    if facet != Facet::Goal || counts.selection.basis != "theme" || row.value == FacetValue::Unknown {
        return 0;
    }
    let firm_row = counts.firm.iter().find(|firm| firm["key"] == *row.value.key());
    n - firm_row.map_or(0, |row| to_usize(&row["activities"]))
}

/// How a mark is drawn: its length from its number, its end from how well the number is known, and its plans.
fn mark_shape(context: &ViewContext, counts: &OracleCounts, facet: Facet, mark: &Mark, expected: &Value) -> Check {
    let end = |tally: &Value| match tally["qualifier"].as_str().unwrap() {
        "at-least" => MarkEnd::AtLeast,
        "about" => MarkEnd::About,
        "range" => MarkEnd::UpTo(highest(tally)),
        _ => MarkEnd::Exact,
    };
    let (people, planned) = (&expected["people"], &expected["planned"]);
    same("length", mark.low, measured(context, expected))?;
    same("firm", mark.firm, firm(context, counts, facet, expected))?;
    same("end", mark.end, if in_people(context) { end(people) } else { MarkEnd::Exact })?;
    let plans = in_people(context) && planned["qualifier"] != "none";
    same("plans", mark.planned, plans.then(|| (planned["low"].as_u64().unwrap(), end(planned))))?;
    same("outside", mark.outside, counts.selection.filters(facet.key()) && expected["selected"] == false)
}

/// The part of the number of a row that is not inferred from a theme.
fn firm(context: &ViewContext, counts: &OracleCounts, facet: Facet, row: &Value) -> u64 {
    if facet != Facet::Goal || counts.selection.basis != "theme" || row["key"] == "unknown" {
        return measured(context, row);
    }
    let firm_row = counts.firm.iter().find(|firm| firm["key"] == row["key"]);
    firm_row.map_or(0, |row| measured(context, row))
}

/// The upper end of the number of a row or of its plans.
fn upper_end(context: &ViewContext, row: &Value) -> u64 {
    match in_people(context) {
        true if row["planned"]["qualifier"] != "none" => highest(&row["people"]).max(highest(&row["planned"])),
        true => highest(&row["people"]),
        false => measured(context, row),
    }
}

/// All rows have the same scale, including their plans: from zero to the largest number.
fn lengths(context: &ViewContext, counts: &OracleCounts, facet: Facet, chart: &FacetChart) -> Check {
    let upper_end = |row: &MarkTexts| counts.row(facet, &row.value).map_or(0, |row| upper_end(context, row));
    for (a, b) in chart.mark_texts.iter().flat_map(|a| chart.mark_texts.iter().map(move |b| (a, b))) {
        let is_shorter = upper_end(a) > upper_end(b) && a.share < b.share;
        same("longer", (&a.value, &b.value, is_shorter), (&a.value, &b.value, false))?;
    }
    same("share", chart.mark_texts.iter().all(|row| (0.0..=1.0).contains(&row.share)), true)?;
    let longest = chart.mark_texts.iter().map(|row| row.share).fold(0.0, f64::max);
    same("something to see", longest > 0.0, chart.mark_texts.iter().any(|row| upper_end(row) > 0))
}
