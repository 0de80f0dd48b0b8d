//! Downloaded data give the same totals again: the CSV is read back by the CSV reader of `support`, the data set by the
//! parser of the widget.

use outreach_report::export::{csv as csv_text, selection_json};
use outreach_report::model::{IssueKind, parse};
use outreach_report::query::Selection;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::support::csv::{self, Row};
use crate::support::oracle::{self, PlainSelection};
use crate::support::view_fixture::{ViewFixture, report};
use crate::support::{built_in, generate, totals_json};

/// The rows of a CSV. It begins with a byte order mark, because spreadsheets need one.
fn read(csv: &str) -> Vec<Row> {
    csv::read(csv.strip_prefix('\u{feff}').unwrap())
}

/// A document from the rows of the CSV, with all that totals depend on.
fn document(rows: &[Row]) -> Value {
    let mut records: Vec<Map<String, Value>> = Vec::new();
    for row in rows {
        let text = |name: &str| Some(row[name].trim_start_matches('\'')).filter(|text| !text.is_empty());
        let list = |name: &str| text(name).map(|list| list.split(" | ").collect::<Vec<_>>()).unwrap_or_default();
        let number = |name: &str| text(name).map(|n| n.parse::<u64>().unwrap());
        if records.last().is_none_or(|record| record["id"] != row["id"].as_str()) {
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
        // An activity without entries has one row, in which `counted` is empty.
        if !row["counted"].is_empty() {
            records.last_mut().unwrap()["reach"].as_array_mut().unwrap().push(entry.into());
        }
    }
    report(json!(records))
}

/// The numbers that do not depend on the filter.
fn numbers(totals: &Value) -> Value {
    json!([totals["activities"], totals["people"], totals["planned"]])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_csv_gives_the_same_totals(source in generate::document(), plain in generate::plain_selection()) {
        let shown = ViewFixture::new(&source, generate::selection(&plain));
        let rows = read(&csv_text(&shown.view_context()));
        let expected = oracle::totals(&source, &plain);
        prop_assert_eq!(numbers(&oracle::totals(&document(&rows), &PlainSelection::default())), numbers(&expected));
        // The rows with `counted` = yes add up to the lower end of the total.
        let low = |row: &Row| match row["reach.bound"].as_str() {
            "at-most" => 0,
            _ => row["reach.count"].parse::<u64>().unwrap(),
        };
        let counted: u64 = rows.iter().filter(|row| row["counted"] == "yes").map(low).sum();
        prop_assert_eq!(Some(counted), expected["people"]["low"].as_u64());
        prop_assert!(rows.iter().all(|row| (row["counted"] == "no") != row["left_out"].is_empty()));
    }

    #[test]
    fn the_data_set_gives_the_same_totals(source in generate::document(), plain in generate::plain_selection()) {
        let shown = ViewFixture::new(&source, generate::selection(&plain));
        let text = selection_json(&shown.view_context());
        let (_, issues) = parse(&text).unwrap();
        // Only issues that the original data set can have too.
        let is_inherited = |kind: &IssueKind| {
            matches!(kind, IssueKind::UnknownCode(_) | IssueKind::WomenAndMenAboveCount { .. } | IssueKind::NoYear(_))
        };
        prop_assert!(issues.iter().all(|issue| is_inherited(&issue.kind)), "{:?}", issues);
        let copy = ViewFixture::new(&serde_json::from_str(&text).unwrap(), Selection::default());
        let totals = totals_json::from_totals(&copy.totals);
        prop_assert_eq!(numbers(&totals), numbers(&oracle::totals(&source, &plain)));
    }
}

/// The whole built-in data set comes back without issues. The file of a selection has only the table rows that it uses.
#[test]
fn the_built_in_data_come_back() {
    let whole = ViewFixture::from_link(&built_in(), "");
    let (data, issues) = parse(&selection_json(&whole.view_context())).unwrap();
    assert_eq!(issues, []);
    assert_eq!(data.activities.len(), whole.data.activities.len());
    let mut pairs = data.activities.iter().zip(&whole.data.activities);
    assert!(pairs.all(|(a, b)| a.id == b.id && a.source == b.source && a.date == b.date && a.themes == b.themes));
    assert_eq!(
        (data.projects, data.title, data.license),
        (whole.data.projects.clone(), whole.data.title.clone(), whole.data.license.clone())
    );

    let part = ViewFixture::from_link(&built_in(), "country=BT&year=2022");
    let (data, issues) = parse(&selection_json(&part.view_context())).unwrap();
    assert_eq!(issues, []);
    assert_eq!(data.activities.len(), part.totals.rows.len());
    assert!(data.projects.len() < whole.data.projects.len() && data.places.len() < whole.data.places.len());
}

/// Quotes, line breaks, lists, and texts that a spreadsheet would run as formulas.
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
    let shown = ViewFixture::from_link(&source, "");
    let rows = read(&csv_text(&shown.view_context()));
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
