//! The published JSON Schema: it is what the types say, it accepts the embedded data set, and it refuses what the
//! parser would report, as far as a schema can tell. `UPDATE=1 cargo test --test schema` writes the file anew.

use std::path::Path;

use outreach_report::model::parse;
use outreach_report::model::schema::schema;
use serde_json::{Value, json};

const EMBEDDED: &str = include_str!("../../static/data/activities.json");
const BROKEN: &str = include_str!("fixtures/broken.json");

/// Where a document breaks the schema, as JSON Pointers.
fn faults(document: &Value) -> Vec<String> {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    validator.iter_errors(document).map(|error| error.instance_path().to_string()).collect()
}

/// A document that has every field filled and nothing wrong with it.
fn complete() -> Value {
    serde_json::from_str(include_str!("fixtures/complete.json")).unwrap()
}

#[test]
fn the_published_file_is_what_the_types_say() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/data/schema.json");
    let wanted = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
    if std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
        std::fs::write(&file, &wanted).unwrap();
    }
    let found = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(found == wanted, "run `UPDATE=1 cargo test --test schema` and look at what changed in {}", file.display());
}

/// The schema is one by its own rules, and names them.
#[test]
fn the_schema_is_a_schema() {
    let schema = schema();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert!(jsonschema::meta::is_valid(&schema));
}

#[test]
fn good_documents_are_accepted() {
    assert_eq!(faults(&serde_json::from_str(EMBEDDED).unwrap()), [""; 0]);
    assert_eq!(faults(&complete()), [""; 0]);
    assert_eq!(parse(&complete().to_string()).unwrap().1, []);
    assert_eq!(faults(&json!({ "format": "outreach-report/1", "activities": [] })), [""; 0]);
    // Absent and null say the same, for every field but those that a record cannot stand without.
    let mut bare = complete();
    let fields = bare["activities"][0].as_object_mut().unwrap().iter_mut();
    for (_, value) in fields.filter(|(name, _)| !["id", "title"].contains(&name.as_str())) {
        *value = Value::Null;
    }
    assert_eq!(faults(&bare), [""; 0]);
    assert_eq!(parse(&bare.to_string()).unwrap().1, []);
}

/// One change at a time to a good document: the schema refuses it there, and the parser reports it too.
#[test]
fn what_the_parser_reports_the_schema_refuses() {
    for (at, bad) in [
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
        let (parent, field) = at.rsplit_once('/').unwrap();
        match document.pointer_mut(parent).unwrap() {
            Value::Array(list) => list[field.parse::<usize>().unwrap()] = bad.clone(),
            object => object[field] = bad.clone(),
        }
        let found = faults(&document);
        // An unknown field is a fault of the object that has it.
        assert!(found.iter().any(|fault| fault == at || fault == parent), "{at} = {bad} gave {found:?}");
        assert!(!parse(&document.to_string()).unwrap().1.is_empty(), "{at} = {bad}: the parser says nothing");
    }
}

/// The document that is broken on purpose is refused in nearly every record.
#[test]
fn the_broken_document_is_refused() {
    let found = faults(&serde_json::from_str(BROKEN).unwrap());
    for record in [1, 3, 4, 6, 12, 15, 16, 18, 20, 21, 23, 24] {
        let record = format!("/activities/{record}");
        assert!(found.iter().any(|at| at.starts_with(&record)), "nothing of {record} among {found:?}");
    }
    assert!(!found.iter().any(|at| at.starts_with("/activities/0/")), "the first record has nothing wrong with it");
}
