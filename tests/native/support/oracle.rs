//! A second, naive implementation of counting, written from the text of the contract over the plain JSON of a
//! document. It shares no code and no type with `src`, is slow on purpose, and gives the JSON of
//! `element.totals` without `view`.

mod charts;
mod record;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

pub(crate) use charts::{end_to_end, facet_total, matrix};
use record::{Entry, Record};

/// The nine facets in the order of the contract.
pub(crate) const FACETS: [&str; 9] = ["country", "year", "sdg", "kind", "theme", "audience", "org", "donor", "project"];

/// What a reader could wish to see.
#[derive(Debug, Clone)]
pub(crate) struct Wish {
    /// The chosen values of each filtered facet; of the year only `unknown` stands here.
    pub(crate) chosen: BTreeMap<&'static str, BTreeSet<String>>,
    /// Ranges of years; `None` is an open side.
    pub(crate) years: Vec<(Option<u16>, Option<u16>)>,
    /// The text searched for.
    pub(crate) words: String,
    /// `stated`, `project` or `theme`.
    pub(crate) basis: &'static str,
}

impl Default for Wish {
    fn default() -> Self {
        Wish { chosen: BTreeMap::new(), years: Vec::new(), words: String::new(), basis: "project" }
    }
}

impl Wish {
    /// Whether the facet has a filter.
    pub(crate) fn filters(&self, facet: &str) -> bool {
        self.chosen.contains_key(facet) || facet == "year" && !self.years.is_empty()
    }

    /// Chooses a value, by its key in the contract.
    pub(crate) fn choose(&mut self, facet: &'static str, key: &str) {
        match key.parse().ok().filter(|_| facet == "year") {
            Some(year) => self.years.push((Some(year), Some(year))),
            None => drop(self.chosen.entry(facet).or_default().insert(key.to_owned())),
        }
    }

    /// Whether the value is chosen.
    pub(crate) fn has(&self, facet: &str, value: &str) -> bool {
        let listed = self.chosen.get(facet).is_some_and(|values| values.contains(value));
        listed || facet == "year" && value.parse().is_ok_and(|year| self.has_year(year))
    }

    fn has_year(&self, year: u16) -> bool {
        let mut ranges = self.years.iter();
        ranges.any(|(from, to)| from.is_none_or(|from| from <= year) && to.is_none_or(|to| year <= to))
    }

    /// Whether the record passes every filter but that of one facet.
    fn takes(&self, record: &Record, but: &str) -> bool {
        self.takes_but(record, &[but])
    }

    /// Whether the record passes every filter but those of some facets.
    fn takes_but(&self, record: &Record, but: &[&str]) -> bool {
        let passes = |facet: &&str| record.values(facet, self.basis).iter().any(|value| self.has(facet, value));
        record.says(&self.words) && FACETS.iter().filter(|f| !but.contains(f) && self.filters(f)).all(passes)
    }
}

/// What the wish adds up to: the JSON of `element.totals` without `view`.
pub(crate) fn totals(document: &Value, wish: &Wish) -> Value {
    let records = record::read(document);
    let years = records.iter().flat_map(|record| record.values("year", wish.basis));
    let years: BTreeSet<u16> = years.filter_map(|year| year.parse().ok()).collect();
    let ends = years.first().copied().zip(years.last().copied());

    // A figure that adds up a project is no activity.
    let activities: Vec<&Record> = records.iter().filter(|record| !record.project_total).collect();
    let audiences = wish.chosen.get("audience");
    let selection: Vec<&Record> = activities.iter().copied().filter(|record| wish.takes(record, "")).collect();
    let mut facets = Map::new();
    for facet in FACETS {
        let others: Vec<&Record> = activities.iter().copied().filter(|record| wish.takes(record, facet)).collect();
        let rows: Vec<Value> = row_keys(facet, &others, wish, ends)
            .iter()
            .map(|key| {
                let having = |record: &&Record| record.values(facet, wish.basis).contains(key);
                let here: Vec<&Record> = others.iter().copied().filter(having).collect();
                // An audience belongs to an entry: its row counts that audience's entries, filter or not.
                let only = BTreeSet::from([key.clone()]);
                let audiences = if facet == "audience" { Some(&only) } else { audiences };
                json!({
                    "key": key,
                    "selected": wish.has(facet, key),
                    "activities": here.len(),
                    "people": sum(&here, "reached", audiences),
                    "planned": sum(&here, "planned", audiences),
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

/// Which records the wish lists, by their place among those that were not dropped. A figure that adds up a project
/// is listed like any other record.
pub(crate) fn listed(document: &Value, wish: &Wish) -> Vec<usize> {
    let records = record::read(document).into_iter().enumerate();
    records.filter(|(_, record)| wish.takes(record, "")).map(|(at, _)| at).collect()
}

/// The values that a facet lists: those of the data, those chosen, and the unknown; sorted, the unknown last.
fn row_keys(facet: &str, others: &[&Record], wish: &Wish, ends: Option<(u16, u16)>) -> Vec<String> {
    let mut keys: BTreeSet<String> = others.iter().flat_map(|record| record.values(facet, wish.basis)).collect();
    keys.extend(wish.chosen.get(facet).into_iter().flatten().cloned());
    if facet == "year" {
        keys.extend(listed_years(wish, ends).iter().map(u16::to_string));
    }
    keys.remove("unknown");
    let mut keys: Vec<String> = keys.into_iter().collect();
    if ["year", "sdg"].contains(&facet) {
        keys.sort_by_key(|key| key.parse::<u16>().unwrap());
    }
    keys.push("unknown".to_owned());
    keys
}

/// The chosen years one by one. A range with an open side is listed from its known side to the last, or from the
/// first, year of the data; a range open on both sides is all years of the data.
fn listed_years(wish: &Wish, ends: Option<(u16, u16)>) -> BTreeSet<u16> {
    let chosen: Vec<u16> = (0..=9999).filter(|year| wish.has_year(*year)).collect();
    let mut listed = BTreeSet::new();
    // Ranges that touch are one: what counts is the set of years, not how it was chosen.
    for run in chosen.chunk_by(|a, b| a + 1 == *b) {
        let (first, last) = (run[0], run[run.len() - 1]);
        let Some((from, to)) = ends else {
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

/// The five fields of a total: entries of one status, of these audiences if any are named.
fn sum(records: &[&Record], status: &str, audiences: Option<&BTreeSet<String>>) -> Value {
    let mut low = 0;
    let mut high = 0;
    let (mut open, mut about, mut counted) = (false, false, 0);
    let mut largest: BTreeMap<&str, u64> = BTreeMap::new();
    for record in records {
        let mut subtotal = 0;
        let mut has_count = false;
        let wanted = |entry: &&Entry| audiences.is_none_or(|audiences| audiences.contains(&entry.audience));
        for entry in record.entries.iter().filter(wanted) {
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
                let most = largest.entry(slug).or_default();
                *most = subtotal.max(*most);
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
