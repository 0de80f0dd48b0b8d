//! Rows of a chart: a label, a number, and the mark that draws it.

use super::Scene;
use crate::charts::{Chart, End, Ink, Mark, Orientation, Scale};
use crate::locale::Key;
use crate::order::sorted;
use crate::query::{Facet, FacetRow, Measure, Qualifier, Tally, Value};

/// A chart with the words around it.
#[derive(Debug, Clone, PartialEq)]
pub struct Marks {
    /// What the chart shows.
    pub title: String,
    /// In which measure.
    pub subtitle: String,
    /// One row per mark, in the same order as the marks of the chart.
    pub rows: Vec<MarkRow>,
    /// What is drawn.
    pub chart: Chart,
    /// There is nothing to draw: no activity passes the other filters.
    pub empty: bool,
    /// How to read it: what the ends of the marks mean, and why they add up to more than the total, where they do.
    pub notes: Vec<String>,
}

/// One mark and its words.
#[derive(Debug, Clone, PartialEq)]
pub struct MarkRow {
    /// The value that pressing the mark filters by.
    pub value: Value,
    /// Its name.
    pub label: String,
    /// The number in signs, as it stands at the mark.
    pub number: String,
    /// How many activities it rests on; empty where that is the number itself.
    pub activities: String,
    /// All of it in words.
    pub spoken: String,
    /// Whether it is filtered by.
    pub selected: bool,
    /// Where the mark ends, as a share of the scale from 0 to 1.
    pub share: f64,
}

impl Marks {
    /// Where each mark ends, as shares of the scale.
    pub fn shares(&self) -> Vec<f64> {
        self.rows.iter().map(|row| row.share).collect()
    }

    /// How many characters the longest number has, with the number of activities behind it.
    pub fn longest(&self) -> usize {
        let characters = |row: &MarkRow| row.number.chars().count() + row.activities.chars().count() + 3;
        self.rows.iter().map(characters).max().unwrap_or_default()
    }

    /// Keeps the first rows, and those that are filtered by.
    pub fn shorten(&mut self, first: usize) {
        let keep: Vec<bool> = self.rows.iter().enumerate().map(|(at, row)| at < first || row.selected).collect();
        let mut kept = keep.iter();
        self.rows.retain(|_| kept.next().is_some_and(|keep| *keep));
        let mut kept = keep.iter();
        self.chart.marks.retain(|_| kept.next().is_some_and(|keep| *keep));
    }
}

/// Bars for the values of a facet, the largest first, the unknown last.
pub fn bars(scene: &Scene, facet: Facet, title: Key, sums: Key) -> Marks {
    let size = |row: &FacetRow| (row.value != Value::Unknown, measured(row, scene.selection.measure), row.activities);
    let rows: Vec<&FacetRow> = scene.totals.facet(facet).iter().collect();
    let rows = sorted(&rows, &mut |a, b| size(b).cmp(&size(a)).then_with(|| a.value.cmp(&b.value)));
    marks(scene, facet, title, sums, &rows, Orientation::Bars)
}

/// A chart of these rows.
pub(super) fn marks(
    scene: &Scene,
    facet: Facet,
    title: Key,
    sums: Key,
    rows: &[&FacetRow],
    orientation: Orientation,
) -> Marks {
    let Scene { selection, totals, locale, .. } = scene;
    let measure = selection.measure;
    let largest = rows.iter().map(|row| highest(row, measure)).max().unwrap_or_default();
    let grid = orientation == Orientation::Columns;
    let scale = if grid { Scale::up_to(largest) } else { Scale::exactly(largest) };
    let filtered = selection.is_filtered(facet);
    let marks = rows.iter().map(|row| mark(row, facet, measure, filtered)).collect();
    let several = totals.several(facet) as u64;
    let empty = rows.iter().all(|row| row.activities == 0);
    let mut notes = Vec::new();
    if empty {
        notes.push(locale.say(Key::ChartEmpty));
    }
    if several > 0 {
        notes.push(locale.count(sums, several, &[]));
    }
    let subtitle = match measure {
        Measure::People => Key::MeasuresPeople,
        Measure::Activities => Key::MeasuresActivities,
    };
    Marks {
        title: locale.say(title),
        subtitle: locale.say(subtitle),
        rows: rows.iter().map(|row| words(scene, facet, row, &scale)).collect(),
        chart: Chart { orientation, scale, grid, marks },
        empty,
        notes,
    }
}

/// The words of a row.
pub(super) fn words(scene: &Scene, facet: Facet, row: &FacetRow, scale: &Scale) -> MarkRow {
    let Scene { data, locale, selection, .. } = scene;
    let label = locale.value(data, facet, &row.value);
    let activities = locale.count(Key::Activities, row.activities as u64, &[]);
    let people = locale.tally(&row.people);
    let gaps = [("value", label.as_str()), ("people", &people), ("activities", &activities)];
    let measured_in_people = selection.measure == Measure::People;
    let mut spoken = match row.people.qualifier {
        _ if !measured_in_people => locale.fill(Key::MarkSpokenActivities, &gaps),
        Qualifier::None => locale.fill(Key::MarkSpokenNoNumber, &gaps),
        Qualifier::AtLeast if row.people.counted == 0 => locale.fill(Key::MarkSpokenInWords, &gaps),
        _ => locale.fill(Key::MarkSpoken, &gaps),
    };
    if let Some((firm, _)) = row.firm.filter(|(firm, _)| *firm < row.activities) {
        let inferred = locale.count(Key::Activities, (row.activities - firm) as u64, &[]);
        spoken = locale.fill(Key::GoalInferred, &[("spoken", &spoken), ("activities", &inferred)]);
    }
    let number = locale.number(row.activities as u64);
    let (number, activities) =
        if measured_in_people { (locale.tally_short(&row.people), number) } else { (number, String::new()) };
    let share = scale.share(highest(row, selection.measure));
    MarkRow { value: row.value.clone(), label, number, activities, spoken, selected: row.selected, share }
}

fn mark(row: &FacetRow, facet: Facet, measure: Measure, filtered: bool) -> Mark {
    let low = measured(row, measure);
    let end = match (measure, row.people.qualifier, row.people.high) {
        (Measure::Activities, ..) => End::Exact,
        (_, Qualifier::AtLeast, _) => End::AtLeast,
        (_, Qualifier::About, _) => End::About,
        (_, Qualifier::Range, Some(high)) => End::UpTo(high),
        _ => End::Exact,
    };
    let firm = match (row.firm, measure) {
        (Some((activities, _)), Measure::Activities) => activities as u64,
        (Some((_, people)), Measure::People) => people.low,
        (None, _) => low,
    };
    let ink = match (facet, &row.value) {
        (_, Value::Unknown) => Ink::Unknown,
        (Facet::Goal, Value::Number(number)) => u8::try_from(*number).map_or(Ink::Stated, Ink::Goal),
        _ => Ink::Stated,
    };
    Mark { low, firm, end, ink, faded: filtered && !row.selected }
}

/// The number that decides order and length.
fn measured(row: &FacetRow, measure: Measure) -> u64 {
    match measure {
        Measure::People => row.people.low,
        Measure::Activities => row.activities as u64,
    }
}

/// The number that the mark reaches at most.
fn highest(row: &FacetRow, measure: Measure) -> u64 {
    let upper = |tally: &Tally| tally.high.unwrap_or(tally.low);
    match measure {
        Measure::People => upper(&row.people),
        Measure::Activities => row.activities as u64,
    }
}
