//! What is to be drawn, as plain data.

use super::Scale;

/// In which direction marks grow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Orientation {
    /// Bars, from the side where lines of text begin.
    Bars,
    /// Columns, from the bottom.
    Columns,
}

/// What the colour of a mark stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkColour {
    /// A value that the data state.
    Stated,
    /// What is not stated.
    Unknown,
    /// A goal, by its number, in its official colour.
    Goal(u8),
}

/// How a mark ends, which says what is known of its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkEnd {
    /// Straight: the number itself.
    Exact,
    /// Rounded: about.
    About,
    /// Pointed: at least.
    AtLeast,
    /// Straight, with a narrow outline that runs on to the upper end.
    UpTo(u64),
}

/// A bar or a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The number that is certain.
    pub low: u64,
    /// How much of it is firm. The rest is drawn as an outline: goals that are inferred, not stated.
    pub firm: u64,
    /// How it ends.
    pub end: MarkEnd,
    /// What its colour stands for.
    pub colour: MarkColour,
    /// Drawn back, because others are chosen.
    pub faded: bool,
    /// Plans, hatched beside it: the number that is certain, and how it ends.
    pub planned: Option<(u64, MarkEnd)>,
}

impl MarkEnd {
    /// The number up to which a mark of this length reaches.
    pub fn upper(self, low: u64) -> u64 {
        match self {
            MarkEnd::UpTo(high) => high.max(low),
            _ => low,
        }
    }
}

/// A drawing: one mark per slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// The direction of the marks.
    pub orientation: Orientation,
    /// What they are measured by.
    pub scale: Scale,
    /// Whether the ticks of the scale are drawn as grid lines.
    pub grid: bool,
    /// The marks.
    pub marks: Vec<Mark>,
}
