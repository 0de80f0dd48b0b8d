//! Marks and cells as custom properties of CSS, from which the style sheet draws them on paper (`print-marks.css`): a
//! canvas is drawn for the layout of the screen, and paper has another. Invariant: every length is a share of the
//! rectangle of the mark, so nothing is measured.

use super::heatmap::SHADES;
use super::{Chart, HeatmapCell, Mark, MarkColour, MarkEnd};

impl Chart {
    /// A mark without its plans; `--at` is where the longer of the two ends.
    pub fn mark_properties(&self, mark: &Mark) -> String {
        let form = match mark.colour {
            _ if mark.end.upper(mark.low) == 0 && !mark.is_only_words() => "none",
            _ if mark.outside => "var(--dashes)",
            MarkColour::Known => "var(--accent)",
            MarkColour::Unknown => "var(--unknown)",
            MarkColour::NoGoal => "var(--edge)",
        };
        let part = self.part_properties(mark.low, mark.filled(), mark.end, form);
        format!("--at:{};{part}", percent(self.scale.share(mark.highest())))
    }

    /// The plans of a mark. They are hatched, so nothing of them is filled.
    pub fn plan_properties(&self, mark: &Mark) -> Option<String> {
        let form = if mark.outside { "var(--dashes)" } else { "var(--muted)" };
        mark.planned.map(|(low, end)| self.part_properties(low, 0, end, form))
    }

    /// A part from 0 to `low`, filled up to `filled`: `--point` is how long its pointed or rounded end is. Its outline has
    /// three corners between the long side and the middle of its end: where the end begins, `--bend` of the point before
    /// `low` and `--shoulder` inward, at `--upper` and `--tip` inward.
    fn part_properties(&self, low: u64, filled: u64, end: MarkEnd, form: &str) -> String {
        let corners = match end {
            MarkEnd::Exact => "0px;--shoulder:0%;--tip:0%",
            MarkEnd::AtLeast => "6px;--bend:.76;--shoulder:12%;--tip:50%",
            MarkEnd::About => "6px;--bend:.3;--shoulder:12%;--tip:50%",
            MarkEnd::UpTo(_) => "0px;--shoulder:28%;--tip:28%",
        };
        let length = |number: u64| match number {
            0 => "0px".to_owned(),
            // A mark is always visible.
            _ => format!("max(1px,{})", percent(self.scale.share(number))),
        };
        // People were reached, but pages give only words: a point at the base.
        let low_length = if low == 0 && end == MarkEnd::AtLeast { "4px".to_owned() } else { length(low) };
        let upper = if end.upper(low) > low { length(end.upper(low)) } else { low_length.clone() };
        let filled = length(filled);
        format!("--form:{form};--low:{low_length};--upper:{upper};--filled:{filled};--point:{corners}")
    }
}

impl Mark {
    /// Whether a part of the mark is an outline.
    pub fn is_hollow(&self) -> bool {
        self.filled() < self.end.upper(self.low) || self.is_only_words()
    }

    /// People were reached, but pages give only words.
    fn is_only_words(&self) -> bool {
        self.low == 0 && self.end == MarkEnd::AtLeast
    }

    /// The part of its number that is filled.
    fn filled(&self) -> u64 {
        if self.outside || self.colour == MarkColour::NoGoal { 0 } else { self.firm.min(self.low) }
    }
}

impl HeatmapCell {
    /// The cell as properties.
    pub fn properties(&self) -> String {
        let line = match self {
            Self { outside: true, .. } => "dashed var(--edge)",
            Self { shade: 1.., .. } => "none",
            Self { planned: true, .. } => "solid var(--muted)",
            Self { at_least: true, .. } => "solid var(--edge)",
            _ => "solid var(--hairline)",
        };
        let shade = usize::from(self.shade).checked_sub(1).and_then(|index| SHADES.get(index));
        let shade = percent(shade.copied().filter(|_| !self.outside).unwrap_or_default());
        let hatch = if self.planned { ";--hatch:var(--muted)" } else { "" };
        let cut = if self.at_least { ";--cut:.5em" } else { "" };
        format!("--line:1px {line};--shade:{shade}{hatch}{cut}")
    }
}

/// A share of the whole as CSS, without the code for printing fractions.
fn percent(share: f64) -> String {
    let hundredths = (share * 10_000.0).round() as u32;
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}
