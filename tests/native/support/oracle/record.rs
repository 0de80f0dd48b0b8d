//! Reads a document for the oracle and applies the rules of the data set to its records.
//!
//! Only what the generator produces is understood; in particular, a date is read by its first digits.

use std::collections::BTreeSet;

use outreach_report::query::CaseFold;
use serde_json::Value;

use crate::support::unicode_fold::UnicodeFold;

/// A record that was not dropped.
pub(super) struct Record {
    values: Vec<(&'static str, BTreeSet<String>)>,
    /// The goals by basis: stated by the page, declared by the project, inferred from the themes.
    goals: [BTreeSet<String>; 3],
    texts: Vec<String>,
    pub(super) project_total: bool,
    pub(super) overlap: Option<String>,
    pub(super) entries: Vec<Entry>,
}

/// A reach entry.
pub(super) struct Entry {
    pub(super) audience: String,
    pub(super) status: String,
    pub(super) mode: String,
    pub(super) bound: String,
    pub(super) count: Option<u64>,
    pub(super) magnitude: bool,
}

impl Record {
    /// The values of the record in a facet: at least one, which may be `unknown`.
    pub(super) fn values(&self, facet: &str, basis: &str) -> BTreeSet<String> {
        let values = match (facet, basis) {
            ("sdg", "stated") => self.goals[0].clone(),
            ("sdg", "project") => &self.goals[0] | &self.goals[1],
            ("sdg", _) => &(&self.goals[0] | &self.goals[1]) | &self.goals[2],
            _ => self.values.iter().find(|(name, _)| *name == facet).unwrap().1.clone(),
        };
        if values.is_empty() { BTreeSet::from(["unknown".to_owned()]) } else { values }
    }

    /// Whether each word is somewhere in the texts of the record.
    pub(super) fn contains_words(&self, words: &str) -> bool {
        words.split_whitespace().all(|word| self.texts.iter().any(|text| text.contains(&UnicodeFold.fold(word))))
    }
}

/// The records of a document, without those that are dropped.
pub(super) fn read(document: &Value) -> Vec<Record> {
    let mut seen = BTreeSet::new();
    let records = document["activities"].as_array().unwrap().iter();
    records
        .filter(|record| code(&record["id"]).is_some() && code(&record["title"]).is_some())
        .filter(|record| seen.insert(code(&record["id"])))
        .map(|record| read_record(record, document))
        .collect()
}

fn read_record(record: &Value, document: &Value) -> Record {
    let project = find(document, "projects", "id", &record["project"]);
    let entries: Vec<Entry> = list(&record["reach"]).map(read_entry).collect();
    let themes = codes(&record["themes"]);
    let targets = themes.iter().flat_map(|theme| {
        let theme = find(document, "themes", "code", &Value::from(theme.as_str()));
        list(&theme["sdg_targets"]).map(|target| target.as_str().unwrap().split('.').next().unwrap().to_owned())
    });
    let texts =
        [&record["title"], &record["summary"], &record["source"]["title"], &project["name"], &project["acronym"]];
    let texts = texts.into_iter().chain(list(&record["places"])).chain(list(&record["partners"]));
    let values = vec![
        ("country", codes(&record["countries"]).into_iter().filter(|code| code != "XX").collect()),
        ("year", years(record["date"].as_str())),
        ("kind", code(&record["kind"]).into_iter().collect()),
        // A record without entries has no audience.
        ("audience", entries.iter().map(|entry| entry.audience.clone()).collect()),
        ("org", code(&record["organisation"]).into_iter().collect()),
        ("donor", &codes(&record["donors"]) | &codes(&project["donors"])),
        ("project", code(&project["id"]).into_iter().collect()),
    ];
    Record {
        goals: [goals(&record["sdgs"]), goals(&project["sdgs"]), targets.collect()],
        values: values.into_iter().chain([("theme", themes.clone())]).collect(),
        texts: texts.filter_map(Value::as_str).map(|text| UnicodeFold.fold(text)).collect(),
        project_total: record["scope"] == "project-total",
        overlap: code(&record["overlap"]),
        entries,
    }
}

fn read_entry(entry: &Value) -> Entry {
    let code_or_empty = |field: &str| code(&entry[field]).unwrap_or_default();
    Entry {
        audience: code(&entry["audience"]).unwrap_or("unknown".to_owned()),
        status: code_or_empty("status"),
        mode: code_or_empty("mode"),
        bound: code_or_empty("bound"),
        count: count(&entry["count"]),
        magnitude: code(&entry["magnitude"]).is_some(),
    }
}

/// The row of a table whose field `key` is `id`, or null.
fn find<'a>(document: &'a Value, table: &str, key: &str, id: &Value) -> &'a Value {
    list(&document[table]).find(|row| row[key].is_string() && row[key] == *id).unwrap_or(&Value::Null)
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// A text that is not blank. The word `unknown` means the same as no text.
fn code(value: &Value) -> Option<String> {
    value.as_str().filter(|text| !text.trim().is_empty() && *text != "unknown").map(str::to_owned)
}

fn codes(value: &Value) -> BTreeSet<String> {
    list(value).filter_map(code).collect()
}

fn goals(value: &Value) -> BTreeSet<String> {
    list(value).filter_map(count).filter(|goal| (1..=17).contains(goal)).map(|goal| goal.to_string()).collect()
}

/// A whole number from 0 to 2^53, which may be written as `5.0`.
fn count(value: &Value) -> Option<u64> {
    let whole = value.as_f64().filter(|n| n.fract() == 0.0 && *n >= 0.0).map(|n| n as u64);
    value.as_u64().or(whole).filter(|n| *n <= 1 << 53)
}

/// Every year that a date touches; none for a text that is not a date, for a set, unspecified digits or a reversed
/// interval.
fn years(text: Option<&str>) -> BTreeSet<String> {
    let Some(text) = text else { return BTreeSet::new() };
    let ends: Vec<String> = text.split('/').map(|end| end.replace('~', "")).collect();
    let known: Vec<&String> = ends.iter().filter(|end| !end.is_empty() && *end != "..").collect();
    let year = |end: &String| {
        let is_month =
            end.get(5..7).is_none_or(|month| month == "XX" || month.parse::<u8>().is_ok_and(|month| month <= 12));
        end.get(..4).and_then(|digits| digits.parse::<u16>().ok()).filter(|_| is_month)
    };
    let years: Option<Vec<u16>> = known.iter().map(|end| year(end)).collect();
    let shared_length = known.iter().map(|end| end.len()).min().unwrap_or_default();
    let reversed = known.len() == 2 && known[0][..shared_length] > known[1][..shared_length];
    match years {
        Some(years) if !reversed && !years.is_empty() => {
            (years[0]..=years[years.len() - 1]).map(|year| year.to_string()).collect()
        }
        _ => BTreeSet::new(),
    }
}
