//! Samples for the legend: each form drawn by what draws the chart itself, so that they cannot differ.

use crate::charts::{Chart, GridCell, Mark, MarkColour, MarkEnd, Orientation, Scale, Shapes, Slot};
use crate::view::MarkStyle;

/// A drawn sample, with what it means.
#[derive(Debug, Clone, PartialEq)]
pub struct LegendSample {
    /// The form.
    pub shapes: Shapes,
    /// Its place, against the place where the sample stands.
    pub slot: Slot,
    /// How much of the line it takes.
    pub width: f64,
    /// What it means.
    pub meaning: String,
}

/// How wide and how high a sample is.
const WIDTH: f64 = 22.0;
pub(super) const HEIGHT: f64 = 11.0;
/// The same for a cell, and for a column, which is higher than wide.
const CELL: f64 = 14.0;
const COLUMN: f64 = 13.0;

/// A form of bars or columns.
pub(in crate::export) fn of_mark(form: MarkStyle, orientation: Orientation, meaning: String) -> LegendSample {
    let plain = Mark { low: 2, firm: 2, end: MarkEnd::Exact, colour: MarkColour::Stated, faded: false, planned: None };
    let mark = match form {
        MarkStyle::AtLeast => Mark { end: MarkEnd::AtLeast, ..plain },
        MarkStyle::About => Mark { end: MarkEnd::About, ..plain },
        MarkStyle::Range => Mark { low: 1, firm: 1, end: MarkEnd::UpTo(2), ..plain },
        MarkStyle::Planned => Mark { low: 0, firm: 0, planned: Some((2, MarkEnd::Exact)), ..plain },
        MarkStyle::Inferred => Mark { firm: 0, colour: MarkColour::Goal(5), ..plain },
        MarkStyle::Unknown => Mark { colour: MarkColour::Unknown, ..plain },
    };
    let (width, height) = match orientation {
        Orientation::Bars => (WIDTH, HEIGHT),
        Orientation::Columns => (COLUMN, CELL),
    };
    let middle = Slot { x: 0.0, y: (HEIGHT - height) / 2.0, width, height };
    // Plans take the last three tenths of a mark's breadth: the sample is that part of a broader one.
    let slot = match (form, orientation) {
        (MarkStyle::Planned, Orientation::Bars) => {
            Slot { y: middle.y - height / 0.3 * 0.7, height: height / 0.3, ..middle }
        }
        (MarkStyle::Planned, Orientation::Columns) => {
            Slot { x: middle.x - width / 0.3 * 0.7, width: width / 0.3, ..middle }
        }
        _ => middle,
    };
    let chart = Chart { orientation, scale: Scale::exactly(2), grid: false, marks: vec![mark] };
    LegendSample { shapes: Shapes::Marks(chart), slot, width, meaning }
}

/// A form of the matrix's cells.
pub(super) fn of_cell(cell: GridCell, meaning: String) -> LegendSample {
    let slot = Slot { x: 0.0, y: (HEIGHT - CELL) / 2.0, width: CELL, height: CELL };
    LegendSample { shapes: Shapes::Cells(vec![cell]), slot, width: CELL, meaning }
}
