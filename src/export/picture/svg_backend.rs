//! A plotters backend that writes SVG paths, which are all that charts need. It is a twentieth of the size of plotters'
//! own SVG backend.

use std::convert::Infallible;
use std::fmt::Write;

use plotters_backend::{BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind};

/// Adds paths to the text `svg`.
pub(super) struct SvgBackend<'a> {
    pub(super) svg: &'a mut String,
    pub(super) size: (u32, u32),
    /// What follows the points of the last path. Lines of the same colour become one path, because dashes are many.
    pub(super) last_line: String,
}

type DrawResult = Result<(), DrawingErrorKind<Infallible>>;

impl SvgBackend<'_> {
    fn path(&mut self, points: impl IntoIterator<Item = BackendCoord>, colour: BackendColor, stroke: Option<u32>) {
        let mut path_data = String::new();
        for (x, y) in points {
            let command = if path_data.is_empty() { 'M' } else { 'L' };
            // Writing into a text never fails.
            let _ = write!(path_data, "{command}{x} {y}");
        }
        let colour_code = hexadecimal(colour.rgb);
        let paint = match stroke {
            Some(width) => format!("fill=\"none\" stroke=\"{colour_code}\" stroke-width=\"{width}\""),
            None => format!("fill=\"{colour_code}\""),
        };
        let opacity = if colour.alpha < 1.0 { format!(" opacity=\"{:.2}\"", colour.alpha) } else { String::new() };
        let rest = format!("\" {paint}{opacity}/>\n");
        if stroke.is_some() && self.last_line == rest {
            self.svg.truncate(self.svg.len() - rest.len());
        } else {
            self.svg.push_str("<path d=\"");
        }
        self.svg.push_str(&path_data);
        self.svg.push_str(&rest);
        self.last_line = rest;
    }
}

impl DrawingBackend for SvgBackend<'_> {
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

    fn draw_pixel(&mut self, (x, y): BackendCoord, colour: BackendColor) -> DrawResult {
        self.path([(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)], colour, None);
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> DrawResult {
        self.path([from, to], style.color(), Some(style.stroke_width()));
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, style: &S, fill: bool) -> DrawResult {
        let corners = [a, (b.0, a.1), b, (a.0, b.1), a];
        self.path(corners, style.color(), (!fill).then(|| style.stroke_width()));
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> DrawResult {
        self.path(path, style.color(), Some(style.stroke_width()));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> DrawResult {
        self.path(corners, style.color(), None);
        Ok(())
    }
}

/// A colour as `#rrggbb`.
pub(in crate::export) fn hexadecimal((red, green, blue): (u8, u8, u8)) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}
