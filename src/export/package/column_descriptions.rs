//! What the columns of the tables mean.

use serde_json::Value as Json;

use crate::locale::{Locale, Sentence};
use crate::model::schema::schema;

/// Where descriptions of columns come from: the schema of the format, which says what its fields mean.
pub(super) struct ColumnDescriptions<'a> {
    schema: Json,
    locale: &'a Locale,
}

impl<'a> ColumnDescriptions<'a> {
    /// The descriptions in the schema, and sentences of a language for columns that the format does not have.
    pub(super) fn new(locale: &'a Locale) -> Self {
        Self { schema: schema(), locale }
    }

    /// What a field means, by its type and name.
    pub(super) fn field(&self, kind: &str, name: &str) -> String {
        self.at(&format!("/$defs/{kind}/properties/{name}"))
    }

    /// What a table of the document holds.
    pub(super) fn table(&self, name: &str) -> String {
        self.at(&format!("/properties/{name}"))
    }

    pub(super) fn at(&self, place: &str) -> String {
        let found = self.schema.pointer(&format!("{place}/description"));
        found.and_then(Json::as_str).unwrap_or_default().to_owned()
    }

    pub(super) fn say(&self, key: Sentence) -> String {
        self.locale.say(key)
    }
}
