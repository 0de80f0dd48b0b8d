//! A plotters backend that draws on a canvas.
//!
//! The crate `plotters-canvas` does the same and more. But it writes colours with fractions, which pulls the standard
//! library's formatting of floating-point numbers into the WebAssembly: 5 KB that every visit to the report would load.
//! The dialogs, which load only when needed, use it for pictures.

use std::convert::Infallible;

use plotters_backend::{BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind};
use web_sys::CanvasRenderingContext2d;

/// A canvas and its size in pixels.
pub struct CanvasBackend {
    context: CanvasRenderingContext2d,
    size: (u32, u32),
}

/// Drawing on a canvas never fails.
type DrawResult = Result<(), DrawingErrorKind<Infallible>>;

impl CanvasBackend {
    /// A backend for a canvas of this many pixels.
    pub fn new(context: CanvasRenderingContext2d, width: u32, height: u32) -> Self {
        Self { context, size: (width, height) }
    }

    fn trace(&self, corners: impl IntoIterator<Item = BackendCoord>, offset: f64) {
        self.context.begin_path();
        for (index, (x, y)) in corners.into_iter().enumerate() {
            let (x, y) = (f64::from(x) + offset, f64::from(y) + offset);
            if index == 0 { self.context.move_to(x, y) } else { self.context.line_to(x, y) }
        }
    }

    /// Lines of an odd width run through the middle of pixels, which keeps them sharp.
    fn stroke<S: BackendStyle>(&self, corners: impl IntoIterator<Item = BackendCoord>, style: &S) {
        let width = style.stroke_width();
        self.context.set_stroke_style_str(&hexadecimal(style.color()));
        self.context.set_line_width(f64::from(width));
        self.trace(corners, if width % 2 == 1 { 0.5 } else { 0.0 });
        self.context.stroke();
    }
}

impl DrawingBackend for CanvasBackend {
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
        self.context.set_fill_style_str(&hexadecimal(colour));
        self.context.fill_rect(f64::from(x), f64::from(y), 1.0, 1.0);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> DrawResult {
        self.stroke(path, style);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, _: bool) -> DrawResult {
        self.stroke([from, (to.0, from.1), to, (from.0, to.1), from], style);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> DrawResult {
        self.context.set_fill_style_str(&hexadecimal(style.color()));
        self.trace(corners, 0.0);
        self.context.fill();
        Ok(())
    }
}

/// A colour as `#rrggbbaa`.
fn hexadecimal(colour: BackendColor) -> String {
    let (red, green, blue) = colour.rgb;
    let alpha = (colour.alpha * 255.0).round().clamp(0.0, 255.0) as u8;
    let mut text = String::from("#");
    for part in [red, green, blue, alpha] {
        for digit in [part >> 4, part & 15] {
            text.extend(char::from_digit(digit.into(), 16));
        }
    }
    text
}
