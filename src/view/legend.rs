//! The legend: what the styles of marks mean. Only styles that are visible in the chart are explained.

use super::ViewContext;
use crate::charts::{Mark, MarkColour, MarkEnd};
use crate::locale::Sentence;

/// The visible form of a mark, which says how certain its number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkStyle {
    /// A pointed end.
    AtLeast,
    /// A rounded end.
    About,
    /// A narrow outline that continues beyond the bar.
    Range,
    /// Slanting lines.
    Planned,
    /// An outline without a fill.
    Inferred,
    /// Grey.
    Unknown,
}

impl MarkStyle {
    /// All styles, in the order of legends.
    pub const ALL: [MarkStyle; 6] = [
        MarkStyle::AtLeast,
        MarkStyle::About,
        MarkStyle::Range,
        MarkStyle::Planned,
        MarkStyle::Inferred,
        MarkStyle::Unknown,
    ];

    /// A stable word for style sheets.
    pub fn code(self) -> &'static str {
        match self {
            MarkStyle::AtLeast => "at-least",
            MarkStyle::About => "about",
            MarkStyle::Range => "range",
            MarkStyle::Planned => "planned",
            MarkStyle::Inferred => "inferred",
            MarkStyle::Unknown => "unknown",
        }
    }

    fn sentence(self) -> Sentence {
        match self {
            MarkStyle::AtLeast => Sentence::LegendAtLeast,
            MarkStyle::About => Sentence::LegendAbout,
            MarkStyle::Range => Sentence::LegendRange,
            MarkStyle::Planned => Sentence::LegendPlanned,
            MarkStyle::Inferred => Sentence::LegendInferred,
            MarkStyle::Unknown => Sentence::LegendUnknown,
        }
    }

    /// Whether a mark has this style.
    pub(super) fn applies_to(self, mark: &Mark) -> bool {
        let has_end = |expected: MarkEnd| mark.end == expected || mark.planned.is_some_and(|(_, end)| end == expected);
        match self {
            MarkStyle::AtLeast => has_end(MarkEnd::AtLeast),
            MarkStyle::About => has_end(MarkEnd::About),
            MarkStyle::Range => {
                let range = |end| matches!(end, MarkEnd::UpTo(_));
                range(mark.end) || mark.planned.is_some_and(|(_, end)| range(end))
            }
            MarkStyle::Planned => mark.planned.is_some(),
            MarkStyle::Inferred => mark.firm < mark.low,
            // The outline of a range and the point for words alone are grey too.
            MarkStyle::Unknown => {
                mark.colour == MarkColour::Unknown && (mark.end.upper(mark.low) > 0 || mark.end == MarkEnd::AtLeast)
            }
        }
    }
}

/// The styles that these marks have, each with its meaning.
pub(super) fn legend(context: &ViewContext, marks: &[Mark]) -> Vec<(MarkStyle, String)> {
    let used = MarkStyle::ALL.into_iter().filter(|style| marks.iter().any(|mark| style.applies_to(mark)));
    used.map(|style| with_meaning(context, style)).collect()
}

/// A style with its meaning.
pub(super) fn with_meaning(context: &ViewContext, style: MarkStyle) -> (MarkStyle, String) {
    (style, context.locale.say(style.sentence()))
}
