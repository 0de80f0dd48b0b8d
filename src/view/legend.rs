//! The legend: what the styles of marks mean. Only styles that are visible in the chart are explained.

use super::ViewContext;
use crate::charts::{Chart, Mark, MarkColour, MarkEnd, Scale};
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
    /// A grey outline without a fill.
    NoGoal,
    /// A gap.
    Beyond,
    /// A dashed outline.
    Outside,
    /// No form, but a sign in place of the number.
    NoNumber,
}

impl MarkStyle {
    /// All styles, in the order of legends.
    pub const ALL: [MarkStyle; 10] = [
        MarkStyle::AtLeast,
        MarkStyle::About,
        MarkStyle::Range,
        MarkStyle::Planned,
        MarkStyle::Inferred,
        MarkStyle::Unknown,
        MarkStyle::NoGoal,
        MarkStyle::Beyond,
        MarkStyle::Outside,
        MarkStyle::NoNumber,
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
            MarkStyle::NoGoal => "no-goal",
            MarkStyle::Beyond => "beyond",
            MarkStyle::NoNumber => "no-number",
            MarkStyle::Outside => "outside",
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
            MarkStyle::NoGoal => Sentence::UnknownGoal,
            MarkStyle::Beyond => Sentence::LegendBeyond,
            MarkStyle::NoNumber => Sentence::LegendNoNumber,
            MarkStyle::Outside => Sentence::LegendOutside,
        }
    }

    /// Whether a mark has this style.
    pub(super) fn applies_to(self, mark: &Mark, scale: &Scale) -> bool {
        let has_end = |expected: MarkEnd| mark.end == expected || mark.planned.is_some_and(|(_, end)| end == expected);
        // The outline of a range and the point for words alone are drawn too.
        let is_drawn = mark.end.upper(mark.low) > 0 || mark.end == MarkEnd::AtLeast;
        match self {
            MarkStyle::AtLeast => has_end(MarkEnd::AtLeast),
            MarkStyle::About => has_end(MarkEnd::About),
            MarkStyle::Range => {
                let range = |end| matches!(end, MarkEnd::UpTo(_));
                range(mark.end) || mark.planned.is_some_and(|(_, end)| range(end))
            }
            MarkStyle::Planned => mark.planned.is_some(),
            MarkStyle::Inferred => mark.firm < mark.low,
            MarkStyle::Unknown => mark.colour == MarkColour::Unknown && is_drawn,
            MarkStyle::NoGoal => mark.colour == MarkColour::NoGoal && is_drawn,
            MarkStyle::Beyond => scale.is_beyond(mark.highest()),
            // A mark does not tell whether its value has no number or no activity.
            MarkStyle::NoNumber => false,
            MarkStyle::Outside => mark.outside && (is_drawn || mark.planned.is_some()),
        }
    }
}

/// The styles that the marks of a chart have, each with its meaning.
pub(super) fn legend(context: &ViewContext, chart: &Chart) -> Vec<(MarkStyle, String)> {
    let is_used = |style: &MarkStyle| chart.marks.iter().any(|mark| style.applies_to(mark, &chart.scale));
    let used = MarkStyle::ALL.into_iter().filter(is_used);
    used.map(|style| with_meaning(context, style)).collect()
}

/// The styles of a mark as classes, after a first one.
pub fn mark_classes(first: &str, mark: &Mark, scale: &Scale) -> String {
    let mut classes = first.to_owned();
    for style in MarkStyle::ALL {
        if style.applies_to(mark, scale) {
            classes.push(' ');
            classes.push_str(style.code());
        }
    }
    classes
}

/// A style with its meaning.
pub(super) fn with_meaning(context: &ViewContext, style: MarkStyle) -> (MarkStyle, String) {
    (style, context.locale.say(style.sentence()))
}
