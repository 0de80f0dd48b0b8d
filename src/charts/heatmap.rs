//! A heatmap: shaded cells, one for each pair of values of two properties. Invariant: the largest number has the
//! darkest shade.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::element::Polygon;
use plotters::prelude::DrawingBackend;
use plotters::style::Color;

use super::lines::{DrawResult, hatch, outline, pixel};
use super::{MarkRect, Palette};

/// The shades as shares of the full colour, lightest first. The wide gap between the third and the fourth keeps numbers
/// readable on their cells: dark text on the first three, light text on the others.
const SHADES: [f64; 5] = [0.18, 0.32, 0.46, 0.84, 1.0];

/// A cell of a heatmap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeatmapCell {
    /// Its shade, from 1 (light) to [`ShadeScale::MAX`]; 0 if there is nothing to measure, which is drawn as an
    /// outline.
    pub shade: u8,
    /// Whether the number is a lower bound: drawn with a corner cut off.
    pub at_least: bool,
    /// Whether there are only plans: drawn with diagonal lines.
    pub planned: bool,
    /// Whether it is outside the filter: drawn as a dashed outline.
    pub outside: bool,
}

/// The largest number of each shade. Invariants: the numbers grow, the last is the largest number of the heatmap, and
/// each shade has a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShadeScale(Vec<u64>);

impl ShadeScale {
    /// The darkest shade, which is also the largest number of shades.
    pub const MAX: u8 = SHADES.len() as u8;

    /// Shades for these numbers. The limits of shades grow like powers, because one value is often far larger than the
    /// rest.
    pub fn of_numbers(numbers: impl Iterator<Item = u64> + Clone) -> Self {
        let largest = numbers.clone().max().unwrap_or_default();
        // The first limit is the fifth root, computed without a power function, whose tables cost 2 KB.
        let root = (1..=u64::MAX).find(|root| root.saturating_pow(Self::MAX.into()) >= largest).unwrap_or(1);
        let mut limits = Vec::new();
        let mut previous = 0;
        for exponent in 1..=Self::MAX {
            let limit = root.saturating_pow(exponent.into()).min(largest);
            if numbers.clone().any(|number| previous < number && number <= limit) {
                limits.push(limit);
                previous = limit;
            }
        }
        Self(limits)
    }

    /// The shade of a number: 0 for 0.
    pub fn of(&self, number: u64) -> u8 {
        if number == 0 {
            return 0;
        }
        let position = self.0.iter().take_while(|limit| **limit < number).count() as u8;
        // Counted from the darkest shade: the largest number has the full colour even if there are fewer shades. Fewer
        // shades differ more.
        let last = (self.0.len() as u8).saturating_sub(1);
        Self::MAX - last.saturating_sub(position) * (Self::MAX - 1) / last.max(1)
    }

    /// The first and last number of each shade, with the shade.
    pub fn ranges(&self) -> Vec<(u64, u64, u8)> {
        let mut from = 1;
        let mut ranges = Vec::new();
        for limit in &self.0 {
            ranges.push((from, *limit, self.of(*limit)));
            from = limit.saturating_add(1);
        }
        ranges
    }
}

/// Draws cells into their rectangles. `density` is the number of pixels of the drawing per pixel of the page.
///
/// # Errors
/// The errors of the backend; a canvas has none.
pub fn draw_cells<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    cells: &[HeatmapCell],
    rects: &[MarkRect],
    palette: &Palette,
    density: f64,
) -> DrawResult<DB> {
    // A cell that is not on the screen has a rectangle without a size.
    for (cell, rect) in cells.iter().zip(rects).filter(|(_, rect)| rect.width > 0.0) {
        let gap = density.round().max(1.0);
        let (left, top) = (rect.x + gap, rect.y + gap);
        let (right, bottom) = (rect.x + rect.width - gap, rect.y + rect.height - gap);
        let cut = if cell.at_least { (rect.height * 0.3).min(8.0 * density) } else { 0.0 };
        let shape = [(left, top), (right - cut, top), (right, top + cut), (right, bottom), (left, bottom)];
        let shape: Vec<(i32, i32)> = shape.into_iter().map(|(x, y)| pixel(x, y)).collect();
        let shade = usize::from(cell.shade).checked_sub(1).and_then(|index| SHADES.get(index));
        if let Some(share) = shade.filter(|_| !cell.outside) {
            area.draw(&Polygon::new(shape, palette.known.rgb().mix(*share).filled()))?;
            continue;
        }
        let line = match cell {
            HeatmapCell { outside: true, .. } => palette.outline,
            HeatmapCell { planned: true, .. } => palette.planned,
            // A number given only in words is more than none: a stronger outline.
            HeatmapCell { at_least: true, .. } => palette.outline,
            _ => palette.grid_lines,
        };
        let line = line.rgb().stroke_width(gap as u32);
        outline(area, shape, line, cell.outside.then_some(4.0 * density))?;
        if cell.planned {
            let gap = if cell.outside { 12.0 } else { 6.0 };
            hatch(area, pixel(left, top), pixel(right, bottom), gap * density, line)?;
        }
    }
    Ok(())
}
