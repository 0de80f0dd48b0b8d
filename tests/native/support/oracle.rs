//! A second, naive implementation of counting, written from the text of the contract over the JSON of a document. It
//! shares no code and no type with `src`, is slow on purpose, and returns the JSON of `element.totals` without `view`.

mod charts;
mod record;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

pub(crate) use charts::{facet_total, matrix, sum_of};
use record::{Entry, Record};

/// The nine facets in the order of the contract.
pub(crate) const FACETS: [&str; 9] = ["country", "year", "sdg", "kind", "theme", "audience", "org", "donor", "project"];

/// A selection in the plain keys and texts of the contract.
#[derive(Debug, Clone)]
pub(crate) struct PlainSelection {
    /// The chosen values of each filtered facet; for the year only `unknown`, the years are in `years`.
    pub(crate) chosen: BTreeMap<&'static str, BTreeSet<String>>,
    /// Ranges of years; `None` is an open end.
    pub(crate) years: Vec<(Option<u16>, Option<u16>)>,
    /// The text searched for.
    pub(crate) search: String,
    /// The basis of goals: `stated`, `project` or `theme`.
    pub(crate) basis: &'static str,
}

impl Default for PlainSelection {
    fn default() -> Self {
        PlainSelection { chosen: BTreeMap::new(), years: Vec::new(), search: String::new(), basis: "project" }
    }
}

impl PlainSelection {
    /// Whether the facet has a filter.
    pub(crate) fn filters(&self, facet: &str) -> bool {
        self.chosen.contains_key(facet) || facet == "year" && !self.years.is_empty()
    }

    /// Adds a value, given as its key in the contract.
    pub(crate) fn choose(&mut self, facet: &'static str, key: &str) {
        match key.parse().ok().filter(|_| facet == "year") {
            Some(year) => self.years.push((Some(year), Some(year))),
            None => drop(self.chosen.entry(facet).or_default().insert(key.to_owned())),
        }
    }

    /// Whether the value is chosen.
    pub(crate) fn has(&self, facet: &str, value: &str) -> bool {
        let is_listed = self.chosen.get(facet).is_some_and(|values| values.contains(value));
        is_listed || facet == "year" && value.parse().is_ok_and(|year| self.has_year(year))
    }

    fn has_year(&self, year: u16) -> bool {
        let mut ranges = self.years.iter();
        ranges.any(|(from, to)| from.is_none_or(|from| from <= year) && to.is_none_or(|to| year <= to))
    }

    /// Whether the record passes every filter.
    fn matches(&self, record: &Record) -> bool {
        self.matches_except(record, &[])
    }

    /// Whether the record passes every filter except those of some facets.
    fn matches_except(&self, record: &Record, ignored: &[&str]) -> bool {
        let passes = |facet: &&str| record.values(facet, self.basis).iter().any(|value| self.has(facet, value));
        record.contains_words(&self.search)
            && FACETS.iter().filter(|facet| !ignored.contains(facet) && self.filters(facet)).all(passes)
    }
}

/// What a selection adds up to: the JSON of `element.totals` without `view`.
pub(crate) fn totals(document: &Value, plain: &PlainSelection) -> Value {
    let records = record::read(document);
    let years = records.iter().flat_map(|record| record.values("year", plain.basis));
    let years: BTreeSet<u16> = years.filter_map(|year| year.parse().ok()).collect();
    let data_years = years.first().copied().zip(years.last().copied());

    // A project total is not an activity.
    let activities: Vec<&Record> = records.iter().filter(|record| !record.project_total).collect();
    let audiences = plain.chosen.get("audience");
    let selection: Vec<&Record> = activities.iter().copied().filter(|record| plain.matches(record)).collect();
    let mut facets = Map::new();
    for facet in FACETS {
        let others: Vec<&Record> =
            activities.iter().copied().filter(|record| plain.matches_except(record, &[facet])).collect();
        let rows: Vec<Value> = row_keys(facet, &others, plain, data_years)
            .iter()
            .map(|key| {
                let has_value = |record: &&Record| record.values(facet, plain.basis).contains(key);
                let matching: Vec<&Record> = others.iter().copied().filter(has_value).collect();
                // An audience belongs to a reach entry: a row of the audience facet counts only the entries of its
                // audience, whatever the audience filter is.
                let row_audience = BTreeSet::from([key.clone()]);
                let audiences = if facet == "audience" { Some(&row_audience) } else { audiences };
                json!({
                    "key": key,
                    "selected": plain.has(facet, key),
                    "activities": matching.len(),
                    "people": sum(&matching, "reached", audiences),
                    "planned": sum(&matching, "planned", audiences),
                })
            })
            .collect();
        facets.insert(facet.to_owned(), rows.into());
    }
    json!({
        "activities": selection.len(),
        "people": sum(&selection, "reached", audiences),
        "planned": sum(&selection, "planned", audiences),
        "facets": facets,
    })
}

/// Which records a selection lists, by their row: their index among the records that were not dropped. A project total
/// is listed like any other record.
pub(crate) fn listed(document: &Value, plain: &PlainSelection) -> Vec<usize> {
    let records = record::read(document).into_iter().enumerate();
    records.filter(|(_, record)| plain.matches(record)).map(|(row, _)| row).collect()
}

/// How many activities of a selection add nothing to the people reached at least, because another one of the same
/// overlap is as large or larger.
pub(crate) fn overlapped(document: &Value, plain: &PlainSelection) -> usize {
    let records = record::read(document);
    let audiences = plain.chosen.get("audience");
    let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
    for record in records.iter().filter(|record| !record.project_total && plain.matches(record)) {
        if let Some(slug) = &record.overlap {
            let low = sum(&[record], "reached", audiences)["low"].as_u64().unwrap();
            *sizes.entry(slug).or_default() += usize::from(low > 0);
        }
    }
    sizes.values().map(|size| size.saturating_sub(1)).sum()
}

/// The values that a facet lists: those of the data, those chosen, and `unknown`; sorted, `unknown` last.
fn row_keys(facet: &str, others: &[&Record], plain: &PlainSelection, data_years: Option<(u16, u16)>) -> Vec<String> {
    let mut keys: BTreeSet<String> = others.iter().flat_map(|record| record.values(facet, plain.basis)).collect();
    keys.extend(plain.chosen.get(facet).into_iter().flatten().cloned());
    if facet == "year" {
        keys.extend(listed_years(plain, data_years).iter().map(u16::to_string));
    }
    keys.remove("unknown");
    let mut keys: Vec<String> = keys.into_iter().collect();
    if ["year", "sdg"].contains(&facet) {
        keys.sort_by_key(|key| key.parse::<u16>().unwrap());
    }
    keys.push("unknown".to_owned());
    keys
}

/// The chosen years one by one. A range with an open end is listed up to the last or from the first year of the data; a
/// range open at both ends is all years of the data.
fn listed_years(plain: &PlainSelection, data_years: Option<(u16, u16)>) -> BTreeSet<u16> {
    let chosen: Vec<u16> = (0..=9999).filter(|year| plain.has_year(*year)).collect();
    let mut listed = BTreeSet::new();
    // Ranges that touch are one range: the result depends on the set of years, not on how it was chosen.
    for run in chosen.chunk_by(|a, b| a + 1 == *b) {
        let (first, last) = (run[0], run[run.len() - 1]);
        let Some((from, to)) = data_years else {
            if first == 0 && last != 9999 {
                listed.insert(last);
            } else if last == 9999 && first != 0 {
                listed.insert(first);
            } else if last != 9999 {
                listed.extend(run);
            }
            continue;
        };
        match (first, last) {
            (0, 9999) => listed.extend(from..=to),
            (0, last) => listed.extend(from.min(last)..=last),
            (first, 9999) => listed.extend(first..=to.max(first)),
            _ => listed.extend(run),
        }
    }
    listed
}

/// The five fields of a tally of the entries with one status; with `audiences`, only the entries of these.
fn sum(records: &[&Record], status: &str, audiences: Option<&BTreeSet<String>>) -> Value {
    let mut low = 0;
    let mut high = 0;
    let (mut open, mut about, mut counted) = (false, false, 0);
    let mut largest: BTreeMap<&str, u64> = BTreeMap::new();
    for record in records {
        let mut subtotal = 0;
        let mut has_count = false;
        let has_audience = |entry: &&Entry| audiences.is_none_or(|audiences| audiences.contains(&entry.audience));
        for entry in record.entries.iter().filter(has_audience) {
            if entry.status != status || entry.mode == "online-media" {
                continue;
            }
            let Some(n) = entry.count else {
                open |= entry.magnitude;
                continue;
            };
            has_count = true;
            open |= entry.bound == "at-least";
            about |= entry.bound == "about";
            subtotal += if entry.bound == "at-most" { 0 } else { n };
            high += n;
        }
        counted += usize::from(has_count);
        match &record.overlap {
            None => low += subtotal,
            Some(slug) => {
                let largest_of_group = largest.entry(slug).or_default();
                *largest_of_group = subtotal.max(*largest_of_group);
            }
        }
    }
    low += largest.values().sum::<u64>();
    let qualifier = if open {
        "at-least"
    } else if counted == 0 {
        "none"
    } else if low < high {
        "range"
    } else if about {
        "about"
    } else {
        "exact"
    };
    json!({
        "low": low,
        "high": if open { Value::Null } else { json!(high) },
        "qualifier": qualifier,
        "counted": counted,
        "uncounted": records.len() - counted,
    })
}
