//! Lines: outlines, dashed or not, and hatching. Invariant: no line leaves the shape or the box that it is drawn for.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::PathElement;
use plotters::prelude::DrawingBackend;
use plotters::style::ShapeStyle;

pub(super) type DrawResult<DB> = Result<(), DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>>;

/// Draws a line through all points and back to the first, in dashes of about this length if there is one.
pub(super) fn outline<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    mut shape: Vec<(i32, i32)>,
    style: ShapeStyle,
    dash: Option<f64>,
) -> DrawResult<DB> {
    shape.extend(shape.first().copied());
    let Some(dash) = dash else { return area.draw(&PathElement::new(shape, style)) };
    for edge in shape.windows(2) {
        let [from, to] = *edge else { continue };
        let (width, height) = (to.0 - from.0, to.1 - from.1);
        // An odd number of steps: an edge begins and ends with a dash, which closes the corners.
        let steps = (f64::from(width.abs().max(height.abs())) / dash * 0.5) as i32 * 2 + 1;
        let point = |step: i32| (from.0 + width * step / steps, from.1 + height * step / steps);
        for step in (0..steps).step_by(2) {
            area.draw(&PathElement::new(vec![point(step), point(step + 1)], style))?;
        }
    }
    Ok(())
}

/// Draws diagonal lines in a box from its lower to its upper edge, clipped at the left and right edge.
pub(super) fn hatch<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    (left, top): (i32, i32),
    (right, bottom): (i32, i32),
    gap: f64,
    style: ShapeStyle,
) -> DrawResult<DB> {
    let mut start = left - (bottom - top);
    while start < right {
        let from = start.max(left);
        let to = (start + bottom - top).min(right);
        if from < to {
            area.draw(&PathElement::new(vec![(from, bottom - (from - start)), (to, bottom - (to - start))], style))?;
        }
        start += gap.round().max(2.0) as i32;
    }
    Ok(())
}

pub(super) fn pixel(x: f64, y: f64) -> (i32, i32) {
    (x.round() as i32, y.round() as i32)
}
