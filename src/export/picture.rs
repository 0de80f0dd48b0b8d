//! A chart as a picture that can be understood alone: title, filter, marks with labels and numbers, how to read it,
//! source, date and link.
//!
//! Invariants: a picture is plain data, so that SVG and PNG have the same words at the same positions. Its SVG escapes
//! every text and contains no script, no style sheet and no reference to other files, so it looks the same everywhere.

mod content;
mod layout;
mod legend_samples;
mod svg;
mod svg_backend;
mod text_width;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::prelude::DrawingBackend;

pub use content::{MarkLabels, PictureChart, PictureContent, PictureMatrixRow, picture_content};
pub use layout::picture;
pub use legend_samples::LegendSample;
pub(super) use legend_samples::mark_sample;
pub use svg::svg;
pub(super) use svg_backend::hexadecimal;
pub(super) use text_width::wrap;

use crate::charts::{Colour, MarkRect, Palette, Shapes};

/// The light colours of the screen, because the background of a picture is always white.
pub(super) const PALETTE: Palette = Palette {
    known: Colour(0x0b, 0x63, 0x94),
    unknown: Colour(0x8b, 0x96, 0xa0),
    grid_lines: Colour(0xe2, 0xe6, 0xea),
    outline: Colour(0x7a, 0x86, 0x91),
    planned: Colour(0x5b, 0x68, 0x75),
};

/// The typeface of all texts.
pub const FONT: &str = "system-ui, sans-serif";

/// A picture: everything in it with its position, in CSS pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// What it shows, for people who cannot see it.
    pub title: String,
    /// Its width.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// Lines of text begin at the right, and bars grow to the left.
    pub mirrored: bool,
    /// The shapes, drawn below the texts.
    pub drawings: Vec<Drawing>,
    /// The texts.
    pub texts: Vec<TextLine>,
}

/// A line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct TextLine {
    /// The words.
    pub text: String,
    /// The position of its anchor.
    pub x: f64,
    /// The position of its baseline.
    pub y: f64,
    /// How it looks.
    pub style: TextStyle,
    /// Which of its ends is at `x`.
    pub anchor: TextAnchor,
    /// It is rotated by 90 degrees and reads upwards.
    pub rotated: bool,
}

/// How a line of text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TextStyle {
    /// The font size in pixels.
    pub size: f64,
    /// Whether it is bold.
    pub bold: bool,
    /// Its colour.
    pub colour: Colour,
}

/// Which end of a line is at its position, in the direction in which the language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextAnchor {
    /// Where reading begins.
    Start,
    /// The middle.
    Middle,
    /// Where reading ends.
    End,
}

/// Shapes and their rectangles.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// The shapes.
    pub shapes: Shapes,
    /// A rectangle for each.
    pub rects: Vec<MarkRect>,
}

impl Picture {
    /// Draws everything except the texts, at `density` pixels for each pixel of the picture.
    ///
    /// # Errors
    /// The errors of the backend.
    pub fn draw<DB: DrawingBackend>(
        &self,
        area: &DrawingArea<DB, Shift>,
        density: f64,
    ) -> Result<(), DrawingAreaErrorKind<DB::ErrorType>> {
        for Drawing { shapes, rects } in &self.drawings {
            let rects: Vec<MarkRect> = rects.iter().map(|rect| scaled(rect, density)).collect();
            shapes.draw(area, &rects, &PALETTE, density, self.mirrored)?;
        }
        Ok(())
    }
}

fn scaled(rect: &MarkRect, factor: f64) -> MarkRect {
    MarkRect { x: rect.x * factor, y: rect.y * factor, width: rect.width * factor, height: rect.height * factor }
}
