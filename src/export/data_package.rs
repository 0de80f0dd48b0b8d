//! The data as a package of tables: CSV files that are linked by foreign keys, and descriptions of them, for programs
//! that read a Data Package (v2), CSV on the Web, or HXL.
//!
//! Invariants: the totals of the report can be computed from the tables; what the data do not state is an empty cell,
//! never a zero; no number of fewer than ten women or men is in a table with a location. Only native builds have this
//! module.

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
    /// Its name in the folder `data`.
    pub name: String,
    /// Its text.
    pub content: String,
}

/// The files of the package, for a view with nothing filtered. `address` is the address of the report, if it is known.
pub fn data_package(context: &ViewContext, address: Option<&str>) -> Vec<PackageFile> {
    let tables = tables(context);
    let file = |name: &str, content: String| PackageFile { name: name.to_owned(), content };
    let mut files: Vec<PackageFile> = tables.iter().map(|table| file(&table.file(), table.csv())).collect();
    files.push(file("datapackage.json", descriptor::descriptor(context, &tables, address)));
    files.push(file("csv-metadata.json", csvw::metadata(context, &tables)));
    files.push(file("outreach-hxl.csv", hxl::hxl(context)));
    files
}

fn tables(context: &ViewContext) -> Vec<Table> {
    let descriptions = ColumnDescriptions::new(context.locale);
    let mut tables =
        vec![record_tables::activities(context, &descriptions), record_tables::reach(context, &descriptions)];
    tables.extend(lookup_tables::tables(context, &descriptions));
    tables.extend(join_tables::tables(context, &descriptions));
    tables
}
