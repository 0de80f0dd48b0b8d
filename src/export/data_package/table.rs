//! A table: its rows and the descriptions of its columns.
//!
//! Invariant: a row has a cell for each column, and a foreign key refers only to existing rows.

use crate::export::csv_row::CsvRow;

/// A table of the package.
#[derive(Debug, Clone)]
pub(super) struct Table {
    /// Its name, which is also that of its file.
    pub(super) name: &'static str,
    /// What its rows are.
    pub(super) description: String,
    /// Its columns.
    pub(super) columns: Vec<Column>,
    /// The columns of the primary key.
    pub(super) key: &'static [&'static str],
    /// Its rows, a cell for each column. A cell is empty if the data do not state its value.
    pub(super) rows: Vec<Vec<String>>,
}

/// A column.
#[derive(Debug, Clone)]
pub(super) struct Column {
    /// Its name.
    pub(super) name: &'static str,
    /// What its cells mean.
    pub(super) description: String,
    /// What a cell can hold.
    pub(super) cell_type: CellType,
    /// The table and the column to which its cells refer.
    pub(super) foreign_key: Option<(&'static str, &'static str)>,
}

/// What a cell can hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum CellType {
    /// Any text.
    Text,
    /// Several texts with the list separator between them.
    List,
    /// One of a few words.
    Word(&'static [&'static str]),
    /// A whole number in this range.
    Integer(u64, u64),
}

impl Column {
    /// A column of texts.
    pub(super) fn new(name: &'static str, description: String) -> Self {
        Self { name, description, cell_type: CellType::Text, foreign_key: None }
    }

    /// The same column with another type of cells.
    pub(super) fn cell_type(self, cell_type: CellType) -> Self {
        Self { cell_type, ..self }
    }

    /// The same column as a foreign key to a column of another table.
    pub(super) fn foreign_key(self, table: &'static str, column: &'static str) -> Self {
        Self { foreign_key: Some((table, column)), ..self }
    }
}

impl Table {
    /// The name of its file.
    pub(super) fn file(&self) -> String {
        format!("{}.csv", self.name)
    }

    /// Whether no cell of a column is empty, because it is part of the primary key.
    pub(super) fn is_required(&self, column: &Column) -> bool {
        self.key.contains(&column.name)
    }

    /// The values of a column: the codes that the format lists, and others that the data contain.
    pub(super) fn values(&self, column: &Column, codes: &[&str]) -> Vec<String> {
        let index = self.columns.iter().position(|known| known.name == column.name);
        let mut values: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
        for cell in self.rows.iter().filter_map(|row| row.get(index?)).filter(|cell| !cell.is_empty()) {
            if !values.contains(cell) {
                values.push(cell.clone());
            }
        }
        values
    }

    /// The table as CSV: UTF-8, lines that end with CR LF.
    pub(super) fn csv(&self) -> String {
        let header: Vec<&str> = self.columns.iter().map(|column| column.name).collect();
        let mut text = header.join(",") + "\r\n";
        for cells in &self.rows {
            let mut row = CsvRow::default();
            for (column, cell) in self.columns.iter().zip(cells) {
                match column.cell_type {
                    CellType::Integer(..) => row.plain(cell),
                    _ => row.text(cell),
                }
            }
            text += &row.cells();
            text.push_str("\r\n");
        }
        text
    }
}
