//! What the charts rest on, written from the contract like the totals: cells of country by year, what stands behind the
//! rows of a facet, and what rows add up to.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::record::{self, Record};
use super::{Wish, sum};

/// Country by year: every pair that an activity has, counted without the filters by country and by year, and what all
/// of them rest on.
pub(crate) fn matrix(document: &Value, wish: &Wish) -> Value {
    let records = record::read(document);
    let activities: Vec<&Record> =
        records.iter().filter(|one| !one.project_total && wish.takes_but(one, &["country", "year"])).collect();
    let audiences = wish.chosen.get("audience");
    let values = |facet: &'static str| {
        activities.iter().flat_map(|one| one.values(facet, wish.basis)).collect::<BTreeSet<String>>()
    };
    let mut cells = Vec::new();
    for country in values("country") {
        for year in values("year") {
            let has = |one: &&Record, facet, value| one.values(facet, wish.basis).contains(value);
            let here =
                activities.iter().copied().filter(|one| has(one, "country", &country) && has(one, "year", &year));
            let here: Vec<&Record> = here.collect();
            if !here.is_empty() {
                cells.push(json!({
                    "country": country,
                    "year": year,
                    "selected": wish.has("country", &country) && wish.has("year", &year),
                    "activities": here.len(),
                    "people": sum(&here, "reached", audiences),
                    "planned": sum(&here, "planned", audiences),
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

/// What stands behind the rows of a facet: the activities that pass the other filters, each once, and how many of them
/// have several of its values. An audience belongs to an entry, so its rows look past the filter by audience, and so
/// does what stands behind them.
pub(crate) fn facet_total(document: &Value, wish: &Wish, facet: &str) -> Value {
    let records = record::read(document);
    let others: Vec<&Record> =
        records.iter().filter(|one| !one.project_total && wish.takes_but(one, &[facet])).collect();
    let audiences = wish.chosen.get("audience").filter(|_| facet != "audience");
    let several = others.iter().filter(|one| one.values(facet, wish.basis).len() > 1).count();
    json!({
        "activities": others.len(),
        "several": several,
        "people": sum(&others, "reached", audiences),
        "planned": sum(&others, "planned", audiences),
    })
}

/// What totals add up to when they are laid end to end, whoever is counted in several of them.
pub(crate) fn end_to_end<'a>(tallies: impl Iterator<Item = &'a Value>) -> Value {
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
