//! `element.totals` as JSON text: its keys and their order, whole numbers, null for an open end.
//! `totals_against_oracle.rs` checks the numbers in the same JSON.

use outreach_report::export::totals_json;
use outreach_report::link::encode;
use outreach_report::query::Facet;
use serde_json::{Value, json};

use crate::support::oracle::{self, PlainSelection};
use crate::support::view_fixture::{ViewFixture, report};

/// The JSON text of a view of a document.
fn text(document: &Value, link: &str) -> String {
    let shown = ViewFixture::from_link(document, link);
    totals_json(&encode(&shown.selection), &shown.totals)
}

/// The complete text of a small view: every key in its order, and nothing else.
#[test]
fn the_text_of_a_small_view() {
    let document = report(json!([
        { "id": "a", "title": "A", "countries": ["BT"], "date": "2022", "sdgs": [5], "kind": "training",
          "reach": [{ "audience": "students", "count": 9007199254740992_u64, "bound": "at-least", "status": "reached" }] },
        { "id": "b", "title": "B", "countries": ["BT"], "date": "2022", "sdgs": [5], "kind": "training",
          "reach": [{ "audience": "students", "count": 7, "bound": "about", "status": "planned" }] },
    ]));
    let people = r#"{"low":9007199254740992,"high":null,"qualifier":"at-least","counted":1,"uncounted":1}"#;
    let planned = r#"{"low":7,"high":7,"qualifier":"about","counted":1,"uncounted":1}"#;
    let none =
        |uncounted: usize| format!(r#"{{"low":0,"high":0,"qualifier":"none","counted":0,"uncounted":{uncounted}}}"#);
    let row = |key: &str, selected: bool| {
        format!(r#"{{"key":"{key}","selected":{selected},"activities":2,"people":{people},"planned":{planned}}}"#)
    };
    let unknown =
        format!(r#"{{"key":"unknown","selected":false,"activities":0,"people":{},"planned":{}}}"#, none(0), none(0));
    // Theme, organisation, donor and project are not stated: all records are in their rows of `unknown`.
    let known = |key: &str, selected: bool| format!("[{},{unknown}]", row(key, selected));
    let not_stated = format!("[{}]", row("unknown", false));
    let expected = format!(
        concat!(
            r#"{{"view":"year=2022&sort=title","activities":2,"people":{people},"planned":{planned},"facets":{{"#,
            r#""country":{country},"year":{year},"sdg":{sdg},"kind":{kind},"theme":{none},"audience":{audience},"#,
            r#""org":{none},"donor":{none},"project":{none}}}}}"#
        ),
        people = people,
        planned = planned,
        country = known("BT", false),
        year = known("2022", true),
        sdg = known("5", false),
        kind = known("training", false),
        audience = known("students", false),
        none = not_stated,
    );
    assert_eq!(text(&document, "year=2022&sort=title"), expected);
}

/// Views of the built-in data set have all nine facets, keys as texts, whole numbers, and the numbers of the oracle.
#[test]
fn views_of_the_built_in_data_set() {
    let document = crate::support::built_in();
    let choosing = |pairs: &[(&'static str, &str)]| {
        let chosen = pairs.iter().map(|(facet, values)| (*facet, values.split('~').map(str::to_owned).collect()));
        PlainSelection { chosen: chosen.collect(), ..PlainSelection::default() }
    };
    let with_years = |mut plain: PlainSelection, from: Option<u16>, to: Option<u16>| {
        plain.years.push((from, to));
        plain
    };
    let views = [
        ("", PlainSelection::default()),
        ("country=BT&year=2022", with_years(choosing(&[("country", "BT")]), Some(2022), Some(2022))),
        ("country=FR", choosing(&[("country", "FR")])),
        ("year=..2010&sdg=unknown", with_years(choosing(&[("sdg", "unknown")]), None, Some(2010))),
        ("audience=students~youth", choosing(&[("audience", "students~youth")])),
        ("donor=eu&basis=theme", PlainSelection { basis: "theme", ..choosing(&[("donor", "eu")]) }),
        ("q=police%20law", PlainSelection { search: "police law".into(), ..PlainSelection::default() }),
    ];
    for (link, plain) in views {
        let text = text(&document, link);
        let mut totals: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(totals.as_object_mut().unwrap().remove("view"), Some(json!(link)));
        assert_eq!(totals, oracle::totals(&document, &plain), "{link}");
        assert_whole_numbers(&totals);
        // The facets in the text have the same order as in links.
        let positions: Vec<_> =
            Facet::ALL.iter().map(|facet| text.find(&format!("\"{}\":[", facet.key())).unwrap()).collect();
        assert!(positions.is_sorted(), "{link}: {positions:?}");
        let facets = totals["facets"].as_object().unwrap();
        assert_eq!(facets.len(), 9);
        for rows in facets.values() {
            let keys: Vec<&str> = rows.as_array().unwrap().iter().map(|row| row["key"].as_str().unwrap()).collect();
            assert_eq!(keys.last(), Some(&"unknown"), "{link}: {keys:?}");
            assert_eq!(keys.iter().filter(|key| **key == "unknown").count(), 1, "{link}: {keys:?}");
        }
    }
    let whole: Value = serde_json::from_str(&text(&document, "")).unwrap();
    assert_eq!(
        whole["people"],
        json!({ "low": 13351, "high": null, "qualifier": "at-least", "counted": 86, "uncounted": 71 })
    );
}

/// All numbers are whole, without a fraction or an exponent: a page reads exactly the counted numbers.
fn assert_whole_numbers(value: &Value) {
    match value {
        Value::Number(number) => assert!(number.is_u64(), "{number}"),
        Value::Array(items) => items.iter().for_each(assert_whole_numbers),
        Value::Object(fields) => fields.values().for_each(assert_whole_numbers),
        Value::String(_) | Value::Bool(_) | Value::Null => {}
    }
}

/// Texts of the data are escaped and cannot end the JSON.
#[test]
fn odd_codes_are_escaped() {
    let odd = "\"},{\u{1}\\ </script> \u{2028} é";
    let document = report(json!([{ "id": "a", "title": "A", "kind": odd }]));
    let totals: Value = serde_json::from_str(&text(&document, "")).unwrap();
    assert_eq!(totals["facets"]["kind"][0]["key"], odd);
    let link = encode(&ViewFixture::from_link(&document, "").selection);
    assert_eq!((link.as_str(), &totals["view"]), ("", &json!("")));
}
