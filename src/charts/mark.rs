//! Charts as plain data, before they are drawn. Invariant: a chart has one mark per rectangle.

use super::Scale;

/// In which direction marks grow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Orientation {
    /// Bars, from the side at which lines of text begin.
    Bars,
    /// Columns, from the bottom.
    Columns,
}

/// What the colour of a mark means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkColour {
    /// A value that the data state.
    Known,
    /// What is not stated.
    Unknown,
    /// No goal was seen: the number is stated, and only the goal is not. So it is not grey but hollow.
    NoGoal,
}

/// The end of a mark, which shows what is known about its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkEnd {
    /// Straight: the number itself.
    Exact,
    /// Rounded: about.
    About,
    /// Pointed: at least.
    AtLeast,
    /// Straight, with a narrow outline that continues to the upper end of a range.
    UpTo(u64),
}

/// A bar or a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The number that is certain.
    pub low: u64,
    /// The part of it that is stated or declared. The rest is drawn as an outline: goals that are only inferred.
    pub firm: u64,
    /// Its end.
    pub end: MarkEnd,
    /// Its colour.
    pub colour: MarkColour,
    /// Whether it is outside the filter: drawn as a dashed outline.
    pub outside: bool,
    /// The plans, drawn hatched next to it: the number that is certain, and the end.
    pub planned: Option<(u64, MarkEnd)>,
}

impl Mark {
    /// The upper end of the mark or of its plans, whichever is larger.
    pub fn highest(&self) -> u64 {
        self.end.upper(self.low).max(self.planned.map_or(0, |(low, end)| end.upper(low)))
    }
}

impl MarkEnd {
    /// The upper end of a mark whose certain number is `low`.
    pub fn upper(self, low: u64) -> u64 {
        match self {
            MarkEnd::UpTo(high) => high.max(low),
            _ => low,
        }
    }
}

/// A chart of bars or columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// The direction of the marks.
    pub orientation: Orientation,
    /// The scale of the marks.
    pub scale: Scale,
    /// Whether the ticks of the scale are drawn as grid lines.
    pub grid_lines: bool,
    /// The marks.
    pub marks: Vec<Mark>,
}

impl Chart {
    /// Whether any mark has plans. Then every mark leaves space for them, because all marks must have the same breadth.
    pub fn has_plans(&self) -> bool {
        self.marks.iter().any(|mark| mark.planned.is_some())
    }
}
