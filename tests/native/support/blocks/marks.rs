//! The charts of one facet held against the numbers of the oracle: each mark says its own number and its plans, none is
//! missing, and lengths and forms follow numbers.

use std::collections::BTreeSet;

use outreach_report::charts::{Mark, MarkEnd};
use outreach_report::query::{Facet, FacetValue};
use outreach_report::view::{self, ChartBlock, ChartRow, FacetChart, ViewContext};
use serde_json::{Value, json};

use super::charts::{ends, heading, in_people, legend, measured, sum_note};
use super::{Check, Truth, count, digits, same};
use crate::support::spoken::{activities, highest, signs, words};

pub(super) fn countries(context: &ViewContext, truth: &Truth) -> Check {
    bar_chart(context, truth, ChartBlock::Country)
}

pub(super) fn kinds(context: &ViewContext, truth: &Truth) -> Check {
    bar_chart(context, truth, ChartBlock::Kind)
}

pub(super) fn audiences(context: &ViewContext, truth: &Truth) -> Check {
    bar_chart(context, truth, ChartBlock::Audience)
}

pub(super) fn donors(context: &ViewContext, truth: &Truth) -> Check {
    bar_chart(context, truth, ChartBlock::Donor)
}

fn bar_chart(context: &ViewContext, truth: &Truth, block: ChartBlock) -> Check {
    let marks = view::bar_chart(context, block).ok_or("no bars")?;
    let facet = block.facet().ok_or("no facet")?;
    chart(context, truth, facet, &marks)?;
    let size = |row: &ChartRow| {
        let row = truth.row(facet, &row.value).unwrap();
        (row["key"] != "unknown", measured(context, row), row["activities"].as_u64())
    };
    same("largest first", marks.rows.is_sorted_by(|a, b| size(a) >= size(b)), true)
}

pub(super) fn goal_chart(context: &ViewContext, truth: &Truth) -> Check {
    let goals = view::goal_chart(context);
    chart(context, truth, Facet::Goal, &goals.facet_chart)?;
    let known = goals.facet_chart.rows.iter().filter(|row| row.value != FacetValue::Unknown).count();
    same("seen and unseen", known + goals.unseen.len(), 17)
}

pub(super) fn year_chart(context: &ViewContext, truth: &Truth) -> Check {
    let marks = view::year_chart(context).facet_chart;
    chart(context, truth, Facet::Year, &marks)?;
    let years: Vec<u16> = marks.rows.iter().filter_map(|row| row.value.number()).collect();
    same("no gap", years.windows(2).all(|pair| pair[0] + 1 == pair[1]), true)
}

/// The rows and marks of a chart, and the words around it.
fn chart(context: &ViewContext, truth: &Truth, facet: Facet, marks: &FacetChart) -> Check {
    heading(context, marks.block, (&marks.title, &marks.subtitle), &truth.facet_total[facet.key()])?;
    sum_note(context, truth, facet, marks.note.as_ref())?;
    same("a mark per row", marks.rows.len(), marks.chart.marks.len())?;
    // The row of what is not stated is one of them, even where there is none.
    for row in truth.rows(facet) {
        same("row", (&row["key"], marks.rows.iter().any(|mark| row["key"] == *mark.value.key())), (&row["key"], true))?;
    }
    let none = json!({ "low": 0, "high": 0, "qualifier": "none", "counted": 0, "uncounted": 0 });
    let empty = json!({ "selected": false, "activities": 0, "people": none, "planned": none });
    let mut forms = BTreeSet::new();
    for (row, mark) in marks.rows.iter().zip(&marks.chart.marks) {
        let wanted = truth.row(facet, &row.value).unwrap_or(&empty);
        texts(context, truth, facet, row, wanted).map_err(|error| format!("{}: {error}", row.pick))?;
        colour(context, truth, facet, mark, wanted).map_err(|error| format!("{}: {error}", row.pick))?;
        if in_people(context) {
            forms.extend(ends(wanted));
        }
        forms.extend((firm(context, truth, facet, wanted) < measured(context, wanted)).then_some("inferred"));
        let people = &wanted["people"];
        let grey =
            measured(context, wanted) > 0 || in_people(context) && (highest(people) > 0 || people["high"].is_null());
        forms.extend((grey && row.value == FacetValue::Unknown).then_some("unknown"));
    }
    legend(&marks.legend, &forms)?;
    lengths(context, truth, facet, marks)
}

/// What a mark says: its number, how many activities it rests on, and apart from it what is planned.
fn texts(context: &ViewContext, truth: &Truth, facet: Facet, row: &ChartRow, wanted: &Value) -> Check {
    let (people, planned) = (&wanted["people"], &wanted["planned"]);
    let n = count(&wanted["activities"]);
    same("selected", row.selected, wanted["selected"] == true)?;
    let [number, short] = match (in_people(context), n) {
        // A year of the data that nothing passes has its place and no number; other charts leave such rows out.
        (_, 0) if facet == Facet::Year => [String::new(), String::new()],
        (true, _) => [words(people), signs(people)],
        (false, _) => [digits(n), digits(n)],
    };
    same("number", [&row.number, &row.short_number], [&number, &short])?;
    same("rests on", &row.activities, &if in_people(context) { digits(n) } else { String::new() })?;
    let plans = in_people(context) && planned["qualifier"] != "none";
    let inferred = inferred(truth, facet, row, n);
    let beside = [
        plans.then(|| format!("{} planned", signs(planned))),
        (inferred > 0).then(|| format!("{} inferred", digits(inferred))),
    ];
    same("beside", &row.planned_and_inferred, &beside.into_iter().flatten().collect::<Vec<_>>().join(" · "))?;

    let (label, many) = (&row.label, activities(n));
    let mut spoken = match &*words(people) {
        _ if !in_people(context) => format!("{label}: {many}"),
        "no number" => format!("{label}: {many}, no number of people"),
        "given in words" => format!("{label}: {many}, people reached given only in words"),
        number => format!("{label}: {number} reached, {many}"),
    };
    if plans {
        spoken += &format!("; {} planned, not added", words(planned));
    }
    if inferred > 0 {
        spoken += &format!("; inferred from the theme: {}", activities(inferred));
    }
    same("spoken", &row.spoken, &spoken)
}

/// How many of a goal's activities have it only from their themes.
fn inferred(truth: &Truth, facet: Facet, row: &ChartRow, n: usize) -> usize {
    if facet != Facet::Goal || truth.wish.basis != "theme" || row.value == FacetValue::Unknown {
        return 0;
    }
    let stated = truth.firm.iter().find(|firm| firm["key"] == *row.value.key());
    n - stated.map_or(0, |row| count(&row["activities"]))
}

/// How a mark is drawn: as long as its number, ending as its number is known, with its plans beside it.
fn colour(context: &ViewContext, truth: &Truth, facet: Facet, mark: &Mark, wanted: &Value) -> Check {
    let end = |tally: &Value| match tally["qualifier"].as_str().unwrap() {
        "at-least" => MarkEnd::AtLeast,
        "about" => MarkEnd::About,
        "range" => MarkEnd::UpTo(highest(tally)),
        _ => MarkEnd::Exact,
    };
    let (people, planned) = (&wanted["people"], &wanted["planned"]);
    same("length", mark.low, measured(context, wanted))?;
    same("firm", mark.firm, firm(context, truth, facet, wanted))?;
    same("end", mark.end, if in_people(context) { end(people) } else { MarkEnd::Exact })?;
    let plans = in_people(context) && planned["qualifier"] != "none";
    same("plans", mark.planned, plans.then(|| (planned["low"].as_u64().unwrap(), end(planned))))?;
    same("faded", mark.faded, truth.wish.filters(facet.key()) && wanted["selected"] == false)
}

/// How much of a row's number is no inference from a theme.
fn firm(context: &ViewContext, truth: &Truth, facet: Facet, row: &Value) -> u64 {
    if facet != Facet::Goal || truth.wish.basis != "theme" || row["key"] == "unknown" {
        return measured(context, row);
    }
    let stated = truth.firm.iter().find(|firm| firm["key"] == row["key"]);
    stated.map_or(0, |row| measured(context, row))
}

/// Lengths: the same scale for all rows, for what is planned too, from nothing to the largest.
fn lengths(context: &ViewContext, truth: &Truth, facet: Facet, marks: &FacetChart) -> Check {
    let reach = |row: &ChartRow| {
        truth.row(facet, &row.value).map_or(0, |row| match in_people(context) {
            true if row["planned"]["qualifier"] != "none" => highest(&row["people"]).max(highest(&row["planned"])),
            true => highest(&row["people"]),
            false => measured(context, row),
        })
    };
    for (a, b) in marks.rows.iter().flat_map(|a| marks.rows.iter().map(move |b| (a, b))) {
        same("longer", (&a.value, &b.value, reach(a) > reach(b) && a.share < b.share), (&a.value, &b.value, false))?;
    }
    same("share", marks.rows.iter().all(|row| (0.0..=1.0).contains(&row.share)), true)?;
    let longest = marks.rows.iter().map(|row| row.share).fold(0.0, f64::max);
    same("something to see", longest > 0.0, marks.rows.iter().any(|row| reach(row) > 0))
}
