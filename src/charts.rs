//! Charts: marks, axes and grid lines, drawn with plotters on any backend.
//!
//! Invariant: no text. Words and numbers are HTML over the drawing, because they must be translatable, selectable and
//! readable by screen readers. Inputs are a [`Chart`] (what), [`MarkRect`]s (where) and a [`Palette`] (colours).
//! Drawing works for any numbers, because every length is a share from 0 to 1 of a checked [`Scale`].

mod draw;
mod heatmap;
mod lines;
mod mark;
mod mark_rect;
mod palette;
mod properties;
mod scale;
mod shapes;

pub use draw::{REACHED_BREADTH, draw_marks};
pub use heatmap::{HeatmapCell, ShadeScale, draw_cells};
pub use mark::{Chart, Mark, MarkColour, MarkEnd, Orientation};
pub use mark_rect::MarkRect;
pub use palette::{Colour, Palette};
pub use scale::Scale;
pub use shapes::Shapes;
