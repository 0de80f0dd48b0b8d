//! The data as a package of tables: CSV files whose columns name each other's rows, and what they mean, for programs that
//! read a Data Package (v2), CSV on the Web, or HXL.
//!
//! Invariants: reading the tables back gives the totals that the report shows; what the data do not say is an empty cell,
//! never a zero; and no part of fewer than ten people of one sex stands there with a place. Only native builds have this.

mod csvw;
mod descriptor;
mod hxl;
mod join_tables;
mod lookup_tables;
mod record_tables;
mod table;

use std::collections::BTreeSet;

use serde_json::Value as Json;

use crate::locale::{Locale, Sentence};
use crate::model::schema::schema;
use crate::view::ViewContext;
use table::Table;

/// A file of the package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackageFile {
    /// Its name in the folder of the data.
    pub name: String,
    /// What it holds.
    pub content: String,
}

/// The files of the package of a view with nothing filtered. `address` is where the report lies, if that is known.
pub fn package(context: &ViewContext, address: Option<&str>) -> Vec<PackageFile> {
    let tables = tables(context);
    let file = |name: &str, content: String| PackageFile { name: name.to_owned(), content };
    let mut files: Vec<PackageFile> = tables.iter().map(|table| file(&table.file(), table.csv())).collect();
    files.push(file("datapackage.json", descriptor::descriptor(context, &tables, address)));
    files.push(file("csv-metadata.json", csvw::metadata(context, &tables)));
    files.push(file("outreach-hxl.csv", hxl::hxl(context)));
    files
}

fn tables(context: &ViewContext) -> Vec<Table> {
    let words = ColumnDescriptions { schema: schema(), locale: context.locale };
    let mut tables = vec![record_tables::activities(context, &words), record_tables::reach(context, &words)];
    tables.extend(lookup_tables::tables(context, &words));
    tables.extend(join_tables::tables(context, &words));
    tables
}

/// Where descriptions of columns come from: the schema of the format, which says what its fields mean.
struct ColumnDescriptions<'a> {
    schema: Json,
    locale: &'a Locale,
}

impl ColumnDescriptions<'_> {
    /// What a field means, by its type and name.
    fn field(&self, kind: &str, name: &str) -> String {
        self.at(&format!("/$defs/{kind}/properties/{name}"))
    }

    /// What a table of the document holds.
    fn table(&self, name: &str) -> String {
        self.at(&format!("/properties/{name}"))
    }

    fn at(&self, place: &str) -> String {
        let found = self.schema.pointer(&format!("{place}/description"));
        found.and_then(Json::as_str).unwrap_or_default().to_owned()
    }

    fn say(&self, key: Sentence) -> String {
        self.locale.say(key)
    }
}

/// Codes that are used, and have no row of their own in a table of the data: they get one, so that nothing names a row
/// that is not there.
fn undefined_codes<'a>(used: impl Iterator<Item = &'a str>, known: impl Iterator<Item = &'a str>) -> Vec<String> {
    let known: BTreeSet<&str> = known.collect();
    let used: BTreeSet<&str> = used.filter(|code| !known.contains(code)).collect();
    used.into_iter().map(str::to_owned).collect()
}
