//! Rows of a chart: a label, a number, and the mark that draws it.

use super::legend::{MarkStyle, legend};
use super::sum_note::sum_note;
use super::{ChartBlock, ViewContext};
use crate::charts::{Chart, Mark, MarkColour, MarkEnd, Orientation, Scale};
use crate::link::encode;
use crate::locale::Sentence;
use crate::query::{Facet, FacetRow, FacetValue, Measure, Qualifier, Selection, Tally};
use crate::sort::sorted;

/// A chart with the words around it.
#[derive(Debug, Clone, PartialEq)]
pub struct FacetChart {
    /// Which block of the screen it is.
    pub block: ChartBlock,
    /// What the chart shows.
    pub title: String,
    /// How many activities it rests on.
    pub subtitle: String,
    /// One row per mark, in the same order as the marks of the chart.
    pub rows: Vec<ChartRow>,
    /// What is drawn.
    pub chart: Chart,
    /// There is nothing to draw: no activity passes the other filters.
    pub empty: bool,
    /// How many rows there are when nothing is filtered, so that the page can keep room for them.
    pub room: usize,
    /// What the forms of the marks mean; only those that are seen.
    pub legend: Vec<(MarkStyle, String)>,
    /// Why the marks add up to more than the total, where they do; or that there is nothing to see.
    pub note: Option<String>,
}

/// One mark and its words.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartRow {
    /// The value that pressing the mark filters by.
    pub value: FacetValue,
    /// The same as a link, for telling marks apart.
    pub pick: String,
    /// Its name.
    pub label: String,
    /// The number in words: "at least 5,210".
    pub number: String,
    /// The number in signs, where there is little room: "≥ 5,210".
    pub short: String,
    /// How many activities it rests on; empty where that is the number itself.
    pub activities: String,
    /// How many people are planned beside it, and how many activities are only inferred; empty where none are.
    pub beside: String,
    /// All of it in words.
    pub spoken: String,
    /// Whether it is filtered by.
    pub selected: bool,
    /// Where the mark ends, as a share of the scale from 0 to 1.
    pub share: f64,
}

impl ChartRow {
    /// How many characters stand at the mark.
    pub fn length(&self) -> usize {
        let parts = [&self.number, &self.activities, &self.beside].map(|part| part.chars().count());
        parts.iter().sum::<usize>() + 3 * parts.iter().filter(|part| **part > 0).count()
    }
}

impl FacetChart {
    /// How many characters stand at the mark that has most.
    pub fn longest(&self) -> usize {
        self.rows.iter().map(ChartRow::length).max().unwrap_or_default()
    }

    /// Keeps the first rows, those that are filtered by, and what is not stated; and explains only what is left.
    pub fn shorten(&mut self, first: usize) {
        let stays = |(at, row): (usize, &ChartRow)| at < first || row.selected || row.value == FacetValue::Unknown;
        let keep: Vec<bool> = self.rows.iter().enumerate().map(stays).collect();
        let mut kept = keep.iter();
        self.rows.retain(|_| kept.next().is_some_and(|keep| *keep));
        let mut kept = keep.iter();
        self.chart.marks.retain(|_| kept.next().is_some_and(|keep| *keep));
        let Self { legend, chart, .. } = self;
        legend.retain(|(form, _)| chart.marks.iter().any(|mark| form.is_on(mark)));
    }
}

/// Bars for the values of a block's facet, the largest first, the unknown last. `None` for the block that has two facets.
pub fn bar_chart(context: &ViewContext, block: ChartBlock) -> Option<FacetChart> {
    let facet = block.facet()?;
    let size =
        |row: &FacetRow| (row.value != FacetValue::Unknown, measured(row, context.selection.measure), row.activities);
    let rows: Vec<&FacetRow> = context.totals.facet(facet).iter().collect();
    let rows = sorted(&rows, &mut |a, b| size(b).cmp(&size(a)).then_with(|| a.value.cmp(&b.value)));
    Some(facet_chart(context, block, facet, &rows, Orientation::Bars))
}

/// A chart of these rows.
pub(super) fn facet_chart(
    context: &ViewContext,
    block: ChartBlock,
    facet: Facet,
    rows: &[&FacetRow],
    orientation: Orientation,
) -> FacetChart {
    let ViewContext { selection, locale, index, totals, .. } = context;
    let measure = selection.measure;
    let largest = rows.iter().map(|row| highest(row, measure)).max().unwrap_or_default();
    let grid = orientation == Orientation::Columns;
    let scale = if grid { Scale::up_to(largest) } else { Scale::exactly(largest) };
    let filtered = selection.is_filtered(facet);
    let chart_marks: Vec<Mark> = rows.iter().map(|row| mark(row, facet, measure, filtered)).collect();
    let empty = rows.iter().all(|row| row.activities == 0);
    let note = if empty { Some(locale.say(Sentence::ChartEmpty)) } else { sum_note(context, facet) };
    let facet_total = totals.facet_total(facet).map(|facet_total| (facet_total.activities, facet_total.people.counted));
    FacetChart {
        block,
        title: title(context, block),
        subtitle: rests_on(context, facet_total.unwrap_or_default()),
        rows: rows.iter().map(|row| words(context, facet, row, &scale)).collect(),
        legend: legend(context, &chart_marks),
        chart: Chart { orientation, scale, grid, marks: chart_marks },
        empty,
        room: index.values_by(facet, selection.basis).count() + 1,
        note,
    }
}

/// What a block shows, by the reader's measure.
pub(super) fn title(context: &ViewContext, block: ChartBlock) -> String {
    let locale = context.locale;
    let by = match block {
        ChartBlock::Year => Sentence::ByYear,
        ChartBlock::Country => Sentence::ByCountry,
        ChartBlock::Goal => Sentence::ByGoal,
        ChartBlock::Matrix => Sentence::ByCountryAndYear,
        ChartBlock::Kind => Sentence::ByKind,
        ChartBlock::Audience => Sentence::ByAudience,
        ChartBlock::Donor => Sentence::ByDonor,
    };
    let measure = match context.selection.measure {
        Measure::People => Sentence::TitlePeople,
        Measure::Activities => Sentence::TitleActivities,
    };
    locale.fill(Sentence::BlockTitle, &[("measure", &locale.say(measure)), ("by", &locale.say(by))])
}

/// How many activities a block rests on, and how many of them give a number.
pub(super) fn rests_on(context: &ViewContext, (activities, counted): (usize, usize)) -> String {
    let locale = context.locale;
    let key = match context.selection.measure {
        Measure::People => Sentence::RestsOnCounts,
        Measure::Activities => Sentence::RestsOn,
    };
    locale.count(key, activities as u64, &[("counted", &locale.number(counted as u64))])
}

/// The words of a row.
pub(super) fn words(context: &ViewContext, facet: Facet, row: &FacetRow, scale: &Scale) -> ChartRow {
    let ViewContext { data, locale, selection, .. } = context;
    let measure = selection.measure;
    let label = locale.value(data, facet, &row.value);
    let mut spoken = spoken(context, &label, row.activities, &row.people, &row.planned);
    let inferred = row.firm.map_or(0, |(firm, _)| row.activities - firm) as u64;
    if inferred > 0 {
        let activities = locale.count(Sentence::Activities, inferred, &[]);
        spoken = locale.fill(Sentence::GoalInferred, &[("spoken", &spoken), ("activities", &activities)]);
    }
    let many = locale.number(row.activities as u64);
    let planned = planned(row, measure).map(|_| locale.tally_short(&row.planned));
    let planned = planned.map(|number| locale.fill(Sentence::PlannedLine, &[("number", &number)]));
    let inferred = (inferred > 0).then(|| locale.fill(Sentence::InferredLine, &[("number", &locale.number(inferred))]));
    let beside: Vec<String> = planned.into_iter().chain(inferred).collect();
    let (number, short, activities) = match measure {
        Measure::People => (locale.tally(&row.people), locale.tally_short(&row.people), many),
        Measure::Activities => (many.clone(), many, String::new()),
    };
    ChartRow {
        pick: encode(&Selection::with_value(facet, row.value.clone())),
        value: row.value.clone(),
        label,
        number,
        short,
        activities,
        beside: beside.join(" · "),
        spoken,
        selected: row.selected,
        share: scale.share(highest(row, measure)),
    }
}

/// A mark in words: what it stands for, its number by the reader's measure, and what is planned beside it.
pub(super) fn spoken(context: &ViewContext, label: &str, activities: usize, people: &Tally, planned: &Tally) -> String {
    let locale = context.locale;
    let (activities, number) = (locale.count(Sentence::Activities, activities as u64, &[]), locale.tally(people));
    let gaps = [("value", label), ("people", &number), ("activities", &activities)];
    if context.selection.measure == Measure::Activities {
        return locale.fill(Sentence::MarkSpokenActivities, &gaps);
    }
    let spoken = match people.qualifier {
        Qualifier::None => locale.fill(Sentence::MarkSpokenNoNumber, &gaps),
        Qualifier::AtLeast if people.counted == 0 => locale.fill(Sentence::MarkSpokenInWords, &gaps),
        _ => locale.fill(Sentence::MarkSpoken, &gaps),
    };
    if planned.qualifier == Qualifier::None {
        return spoken;
    }
    locale.fill(Sentence::MarkPlanned, &[("spoken", &spoken), ("number", &locale.tally(planned))])
}

fn mark(row: &FacetRow, facet: Facet, measure: Measure, filtered: bool) -> Mark {
    let low = measured(row, measure);
    let firm = match (row.firm, measure) {
        (Some((activities, _)), Measure::Activities) => activities as u64,
        (Some((_, people)), Measure::People) => people.low,
        (None, _) => low,
    };
    let colour = match (facet, &row.value) {
        (_, FacetValue::Unknown) => MarkColour::Unknown,
        (Facet::Goal, FacetValue::Number(number)) => u8::try_from(*number).map_or(MarkColour::Stated, MarkColour::Goal),
        _ => MarkColour::Stated,
    };
    let end = if measure == Measure::People { end(&row.people) } else { MarkEnd::Exact };
    let planned = planned(row, measure).map(|tally| (tally.low, self::end(tally)));
    Mark { low, firm, end, colour, faded: filtered && !row.selected, planned }
}

/// The plans of a row, where there are any and people are what is measured.
fn planned(row: &FacetRow, measure: Measure) -> Option<&Tally> {
    Some(&row.planned).filter(|tally| measure == Measure::People && tally.qualifier != Qualifier::None)
}

fn end(tally: &Tally) -> MarkEnd {
    match (tally.qualifier, tally.high) {
        (Qualifier::AtLeast, _) => MarkEnd::AtLeast,
        (Qualifier::About, _) => MarkEnd::About,
        (Qualifier::Range, Some(high)) => MarkEnd::UpTo(high),
        _ => MarkEnd::Exact,
    }
}

/// The number that decides order and length.
fn measured(row: &FacetRow, measure: Measure) -> u64 {
    match measure {
        Measure::People => row.people.low,
        Measure::Activities => row.activities as u64,
    }
}

/// The number that the mark, or the plans beside it, reach at most.
fn highest(row: &FacetRow, measure: Measure) -> u64 {
    let upper = |tally: &Tally| tally.high.unwrap_or(tally.low);
    match measure {
        Measure::People => upper(&row.people).max(planned(row, measure).map_or(0, upper)),
        Measure::Activities => row.activities as u64,
    }
}
