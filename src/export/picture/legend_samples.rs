//! Samples for the legend. Each is drawn by the code that draws the chart, so they cannot differ.

use crate::charts::{Chart, HeatmapCell, Mark, MarkColour, MarkEnd, MarkRect, Orientation, Scale, Shapes};
use crate::view::MarkStyle;

/// A sample of a mark style or cell, with its meaning.
#[derive(Debug, Clone, PartialEq)]
pub struct LegendSample {
    /// What is drawn.
    pub shapes: Shapes,
    /// Its rectangle, relative to the position of the sample.
    pub rect: MarkRect,
    /// The width that it takes in the line, in pixels.
    pub width: f64,
    /// What it means.
    pub meaning: String,
}

/// The width and height of a sample of a bar.
const BAR_WIDTH: f64 = 22.0;
pub(super) const HEIGHT: f64 = 11.0;
/// The size of a cell, which is also the height of a column, and the width of a column.
const CELL_SIZE: f64 = 14.0;
const COLUMN_WIDTH: f64 = 13.0;

/// The sample of a mark style of bars or columns.
pub(in crate::export) fn mark_sample(style: MarkStyle, orientation: Orientation, meaning: String) -> LegendSample {
    let exact_mark =
        Mark { low: 2, firm: 2, end: MarkEnd::Exact, colour: MarkColour::Known, outside: false, planned: None };
    let mark = match style {
        MarkStyle::AtLeast => Mark { end: MarkEnd::AtLeast, ..exact_mark },
        MarkStyle::About => Mark { end: MarkEnd::About, ..exact_mark },
        MarkStyle::Range => Mark { low: 1, firm: 1, end: MarkEnd::UpTo(2), ..exact_mark },
        MarkStyle::Planned => Mark { low: 0, firm: 0, planned: Some((2, MarkEnd::Exact)), ..exact_mark },
        MarkStyle::Inferred => Mark { firm: 0, ..exact_mark },
        MarkStyle::Unknown => Mark { colour: MarkColour::Unknown, ..exact_mark },
        MarkStyle::NoGoal => Mark { colour: MarkColour::NoGoal, ..exact_mark },
        MarkStyle::Beyond => exact_mark,
        MarkStyle::NoNumber => return sign(meaning),
        MarkStyle::Outside => Mark { outside: true, ..exact_mark },
    };
    let (width, height) = match orientation {
        Orientation::Bars => (BAR_WIDTH, HEIGHT),
        Orientation::Columns => (COLUMN_WIDTH, CELL_SIZE),
    };
    let middle = MarkRect { x: 0.0, y: (HEIGHT - height) / 2.0, width, height };
    // Plans take the last three tenths of a mark's breadth, so the rectangle is enlarged until that part has the
    // sample's size.
    let rect = match (style, orientation) {
        (MarkStyle::Planned, Orientation::Bars) => {
            MarkRect { y: middle.y - height / 0.3 * 0.7, height: height / 0.3, ..middle }
        }
        (MarkStyle::Planned, Orientation::Columns) => {
            MarkRect { x: middle.x - width / 0.3 * 0.7, width: width / 0.3, ..middle }
        }
        _ => middle,
    };
    let scale = if style == MarkStyle::Beyond { Scale::with_gap_in_the_middle() } else { Scale::exactly(2) };
    let chart = Chart { orientation, scale, grid_lines: false, marks: vec![mark] };
    LegendSample { shapes: Shapes::Marks(chart), rect, width, meaning }
}

/// What has a sign and no form: its meaning begins with the sign.
pub(super) fn sign(meaning: String) -> LegendSample {
    let rect = MarkRect { x: 0.0, y: 0.0, width: 0.0, height: 0.0 };
    LegendSample { shapes: Shapes::Cells(Vec::new()), rect, width: 0.0, meaning }
}

/// The sample of a cell of the matrix.
pub(super) fn cell_sample(cell: HeatmapCell, meaning: String) -> LegendSample {
    let rect = MarkRect { x: 0.0, y: (HEIGHT - CELL_SIZE) / 2.0, width: CELL_SIZE, height: CELL_SIZE };
    LegendSample { shapes: Shapes::Cells(vec![cell]), rect, width: CELL_SIZE, meaning }
}
