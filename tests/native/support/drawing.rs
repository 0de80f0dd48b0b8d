//! Draws charts as SVG and reads the shapes back, which lets tests measure lengths.

use outreach_report::charts::{Chart, Colour, HeatmapCell, MarkRect, Palette, draw_cells, draw_marks};
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::prelude::{IntoDrawingArea, SVGBackend};

/// The size of a test drawing.
const SIZE: (u32, u32) = (420, 200);

/// The colours of the light style sheet. Each part of a drawing has its own.
pub(crate) const PALETTE: Palette = Palette {
    known: Colour(11, 99, 148),
    unknown: Colour(139, 150, 160),
    planned: Colour(91, 104, 117),
    grid_lines: Colour(226, 230, 234),
    outline: Colour(122, 134, 145),
};

/// The colours of the dark style sheet.
pub(crate) const DARK: Palette = Palette {
    known: Colour(93, 176, 224),
    unknown: Colour(111, 124, 135),
    planned: Colour(159, 173, 185),
    grid_lines: Colour(42, 52, 61),
    outline: Colour(125, 138, 150),
};

/// A shape of a drawing.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Shape {
    pub(crate) corners: Vec<(i32, i32)>,
    /// Written as `#0B6394`.
    pub(crate) colour: String,
    pub(crate) opacity: String,
    pub(crate) filled: bool,
    /// The width of the stroke; `None` if the SVG gives none.
    pub(crate) width: Option<String>,
}

impl Shape {
    /// The smallest and the largest x.
    pub(crate) fn across(&self) -> (i32, i32) {
        let xs = || self.corners.iter().map(|corner| corner.0);
        (xs().min().unwrap(), xs().max().unwrap())
    }

    /// The smallest and the largest y.
    pub(crate) fn down(&self) -> (i32, i32) {
        let ys = || self.corners.iter().map(|corner| corner.1);
        (ys().min().unwrap(), ys().max().unwrap())
    }
}

/// What `draw` draws, as SVG with one element per line.
pub(crate) fn draw_svg(size: (u32, u32), draw: impl FnOnce(&DrawingArea<SVGBackend, Shift>)) -> String {
    let mut text = String::new();
    draw(&SVGBackend::with_string(&mut text, size).into_drawing_area());
    text
}

/// A chart as SVG.
pub(crate) fn svg(chart: &Chart, rects: &[MarkRect], density: f64, mirrored: bool) -> String {
    draw_svg(SIZE, |area| draw_marks(area, chart, rects, &PALETTE, density, mirrored).unwrap())
}

/// The shapes of a chart, in the order in which they are drawn.
pub(crate) fn shapes(chart: &Chart, rects: &[MarkRect], density: f64, mirrored: bool) -> Vec<Shape> {
    shapes_of(&svg(chart, rects, density, mirrored))
}

/// The shapes of the cells of a heatmap.
pub(crate) fn cell_shapes(cells: &[HeatmapCell], rects: &[MarkRect]) -> Vec<Shape> {
    shapes_of(&draw_svg(SIZE, |area| draw_cells(area, cells, rects, &PALETTE, 1.0).unwrap()))
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

/// Slots for `count` bars, one below the other.
pub(crate) fn bars(count: usize) -> Vec<MarkRect> {
    (0..count).map(|index| MarkRect { x: 10.0, y: 10.0 + index as f64 * 22.0, width: 400.0, height: 14.0 }).collect()
}

/// Slots for `count` columns, side by side.
pub(crate) fn columns(count: usize) -> Vec<MarkRect> {
    (0..count).map(|index| MarkRect { x: 10.0 + index as f64 * 40.0, y: 10.0, width: 28.0, height: 180.0 }).collect()
}
