//! Cells of CSV (RFC 4180), written one after another.
//!
//! Invariant: a text that a spreadsheet would take for a formula begins with an apostrophe.

use crate::model::Text;

/// A row that grows.
#[derive(Default)]
pub(super) struct CsvRow {
    cells: String,
    begun: bool,
}

impl CsvRow {
    /// The rest of a row of which something is there already.
    pub(super) fn continuation() -> Self {
        Self { cells: String::new(), begun: true }
    }

    /// What was written.
    pub(super) fn cells(self) -> String {
        self.cells
    }

    /// A text of the data, which must not run as a formula.
    pub(super) fn text(&mut self, text: &str) {
        if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
            self.plain(&format!("'{text}"));
        } else {
            self.plain(text);
        }
    }

    /// A text that may be missing.
    pub(super) fn optional_text(&mut self, text: Option<&Text>) {
        self.text(text.map_or("", |text| text));
    }

    /// A number, a date or a word of ours.
    pub(super) fn plain(&mut self, text: &str) {
        if self.begun {
            self.cells.push(',');
        }
        self.begun = true;
        if text.contains(['"', ',', '\r', '\n']) || text != text.trim() {
            self.cells.push('"');
            self.cells.push_str(&text.replace('"', "\"\""));
            self.cells.push('"');
        } else {
            self.cells.push_str(text);
        }
    }
}

/// Several values in one cell.
pub(super) fn join_list(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(LIST_SEPARATOR)
}

/// What stands between the values of a list.
pub(super) const LIST_SEPARATOR: &str = " | ";
