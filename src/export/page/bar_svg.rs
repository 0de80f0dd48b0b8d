//! A bar as a small SVG within a row of a table: the same form as on the screen, so that a lower bound has its point and
//! plans their lines here too.
//!
//! Invariant: no style sheet is needed: every path has its colours as attributes. Its class only lets a dark page give
//! it others.

use std::convert::Infallible;
use std::fmt::Write;

use plotters::prelude::IntoDrawingArea;
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind};

use crate::charts::{Chart, Colour, Mark, Slot, draw_marks};
use crate::export::html_writer::HtmlWriter;
use crate::export::picture::{PALETTE, hexadecimal};

/// How wide and high a bar is at most, in the picture's own pixels.
const SIZE: (u32, u32) = (240, 16);

/// The bar of one mark of a chart. It says nothing that the number beside it does not, and so is not read out.
pub(super) fn bar(html: &mut HtmlWriter, chart: &Chart, mark: &Mark) {
    // The mark stands first, so that the one slot is its own; the others say whether plans need room beside it.
    let marks = [std::slice::from_ref(mark), chart.marks.as_slice()].concat();
    let (width, height) = (f64::from(SIZE.0) - 2.0, f64::from(SIZE.1) - 2.0);
    let slot = Slot { x: 1.0, y: 1.0, width, height };
    shapes(html, &Chart { marks, ..chart.clone() }, slot, SIZE);
}

/// A chart with one mark in a slot, as a picture of this size.
pub(super) fn shapes(html: &mut HtmlWriter, chart: &Chart, slot: Slot, (width, height): (u32, u32)) {
    let mut shapes: Vec<Shape> = Vec::new();
    let area = PathBackend { shapes: &mut shapes, size: (width, height) }.into_drawing_area();
    // Drawing into a list never fails.
    let _ = draw_marks(&area, chart, &[slot], &PALETTE, 1.0, false);
    drop(area);
    let (w, h) = (width.to_string(), height.to_string());
    let view = format!("0 0 {width} {height}");
    let attributes = [
        ("class", "bar"),
        ("width", &*w),
        ("height", &*h),
        ("viewBox", &*view),
        ("preserveAspectRatio", "none"),
        ("aria-hidden", "true"),
    ];
    html.element("svg", &attributes, |html| {
        for Shape { colour, filled, path } in &shapes {
            let ink = hexadecimal(*colour);
            let name = class(*colour);
            let mut attributes = vec![("d", path.as_str())];
            attributes.extend(name.map(|name| ("class", name)));
            if *filled {
                attributes.push(("fill", &ink));
            } else {
                attributes.extend([("fill", "none"), ("stroke", &*ink)]);
            }
            html.element("path", &attributes, |_| {});
        }
    });
}

/// The name of a colour of the palette; the official colours of the goals have none, because they are the same anywhere.
fn class((red, green, blue): (u8, u8, u8)) -> Option<&'static str> {
    let colour = Colour(red, green, blue);
    let names = [
        (PALETTE.stated, "stated"),
        (PALETTE.planned, "plans"),
        (PALETTE.outline, "edge"),
        (PALETTE.unknown, "unknown"),
    ];
    names.into_iter().find(|(known, _)| *known == colour).map(|(_, name)| name)
}

/// Paths of one colour that follow each other.
struct Shape {
    colour: (u8, u8, u8),
    filled: bool,
    path: String,
}

/// A plotters backend that keeps the paths.
struct PathBackend<'a> {
    shapes: &'a mut Vec<Shape>,
    size: (u32, u32),
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl PathBackend<'_> {
    fn path(&mut self, points: impl IntoIterator<Item = BackendCoord>, colour: BackendColor, filled: bool) {
        if self.shapes.last().is_none_or(|last| (last.colour, last.filled) != (colour.rgb, filled)) {
            self.shapes.push(Shape { colour: colour.rgb, filled, path: String::new() });
        }
        let Some(Shape { path, .. }) = self.shapes.last_mut() else { return };
        for (at, (x, y)) in points.into_iter().enumerate() {
            // Writing into a text never fails.
            let _ = write!(path, "{}{x} {y}", if at == 0 { 'M' } else { 'L' });
        }
    }
}

impl DrawingBackend for PathBackend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    // Charts are made of paths; a single pixel is never asked for.
    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        self.path(path, style.color(), false);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, corners: I, style: &S) -> Drawn {
        self.path(corners, style.color(), true);
        Ok(())
    }
}
