//! A grid of shaded cells: how much for each pair of two properties.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::element::{PathElement, Polygon};
use plotters::prelude::DrawingBackend;
use plotters::style::Color;

use super::draw::{DrawResult, hatch, pixel};
use super::{Palette, Slot};

/// How dark a shade is, the lightest first, as a share of the full colour. Between the third and the fourth lies a
/// wide step, so that every number can be read on its cell: dark on the first three, light on the others.
const SHADES: [f64; 5] = [0.14, 0.26, 0.4, 0.86, 1.0];

/// A cell of a grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GridCell {
    /// Its shade, from 1 (light) to [`ShadeScale::MOST`]; 0 where there is nothing to measure, which is an outline.
    pub shade: u8,
    /// The number is a lower bound: a corner is cut off.
    pub open: bool,
    /// There are only plans: slanting lines.
    pub planned: bool,
    /// Drawn back, because others are chosen.
    pub faded: bool,
}

/// The steps by which numbers are shaded. Invariant: the edges grow, and the last is the largest number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShadeScale(Vec<u64>);

impl ShadeScale {
    /// How many shades there are at most.
    pub const MOST: u8 = SHADES.len() as u8;

    /// Shades for numbers up to the largest. The steps grow like powers, because one value often dwarfs the rest.
    pub fn up_to(largest: u64) -> Self {
        // The first edge is the fifth root, found without the tables of a power function, which weigh 2 KB.
        let root = (1..=u64::MAX).find(|root| root.saturating_pow(Self::MOST.into()) >= largest).unwrap_or(1);
        let mut edges = Vec::new();
        for step in 1..Self::MOST {
            let edge = root.saturating_pow(step.into());
            if edge > edges.last().copied().unwrap_or_default() && edge < largest {
                edges.push(edge);
            }
        }
        if largest > 0 {
            edges.push(largest);
        }
        Self(edges)
    }

    /// The shade of a number: 0 for 0.
    pub fn of(&self, number: u64) -> u8 {
        if number == 0 {
            return 0;
        }
        let place = self.0.iter().take_while(|edge| **edge < number).count() as u8;
        // Few steps are spread, so that the largest number always has the full colour.
        Self::MOST - (self.0.len() as u8).saturating_sub(place + 1).min(Self::MOST - 1)
    }

    /// From which to which number each shade reaches.
    pub fn ranges(&self) -> Vec<(u64, u64, u8)> {
        let mut from = 1;
        let mut ranges = Vec::new();
        for edge in &self.0 {
            ranges.push((from, *edge, self.of(*edge)));
            from = edge.saturating_add(1);
        }
        ranges
    }
}

/// Draws cells into their slots.
///
/// # Errors
/// What the backend gives; a canvas gives none.
pub fn draw_cells<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    cells: &[GridCell],
    slots: &[Slot],
    palette: &Palette,
    density: f64,
) -> DrawResult<DB> {
    for (cell, slot) in cells.iter().zip(slots) {
        let opacity = if cell.faded { 0.3 } else { 1.0 };
        let gap = density.round().max(1.0);
        let (left, top) = (slot.x + gap, slot.y + gap);
        let (right, bottom) = (slot.x + slot.width - gap, slot.y + slot.height - gap);
        let width = density.round().max(1.0) as u32;
        let cut = if cell.open { (slot.height * 0.3).min(8.0 * density) } else { 0.0 };
        let shape = [(left, top), (right - cut, top), (right, top + cut), (right, bottom), (left, bottom)];
        let shape: Vec<(i32, i32)> = shape.into_iter().map(|(x, y)| pixel(x, y)).collect();
        if let Some(share) = usize::from(cell.shade).checked_sub(1).and_then(|at| SHADES.get(at)) {
            area.draw(&Polygon::new(shape, palette.stated.rgb().mix(share * opacity).filled()))?;
            continue;
        }
        let line = match (cell.planned, cell.open) {
            (true, _) => palette.planned,
            // Words without a number are more than nothing.
            (_, true) => palette.outline,
            _ => palette.grid,
        };
        let line = line.rgb().mix(opacity).stroke_width(width);
        area.draw(&PathElement::new(shape.iter().chain(shape.first()).copied().collect::<Vec<_>>(), line))?;
        if cell.planned {
            hatch(area, pixel(left, top), pixel(right, bottom), 6.0 * density, line)?;
        }
    }
    Ok(())
}
