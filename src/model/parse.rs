//! Parses the text of a document into a [`DataSet`] and a list of [`Issue`]s.
//!
//! Invariant: a bad record never prevents the rest from being read. Only a text that is not a data set is rejected.

mod activities;
mod field_reader;
mod known_codes;
mod tables;

use std::collections::BTreeSet;
use std::fmt;

use super::{DataSet, FORMAT, Issue, IssueKind, License, Text};
use crate::json::Json;
use activities::activity;
use field_reader::FieldReader;
use known_codes::KnownCodes;

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
    Ok(Parser::new(text)?.finish())
}

/// A data set that is being read: first the document, with all of its records or with a list of none, then further
/// records. The result and the issues are those of [`parse`] of one document with all records.
pub struct Parser {
    data: DataSet,
    known_codes: KnownCodes,
    issues: Vec<Issue>,
    /// The issues about fields of the document, which follow those about records.
    last_issues: Vec<Issue>,
    ids: BTreeSet<Text>,
    /// The position of the next record in the document.
    position: usize,
}

impl Parser {
    /// Begins with a document.
    ///
    /// # Errors
    /// [`ParseError`] if the text is not a data set: not JSON, not a report, or another format.
    pub fn new(document: &str) -> Result<Self, ParseError> {
        // Editors on Windows write a byte-order mark before the text, which JSON does not allow.
        let document = json(document.strip_prefix('\u{feff}').unwrap_or(document))?;
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
            license: reader
                .object("license", |license| License { name: license.text("name"), url: license.text("url") }),
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
        let known_codes = KnownCodes::of(&data);
        reader.table("projects", "id", &mut |row, id| {
            add_row(&mut data.projects, tables::project(row, id, &known_codes))
        });
        if reader.missing("activities") {
            reader.report("activities", IssueKind::WrongType("nothing".into()));
        }
        // Reports any other value than a list.
        reader.list("activities");
        let before_records = reader.issue_count();
        // Editors find the schema by this field; read here for the same reason.
        reader.text("$schema");
        reader.finish();
        let last_issues = issues.split_off(before_records);
        let mut parser = Self { data, known_codes, issues, last_issues, ids: BTreeSet::new(), position: 0 };
        if let Some(Json::List(records)) = root.get("activities") {
            parser.add_records(records);
        }
        Ok(parser)
    }

    /// Adds the records of a JSON list, which follow those before in the document.
    ///
    /// # Errors
    /// [`ParseError::NotJson`] with the position in this text if it is not a JSON list.
    pub fn add(&mut self, records: &str) -> Result<(), ParseError> {
        let Json::List(records) = json(records)? else { return Err(ParseError::NotADataSet) };
        self.add_records(&records);
        Ok(())
    }

    /// The data set, and what was wrong in it.
    pub fn finish(mut self) -> (DataSet, Vec<Issue>) {
        self.issues.append(&mut self.last_issues);
        (self.data, self.issues)
    }

    fn add_records(&mut self, records: &[Json]) {
        let Self { data, known_codes, issues, ids, position, .. } = self;
        let mut activities = std::mem::take(&mut data.activities);
        for record in records {
            let name = format!("activities[{position}]");
            *position += 1;
            field_reader::read_row(record, name, "id", ids, issues, &mut |row, id| {
                let parsed = activity(row, id, data, known_codes);
                parsed.map(|activity| activities.push(activity)).is_some()
            });
        }
        data.activities = activities;
    }
}

fn json(text: &str) -> Result<Json, ParseError> {
    serde_json::from_str(text)
        .map_err(|error| ParseError::NotJson { line: error.line(), column: error.column().max(1) })
}

/// Adds a row to a table. Returns `true`, because every row with a key is kept.
fn add_row<T>(table: &mut Vec<T>, row: T) -> bool {
    table.push(row);
    true
}
