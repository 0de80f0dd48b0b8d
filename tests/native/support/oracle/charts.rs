//! The numbers of the charts, written from the contract like the totals: the cells of country by year, the distinct
//! total of the rows of a facet, and the sum of the rows.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::record::{self, Record};
use super::{PlainSelection, sum};

/// Country by year: every pair that an activity has, counted without the filters by country and by year, and their
/// distinct total.
pub(crate) fn matrix(document: &Value, plain: &PlainSelection) -> Value {
    let records = record::read(document);
    let activities: Vec<&Record> = records
        .iter()
        .filter(|record| !record.project_total && plain.matches_except(record, &["country", "year"]))
        .collect();
    let audiences = plain.chosen.get("audience");
    let values = |facet: &'static str| {
        activities.iter().flat_map(|record| record.values(facet, plain.basis)).collect::<BTreeSet<String>>()
    };
    let mut cells = Vec::new();
    for country in values("country") {
        for year in values("year") {
            let has = |record: &&Record, facet, value| record.values(facet, plain.basis).contains(value);
            let in_cell = |record: &&Record| has(record, "country", &country) && has(record, "year", &year);
            let matching: Vec<&Record> = activities.iter().copied().filter(in_cell).collect();
            if !matching.is_empty() {
                cells.push(json!({
                    "country": country,
                    "year": year,
                    "selected": plain.has("country", &country) && plain.has("year", &year),
                    "activities": matching.len(),
                    "people": sum(&matching, "reached", audiences),
                    "planned": sum(&matching, "planned", audiences),
                }));
            }
        }
    }
    json!({
        "activities": activities.len(),
        "people": sum(&activities, "reached", audiences),
        "planned": sum(&activities, "planned", audiences),
        "cells": cells,
    })
}

/// The distinct total of the rows of a facet: the activities that pass the other filters, each once, and how many of
/// them have several of its values. An audience belongs to a reach entry, which is why the rows of the audience facet
/// ignore the filter by audience, and so does their distinct total.
pub(crate) fn facet_total(document: &Value, plain: &PlainSelection, facet: &str) -> Value {
    let records = record::read(document);
    let others: Vec<&Record> =
        records.iter().filter(|record| !record.project_total && plain.matches_except(record, &[facet])).collect();
    let audiences = plain.chosen.get("audience").filter(|_| facet != "audience");
    let several = others.iter().filter(|record| record.values(facet, plain.basis).len() > 1).count();
    json!({
        "activities": others.len(),
        "several": several,
        "people": sum(&others, "reached", audiences),
        "planned": sum(&others, "planned", audiences),
    })
}

/// The sum of tallies; people who are counted in several of them count several times.
pub(crate) fn sum_of<'a>(tallies: impl Iterator<Item = &'a Value>) -> Value {
    let (mut low, mut high, mut counted, mut uncounted, mut about) = (0, Some(0), 0, 0, false);
    for tally in tallies {
        low += tally["low"].as_u64().unwrap();
        high = high.zip(tally["high"].as_u64()).map(|(sum, high)| sum + high);
        counted += tally["counted"].as_u64().unwrap();
        uncounted += tally["uncounted"].as_u64().unwrap();
        about |= tally["qualifier"] == "about";
    }
    let qualifier = match high {
        None => "at-least",
        _ if counted == 0 => "none",
        Some(high) if low < high => "range",
        _ if about => "about",
        _ => "exact",
    };
    json!({ "low": low, "high": high, "qualifier": qualifier, "counted": counted, "uncounted": uncounted })
}
