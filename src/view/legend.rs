//! What the forms of marks mean. Only forms that are to be seen are explained.

use super::Scene;
use crate::charts::{Mark, MarkColour, MarkEnd};
use crate::locale::Key;

/// A form that ink can take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
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

impl Form {
    /// All forms, in the order of legends.
    pub const ALL: [Form; 6] = [Form::AtLeast, Form::About, Form::Range, Form::Planned, Form::Inferred, Form::Unknown];

    /// A stable word for style sheets.
    pub fn code(self) -> &'static str {
        match self {
            Form::AtLeast => "at-least",
            Form::About => "about",
            Form::Range => "range",
            Form::Planned => "planned",
            Form::Inferred => "inferred",
            Form::Unknown => "unknown",
        }
    }

    fn key(self) -> Key {
        match self {
            Form::AtLeast => Key::LegendAtLeast,
            Form::About => Key::LegendAbout,
            Form::Range => Key::LegendRange,
            Form::Planned => Key::LegendPlanned,
            Form::Inferred => Key::LegendInferred,
            Form::Unknown => Key::LegendUnknown,
        }
    }

    /// Whether the mark has the form.
    pub(super) fn is_on(self, mark: &Mark) -> bool {
        let ends = |wanted: MarkEnd| mark.end == wanted || mark.planned.is_some_and(|(_, end)| end == wanted);
        match self {
            Form::AtLeast => ends(MarkEnd::AtLeast),
            Form::About => ends(MarkEnd::About),
            Form::Range => {
                let range = |end| matches!(end, MarkEnd::UpTo(_));
                range(mark.end) || mark.planned.is_some_and(|(_, end)| range(end))
            }
            Form::Planned => mark.planned.is_some(),
            Form::Inferred => mark.firm < mark.low,
            // An outline that may be more, or a point for words, is grey as well.
            Form::Unknown => {
                mark.colour == MarkColour::Unknown && (mark.end.upper(mark.low) > 0 || mark.end == MarkEnd::AtLeast)
            }
        }
    }
}

/// The forms that these marks have, with their meaning.
pub(super) fn legend(scene: &Scene, marks: &[Mark]) -> Vec<(Form, String)> {
    let seen = Form::ALL.into_iter().filter(|form| marks.iter().any(|mark| form.is_on(mark)));
    seen.map(|form| explained(scene, form)).collect()
}

/// A form with its meaning.
pub(super) fn explained(scene: &Scene, form: Form) -> (Form, String) {
    (form, scene.locale.say(form.key()))
}
