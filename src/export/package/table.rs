//! A table: its rows, and what its columns mean.
//!
//! Invariant: a row has a cell for each column, and a column that names the rows of another table holds only names that
//! stand there.

use crate::export::csv_row::CsvRow;

/// A table of the package.
#[derive(Debug, Clone)]
pub(super) struct Table {
    /// Its name; the file is called the same.
    pub(super) name: &'static str,
    /// What its rows are.
    pub(super) description: String,
    /// Its columns.
    pub(super) columns: Vec<Column>,
    /// The columns that tell a row from all others.
    pub(super) key: &'static [&'static str],
    /// Its rows, a cell for each column. An empty cell is what the data do not say.
    pub(super) rows: Vec<Vec<String>>,
}

/// A column.
#[derive(Debug, Clone)]
pub(super) struct Column {
    /// Its name.
    pub(super) name: &'static str,
    /// What its cells say.
    pub(super) description: String,
    /// What a cell can hold.
    pub(super) cell_type: CellType,
    /// The table and the column that its cells name a row of.
    pub(super) foreign_key: Option<(&'static str, &'static str)>,
}

/// What a cell can hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum CellType {
    /// Any text.
    Text,
    /// Several texts with bars between them.
    List,
    /// One of a few words.
    Word(&'static [&'static str]),
    /// A whole number of this range.
    Whole(u64, u64),
}

impl Column {
    /// A column of texts.
    pub(super) fn new(name: &'static str, description: String) -> Self {
        Self { name, description, cell_type: CellType::Text, foreign_key: None }
    }

    /// The same, holding something else.
    pub(super) fn cell_type(self, cell_type: CellType) -> Self {
        Self { cell_type, ..self }
    }

    /// The same, naming rows of another table.
    pub(super) fn foreign_key(self, table: &'static str, column: &'static str) -> Self {
        Self { foreign_key: Some((table, column)), ..self }
    }
}

impl Table {
    /// The name of its file.
    pub(super) fn file(&self) -> String {
        format!("{}.csv", self.name)
    }

    /// Whether no cell of a column is empty: it is part of what tells rows apart.
    pub(super) fn is_required(&self, column: &Column) -> bool {
        self.key.contains(&column.name)
    }

    /// The words of a column: those that the format lists, and those that the data have besides.
    pub(super) fn words(&self, column: &Column, listed: &[&str]) -> Vec<String> {
        let at = self.columns.iter().position(|known| known.name == column.name);
        let mut words: Vec<String> = listed.iter().map(|word| (*word).to_owned()).collect();
        for cell in self.rows.iter().filter_map(|row| row.get(at?)).filter(|cell| !cell.is_empty()) {
            if !words.contains(cell) {
                words.push(cell.clone());
            }
        }
        words
    }

    /// The table as CSV: UTF-8, lines that end as the standard asks.
    pub(super) fn csv(&self) -> String {
        let header: Vec<&str> = self.columns.iter().map(|column| column.name).collect();
        let mut text = header.join(",") + "\r\n";
        for cells in &self.rows {
            let mut row = CsvRow::default();
            for (column, cell) in self.columns.iter().zip(cells) {
                match column.cell_type {
                    CellType::Whole(..) => row.plain(cell),
                    _ => row.text(cell),
                }
            }
            text += &row.cells();
            text.push_str("\r\n");
        }
        text
    }
}
