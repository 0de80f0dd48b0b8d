//! The data as a package of tables: CSV files whose columns name each other's rows, and what they mean, for programs that
//! read a Data Package (v2), CSV on the Web, or HXL.
//!
//! Invariants: reading the tables back gives the totals that the report shows; what the data do not say is an empty cell,
//! never a zero; and no part of fewer than ten people of one sex stands there with a place. Only native builds have this.

mod cells;
mod column_descriptions;
mod csvw;
mod descriptor;
mod hxl;
mod join_tables;
mod lookup_tables;
mod record_tables;
mod table;

use crate::view::ViewContext;
use column_descriptions::ColumnDescriptions;
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
    let words = ColumnDescriptions::new(context.locale);
    let mut tables = vec![record_tables::activities(context, &words), record_tables::reach(context, &words)];
    tables.extend(lookup_tables::tables(context, &words));
    tables.extend(join_tables::tables(context, &words));
    tables
}
