//! The published JSON Schema of the format, generated from the types. Native only: no WebAssembly contains it.
//! Invariant, checked by `tests/native/schema.rs`: `static/data/schema.json` equals it.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

use super::{
    AUDIENCES, Bound, Count, Country, DataSet, EdtfDate, FORMAT, Goal, KINDS, MAGNITUDES, Mode, Scope, Status,
};

/// The fields without which a record is dropped. Every other field may be absent, which means the same as null.
const REQUIRED: [(&str, &[&str]); 7] = [
    ("Activity", &["id", "title"]),
    ("Donor", &["id"]),
    ("Organisation", &["code"]),
    ("Partner", &["name"]),
    ("Place", &["name"]),
    ("Project", &["id"]),
    ("Theme", &["code"]),
];

/// The pattern of a text that is not blank.
const NOT_BLANK: &str = r"\S";

/// The JSON Schema (2020-12) of a data set.
pub fn schema() -> Value {
    let mut schema = SchemaGenerator::default().into_root_schema_for::<DataSet>().to_value();
    if let Some(definitions) = schema.get_mut("$defs").and_then(Value::as_object_mut) {
        for (name, definition) in definitions {
            let required = REQUIRED.iter().find(|(type_name, _)| type_name == name).map(|(_, fields)| *fields);
            close_object(definition, required.unwrap_or_default());
        }
        let vocabularies = [("audience", &AUDIENCES[..]), ("magnitude", &MAGNITUDES[..])];
        for (field, words) in vocabularies {
            allow_words(schema.pointer_mut(&format!("/$defs/Reach/properties/{field}")), words);
        }
        allow_words(schema.pointer_mut("/$defs/Activity/properties/kind"), &KINDS);
        let targets = schema.pointer_mut("/$defs/Theme/properties/sdg_targets/items");
        restrict(targets, "pattern", json!(r"^([1-9]|1[0-7])\."));
    }
    close_object(&mut schema, &["format", "activities"]);
    if let Some(root) = schema.as_object_mut() {
        root.insert("title".into(), json!("Outreach Report data set"));
        root.insert("description".into(), json!("Outreach activities with the tables that they name."));
        if let Some(fields) = root.get_mut("properties").and_then(Value::as_object_mut) {
            fields.insert(
                "$schema".into(),
                json!({ "description": "The address of this schema, for editors.", "type": "string" }),
            );
            fields.insert("format".into(), json!({ "description": "The format of this document.", "const": FORMAT }));
        }
    }
    schema
}

/// Makes an object refuse unknown fields and require exactly the `required` ones.
fn close_object(object: &mut Value, required: &[&str]) {
    let Some(object) = object.as_object_mut().filter(|object| object.contains_key("properties")) else { return };
    object.insert("additionalProperties".into(), json!(false));
    for (name, field) in object.get_mut("properties").and_then(Value::as_object_mut).into_iter().flatten() {
        if !required.contains(&name.as_str()) {
            make_optional(field);
        } else if field.get("type").is_some_and(|kind| kind == "string") {
            restrict(Some(field), "pattern", json!(NOT_BLANK));
        }
    }
    if required.is_empty() {
        object.remove("required");
    } else {
        object.insert("required".into(), json!(required));
    }
}

/// Lets a field be null, and lets a list of codes contain each of them only once.
fn make_optional(field: &mut Value) {
    let text_at =
        |field: &Value, path: &str| field.pointer(path).and_then(Value::as_str).unwrap_or_default().to_owned();
    if text_at(field, "/type") == "array" {
        let has_texts = text_at(field, "/items/type") == "string";
        if has_texts {
            restrict(field.get_mut("items"), "pattern", json!(NOT_BLANK));
        }
        if has_texts || ["#/$defs/Country", "#/$defs/Goal"].contains(&text_at(field, "/items/$ref").as_str()) {
            restrict(Some(field), "uniqueItems", json!(true));
        }
        restrict(Some(field), "type", json!(["array", "null"]));
    } else if let Some(reference) = field.as_object_mut().and_then(|field| field.remove("$ref")) {
        restrict(Some(field), "anyOf", json!([{ "$ref": reference }, { "type": "null" }]));
    }
}

/// Adds a keyword of JSON Schema to a field.
fn restrict(field: Option<&mut Value>, keyword: &str, value: Value) {
    if let Some(field) = field.and_then(Value::as_object_mut) {
        field.insert(keyword.into(), value);
    }
}

/// Lets a field be one of these words or null.
fn allow_words(field: Option<&mut Value>, words: &[&str]) {
    if let Some(field) = field.and_then(Value::as_object_mut) {
        let words = words.iter().map(|word| json!(word)).chain([Value::Null]);
        field.insert("enum".into(), words.collect());
    }
}

/// Gives a type a definition of its own in the schema.
macro_rules! describe {
    ($type:ty, $name:literal, $schema:tt) => {
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    };
}

describe!(Count, "Count", { "description": "A whole number.", "type": "integer", "minimum": 0, "maximum": Count::MAX });
describe!(Goal, "Goal", {
    "description": "A Sustainable Development Goal.",
    "type": "integer", "minimum": 1, "maximum": Goal::COUNT
});
describe!(Country, "Country", { "description": "ISO 3166-1 alpha-2.", "type": "string", "pattern": "^[A-Z]{2}$" });
describe!(EdtfDate, "When", {
    "description": "A date in EDTF (ISO 8601-2): day, month, year, interval; ~ for about.",
    "type": "string"
});
describe!(Bound, "Bound", { "description": "What the count says about the true number.", "enum": Bound::CODES });
describe!(Status, "Status", { "description": "Whether they took part, or are still to.", "enum": Status::CODES });
describe!(Mode, "Mode", {
    "description": "How they took part; online-media is an audience and is not counted.",
    "enum": Mode::CODES
});
describe!(Scope, "Scope", { "description": "A project-total is listed and never summed.", "enum": Scope::CODES });
