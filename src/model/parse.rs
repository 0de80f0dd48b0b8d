//! From the text of a document to a [`DataSet`] and what is wrong with it.
//!
//! Invariant: a bad record never stops the rest. Only a text that is no report at all is refused.

mod activities;
mod field_reader;
mod tables;

use std::fmt;

use super::{DataSet, FORMAT, Issue, IssueKind, License};
use crate::json::Json;
use activities::activity;
use field_reader::FieldReader;

/// Why a text is no data set at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ParseError {
    /// The text is no JSON, or ends in the middle.
    NotJson {
        /// Line of the first character that does not fit, from 1.
        line: usize,
        /// Its column, from 1.
        column: usize,
    },
    /// JSON, but neither a format nor activities.
    NotAReport,
    /// A format that this version does not read.
    OtherFormat(String),
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ParseError::NotJson { line, column } => write!(f, "not JSON from line {line}, column {column}"),
            ParseError::NotAReport => f.write_str("neither `format` nor `activities`"),
            ParseError::OtherFormat(format) => write!(f, "format {format:?} instead of {FORMAT:?}"),
        }
    }
}

impl std::error::Error for ParseError {}

/// Reads a document of the format `outreach-report/1`. Bad values are cleared and bad records dropped, each with
/// an [`Issue`]; the rest stands.
///
/// # Errors
/// [`ParseError`] when the text as a whole is no data set: no JSON, no report, or another format.
pub fn parse(text: &str) -> Result<(DataSet, Vec<Issue>), ParseError> {
    // Editors on Windows put a byte-order mark before the text, which JSON does not allow.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let document: Json = serde_json::from_str(text)
        .map_err(|error| ParseError::NotJson { line: error.line(), column: error.column().max(1) })?;
    let Json::Object(top) = &document else {
        return Err(ParseError::NotAReport);
    };
    match top.get("format").filter(|format| !format.is_null()) {
        Some(Json::Text(format)) if format == FORMAT => {}
        Some(other) => return Err(ParseError::OtherFormat(field_reader::excerpt(other))),
        None if top.get("activities").is_some() => {}
        None => return Err(ParseError::NotAReport),
    }

    let mut issues = Vec::new();
    let mut top = FieldReader::new(top, String::new(), &mut issues);
    top.text("format");
    let mut data = DataSet {
        title: top.text("title"),
        description: top.text("description"),
        publisher: top.text("publisher"),
        license: top.object("license", |license| License { name: license.text("name"), url: license.text("url") }),
        updated: top.date("updated"),
        contact: top.text("contact"),
        ..DataSet::default()
    };
    top.table("organisations", "code", &mut |row, code| keep(&mut data.organisations, tables::organisation(row, code)));
    top.table("donors", "id", &mut |row, id| keep(&mut data.donors, tables::donor(row, id)));
    top.table("themes", "code", &mut |row, code| keep(&mut data.themes, tables::theme(row, code)));
    top.table("partners", "name", &mut |row, name| keep(&mut data.partners, tables::partner(row, name)));
    top.table("places", "name", &mut |row, name| keep(&mut data.places, tables::place(row, name)));
    let known = tables::KnownCodes::of(&data);
    top.table("projects", "id", &mut |row, id| keep(&mut data.projects, tables::project(row, id, &known)));
    if top.missing("activities") {
        top.report("activities", IssueKind::WrongType("nothing".into()));
    }
    let mut records = Vec::new();
    top.table("activities", "id", &mut |row, id| {
        let field_reader = activity(row, id, &data, &known);
        field_reader.map(|field_reader| records.push(field_reader)).is_some()
    });
    data.activities = records;
    // Editors add this field so that they know the schema.
    top.text("$schema");
    top.finish();
    Ok((data, issues))
}

fn keep<T>(table: &mut Vec<T>, row: T) -> bool {
    table.push(row);
    true
}
