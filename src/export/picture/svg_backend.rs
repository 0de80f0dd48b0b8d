//! A plotters backend that writes SVG paths: all that charts need, in a twentieth of what plotters' own brings.

use std::convert::Infallible;
use std::fmt::Write;

use plotters_backend::{BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind};

/// Paths in a text that grows.
pub(super) struct Paths<'a> {
    pub(super) svg: &'a mut String,
    pub(super) size: (u32, u32),
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl Paths<'_> {
    fn path(&mut self, points: impl IntoIterator<Item = BackendCoord>, colour: BackendColor, stroke: Option<u32>) {
        let mut shape = String::new();
        for (x, y) in points {
            let command = if shape.is_empty() { 'M' } else { 'L' };
            // Writing into a text never fails.
            let _ = write!(shape, "{command}{x} {y}");
        }
        let ink = hexadecimal(colour.rgb);
        let ink = match stroke {
            Some(width) => format!("fill=\"none\" stroke=\"{ink}\" stroke-width=\"{width}\""),
            None => format!("fill=\"{ink}\""),
        };
        let opacity = if colour.alpha < 1.0 { format!(" opacity=\"{:.2}\"", colour.alpha) } else { String::new() };
        let _ = writeln!(self.svg, "<path d=\"{shape}\" {ink}{opacity}/>");
    }
}

impl DrawingBackend for Paths<'_> {
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

    fn draw_pixel(&mut self, (x, y): BackendCoord, colour: BackendColor) -> Drawn {
        self.path([(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)], colour, None);
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.path([from, to], style.color(), Some(style.stroke_width()));
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, style: &S, fill: bool) -> Drawn {
        let corners = [a, (b.0, a.1), b, (a.0, b.1), a];
        self.path(corners, style.color(), (!fill).then(|| style.stroke_width()));
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        self.path(path, style.color(), Some(style.stroke_width()));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, corners: I, style: &S) -> Drawn {
        self.path(corners, style.color(), None);
        Ok(())
    }
}

/// A colour as `#rrggbb`.
pub(in crate::export) fn hexadecimal((red, green, blue): (u8, u8, u8)) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}
