//! Colours. Invariant: none is a constant here. On the screen they come from the computed CSS, because themes must apply
//! to the canvas too.

use plotters::style::RGBColor;

/// A colour, as red, green and blue from 0 to 255.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

/// The colours of a drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// Values that the data state.
    pub known: Colour,
    /// What is not stated.
    pub unknown: Colour,
    /// Plans.
    pub planned: Colour,
    /// Grid lines.
    pub grid_lines: Colour,
    /// The base line of marks, and outlines.
    pub outline: Colour,
}

impl Colour {
    /// Reads a colour from the computed style of a browser: `rgb(1, 2, 3)` or `rgba(1, 2, 3, 0.5)`, whose opacity is
    /// ignored.
    pub fn read(text: &str) -> Option<Self> {
        let inside = text.trim().strip_prefix("rgb")?.trim_start_matches('a').strip_prefix('(')?;
        let mut numbers = inside.split([',', ' ', '/', ')']).filter(|part| !part.is_empty());
        let mut next_component = || numbers.next()?.split('.').next()?.parse::<u8>().ok();
        Some(Self(next_component()?, next_component()?, next_component()?))
    }

    pub(super) fn rgb(self) -> RGBColor {
        RGBColor(self.0, self.1, self.2)
    }
}
