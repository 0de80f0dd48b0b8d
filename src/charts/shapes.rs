//! The two kinds of shapes: marks of a chart and cells of a matrix. Invariant: each shape is drawn in a rectangle of
//! its own.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::prelude::DrawingBackend;

use super::draw::draw_marks;
use super::heatmap::draw_cells;
use super::lines::DrawResult;
use super::{Chart, HeatmapCell, MarkRect, Palette};

/// Shapes to draw, each in a rectangle of its own.
#[derive(Debug, Clone, PartialEq)]
pub enum Shapes {
    /// Bars or columns.
    Marks(Chart),
    /// Cells of a matrix.
    Cells(Vec<HeatmapCell>),
}

impl Shapes {
    /// Draws the shapes into their rectangles. `density` is the number of pixels of the drawing per pixel of the page;
    /// `mirrored` makes bars grow to the left.
    ///
    /// # Errors
    /// The errors of the backend; a canvas has none.
    pub fn draw<DB: DrawingBackend>(
        &self,
        area: &DrawingArea<DB, Shift>,
        rects: &[MarkRect],
        palette: &Palette,
        density: f64,
        mirrored: bool,
    ) -> DrawResult<DB> {
        match self {
            Shapes::Marks(chart) => draw_marks(area, chart, rects, palette, density, mirrored),
            Shapes::Cells(cells) => draw_cells(area, cells, rects, palette, density),
        }
    }
}
