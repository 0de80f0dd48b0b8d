//! A heatmap: shaded cells, one for each pair of values of two properties. Invariant: the largest number has the
//! darkest shade.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::element::{PathElement, Polygon};
use plotters::prelude::DrawingBackend;
use plotters::style::Color;

use super::draw::{DrawResult, hatch, pixel};
use super::{MarkRect, Palette};

/// The shades as shares of the full colour, lightest first. The wide gap between the third and the fourth keeps numbers
/// readable on their cells: dark text on the first three, light text on the others.
const SHADES: [f64; 5] = [0.14, 0.26, 0.4, 0.86, 1.0];

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
    /// Whether it is drawn faded, because other cells are chosen.
    pub faded: bool,
}

/// The largest number of each shade. Invariant: the numbers grow, and the last is the largest number of the heatmap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShadeScale(Vec<u64>);

impl ShadeScale {
    /// The darkest shade, which is also the largest number of shades.
    pub const MAX: u8 = SHADES.len() as u8;

    /// Shades for numbers up to the largest. The limits of shades grow like powers, because one value is often far
    /// larger than the rest.
    pub fn up_to(largest: u64) -> Self {
        // The first limit is the fifth root, computed without a power function, whose tables cost 2 KB.
        let root = (1..=u64::MAX).find(|root| root.saturating_pow(Self::MAX.into()) >= largest).unwrap_or(1);
        let mut limits = Vec::new();
        for exponent in 1..Self::MAX {
            let limit = root.saturating_pow(exponent.into());
            if limit > limits.last().copied().unwrap_or_default() && limit < largest {
                limits.push(limit);
            }
        }
        if largest > 0 {
            limits.push(largest);
        }
        Self(limits)
    }

    /// The shade of a number: 0 for 0.
    pub fn of(&self, number: u64) -> u8 {
        if number == 0 {
            return 0;
        }
        let position = self.0.iter().take_while(|limit| **limit < number).count() as u8;
        // Counted from the darkest shade: the largest number has the full colour even if there are fewer shades.
        Self::MAX - (self.0.len() as u8).saturating_sub(position + 1).min(Self::MAX - 1)
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
    for (cell, rect) in cells.iter().zip(rects) {
        let opacity = if cell.faded { 0.3 } else { 1.0 };
        let gap = density.round().max(1.0);
        let (left, top) = (rect.x + gap, rect.y + gap);
        let (right, bottom) = (rect.x + rect.width - gap, rect.y + rect.height - gap);
        let width = density.round().max(1.0) as u32;
        let cut = if cell.at_least { (rect.height * 0.3).min(8.0 * density) } else { 0.0 };
        let shape = [(left, top), (right - cut, top), (right, top + cut), (right, bottom), (left, bottom)];
        let shape: Vec<(i32, i32)> = shape.into_iter().map(|(x, y)| pixel(x, y)).collect();
        if let Some(share) = usize::from(cell.shade).checked_sub(1).and_then(|index| SHADES.get(index)) {
            area.draw(&Polygon::new(shape, palette.known.rgb().mix(share * opacity).filled()))?;
            continue;
        }
        let line = match (cell.planned, cell.at_least) {
            (true, _) => palette.planned,
            // A number given only in words is more than none: a stronger outline.
            (_, true) => palette.outline,
            _ => palette.grid_lines,
        };
        let line = line.rgb().mix(opacity).stroke_width(width);
        area.draw(&PathElement::new(shape.iter().chain(shape.first()).copied().collect::<Vec<_>>(), line))?;
        if cell.planned {
            hatch(area, pixel(left, top), pixel(right, bottom), 6.0 * density, line)?;
        }
    }
    Ok(())
}
