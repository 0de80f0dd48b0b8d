//! Marks as custom properties of CSS, from which the style sheet draws them on paper (`print-marks.css`): a canvas is drawn for
//! the layout of the screen, and paper has another. Invariant: every length is a share of the rectangle of the mark, so
//! nothing is measured.

use super::{Chart, Mark, MarkEnd};

impl Chart {
    /// The lengths of a mark: `--at`, where its number stands; in hundredths of a percent its certain number, the part of
    /// it that is stated or declared, and the end of its range.
    pub fn mark_properties(&self, mark: &Mark) -> String {
        let numbers = [mark.highest(), mark.low, mark.firm.min(mark.low), mark.end.upper(mark.low)];
        let [at, low, firm, upper] = numbers.map(|number| (self.scale.share(number) * 10_000.0).ceil() as u32);
        // People were reached, but pages give only words: a point at the base.
        let words = if mark.end == MarkEnd::AtLeast { 200 } else { 0 };
        let (low, upper) = if mark.low == 0 { (words, upper.max(words)) } else { (low, upper) };
        format!("--at:{}.{:02}%;--low:{low};--firm:{firm};--upper:{upper}", at / 100, at % 100)
    }
}

impl Mark {
    /// The plans as a mark of their own.
    pub fn plans(&self) -> Option<Self> {
        self.planned.map(|(low, end)| Self { low, firm: 0, end, planned: None, ..*self })
    }
}
