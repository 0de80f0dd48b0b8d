//! The description of the tables for CSV on the Web (W3C).

use serde_json::{Map, Value, json};

use super::table::{CellType, Column, Table};
use crate::export::csv_row::LIST_SEPARATOR;
use crate::view::ViewContext;

/// The JSON document `csv-metadata.json`; by this name CSV on the Web finds it in the folder of the tables.
pub(super) fn metadata(context: &ViewContext, tables: &[Table]) -> String {
    let ViewContext { data, locale, .. } = context;
    let license = data.license.as_ref().and_then(|license| license.url.as_deref());
    let fields = [
        ("@context", Some(json!(["http://www.w3.org/ns/csvw", { "@language": locale.language() }]))),
        ("dc:title", data.title.as_deref().map(|title| json!(title))),
        ("dc:description", data.description.as_deref().map(|text| json!(text))),
        ("dc:publisher", data.publisher.as_deref().map(|publisher| json!(publisher))),
        ("dc:license", license.map(|license| json!({ "@id": license }))),
        ("dc:modified", data.updated.as_ref().map(|updated| json!(&**updated.text()))),
        ("tables", Some(json!(tables.iter().map(table_metadata).collect::<Vec<_>>()))),
    ];
    let stated = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    // Nothing in a document of texts and numbers can fail to serialise.
    serde_json::to_string_pretty(&Value::Object(stated.collect())).unwrap_or_default() + "\n"
}

fn table_metadata(table: &Table) -> Value {
    let foreign_keys = table.columns.iter().filter_map(|column| Some((column.name, column.foreign_key?)));
    let foreign_keys_json: Vec<Value> = foreign_keys
        .map(|(name, (other_table, column))| {
            let reference = json!({ "resource": format!("{other_table}.csv"), "columnReference": column });
            json!({ "columnReference": name, "reference": reference })
        })
        .collect();
    let mut schema = json!({
        "columns": table.columns.iter().map(|column| column_metadata(table, column)).collect::<Vec<_>>(),
        "primaryKey": table.key,
    });
    if let (Some(schema), false) = (schema.as_object_mut(), foreign_keys_json.is_empty()) {
        schema.insert("foreignKeys".into(), json!(foreign_keys_json));
    }
    json!({ "url": table.file(), "dc:description": table.description, "tableSchema": schema })
}

fn column_metadata(table: &Table, column: &Column) -> Value {
    let datatype = match &column.cell_type {
        CellType::Text | CellType::List => json!("string"),
        CellType::Word(codes) => {
            let patterns: Vec<String> = table.values(column, codes).iter().map(|value| literal(value)).collect();
            json!({ "base": "string", "format": patterns.join("|") })
        }
        CellType::Integer(least, most) => json!({ "base": "integer", "minimum": least, "maximum": most }),
    };
    let mut fields = Map::new();
    fields.insert("name".into(), json!(column.name));
    fields.insert("titles".into(), json!(column.name));
    fields.insert("dc:description".into(), json!(column.description));
    fields.insert("datatype".into(), datatype);
    if table.is_required(column) {
        fields.insert("required".into(), json!(true));
    }
    if column.cell_type == CellType::List {
        fields.insert("separator".into(), json!(LIST_SEPARATOR));
    }
    Value::Object(fields)
}

/// A regular expression that matches only this word.
fn literal(word: &str) -> String {
    let is_special = |character: char| ".*+?^$()[]{}|\\/".contains(character);
    word.chars().flat_map(|character| is_special(character).then_some('\\').into_iter().chain([character])).collect()
}
