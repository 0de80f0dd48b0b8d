//! Drawings as SVG, and the shapes in them, so that lengths can be measured.

use outreach_report::charts::{Chart, Colour, GridCell, Palette, Slot, draw_cells, draw_marks};
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::prelude::{IntoDrawingArea, SVGBackend};

/// The size of a test drawing.
const SIZE: (u32, u32) = (420, 200);

/// Colours that tell the parts of a drawing apart: those of the light style sheet.
pub(crate) const PALETTE: Palette = Palette {
    stated: Colour(11, 99, 148),
    unknown: Colour(139, 150, 160),
    planned: Colour(91, 104, 117),
    grid: Colour(226, 230, 234),
    outline: Colour(122, 134, 145),
};

/// The colours of the dark style sheet.
pub(crate) const DARK: Palette = Palette {
    stated: Colour(93, 176, 224),
    unknown: Colour(111, 124, 135),
    planned: Colour(159, 173, 185),
    grid: Colour(42, 52, 61),
    outline: Colour(125, 138, 150),
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

/// What is drawn by this as SVG, one element per line.
pub(crate) fn drawn(size: (u32, u32), ink: impl FnOnce(&DrawingArea<SVGBackend, Shift>)) -> String {
    let mut text = String::new();
    ink(&SVGBackend::with_string(&mut text, size).into_drawing_area());
    text
}

/// The drawing of a chart.
pub(crate) fn svg(chart: &Chart, slots: &[Slot], density: f64, mirrored: bool) -> String {
    drawn(SIZE, |area| draw_marks(area, chart, slots, &PALETTE, density, mirrored).unwrap())
}

/// The shapes of a chart, in the order in which they are drawn.
pub(crate) fn shapes(chart: &Chart, slots: &[Slot], density: f64, mirrored: bool) -> Vec<Shape> {
    shapes_of(&svg(chart, slots, density, mirrored))
}

/// The shapes of the cells of a grid.
pub(crate) fn grid_shapes(cells: &[GridCell], slots: &[Slot]) -> Vec<Shape> {
    shapes_of(&drawn(SIZE, |area| draw_cells(area, cells, slots, &PALETTE, 1.0).unwrap()))
}

/// The shapes of a drawing.
pub(crate) fn shapes_of(svg: &str) -> Vec<Shape> {
    svg.lines().filter(|line| line.starts_with("<poly") || line.starts_with("<rect")).map(shape).collect()
}

fn shape(line: &str) -> Shape {
    let attribute = |name: &str| {
        let value = line.split_once(&format!(" {name}=\"")).and_then(|(_, rest)| rest.split_once('"'));
        value.map(|(value, _)| value.to_owned())
    };
    let corners = match attribute("points") {
        Some(points) => {
            let corners = points.split_whitespace().map(|corner| corner.split_once(',').unwrap());
            corners.map(|(x, y)| (x.parse().unwrap(), y.parse().unwrap())).collect()
        }
        None => {
            let [x, y, width, height] = ["x", "y", "width", "height"].map(|name| attribute(name).unwrap());
            let [x, y, width, height] = [x, y, width, height].map(|number| number.parse::<i32>().unwrap());
            vec![(x, y), (x + width, y + height)]
        }
    };
    let fill = attribute("fill").filter(|fill| fill != "none");
    Shape {
        corners,
        filled: fill.is_some(),
        colour: fill.or(attribute("stroke")).unwrap(),
        opacity: attribute("opacity").unwrap(),
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
