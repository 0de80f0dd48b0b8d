//! What the forms of marks mean. Only forms that are to be seen are explained.

use super::ViewContext;
use crate::charts::{Mark, MarkColour, MarkEnd};
use crate::locale::Sentence;

/// A form that ink can take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkStyle {
    /// A pointed end.
    AtLeast,
    /// A rounded end.
    About,
    /// A narrow outline that runs on.
    Range,
    /// Slanting lines.
    Planned,
    /// An outline and nothing in it.
    Inferred,
    /// Grey.
    Unknown,
}

impl MarkStyle {
    /// All forms, in the order of legends.
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

    fn key(self) -> Sentence {
        match self {
            MarkStyle::AtLeast => Sentence::LegendAtLeast,
            MarkStyle::About => Sentence::LegendAbout,
            MarkStyle::Range => Sentence::LegendRange,
            MarkStyle::Planned => Sentence::LegendPlanned,
            MarkStyle::Inferred => Sentence::LegendInferred,
            MarkStyle::Unknown => Sentence::LegendUnknown,
        }
    }

    /// Whether the mark has the form.
    pub(super) fn is_on(self, mark: &Mark) -> bool {
        let ends = |wanted: MarkEnd| mark.end == wanted || mark.planned.is_some_and(|(_, end)| end == wanted);
        match self {
            MarkStyle::AtLeast => ends(MarkEnd::AtLeast),
            MarkStyle::About => ends(MarkEnd::About),
            MarkStyle::Range => {
                let range = |end| matches!(end, MarkEnd::UpTo(_));
                range(mark.end) || mark.planned.is_some_and(|(_, end)| range(end))
            }
            MarkStyle::Planned => mark.planned.is_some(),
            MarkStyle::Inferred => mark.firm < mark.low,
            // An outline that may be more, or a point for words, is grey as well.
            MarkStyle::Unknown => {
                mark.colour == MarkColour::Unknown && (mark.end.upper(mark.low) > 0 || mark.end == MarkEnd::AtLeast)
            }
        }
    }
}

/// The forms that these marks have, with their meaning.
pub(super) fn legend(context: &ViewContext, marks: &[Mark]) -> Vec<(MarkStyle, String)> {
    let seen = MarkStyle::ALL.into_iter().filter(|form| marks.iter().any(|mark| form.is_on(mark)));
    seen.map(|form| explained(context, form)).collect()
}

/// A form with its meaning.
pub(super) fn explained(context: &ViewContext, form: MarkStyle) -> (MarkStyle, String) {
    (form, context.locale.say(form.key()))
}
