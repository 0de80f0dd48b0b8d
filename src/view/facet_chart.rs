//! The chart of a facet: for each value a row with its label and numbers, and the mark that is drawn for it.

use super::chart_titles::{heading, subtitle, title};
use super::legend::{MarkStyle, legend};
use super::sum_note::sum_note;
use super::{ChartBlock, ViewContext};
use crate::charts::{Chart, Mark, MarkColour, MarkEnd, Orientation, Scale};
use crate::link::encode;
use crate::locale::Sentence;
use crate::query::{Facet, FacetRow, FacetTotal, FacetValue, Measure, Qualifier, Selection, Tally};
use crate::sort::sorted;

/// A chart with its title, rows, legend and notes.
#[derive(Debug, Clone, PartialEq)]
pub struct FacetChart {
    /// Which block of the screen it is.
    pub block: ChartBlock,
    /// What the chart shows, with its measure: for files, which nothing else explains.
    pub title: String,
    /// The heading on the screen; without the measure if the switch of measures is there.
    pub heading: String,
    /// What distinguishes it from the other charts: that its own filter does not apply; or how much it rests on, if no
    /// headline says so.
    pub subtitle: String,
    /// One row per mark, in the same order as the marks of the chart.
    pub mark_texts: Vec<MarkTexts>,
    /// What is drawn.
    pub chart: Chart,
    /// No activity passes the other filters, so nothing is drawn.
    pub empty: bool,
    /// The mark styles of the chart, each with its meaning.
    pub legend: Vec<(MarkStyle, String)>,
    /// Why the marks add up to more than the total, if they do; or that the chart is empty.
    pub note: Option<String>,
}

/// The texts of one mark.
#[derive(Debug, Clone, PartialEq)]
pub struct MarkTexts {
    /// The value that pressing the mark filters by.
    pub value: FacetValue,
    /// The same as a link, which identifies the mark.
    pub pick: String,
    /// The name of the value.
    pub label: String,
    /// The number in words: "at least 5,210".
    pub number: String,
    /// The number in symbols, for narrow space: "≥ 5,210".
    pub short_number: String,
    /// How many activities it counts; empty if activities are the measure and so the number itself.
    pub activities: String,
    /// How many people are planned, in symbols; empty if there are none.
    pub planned: String,
    /// How many activities are only inferred; empty if there are none.
    pub inferred: String,
    /// The whole row in words, for screen readers.
    pub spoken: String,
    /// Whether no activity has the value.
    pub empty: bool,
    /// Whether the value is filtered by.
    pub selected: bool,
    /// The end of the mark as a share of the scale, from 0 to 1.
    pub share: f64,
}

impl FacetChart {
    /// Explains in the legend only the styles of the first `initial_rows` rows, those that are filtered by, and the
    /// unknown, and with `drop` removes the other rows.
    pub fn shorten(&mut self, initial_rows: usize, drop: bool) {
        let rows = self.mark_texts.iter().enumerate();
        let keep: Vec<bool> = rows.map(|(index, row)| index < initial_rows || row.stays()).collect();
        let Self { legend, chart, .. } = self;
        let is_used = |style: &MarkStyle| {
            chart.marks.iter().zip(&keep).any(|(mark, keep)| *keep && style.applies_to(mark, &chart.scale))
        };
        legend.retain(|(style, _)| is_used(style));
        if drop {
            let mut kept = keep.iter();
            self.mark_texts.retain(|_| kept.next().is_some_and(|keep| *keep));
            let mut kept = keep.iter();
            self.chart.marks.retain(|_| kept.next().is_some_and(|keep| *keep));
        }
    }
}

/// The rows that a chart does not show at first, gathered in one: those after the first `first_rows`, without those that
/// always stay. Its number is the distinct total of their values together, and no sum of their numbers. `None` if there
/// are none, or only one.
pub fn other_rows(context: &ViewContext, chart: &FacetChart, first_rows: usize) -> Option<MarkTexts> {
    let facet = chart.block.facet()?;
    let rows = chart.mark_texts.iter().skip(first_rows).filter(|row| !row.stays());
    let values: Vec<&FacetValue> = rows.map(|row| &row.value).collect();
    if values.len() < 2 {
        return None;
    }
    let FacetTotal { activities, reached, planned, .. } = context.totals.union(context.index, facet, &values)?;
    let row = FacetRow { value: FacetValue::Unknown, selected: false, activities, reached, planned, firm: None };
    let mut texts = mark_texts(context, facet, &row, &chart.chart.scale);
    texts.label = context.locale.fill(Sentence::Others, &[("n", &context.locale.number(values.len() as u64))]);
    texts.spoken = spoken_text(context, &texts.label, activities, &reached, &planned);
    Some(texts)
}

impl MarkTexts {
    /// Whether the row is always shown: it is filtered by, or the unknown.
    pub fn stays(&self) -> bool {
        self.selected || self.value == FacetValue::Unknown
    }
}

/// Bars for the values of a block's facet, the largest first, the unknown last. `None` for the matrix, which has two
/// facets.
pub fn bar_chart(context: &ViewContext, block: ChartBlock) -> Option<FacetChart> {
    let facet = block.facet()?;
    let sort_key = |row: &FacetRow| {
        (row.value != FacetValue::Unknown, measured_number(row, context.selection.measure), row.activities)
    };
    let rows: Vec<&FacetRow> = context.totals.facet(facet).iter().collect();
    let rows = sorted(&rows, &mut |a, b| sort_key(b).cmp(&sort_key(a)).then_with(|| a.value.cmp(&b.value)));
    Some(facet_chart(context, block, facet, &rows, Orientation::Bars))
}

/// A chart of these rows of a facet.
pub(super) fn facet_chart(
    context: &ViewContext,
    block: ChartBlock,
    facet: Facet,
    rows: &[&FacetRow],
    orientation: Orientation,
) -> FacetChart {
    let ViewContext { selection, locale, .. } = context;
    let measure = selection.measure;
    let filtered = selection.is_filtered(facet);
    let marks: Vec<Mark> = rows.iter().map(|row| mark(row, facet, measure, filtered)).collect();
    let numbers = marks.iter().map(Mark::highest);
    let grid_lines = orientation == Orientation::Columns;
    let scale =
        if grid_lines { Scale::with_outlier(numbers) } else { Scale::exactly(numbers.max().unwrap_or_default()) };
    let chart = Chart { orientation, scale, grid_lines, marks };
    let empty = rows.iter().all(|row| row.activities == 0);
    let note = if empty { Some(locale.say(Sentence::ChartEmpty)) } else { sum_note(context, facet) };
    FacetChart {
        block,
        title: title(context, block),
        heading: heading(context, block),
        subtitle: subtitle(context, block),
        mark_texts: rows.iter().map(|row| mark_texts(context, facet, row, &chart.scale)).collect(),
        legend: legend(context, &chart),
        chart,
        empty,
        note,
    }
}

/// The texts of a row.
pub(super) fn mark_texts(context: &ViewContext, facet: Facet, row: &FacetRow, scale: &Scale) -> MarkTexts {
    let ViewContext { data, locale, selection, .. } = context;
    let measure = selection.measure;
    let label = locale.value(data, facet, &row.value);
    let mut spoken = spoken_text(context, &label, row.activities, &row.reached, &row.planned);
    let inferred = row.firm.map_or(0, |(firm, _)| row.activities - firm) as u64;
    if inferred > 0 {
        let activities = locale.count(Sentence::Activities, inferred, &[]);
        spoken = locale.fill(Sentence::GoalInferred, &[("spoken", &spoken), ("activities", &activities)]);
    }
    let activities_number = locale.number(row.activities as u64);
    let planned = planned_tally(row, measure).map(|_| locale.tally_short(&row.planned));
    let (number, short, activities) = match measure {
        Measure::People => (locale.tally(&row.reached), locale.tally_short(&row.reached), activities_number),
        Measure::Activities => (activities_number.clone(), activities_number, String::new()),
    };
    MarkTexts {
        pick: encode(&Selection::with_value(facet, row.value.clone())),
        value: row.value.clone(),
        label,
        number,
        short_number: short,
        activities,
        planned: planned.unwrap_or_default(),
        inferred: if inferred > 0 { locale.number(inferred) } else { String::new() },
        spoken,
        empty: row.activities == 0,
        selected: row.selected,
        share: scale.share(highest(row, measure)),
    }
}

/// A mark in words, for screen readers: its value, its number by the chosen measure, and the number planned.
pub(super) fn spoken_text(
    context: &ViewContext,
    label: &str,
    activities: usize,
    people: &Tally,
    planned: &Tally,
) -> String {
    let locale = context.locale;
    let (activities, number) = (locale.count(Sentence::Activities, activities as u64, &[]), locale.tally(people));
    let gaps = [("value", label), ("people", &number), ("activities", &activities)];
    if context.selection.measure == Measure::Activities {
        return locale.fill(Sentence::MarkSpokenActivities, &gaps);
    }
    let text = match people.qualifier {
        Qualifier::None => locale.fill(Sentence::MarkSpokenNoNumber, &gaps),
        Qualifier::AtLeast if people.counted == 0 => locale.fill(Sentence::MarkSpokenMagnitudeOnly, &gaps),
        _ => locale.fill(Sentence::MarkSpoken, &gaps),
    };
    if planned.qualifier == Qualifier::None {
        return text;
    }
    locale.fill(Sentence::MarkPlanned, &[("spoken", &text), ("number", &locale.tally(planned))])
}

fn mark(row: &FacetRow, facet: Facet, measure: Measure, filtered: bool) -> Mark {
    let low = measured_number(row, measure);
    let firm = match (row.firm, measure) {
        (Some((activities, _)), Measure::Activities) => activities as u64,
        (Some((_, people)), Measure::People) => people.low,
        (None, _) => low,
    };
    let colour = match (facet, &row.value) {
        (Facet::Goal, FacetValue::Unknown) => MarkColour::NoGoal,
        (_, FacetValue::Unknown) => MarkColour::Unknown,
        _ => MarkColour::Known,
    };
    let end = if measure == Measure::People { mark_end(&row.reached) } else { MarkEnd::Exact };
    let planned = planned_tally(row, measure).map(|tally| (tally.low, mark_end(tally)));
    Mark { low, firm, end, colour, outside: filtered && !row.selected, planned }
}

/// The people planned in a row; `None` if there are none or people are not the measure.
fn planned_tally(row: &FacetRow, measure: Measure) -> Option<&Tally> {
    Some(&row.planned).filter(|tally| measure == Measure::People && tally.qualifier != Qualifier::None)
}

fn mark_end(tally: &Tally) -> MarkEnd {
    match (tally.qualifier, tally.high) {
        (Qualifier::AtLeast, _) => MarkEnd::AtLeast,
        (Qualifier::About, _) => MarkEnd::About,
        (Qualifier::Range, Some(high)) => MarkEnd::UpTo(high),
        _ => MarkEnd::Exact,
    }
}

/// The number by which rows are sorted and which sets the length of the mark.
fn measured_number(row: &FacetRow, measure: Measure) -> u64 {
    match measure {
        Measure::People => row.reached.low,
        Measure::Activities => row.activities as u64,
    }
}

/// The upper end of the mark or of its plans, whichever is larger.
fn highest(row: &FacetRow, measure: Measure) -> u64 {
    let upper = |tally: &Tally| tally.high.unwrap_or(tally.low);
    match measure {
        Measure::People => upper(&row.reached).max(planned_tally(row, measure).map_or(0, upper)),
        Measure::Activities => row.activities as u64,
    }
}
