//! From the text of a document to a [`DataSet`] and what is wrong with it.
//!
//! Invariant: a bad record never stops the rest. Only a text that is no report at all is refused.

mod activities;
mod record;
mod tables;

use std::fmt;

use super::{DataSet, FORMAT, Fault, Issue, License};
use crate::json::Json;
use activities::activity;
use record::Record;

/// Why a text is no data set at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
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

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::NotJson { line, column } => write!(f, "not JSON from line {line}, column {column}"),
            Refusal::NotAReport => f.write_str("neither `format` nor `activities`"),
            Refusal::OtherFormat(format) => write!(f, "format {format:?} instead of {FORMAT:?}"),
        }
    }
}

impl std::error::Error for Refusal {}

/// Reads a document of the format `outreach-report/1`. Bad values are cleared and bad records dropped, each with
/// an [`Issue`]; the rest stands.
///
/// # Errors
/// [`Refusal`] when the text as a whole is no data set: no JSON, no report, or another format.
pub fn parse(text: &str) -> Result<(DataSet, Vec<Issue>), Refusal> {
    // Editors on Windows put a byte-order mark before the text, which JSON does not allow.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let document: Json = serde_json::from_str(text)
        .map_err(|error| Refusal::NotJson { line: error.line(), column: error.column().max(1) })?;
    let Json::Object(top) = &document else {
        return Err(Refusal::NotAReport);
    };
    match top.get("format").filter(|format| !format.is_null()) {
        Some(Json::Text(format)) if format == FORMAT => {}
        Some(other) => return Err(Refusal::OtherFormat(record::excerpt(other))),
        None if top.get("activities").is_some() => {}
        None => return Err(Refusal::NotAReport),
    }

    let mut issues = Vec::new();
    let mut top = Record::new(top, String::new(), &mut issues);
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
    let known = tables::Known::of(&data);
    top.table("projects", "id", &mut |row, id| keep(&mut data.projects, tables::project(row, id, &known)));
    if top.missing("activities") {
        top.report("activities", Fault::WrongType("nothing".into()));
    }
    let mut records = Vec::new();
    top.table("activities", "id", &mut |row, id| {
        let record = activity(row, id, &data, &known);
        record.map(|record| records.push(record)).is_some()
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
