//! What is taken away gives the same totals again: the CSV read back by a small reader of its own, the data set by the
//! widget's.

use outreach_report::export::{csv as written, selection_json};
use outreach_report::model::{IssueKind, parse};
use outreach_report::query::Selection;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::support::csv::{self, Row};
use crate::support::oracle::{self, Wish};
use crate::support::shown::{Shown, report};
use crate::support::{embedded, generate};

/// The rows of a CSV that begins with its mark, as spreadsheets need it.
fn read(csv: &str) -> Vec<Row> {
    csv::read(csv.strip_prefix('\u{feff}').unwrap())
}

/// The document that the rows describe, as far as totals go.
fn document(rows: &[Row]) -> Value {
    let mut records: Vec<Map<String, Value>> = Vec::new();
    for row in rows {
        let text = |name: &str| Some(row[name].trim_start_matches('\'')).filter(|text| !text.is_empty());
        let list = |name: &str| text(name).map(|list| list.split(" | ").collect::<Vec<_>>()).unwrap_or_default();
        let number = |name: &str| text(name).map(|n| n.parse::<u64>().unwrap());
        if records.last().is_none_or(|last| last["id"] != row["id"].as_str()) {
            let fields = json!({
                "id": row["id"], "title": row["title"], "countries": list("countries"), "date": text("date"),
                "kind": text("kind"), "organisation": text("organisation"), "donors": list("donors"),
                "scope": text("scope"), "overlap": text("overlap"), "reach": [],
                "sdgs": list("sdgs").iter().map(|n| n.parse::<u64>().unwrap()).collect::<Vec<_>>(),
            });
            records.push(fields.as_object().unwrap().clone());
        }
        let fields =
            ["audience", "bound", "magnitude", "status", "mode"].map(|name| (name, text(&format!("reach.{name}"))));
        let mut entry: Map<String, Value> =
            fields.into_iter().map(|(name, text)| (name.to_owned(), json!(text))).collect();
        entry.insert("count".into(), json!(number("reach.count")));
        // An activity without entries has a row without an answer.
        if !row["counted"].is_empty() {
            records.last_mut().unwrap()["reach"].as_array_mut().unwrap().push(entry.into());
        }
    }
    report(json!(records))
}

/// The numbers that do not depend on what was filtered.
fn numbers(totals: &Value) -> Value {
    json!([totals["activities"], totals["people"], totals["planned"]])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_csv_gives_the_same_totals(source in generate::document(), wish in generate::wish()) {
        let shown = Shown::new(&source, generate::selection(&wish));
        let rows = read(&written(&shown.view_context()));
        let wanted = oracle::totals(&source, &wish);
        prop_assert_eq!(numbers(&oracle::totals(&document(&rows), &Wish::default())), numbers(&wanted));
        // The column says the same as the total: what is counted adds up to it.
        let low = |row: &Row| match row["reach.bound"].as_str() {
            "at-most" => 0,
            _ => row["reach.count"].parse::<u64>().unwrap(),
        };
        let counted: u64 = rows.iter().filter(|row| row["counted"] == "yes").map(low).sum();
        prop_assert_eq!(Some(counted), wanted["people"]["low"].as_u64());
        prop_assert!(rows.iter().all(|row| (row["counted"] == "no") != row["left_out"].is_empty()));
    }

    #[test]
    fn the_data_set_gives_the_same_totals(source in generate::document(), wish in generate::wish()) {
        let shown = Shown::new(&source, generate::selection(&wish));
        let text = selection_json(&shown.view_context());
        let (_, issues) = parse(&text).unwrap();
        // What the data set itself had, stays; nothing is added.
        let inherited = |fault: &IssueKind| matches!(fault, IssueKind::UnknownCode(_) | IssueKind::WomenAndMenAboveCount { .. } | IssueKind::NoYear(_));
        prop_assert!(issues.iter().all(|issue| inherited(&issue.kind)), "{:?}", issues);
        let again = Shown::new(&serde_json::from_str(&text).unwrap(), Selection::default());
        prop_assert_eq!(numbers(&crate::support::json::of(&again.totals)), numbers(&oracle::totals(&source, &wish)));
    }
}

/// The embedded data come back whole and without a fault, and a selection names only what it uses.
#[test]
fn the_embedded_data_come_back() {
    let whole = Shown::link(&embedded(), "");
    let (data, issues) = parse(&selection_json(&whole.view_context())).unwrap();
    assert_eq!(issues, []);
    assert_eq!(data.activities.len(), whole.data.activities.len());
    let mut same = data.activities.iter().zip(&whole.data.activities);
    assert!(same.all(|(a, b)| a.id == b.id && a.source == b.source && a.date == b.date && a.themes == b.themes));
    assert_eq!(
        (data.projects, data.title, data.license),
        (whole.data.projects.clone(), whole.data.title.clone(), whole.data.license.clone())
    );

    let some = Shown::link(&embedded(), "country=BT&year=2022");
    let (data, issues) = parse(&selection_json(&some.view_context())).unwrap();
    assert_eq!(issues, []);
    assert_eq!(data.activities.len(), some.totals.records.len());
    assert!(data.projects.len() < whole.data.projects.len() && data.places.len() < whole.data.places.len());
}

/// Quotes, lines, lists, and what a spreadsheet would run.
#[test]
fn cells_are_texts() {
    let source = report(json!([{
        "id": "a", "title": "=HYPERLINK(\"x\")", "summary": "one, two\nthree", "places": ["Dhaka", "Cox's Bazar"],
        "date": "2021", "countries": ["BD"], "source": { "publisher": "@me", "url": "https://example.org/a,b" },
        "reach": [
            { "status": "reached", "count": 12, "women": 4, "men": 8, "audience": "officials", "note": "-1+1" },
            { "status": "planned", "count": 40, "women": 20, "men": 20 },
        ],
    }]));
    let shown = Shown::link(&source, "");
    let rows = read(&written(&shown.view_context()));
    let cells = |name: &str| rows.iter().map(|row| row[name].as_str()).collect::<Vec<_>>();
    assert_eq!(cells("title"), ["'=HYPERLINK(\"x\")"; 2]);
    assert_eq!(cells("summary"), ["one, two\nthree"; 2]);
    assert_eq!(cells("places"), ["Dhaka | Cox's Bazar"; 2]);
    assert_eq!(cells("country_names"), ["Bangladesh"; 2]);
    assert_eq!(cells("source.publisher"), ["'@me"; 2]);
    assert_eq!(cells("source.url"), ["https://example.org/a,b"; 2]);
    assert_eq!(cells("reach.note"), ["'-1+1", ""]);
    assert_eq!(cells("reach.count"), ["12", "40"]);
    assert_eq!(cells("reach.audience_name"), ["Officials", ""]);
    assert_eq!(cells("reach.parts"), ["withheld", "given"]);
    assert_eq!((cells("reach.women"), cells("reach.men")), (vec!["", "20"], vec!["", "20"]));
    assert_eq!((cells("counted"), cells("left_out")), (vec!["yes", "no"], vec!["", "planned"]));
    let text = selection_json(&shown.view_context());
    assert!(!text.contains("\"women\": 4") && text.contains("\"women\": 20"), "{text}");
}
