//! Parses the text of a document into a [`DataSet`] and a list of [`Issue`]s.
//!
//! Invariant: a bad record never prevents the rest from being read. Only a text that is not a data set is rejected.

mod activities;
mod field_reader;
mod tables;

use std::fmt;

use super::{DataSet, FORMAT, Issue, IssueKind, License};
use crate::json::Json;
use activities::activity;
use field_reader::FieldReader;

/// Why a text is not a data set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ParseError {
    /// The text is not JSON, or is cut off.
    NotJson {
        /// Line of the first invalid character, counted from 1.
        line: usize,
        /// Column of that character, counted from 1.
        column: usize,
    },
    /// JSON, but not an object with a `format` or `activities`.
    NotADataSet,
    /// A format that this version does not read.
    OtherFormat(String),
}

/// The code of the failure, and on further lines what is known of it: `static/dialogs/data-failures.js` has the words.
impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ParseError::NotJson { line, column } => write!(f, "data-not-json\n{line}\n{column}"),
            ParseError::NotADataSet => f.write_str("data-not-a-report"),
            ParseError::OtherFormat(format) => write!(f, "data-other-format\n{format}"),
        }
    }
}

impl std::error::Error for ParseError {}

/// Reads a document of the format `outreach-report/1`. Bad values are cleared and bad records dropped, each with an
/// [`Issue`]; the rest is kept.
///
/// # Errors
/// [`ParseError`] if the text is not a data set: not JSON, not a report, or another format.
pub fn parse(text: &str) -> Result<(DataSet, Vec<Issue>), ParseError> {
    // Editors on Windows write a byte-order mark before the text, which JSON does not allow.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let document: Json = serde_json::from_str(text)
        .map_err(|error| ParseError::NotJson { line: error.line(), column: error.column().max(1) })?;
    let Json::Object(root) = &document else {
        return Err(ParseError::NotADataSet);
    };
    match root.get("format").filter(|format| !format.is_null()) {
        Some(Json::Text(format)) if format == FORMAT => {}
        Some(other) => return Err(ParseError::OtherFormat(field_reader::excerpt(other))),
        None if root.get("activities").is_some() => {}
        None => return Err(ParseError::NotADataSet),
    }

    let mut issues = Vec::new();
    let mut reader = FieldReader::new(root, String::new(), &mut issues);
    // Checked above; read here because unread fields are reported as unknown.
    reader.text("format");
    let mut data = DataSet {
        title: reader.text("title"),
        description: reader.text("description"),
        publisher: reader.text("publisher"),
        license: reader.object("license", |license| License { name: license.text("name"), url: license.text("url") }),
        updated: reader.date("updated"),
        contact: reader.text("contact"),
        ..DataSet::default()
    };
    reader.table("organisations", "code", &mut |row, code| {
        add_row(&mut data.organisations, tables::organisation(row, code))
    });
    reader.table("donors", "id", &mut |row, id| add_row(&mut data.donors, tables::donor(row, id)));
    reader.table("themes", "code", &mut |row, code| add_row(&mut data.themes, tables::theme(row, code)));
    reader.table("partners", "name", &mut |row, name| add_row(&mut data.partners, tables::partner(row, name)));
    reader.table("places", "name", &mut |row, name| add_row(&mut data.places, tables::place(row, name)));
    let known_codes = tables::KnownCodes::of(&data);
    reader.table("projects", "id", &mut |row, id| add_row(&mut data.projects, tables::project(row, id, &known_codes)));
    if reader.missing("activities") {
        reader.report("activities", IssueKind::WrongType("nothing".into()));
    }
    let mut records = Vec::new();
    reader.table("activities", "id", &mut |row, id| {
        let parsed = activity(row, id, &data, &known_codes);
        parsed.map(|activity| records.push(activity)).is_some()
    });
    data.activities = records;
    // Editors find the schema by this field; read here for the same reason.
    reader.text("$schema");
    reader.finish();
    Ok((data, issues))
}

/// Adds a row to a table. Returns `true`, because every row with a key is kept.
fn add_row<T>(table: &mut Vec<T>, row: T) -> bool {
    table.push(row);
    true
}
