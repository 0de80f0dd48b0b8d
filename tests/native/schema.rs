//! The published JSON Schema: it agrees with the types, accepts the built-in data set, and refuses what the parser
//! reports, as far as a schema can. `UPDATE=1 cargo test --test native schema` writes the file again.

use std::path::Path;

use outreach_report::model::parse;
use outreach_report::model::schema::schema;
use serde_json::{Value, json};

const BUILT_IN: &str = include_str!("../../static/data/activities.json");
const BROKEN: &str = include_str!("fixtures/broken.json");

/// The JSON Pointers of the values that violate the schema.
fn violations(document: &Value) -> Vec<String> {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    validator.iter_errors(document).map(|error| error.instance_path().to_string()).collect()
}

/// A valid document with a value in every field.
fn complete() -> Value {
    serde_json::from_str(include_str!("fixtures/complete.json")).unwrap()
}

#[test]
fn the_published_file_agrees_with_the_types() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/data/schema.json");
    let expected = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
    if std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
        std::fs::write(&file, &expected).unwrap();
    }
    let published = std::fs::read_to_string(&file).unwrap_or_default();
    let hint = "run `UPDATE=1 cargo test --test native schema` and look at what changed in";
    assert!(published == expected, "{hint} {}", file.display());
}

/// The schema is valid by the dialect that it names.
#[test]
fn the_schema_is_valid() {
    let schema = schema();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert!(jsonschema::meta::is_valid(&schema));
}

#[test]
fn good_documents_are_accepted() {
    assert_eq!(violations(&serde_json::from_str(BUILT_IN).unwrap()), [""; 0]);
    assert_eq!(violations(&complete()), [""; 0]);
    assert_eq!(parse(&complete().to_string()).unwrap().1, []);
    assert_eq!(violations(&json!({ "format": "outreach-report/1", "activities": [] })), [""; 0]);
    // Every field may be null, except those that a record must have.
    let mut with_nulls = complete();
    let fields = with_nulls["activities"][0].as_object_mut().unwrap().iter_mut();
    for (_, value) in fields.filter(|(name, _)| !["id", "title"].contains(&name.as_str())) {
        *value = Value::Null;
    }
    assert_eq!(violations(&with_nulls), [""; 0]);
    assert_eq!(parse(&with_nulls.to_string()).unwrap().1, []);
}

/// Each change makes a valid document invalid: the schema refuses it at this pointer, and the parser reports it too.
#[test]
fn what_the_parser_reports_the_schema_refuses() {
    for (pointer, bad_value) in [
        ("/colour", json!("red")),
        ("/title", json!(5)),
        ("/license/year", json!(2026)),
        ("/donors/0/id", json!(null)),
        ("/themes/0/sdg_targets", json!("5.2")),
        ("/themes/0/sdg_targets/0", json!("18.1")),
        ("/projects/0/sdgs/0", json!(18)),
        ("/activities/0/id", json!(null)),
        ("/activities/0/id", json!(5)),
        ("/activities/0/title", json!(null)),
        ("/activities/0/organizer", json!("ORG")),
        ("/activities/0/kind", json!("picnic")),
        ("/activities/0/scope", json!("stunt")),
        ("/activities/0/countries/0", json!("bd")),
        ("/activities/0/countries/0", json!("BGD")),
        ("/activities/0/countries", json!(["BD", "BD"])),
        ("/activities/0/countries", json!("BD")),
        ("/activities/0/sdgs/0", json!(0)),
        ("/activities/0/sdgs/0", json!("5")),
        ("/activities/0/sdgs", json!([5, 5])),
        ("/activities/0/themes", json!(["TIP", "TIP"])),
        ("/activities/0/themes/0", json!("")),
        ("/activities/0/title", json!(" ")),
        ("/activities/0/date", json!(2022)),
        ("/activities/0/sessions", json!(-1)),
        ("/activities/0/source", json!("https://example.org/")),
        ("/activities/0/source/address", json!("https://example.org/")),
        ("/activities/0/reach", json!({})),
        ("/activities/0/reach/0", json!(50)),
        ("/activities/0/reach/0/counted", json!(5)),
        ("/activities/0/reach/0/count", json!(-3)),
        ("/activities/0/reach/0/count", json!(1.5)),
        ("/activities/0/reach/0/count", json!("12")),
        ("/activities/0/reach/0/count", json!(9_007_199_254_740_993_u64)),
        ("/activities/0/reach/0/audience", json!("aliens")),
        ("/activities/0/reach/0/bound", json!("roughly")),
        ("/activities/0/reach/0/magnitude", json!("dozens")),
        ("/activities/0/reach/0/status", json!("rumoured")),
        ("/activities/0/reach/0/mode", json!("telepathy")),
    ] {
        let mut document = complete();
        let (parent, field) = pointer.rsplit_once('/').unwrap();
        match document.pointer_mut(parent).unwrap() {
            Value::Array(list) => list[field.parse::<usize>().unwrap()] = bad_value.clone(),
            object => object[field] = bad_value.clone(),
        }
        let violations = violations(&document);
        // An unknown field is a violation of the object that has it.
        let is_refused = violations.iter().any(|violation| violation == pointer || violation == parent);
        assert!(is_refused, "{pointer} = {bad_value} gave {violations:?}");
        let issues = parse(&document.to_string()).unwrap().1;
        assert!(!issues.is_empty(), "{pointer} = {bad_value}: the parser reports nothing");
    }
}

/// The schema refuses the records of the broken document whose faults a schema can see.
#[test]
fn the_broken_document_is_refused() {
    let violations = violations(&serde_json::from_str(BROKEN).unwrap());
    for record in [1, 3, 4, 6, 12, 15, 16, 18, 20, 21, 23, 24] {
        let record = format!("/activities/{record}");
        assert!(violations.iter().any(|pointer| pointer.starts_with(&record)), "no {record} in {violations:?}");
    }
    let refuses_first = violations.iter().any(|pointer| pointer.starts_with("/activities/0/"));
    assert!(!refuses_first, "the first record is valid");
}
