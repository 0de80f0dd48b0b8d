//! Where a mark or a cell is drawn.

/// The area of a mark, in pixels of the drawing: a box from the base of the mark to the end of the scale; for a cell of
/// a heatmap, its box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MarkRect {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}
