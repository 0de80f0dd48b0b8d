//! A bar as a small SVG in a row of a table. It has the same form as on the screen: a lower bound has its point and
//! plans have their lines here too.
//!
//! Invariant: no style sheet is needed, because every path has its colours as attributes. Its class only lets the style
//! sheet of a dark page set other colours.

use std::convert::Infallible;
use std::fmt::Write;

use plotters::prelude::IntoDrawingArea;
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind};

use crate::charts::{Chart, Colour, Mark, MarkRect, draw_marks};
use crate::export::html_writer::HtmlWriter;
use crate::export::picture::{PALETTE, hexadecimal};

/// The width and height of the SVG of a bar, in its own pixels.
const SIZE: (u32, u32) = (240, 16);

/// The bar of one mark of a chart. It is hidden from screen readers, because it shows only the number next to it.
pub(super) fn bar(html: &mut HtmlWriter, chart: &Chart, mark: &Mark) {
    // The mark is first, so the single rectangle is its rectangle. The others decide whether its breadth is shared with
    // plans.
    let marks = [std::slice::from_ref(mark), chart.marks.as_slice()].concat();
    let (width, height) = (f64::from(SIZE.0) - 2.0, f64::from(SIZE.1) - 2.0);
    let rect = MarkRect { x: 1.0, y: 1.0, width, height };
    chart_svg(html, &Chart { marks, ..chart.clone() }, rect, SIZE);
}

/// Adds an SVG of this size with the first mark of a chart, drawn in a rectangle.
pub(super) fn chart_svg(html: &mut HtmlWriter, chart: &Chart, rect: MarkRect, (width, height): (u32, u32)) {
    let mut shapes: Vec<ColouredPath> = Vec::new();
    let area = PathBackend { shapes: &mut shapes, size: (width, height) }.into_drawing_area();
    // Drawing into a list never fails.
    let _ = draw_marks(&area, chart, &[rect], &PALETTE, 1.0, false);
    drop(area);
    let (width_text, height_text) = (width.to_string(), height.to_string());
    let view_box = format!("0 0 {width} {height}");
    let attributes = [
        ("class", "bar"),
        ("width", &*width_text),
        ("height", &*height_text),
        ("viewBox", &*view_box),
        ("preserveAspectRatio", "none"),
        ("aria-hidden", "true"),
    ];
    html.element("svg", &attributes, |html| {
        for ColouredPath { colour, filled, path } in &shapes {
            let colour_code = hexadecimal(*colour);
            let class = colour_class(*colour);
            let mut attributes = vec![("d", path.as_str())];
            attributes.extend(class.map(|class| ("class", class)));
            if *filled {
                attributes.push(("fill", &colour_code));
            } else {
                attributes.extend([("fill", "none"), ("stroke", &*colour_code)]);
            }
            html.element("path", &attributes, |_| {});
        }
    });
}

/// The class of a colour of the palette.
fn colour_class((red, green, blue): (u8, u8, u8)) -> Option<&'static str> {
    let colour = Colour(red, green, blue);
    let classes = [
        (PALETTE.known, "stated"),
        (PALETTE.planned, "plans"),
        (PALETTE.outline, "edge"),
        (PALETTE.unknown, "unknown"),
    ];
    classes.into_iter().find(|(known, _)| *known == colour).map(|(_, class)| class)
}

/// Consecutive paths of one colour.
struct ColouredPath {
    colour: (u8, u8, u8),
    filled: bool,
    path: String,
}

/// A plotters backend that collects the paths.
struct PathBackend<'a> {
    shapes: &'a mut Vec<ColouredPath>,
    size: (u32, u32),
}

type DrawResult = Result<(), DrawingErrorKind<Infallible>>;

impl PathBackend<'_> {
    fn path(&mut self, points: impl IntoIterator<Item = BackendCoord>, colour: BackendColor, filled: bool) {
        if self.shapes.last().is_none_or(|last| (last.colour, last.filled) != (colour.rgb, filled)) {
            self.shapes.push(ColouredPath { colour: colour.rgb, filled, path: String::new() });
        }
        let Some(ColouredPath { path, .. }) = self.shapes.last_mut() else { return };
        for (index, (x, y)) in points.into_iter().enumerate() {
            // Writing into a text never fails.
            let _ = write!(path, "{}{x} {y}", if index == 0 { 'M' } else { 'L' });
        }
    }
}

impl DrawingBackend for PathBackend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> DrawResult {
        Ok(())
    }

    fn present(&mut self) -> DrawResult {
        Ok(())
    }

    // Charts consist of paths; plotters never draws single pixels for them.
    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> DrawResult {
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> DrawResult {
        self.path(path, style.color(), false);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> DrawResult {
        self.path(corners, style.color(), true);
        Ok(())
    }
}
