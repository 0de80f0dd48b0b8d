//! Whole documents: which texts are refused because they are not a report, and what the built-in data set contains.

use outreach_report::model::{IssueKind, ParseError, Parser, parse};
use proptest::prelude::*;
use serde_json::{Value, json};

const BUILT_IN: &str = include_str!("../../static/data/activities.json");

/// A text that is not JSON, or that ends in the middle, is refused with the line and column of the first error.
#[test]
fn invalid_json_is_refused_with_line_and_column() {
    let position = |text: &str| match parse(text) {
        Err(ParseError::NotJson { line, column }) => (line, column),
        other => unreachable!("{text:?} gave {other:?}"),
    };
    assert_eq!(position(""), (1, 1));
    assert_eq!(position("\u{feff}"), (1, 1));
    assert_eq!(position("<!doctype html>"), (1, 1));
    assert_eq!(position("{\n  \"format\": \"outreach-report/1\",\n  activities: []\n}"), (3, 3));
    let half = BUILT_IN.get(..BUILT_IN.len() / 2).unwrap();
    assert_eq!(position(half).0, half.lines().count(), "a file cut in the middle ends on its last line");
}

/// JSON that is not a report is refused with another error than a report in another version of the format.
#[test]
fn other_json_is_refused() {
    for text in ["[]", "{}", "5", "null", "\"outreach-report/1\"", r#"{"type": "FeatureCollection"}"#] {
        assert_eq!(parse(text), Err(ParseError::NotADataSet), "{text}");
    }
    let other = r#"{"format": "outreach-report/2", "activities": []}"#;
    assert_eq!(parse(other), Err(ParseError::OtherFormat("outreach-report/2".into())));
    assert_eq!(parse(r#"{"format": 1, "activities": []}"#), Err(ParseError::OtherFormat("1".into())));
}

/// A refusal as the loader gets it: the code, then lines with what is known.
#[test]
fn a_refusal_is_a_code_with_its_details() {
    let text = |document: &str| parse(document).unwrap_err().to_string();
    assert_eq!(text("{\n<"), "data-not-json\n2\n1");
    assert_eq!(text("{}"), "data-not-a-report");
    assert_eq!(text(r#"{"format": "outreach-report/2"}"#), "data-other-format\noutreach-report/2");
}

/// Texts with characters that decoding has lost, or has made control characters of, are kept and reported.
#[test]
fn lost_characters_are_reported() {
    let document =
        "{\"activities\": [{\"id\": \"a\", \"title\": \"Caf\u{fffd}\", \"places\": [\"Br\u{8f}ko\", \"Café\"]}]}";
    let (data, issues) = parse(document).unwrap();
    let found: Vec<_> = issues.iter().map(|issue| (&*issue.record, &*issue.field, issue.kind.code())).collect();
    assert_eq!(found, [("a", "title", "lost-characters"), ("a", "places[0]", "lost-characters")]);
    assert_eq!(data.activities.first().map(|activity| &*activity.title), Some("Caf\u{fffd}"));
}

/// A document with a format but without activities is an empty report with an issue. Activities without a format are
/// read.
#[test]
fn a_report_may_be_nearly_empty() {
    let (data, issues) = parse(r#"{"format": "outreach-report/1"}"#).unwrap();
    assert!(data.activities.is_empty());
    assert_eq!(issues.len(), 1);
    assert!(issues.iter().all(|issue| issue.field == "activities" && matches!(issue.kind, IssueKind::WrongType(_))));
    let (data, issues) = parse(r#"{"activities": [{"id": "a", "title": "A"}]}"#).unwrap();
    assert_eq!((data.activities.len(), issues), (1, vec![]));
}

/// Editors on Windows put a byte order mark before the text. It is ignored.
#[test]
fn a_byte_order_mark_is_ignored() {
    assert_eq!(parse(&format!("\u{feff}{BUILT_IN}")), parse(BUILT_IN));
}

/// The built-in data set has no issues.
#[test]
fn the_built_in_data_set_has_no_issues() {
    let (data, issues) = parse(BUILT_IN).unwrap();
    assert_eq!(issues, []);
    assert_eq!(data.activities.len(), 162);
    assert_eq!(data.activities.iter().filter(|activity| !activity.is_project_total()).count(), 157);
    let tables = (data.organisations.len(), data.donors.len(), data.projects.len(), data.themes.len());
    assert_eq!(tables, (5, 26, 20, 9));
    assert_eq!((data.partners.len(), data.places.len()), (73, 5));
    assert_eq!(data.title.as_deref(), Some("Counter-trafficking outreach in South Asia"));
    assert_eq!(data.license.and_then(|license| license.name).as_deref(), Some("CC BY 4.0"));
    assert_eq!(data.updated.map(|date| date.text().to_string()).as_deref(), Some("2026-11-22"));
    assert!(data.activities.iter().all(|activity| activity.source.is_some()), "every record cites its page");
}

/// The parts of a document as a large file is read: the document without its records, then the records in slices.
fn read_in_slices(document: &Value, lengths: &[usize]) -> Parser {
    let mut head = document.clone();
    head["activities"] = json!([]);
    let mut parser = Parser::new(&head.to_string()).unwrap();
    let mut rest = document["activities"].as_array().unwrap().as_slice();
    for length in lengths {
        let (slice, after) = rest.split_at(rest.len().min(*length));
        parser.add(&Value::from(slice).to_string()).unwrap();
        rest = after;
    }
    parser.add(&Value::from(rest).to_string()).unwrap();
    parser
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    /// Records that are read slice by slice give the same data set and the same issues in the same order as the whole
    /// document, in which ids are repeated across slices and fields of the document are unknown.
    #[test]
    fn slices_of_records_give_what_the_whole_document_gives(lengths in prop::collection::vec(0_usize..40, 0..12)) {
        let mut broken: Value = serde_json::from_str(include_str!("fixtures/broken.json")).unwrap();
        let records = broken["activities"].as_array().unwrap().clone();
        broken["activities"].as_array_mut().unwrap().extend(records);
        for document in [broken, serde_json::from_str(BUILT_IN).unwrap()] {
            prop_assert_eq!(read_in_slices(&document, &lengths).finish(), parse(&document.to_string()).unwrap());
        }
    }
}

/// A slice that is no list of records is refused with the position in the slice, and changes nothing.
#[test]
fn a_slice_that_is_no_list_is_refused() {
    let mut parser = Parser::new(r#"{"activities": []}"#).unwrap();
    assert_eq!(parser.add("[{\n\"id\" 5}]"), Err(ParseError::NotJson { line: 2, column: 6 }));
    assert_eq!(parser.add("{}"), Err(ParseError::NotADataSet));
    parser.add(r#"[{"id": "a", "title": "A"}]"#).unwrap();
    assert_eq!(parser.finish().0.activities.len(), 1);
}
