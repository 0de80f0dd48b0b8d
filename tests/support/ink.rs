//! Drawings as SVG, and the shapes in them, so that lengths can be measured.

use outreach_report::charts::{Chart, Colour, Palette, Slot, draw};
use plotters::prelude::{IntoDrawingArea, SVGBackend};

/// The size of a test drawing.
const SIZE: (u32, u32) = (420, 200);

/// Colours that tell the parts of a drawing apart.
pub(crate) const PALETTE: Palette = Palette {
    stated: Colour(11, 99, 148),
    unknown: Colour(155, 160, 165),
    grid: Colour(226, 230, 234),
    outline: Colour(23, 33, 43),
};

/// Something that was drawn.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Shape {
    pub(crate) corners: Vec<(i32, i32)>,
    /// As `#0B6394`.
    pub(crate) colour: String,
    pub(crate) opacity: String,
    pub(crate) filled: bool,
    /// Of a line.
    pub(crate) width: Option<String>,
}

impl Shape {
    /// From where to where it lies across the page.
    pub(crate) fn across(&self) -> (i32, i32) {
        let places = || self.corners.iter().map(|corner| corner.0);
        (places().min().unwrap(), places().max().unwrap())
    }

    /// From where to where it lies down the page.
    pub(crate) fn down(&self) -> (i32, i32) {
        let places = || self.corners.iter().map(|corner| corner.1);
        (places().min().unwrap(), places().max().unwrap())
    }
}

/// The drawing of a chart as SVG, one element per line.
pub(crate) fn svg(chart: &Chart, slots: &[Slot], density: f64, mirrored: bool) -> String {
    let mut text = String::new();
    {
        let area = SVGBackend::with_string(&mut text, SIZE).into_drawing_area();
        draw(&area, chart, slots, &PALETTE, density, mirrored).unwrap();
    }
    text
}

/// The shapes of a drawing, in the order in which they are drawn.
pub(crate) fn shapes(chart: &Chart, slots: &[Slot], density: f64, mirrored: bool) -> Vec<Shape> {
    svg(chart, slots, density, mirrored).lines().filter(|line| line.starts_with("<poly")).map(shape).collect()
}

fn shape(line: &str) -> Shape {
    let attribute = |name: &str| {
        let value = line.split_once(&format!(" {name}=\"")).and_then(|(_, rest)| rest.split_once('"'));
        value.map(|(value, _)| value.to_owned())
    };
    let corners = attribute("points").unwrap();
    let corners = corners.split_whitespace().map(|corner| corner.split_once(',').unwrap());
    let filled = line.starts_with("<polygon");
    Shape {
        corners: corners.map(|(x, y)| (x.parse().unwrap(), y.parse().unwrap())).collect(),
        colour: attribute(if filled { "fill" } else { "stroke" }).unwrap(),
        opacity: attribute("opacity").unwrap(),
        filled,
        width: attribute("stroke-width"),
    }
}

/// Slots for so many bars, one under the other.
pub(crate) fn bars(count: usize) -> Vec<Slot> {
    (0..count).map(|at| Slot { x: 10.0, y: 10.0 + at as f64 * 22.0, width: 400.0, height: 14.0 }).collect()
}

/// Slots for so many columns, side by side.
pub(crate) fn columns(count: usize) -> Vec<Slot> {
    (0..count).map(|at| Slot { x: 10.0 + at as f64 * 40.0, y: 10.0, width: 28.0, height: 180.0 }).collect()
}
