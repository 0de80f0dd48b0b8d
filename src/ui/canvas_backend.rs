//! A canvas that plotters can draw on.
//!
//! The crate `plotters-canvas` does the same and more. It writes colours with fractions, which brings the standard
//! library's printing of floating-point numbers into the WebAssembly: 5 KB of every first view. The annex, which nobody
//! loads at once, uses it for pictures.

use plotters_backend::{BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind};
use web_sys::CanvasRenderingContext2d;

/// The ink of a canvas.
pub struct CanvasBackend {
    context: CanvasRenderingContext2d,
    size: (u32, u32),
}

/// Drawing on a canvas does not fail.
#[derive(Debug)]
pub enum Infallible {}

impl std::fmt::Display for Infallible {
    fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Infallible {}

type DrawResult = Result<(), DrawingErrorKind<Infallible>>;

impl CanvasBackend {
    /// The ink of a canvas of this many pixels.
    pub fn new(context: CanvasRenderingContext2d, width: u32, height: u32) -> Self {
        Self { context, size: (width, height) }
    }

    fn trace(&self, corners: impl IntoIterator<Item = BackendCoord>, half: f64) {
        self.context.begin_path();
        for (at, (x, y)) in corners.into_iter().enumerate() {
            let (x, y) = (f64::from(x) + half, f64::from(y) + half);
            if at == 0 { self.context.move_to(x, y) } else { self.context.line_to(x, y) }
        }
    }

    /// Lines lie on the middle of pixels when their width is odd, so that they are sharp.
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
