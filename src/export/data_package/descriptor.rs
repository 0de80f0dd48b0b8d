//! The description of the package as a Data Package, version 2 (datapackage.org).

use serde_json::{Map, Value, json};

use super::table::{CellType, Column, Table};
use crate::locale::Sentence;
use crate::query::Facet;
use crate::view::ViewContext;

const PACKAGE_PROFILE: &str = "https://datapackage.org/profiles/2.0/datapackage.json";
const TABLE_PROFILE: &str = "https://datapackage.org/profiles/2.0/tableschema.json";
/// The name of the package for programs.
const PACKAGE_NAME: &str = "outreach-report";

/// The JSON document `datapackage.json`.
pub(super) fn descriptor(context: &ViewContext, tables: &[Table], address: Option<&str>) -> String {
    let ViewContext { data, locale, totals, .. } = context;
    let description = [data.description.as_deref().unwrap_or_default(), &locale.say(Sentence::PackageAbout)].join(" ");
    let license = data.license.as_ref().and_then(|license| {
        let fields = [("path", license.url.as_deref()), ("title", license.name.as_deref())];
        // A licence without an address is left out.
        let fields = fields.into_iter().filter_map(|(name, text)| Some((name.to_owned(), json!(text?))));
        license.url.is_some().then(|| json!([fields.collect::<Map<_, _>>()]))
    });
    let publisher = data.publisher.as_deref();
    let contributors = publisher.map(|publisher| json!([{ "title": publisher, "roles": ["publisher"] }]));
    let themes: Vec<String> =
        totals.present(Facet::Theme).iter().map(|theme| locale.value(data, Facet::Theme, theme)).collect();
    let fields = [
        ("$schema", Some(json!(PACKAGE_PROFILE))),
        ("name", Some(json!(PACKAGE_NAME))),
        ("title", data.title.as_deref().map(|title| json!(title))),
        ("description", Some(json!(description.trim()))),
        ("homepage", address.map(|address| json!(address))),
        ("version", data.updated.as_ref().map(|updated| json!(&**updated.text()))),
        ("licenses", license),
        ("contributors", contributors),
        ("keywords", (!themes.is_empty()).then(|| json!(themes))),
        ("resources", Some(json!(tables.iter().map(resource).collect::<Vec<_>>()))),
    ];
    let stated = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    // Nothing in a document of texts and numbers can fail to serialise.
    serde_json::to_string_pretty(&Value::Object(stated.collect())).unwrap_or_default() + "\n"
}

fn resource(table: &Table) -> Value {
    let foreign_keys = table.columns.iter().filter_map(|column| Some((column.name, column.foreign_key?)));
    let foreign_keys_json: Vec<Value> = foreign_keys
        .map(|(name, (other_table, column))| {
            json!({ "fields": [name], "reference": { "resource": other_table, "fields": [column] } })
        })
        .collect();
    let mut schema = json!({
        "$schema": TABLE_PROFILE,
        "fields": table.columns.iter().map(|column| field(table, column)).collect::<Vec<_>>(),
        "primaryKey": table.key,
        "missingValues": [""],
    });
    if let (Some(schema), false) = (schema.as_object_mut(), foreign_keys_json.is_empty()) {
        schema.insert("foreignKeys".into(), json!(foreign_keys_json));
    }
    json!({
        "name": table.name,
        "type": "table",
        "path": table.file(),
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    })
}

fn field(table: &Table, column: &Column) -> Value {
    let mut constraints = Map::new();
    if table.is_required(column) {
        constraints.insert("required".into(), json!(true));
    }
    let field_type = match &column.cell_type {
        CellType::Text | CellType::List => "string",
        CellType::Word(codes) => {
            constraints.insert("enum".into(), json!(table.values(column, codes)));
            "string"
        }
        CellType::Integer(least, most) => {
            constraints.insert("minimum".into(), json!(least));
            constraints.insert("maximum".into(), json!(most));
            "integer"
        }
    };
    json!({ "name": column.name, "type": field_type, "description": column.description, "constraints": constraints })
}
