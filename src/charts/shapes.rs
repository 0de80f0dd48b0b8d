//! The two kinds of shapes that charts are made of.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::prelude::DrawingBackend;

use super::draw::{DrawResult, draw_marks};
use super::grid::draw_cells;
use super::{Chart, GridCell, Palette, Slot};

/// Shapes to be drawn, each in a slot of its own.
#[derive(Debug, Clone, PartialEq)]
pub enum Shapes {
    /// Bars or columns.
    Marks(Chart),
    /// Cells of a matrix.
    Cells(Vec<GridCell>),
}

impl Shapes {
    /// Draws them into their slots. `density` is how many pixels of the drawing make one of the page; `mirrored` lets bars
    /// grow to the left.
    ///
    /// # Errors
    /// What the backend gives; a canvas gives none.
    pub fn draw<DB: DrawingBackend>(
        &self,
        area: &DrawingArea<DB, Shift>,
        slots: &[Slot],
        palette: &Palette,
        density: f64,
        mirrored: bool,
    ) -> DrawResult<DB> {
        match self {
            Shapes::Marks(chart) => draw_marks(area, chart, slots, palette, density, mirrored),
            Shapes::Cells(cells) => draw_cells(area, cells, slots, palette, density),
        }
    }
}
