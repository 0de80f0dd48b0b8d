//! The part of the build script that packs the data set which is compiled in: as lines, column by column, because that
//! takes 3.5 KB less of every first visit than JSON. `static/loader/built-in-data.js` makes JSON of it again.
//!
//! Invariant: what is unpacked means the same as the published file: it only lacks nulls, empty lists and white space,
//! and its fields have another order. `xtask/npm/built-in-data.mjs` compares the two in every build.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

type Row = Map<String, Value>;

/// The data set as a table with one row. A table is for each column a line with the name and the kind of the field,
/// then a line for each row, empty where the row lacks the field; an empty line ends the table. The kinds are nothing
/// for a text, `#` for a number, `,` for a list of these, and `[` or `{` for rows in a table that follows: a list of
/// them, whose length is in the line, or a single one.
///
/// # Errors
/// If the data set has a value that this form cannot hold.
pub(crate) fn packed(data: &Value) -> Result<String, String> {
    let root = data.as_object().ok_or("the data set is no object")?;
    table(&[root])
}

/// The order of fields that compresses best, found by trying. Those that are not listed come last. The format is
/// first, by which the build finds the data. `REPEATED` needs
/// countries and dates before ids, and titles before addresses.
const FIELD_ORDER: &str = "format title sdg_source description bound publisher updated license women contact scope organisation \
    countries date published sessions id overlap sdgs period men activities acronym magnitude summary source \
    url count kind note reach project organisations themes seed donors name places doubts status audience \
    mode code donor_country projects partners aliases sdgs_source sdg_targets country";

/// What stands between the items of a list.
const SEPARATOR: &str = "\t";
/// What stands for the part of an id or an address that repeats other fields of the row.
const REPEATED: &str = "^";

fn table(rows: &[&Row]) -> Result<String, String> {
    let names: BTreeSet<&String> = rows.iter().flat_map(|row| row.keys()).collect();
    let mut names: Vec<&String> = names.into_iter().collect();
    let position = |name: &str| FIELD_ORDER.split(' ').position(|listed| listed == name).unwrap_or(usize::MAX);
    names.sort_by_key(|name| position(name));
    let columns: Result<String, String> = names.into_iter().map(|name| column(name, rows)).collect();
    Ok(columns? + "\n")
}

fn column(name: &str, rows: &[&Row]) -> Result<String, String> {
    let sample = rows.iter().find_map(|row| row.get(name)).ok_or("a field is in no row")?;
    let item = sample.as_array().and_then(|items| items.first()).unwrap_or(sample);
    if !item.is_object() {
        let kind = [if item.is_number() { "#" } else { "" }, if sample.is_array() { "," } else { "" }].concat();
        let lines: Result<String, String> = rows.iter().map(|row| Ok(line(name, &kind, row)? + "\n")).collect();
        return Ok(format!("{name}{kind}\n{}", lines?));
    }
    let mut lines = String::new();
    let mut inner = Vec::new();
    for row in rows {
        let items: Vec<&Value> = row.get(name).map_or(Vec::new(), |value| match value {
            Value::Array(items) => items.iter().collect(),
            single => vec![single],
        });
        lines.push_str(&if items.is_empty() { "\n".to_owned() } else { format!("{}\n", items.len()) });
        for item in items {
            inner.push(item.as_object().ok_or_else(|| format!("{name} has {item} beside objects"))?);
        }
    }
    let kind = if sample.is_array() { "[" } else { "{" };
    Ok(format!("{name}{kind}\n{lines}{}", table(&inner)?))
}

/// The value of a field in one line.
fn line(name: &str, kind: &str, row: &Row) -> Result<String, String> {
    let Some(value) = row.get(name) else { return Ok(String::new()) };
    let items = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
    let is_as_declared =
        items.iter().all(|item| if kind.starts_with('#') { item.is_number() } else { item.is_string() });
    let texts: Vec<String> = items.iter().map(|item| item.as_str().map_or(item.to_string(), str::to_owned)).collect();
    let is_plain = |text: &String| !text.is_empty() && !text.contains(['\n', '\t', '^']);
    if !is_as_declared || value.is_array() != kind.ends_with(',') || !texts.iter().all(is_plain) {
        return Err(format!("the field {name} cannot be packed: {value}"));
    }
    let text = texts.join(SEPARATOR);
    Ok(repeated(name, row)
        .filter(|part| !part.is_empty())
        .map_or(text.clone(), |part| text.replacen(&part, REPEATED, 1)))
}

/// The part of an id or an address that often repeats other fields of the row.
fn repeated(name: &str, row: &Row) -> Option<String> {
    match name {
        "id" => {
            let country = row.get("countries")?.get(0)?.as_str()?;
            Some(format!("{country}-{}", row.get("date")?.as_str()?.get(..7)?).to_lowercase())
        }
        "url" => {
            let title = row.get("title")?.as_str()?.to_lowercase();
            let replaced = title.chars().map(|sign| match sign {
                'a'..='z' | '0'..='9' => sign,
                ':' => '_',
                _ => '-',
            });
            Some(replaced.collect())
        }
        _ => None,
    }
}
