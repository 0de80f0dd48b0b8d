//! A chart as a picture that stands by itself: title, filter, marks with labels and numbers, how to read it, source, date
//! and link.
//!
//! Invariants: a picture is plain data, so that every form of it holds the same words at the same places. Its SVG escapes
//! every text and holds no script, no style sheet and no reference to anything outside of it, so that it looks the same
//! everywhere.

mod content;
mod layout;
mod legend_samples;
mod svg;
mod svg_backend;
mod text_width;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::prelude::DrawingBackend;

pub use content::{GridRow, PictureChart, PictureContent, Row, picture_content};
pub use layout::picture;
pub use legend_samples::LegendSample;
pub(super) use legend_samples::of_mark;
pub use svg::svg;
pub(super) use svg_backend::hexadecimal;
pub(super) use text_width::wrap;

use crate::charts::{Colour, Palette, Shapes, Slot};

/// The light colours of the screen: a picture has a page of its own, which is white.
pub(super) const PALETTE: Palette = Palette {
    stated: Colour(0x0b, 0x63, 0x94),
    unknown: Colour(0x8b, 0x96, 0xa0),
    grid: Colour(0xe2, 0xe6, 0xea),
    outline: Colour(0x7a, 0x86, 0x91),
    planned: Colour(0x5b, 0x68, 0x75),
};

/// The typeface of all texts.
pub const FONT: &str = "system-ui, sans-serif";

/// A picture: everything in it and where it stands, in pixels of a plain screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// What it shows, for who cannot see it.
    pub title: String,
    /// Its width.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// Lines of text begin at the right.
    pub mirrored: bool,
    /// What is drawn, under the texts.
    pub drawings: Vec<Drawing>,
    /// The texts.
    pub texts: Vec<TextLine>,
}

/// A line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct TextLine {
    /// The words.
    pub text: String,
    /// Where it is anchored.
    pub x: f64,
    /// Where its letters stand.
    pub y: f64,
    /// How it looks.
    pub style: TextStyle,
    /// Which of its ends is at `x`.
    pub anchor: TextAnchor,
    /// It runs upwards.
    pub turned: bool,
}

/// How a line of text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TextStyle {
    /// How large its letters are.
    pub size: f64,
    /// Whether they are bold.
    pub bold: bool,
    /// In which colour they are.
    pub colour: Colour,
}

/// Which end of a line is at its place, in the direction in which the language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextAnchor {
    /// Where reading begins.
    Start,
    /// The middle.
    Middle,
    /// Where reading ends.
    End,
}

/// Shapes and where they go.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// The shapes.
    pub shapes: Shapes,
    /// A place for each.
    pub slots: Vec<Slot>,
}

impl Picture {
    /// Draws everything but the texts, at so many pixels for each of the picture.
    ///
    /// # Errors
    /// What the backend gives.
    pub fn draw<DB: DrawingBackend>(
        &self,
        area: &DrawingArea<DB, Shift>,
        density: f64,
    ) -> Result<(), DrawingAreaErrorKind<DB::ErrorType>> {
        for Drawing { shapes, slots } in &self.drawings {
            let slots: Vec<Slot> = slots.iter().map(|slot| scaled(slot, density)).collect();
            shapes.draw(area, &slots, &PALETTE, density, self.mirrored)?;
        }
        Ok(())
    }
}

fn scaled(slot: &Slot, by: f64) -> Slot {
    Slot { x: slot.x * by, y: slot.y * by, width: slot.width * by, height: slot.height * by }
}
