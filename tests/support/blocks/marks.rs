//! The charts held against the numbers of the oracle: each mark says its own number, none is missing, and lengths
//! follow numbers.

use outreach_report::locale::Key;
use outreach_report::query::{Facet, Measure, Value as Chosen};
use outreach_report::view::{self, MarkRow, Marks, Scene};
use serde_json::Value;

use super::{Check, Truth, count, digits, same};
use crate::support::spoken::{activities, highest, signs};

pub(super) fn countries(scene: &Scene, truth: &Truth) -> Check {
    let marks = view::bars(scene, Facet::Country, Key::ByCountry, Key::SumsCountry);
    chart(scene, truth, Facet::Country, &marks)?;
    let size = |row: &MarkRow| {
        let row = truth.row(Facet::Country, &row.value).unwrap();
        (row["key"] != "unknown", measured(scene, row))
    };
    same("largest first", marks.rows.is_sorted_by(|a, b| size(a) >= size(b)), true)
}

pub(super) fn goals(scene: &Scene, truth: &Truth) -> Check {
    let goals = view::goals(scene);
    chart(scene, truth, Facet::Goal, &goals.marks)?;
    let known = goals.marks.rows.iter().filter(|row| row.value != Chosen::Unknown).count();
    same("seen and unseen", known + goals.unseen.len(), 17)
}

pub(super) fn years(scene: &Scene, truth: &Truth) -> Check {
    let marks = view::years(scene).marks;
    chart(scene, truth, Facet::Year, &marks)?;
    let years: Vec<u16> = marks.rows.iter().filter_map(|row| row.value.number()).collect();
    same("no gap", years.windows(2).all(|pair| pair[0] + 1 == pair[1]), true)
}

/// The rows and marks of a chart: each says its own number, none is missing, and lengths follow numbers.
fn chart(scene: &Scene, truth: &Truth, facet: Facet, marks: &Marks) -> Check {
    let people = scene.selection.measure == Measure::People;
    same("a mark per row", marks.rows.len(), marks.chart.marks.len())?;
    // The row of what is not stated is one of them, even where there is none.
    for row in truth.rows(facet) {
        same("row", (&row["key"], marks.rows.iter().any(|mark| row["key"] == *mark.value.key())), (&row["key"], true))?;
    }
    let empty = serde_json::json!({ "activities": 0, "people": { "low": 0, "high": 0, "qualifier": "none" } });
    for (row, mark) in marks.rows.iter().zip(&marks.chart.marks) {
        let found = truth.row(facet, &row.value);
        let wanted = found.unwrap_or(&empty);
        let n = count(&wanted["activities"]);
        same("selected", row.selected, wanted["selected"] == true)?;
        same("length", mark.low, measured(scene, wanted))?;
        let number = match (people, n) {
            // A year of the data that nothing passes has its place and no number; other charts leave such rows out.
            (_, 0) if facet == Facet::Year => String::new(),
            (true, _) => signs(&wanted["people"]),
            (false, _) => digits(n),
        };
        same("number", (&row.value, &row.number), (&row.value, &number))?;
        let rests_on = if people { digits(n) } else { String::new() };
        same("rests on", &row.activities, &rests_on)?;
        same("spoken", (&row.value, row.spoken.contains(&activities(n))), (&row.value, true))?;
        same("share", (0.0..=1.0).contains(&row.share), true)?;
    }
    let reach = |row: &MarkRow| {
        truth
            .row(facet, &row.value)
            .map_or(0, |row| if people { highest(&row["people"]) } else { measured(scene, row) })
    };
    for (a, b) in marks.rows.iter().flat_map(|a| marks.rows.iter().map(move |b| (a, b))) {
        same("longer", (&a.value, &b.value, reach(a) > reach(b) && a.share < b.share), (&a.value, &b.value, false))?;
    }
    let longest = marks.rows.iter().map(|row| row.share).fold(0.0, f64::max);
    same("something to see", longest > 0.0, marks.rows.iter().any(|row| reach(row) > 0))
}

fn measured(scene: &Scene, row: &Value) -> u64 {
    let people = scene.selection.measure == Measure::People;
    if people { row["people"]["low"].as_u64().unwrap() } else { row["activities"].as_u64().unwrap() }
}
