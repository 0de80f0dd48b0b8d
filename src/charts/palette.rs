//! Colours. Invariant: only the official colours of the goals are constants; all others come from the computed CSS,
//! because themes must apply to the canvas too.

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

/// The colours of the 17 goals, as the United Nations publish them.
const GOALS: [Colour; 17] = [
    Colour(0xE5, 0x24, 0x3B),
    Colour(0xDD, 0xA6, 0x3A),
    Colour(0x4C, 0x9F, 0x38),
    Colour(0xC5, 0x19, 0x2D),
    Colour(0xFF, 0x3A, 0x21),
    Colour(0x26, 0xBD, 0xE2),
    Colour(0xFC, 0xC3, 0x0B),
    Colour(0xA2, 0x19, 0x42),
    Colour(0xFD, 0x69, 0x25),
    Colour(0xDD, 0x13, 0x67),
    Colour(0xFD, 0x9D, 0x24),
    Colour(0xBF, 0x8B, 0x2E),
    Colour(0x3F, 0x7E, 0x44),
    Colour(0x0A, 0x97, 0xD9),
    Colour(0x56, 0xC0, 0x2B),
    Colour(0x00, 0x68, 0x9D),
    Colour(0x19, 0x48, 0x6A),
];

impl Colour {
    /// Reads a colour from the computed style of a browser: `rgb(1, 2, 3)` or `rgba(1, 2, 3, 0.5)`, whose opacity is
    /// ignored.
    pub fn read(text: &str) -> Option<Self> {
        let inside = text.trim().strip_prefix("rgb")?.trim_start_matches('a').strip_prefix('(')?;
        let mut numbers = inside.split([',', ' ', '/', ')']).filter(|part| !part.is_empty());
        let mut next_component = || numbers.next()?.split('.').next()?.parse::<u8>().ok();
        Some(Self(next_component()?, next_component()?, next_component()?))
    }

    /// The official colour of a goal; `None` if the number is not 1 to 17.
    pub fn of_goal(number: u8) -> Option<Self> {
        GOALS.get(usize::from(number).checked_sub(1)?).copied()
    }

    pub(super) fn rgb(self) -> RGBColor {
        RGBColor(self.0, self.1, self.2)
    }
}
