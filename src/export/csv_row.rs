//! A row of CSV (RFC 4180), to which cells are added one after another.
//!
//! Invariant: a text that a spreadsheet would read as a formula gets an apostrophe before it.

use crate::model::Text;

#[derive(Default)]
pub(super) struct CsvRow {
    cells: String,
    has_cells: bool,
}

impl CsvRow {
    /// The rest of a row that already has cells: the first cell has a comma before it too.
    pub(super) fn continuation() -> Self {
        Self { cells: String::new(), has_cells: true }
    }

    /// The cells that were added, without a line end.
    pub(super) fn cells(self) -> String {
        self.cells
    }

    /// Adds a text of the data, which must not run as a formula.
    pub(super) fn text(&mut self, text: &str) {
        if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
            self.plain(&format!("'{text}"));
        } else {
            self.plain(text);
        }
    }

    /// Adds a text, or an empty cell for `None`.
    pub(super) fn optional_text(&mut self, text: Option<&Text>) {
        self.text(text.map_or("", |text| text));
    }

    /// Adds a number, a date or a fixed word.
    pub(super) fn plain(&mut self, text: &str) {
        if self.has_cells {
            self.cells.push(',');
        }
        self.has_cells = true;
        if text.contains(['"', ',', '\r', '\n']) || text != text.trim() {
            self.cells.push('"');
            self.cells.push_str(&text.replace('"', "\"\""));
            self.cells.push('"');
        } else {
            self.cells.push_str(text);
        }
    }
}

/// Joins several values for one cell.
pub(super) fn join_list(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(LIST_SEPARATOR)
}

/// The separator between the values of a list.
pub(super) const LIST_SEPARATOR: &str = " | ";
