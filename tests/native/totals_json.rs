//! `element.totals` as text: its keys and their order, plain numbers, null for what is open. That the numbers are
//! right is what `oracle.rs` is for, which reads this very JSON.

use outreach_report::export::totals_json;
use outreach_report::link::encode;
use outreach_report::query::Facet;
use serde_json::{Value, json};

use crate::support::oracle::{self, Wish};
use crate::support::shown::{Shown, report};

/// The text of a view of a document.
fn text(document: &Value, link: &str) -> String {
    let shown = Shown::link(document, link);
    totals_json(&encode(&shown.selection), &shown.totals)
}

/// The whole text of a small view, letter by letter: every key, their order, and nothing else.
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
    let none = |without: usize| format!(r#"{{"low":0,"high":0,"qualifier":"none","counted":0,"uncounted":{without}}}"#);
    let row = |key: &str, selected: bool| {
        format!(r#"{{"key":"{key}","selected":{selected},"activities":2,"people":{people},"planned":{planned}}}"#)
    };
    let unknown =
        format!(r#"{{"key":"unknown","selected":false,"activities":0,"people":{},"planned":{}}}"#, none(0), none(0));
    // Nothing is stated of theme, organisation, donor and project: all is in their unknown.
    let known = |key: &str, selected: bool| format!("[{},{unknown}]", row(key, selected));
    let not_stated = format!("[{}]", row("unknown", false));
    let wanted = format!(
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
    assert_eq!(text(&document, "year=2022&sort=title"), wanted);
}

/// Views of the embedded data set: all nine facets, keys as texts, whole numbers, and the numbers of the oracle.
#[test]
fn views_of_the_embedded_data_set() {
    let document = crate::support::embedded();
    let chosen = |pairs: &[(&'static str, &str)]| {
        let chosen = pairs.iter().map(|(facet, values)| (*facet, values.split('~').map(str::to_owned).collect()));
        Wish { chosen: chosen.collect(), ..Wish::default() }
    };
    let years = |mut wish: Wish, from: Option<u16>, to: Option<u16>| {
        wish.years.push((from, to));
        wish
    };
    let views = [
        ("", Wish::default()),
        ("country=BT&year=2022", years(chosen(&[("country", "BT")]), Some(2022), Some(2022))),
        ("country=FR", chosen(&[("country", "FR")])),
        ("year=..2010&sdg=unknown", years(chosen(&[("sdg", "unknown")]), None, Some(2010))),
        ("audience=students~youth", chosen(&[("audience", "students~youth")])),
        ("donor=eu&basis=theme", Wish { basis: "theme", ..chosen(&[("donor", "eu")]) }),
        ("q=police%20law", Wish { words: "police law".into(), ..Wish::default() }),
    ];
    for (link, wish) in views {
        let text = text(&document, link);
        let mut found: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(found.as_object_mut().unwrap().remove("view"), Some(json!(link)));
        assert_eq!(found, oracle::totals(&document, &wish), "{link}");
        plain(&found);
        // In the text the facets have the order of links.
        let places: Vec<_> =
            Facet::ALL.iter().map(|facet| text.find(&format!("\"{}\":[", facet.key())).unwrap()).collect();
        assert!(places.is_sorted(), "{link}: {places:?}");
        let facets = found["facets"].as_object().unwrap();
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

/// Numbers are whole, without a fraction or an exponent, so that a page reads the same as it was counted.
fn plain(value: &Value) {
    match value {
        Value::Number(number) => assert!(number.is_u64(), "{number}"),
        Value::Array(items) => items.iter().for_each(plain),
        Value::Object(fields) => fields.values().for_each(plain),
        Value::String(_) | Value::Bool(_) | Value::Null => {}
    }
}

/// Texts of the data cannot end the JSON early, whatever they contain.
#[test]
fn odd_codes_are_escaped() {
    let odd = "\"},{\u{1}\\ </script> \u{2028} é";
    let document = report(json!([{ "id": "a", "title": "A", "kind": odd }]));
    let found: Value = serde_json::from_str(&text(&document, "")).unwrap();
    assert_eq!(found["facets"]["kind"][0]["key"], odd);
    let link = encode(&Shown::link(&document, "").selection);
    assert_eq!((link.as_str(), &found["view"]), ("", &json!("")));
}
