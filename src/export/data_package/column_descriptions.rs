//! Descriptions of the columns of the tables.

use serde_json::Value as Json;

use crate::locale::{Locale, Sentence};
use crate::model::schema::schema;

/// The sources of descriptions: the JSON Schema of the format for its fields, and sentences of the locale.
pub(super) struct ColumnDescriptions<'a> {
    schema: Json,
    locale: &'a Locale,
}

impl<'a> ColumnDescriptions<'a> {
    /// Descriptions from the schema, and from the locale for columns that the format does not have.
    pub(super) fn new(locale: &'a Locale) -> Self {
        Self { schema: schema(), locale }
    }

    /// The description of a field of a record type.
    pub(super) fn field(&self, record_type: &str, name: &str) -> String {
        self.at_pointer(&format!("/$defs/{record_type}/properties/{name}"))
    }

    /// The description of a table of the data set.
    pub(super) fn table(&self, name: &str) -> String {
        self.at_pointer(&format!("/properties/{name}"))
    }

    /// The description at a JSON pointer of the schema.
    pub(super) fn at_pointer(&self, pointer: &str) -> String {
        let description = self.schema.pointer(&format!("{pointer}/description"));
        description.and_then(Json::as_str).unwrap_or_default().to_owned()
    }

    pub(super) fn say(&self, sentence: Sentence) -> String {
        self.locale.say(sentence)
    }
}
