//! The records of a view as a table.

use std::cmp::Ordering;

use super::Scene;
use super::details::{GoalTag, goal_tags};
use crate::locale::Key;
use crate::model::{Activity, Mode, Status, Text};
use crate::order::order;
use crate::query::{Amount, Selection, Side, SortKey};

/// The table of a view.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Its caption: how many records.
    pub caption: String,
    /// How many records there are.
    pub count: usize,
    /// The first of them, sorted.
    pub rows: Vec<Row>,
}

/// One record.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its place in the data set.
    pub record: usize,
    /// Its id.
    pub id: Text,
    /// When, in words.
    pub date: String,
    /// Where, by country.
    pub countries: String,
    /// What was done.
    pub title: Text,
    /// How many people, one line per kind of number.
    pub people: Vec<PeopleLine>,
    /// Its goals.
    pub goals: Vec<GoalTag>,
    /// Who published the page, and its address where that may be a link.
    pub source: Option<(String, Option<Text>)>,
    /// Said of a figure that adds up a whole project.
    pub tag: Option<String>,
}

/// A number of people in the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeopleLine {
    /// The number in signs, or the page's word.
    pub text: String,
    /// It is not part of the total: planned, an online audience.
    pub apart: bool,
}

/// The table of a view: activities, and figures that add up a project, in the order that the reader chose. Rows
/// beyond the `first` are counted and not made.
pub fn table(scene: &Scene, first: usize) -> Table {
    let Scene { data, totals, locale, .. } = scene;
    let records = totals.records.iter().filter_map(|row| Some((*row, data.activities.get(*row)?)));
    let records = sort(scene, &records.collect::<Vec<_>>());
    Table {
        caption: locale.count(Key::TableCaption, records.len() as u64, &[]),
        count: records.len(),
        rows: records.into_iter().take(first).map(|(record, activity)| row(scene, record, activity)).collect(),
    }
}

fn row(scene: &Scene, record: usize, activity: &Activity) -> Row {
    let Scene { locale, .. } = scene;
    let countries: Vec<String> = activity.countries.iter().map(|country| locale.country(country.code())).collect();
    let source = activity.source.as_ref().map(|source| {
        let name = source.publisher.as_ref().or(source.title.as_ref()).or(source.url.as_ref());
        let name = name.map_or_else(|| locale.say(Key::SourceMissing), Text::to_string);
        (name, source.link().cloned())
    });
    Row {
        record,
        id: activity.id.clone(),
        date: activity.date.as_ref().map_or_else(|| locale.say(Key::Undated), |date| locale.when(date)),
        countries: locale.list(&countries),
        title: activity.title.clone(),
        people: people(scene, activity),
        goals: goal_tags(scene, activity),
        source,
        tag: activity.is_project_total().then(|| locale.say(Key::ProjectTotalTag)),
    }
}

/// What an activity says of its people: the total of those reached, words without a number, and apart from it
/// those planned and online audiences.
fn people(scene: &Scene, activity: &Activity) -> Vec<PeopleLine> {
    let Scene { locale, selection, .. } = scene;
    let apart = activity.is_project_total();
    let mut lines = Vec::new();
    let reached = amount(activity, selection, Side::Reached);
    if reached.counted {
        lines.push(PeopleLine { text: locale.amount_short(&reached), apart });
    }
    for entry in activity.reach.iter().filter(|entry| selection.takes(entry)) {
        let online = entry.mode == Some(Mode::OnlineMedia);
        let word = entry.magnitude.as_ref().filter(|_| entry.count.is_none() && !online);
        if let Some(word) = word.filter(|_| entry.status == Some(Status::Reached)) {
            let text = locale.name_of("magnitudes", word);
            if !lines.iter().any(|line: &PeopleLine| line.text == text) {
                lines.push(PeopleLine { text, apart });
            }
        }
        if online && (entry.count.is_some() || entry.magnitude.is_some()) {
            let text = locale.fill(Key::OnlineLine, &[("number", &locale.reach(entry))]);
            lines.push(PeopleLine { text, apart: true });
        }
    }
    let planned = amount(activity, selection, Side::Planned);
    if planned.counted || planned.open {
        let text = locale.fill(Key::PlannedLine, &[("number", &locale.amount_short(&planned))]);
        lines.push(PeopleLine { text, apart: true });
    }
    lines
}

/// What the entries of one activity add up to on one side, under the audience filter.
fn amount(activity: &Activity, selection: &Selection, side: Side) -> Amount {
    let mut sum = Amount::default();
    for entry in activity.reach.iter().filter(|entry| selection.takes(entry)) {
        if let Some((_, amount)) = Amount::of(entry).filter(|(of, _)| *of == side) {
            sum.add(&amount);
        }
    }
    sum
}

/// What a record is sorted by.
enum SortValue {
    /// A number, or a date as one.
    Number(u64),
    /// A name or title.
    Name(String),
}

/// The records in the order that the reader chose. What has no value in the column comes last in either direction;
/// equals keep the order of ids.
fn sort<'a>(scene: &Scene, records: &[(usize, &'a Activity)]) -> Vec<(usize, &'a Activity)> {
    let keys: Vec<Option<SortValue>> = records.iter().map(|(_, record)| sort_value(scene, record)).collect();
    let Scene { locale, selection, .. } = scene;
    let compare = |a: &SortValue, b: &SortValue| match (a, b) {
        (SortValue::Name(a), SortValue::Name(b)) => locale.formats().compare(a, b),
        (SortValue::Number(a), SortValue::Number(b)) => a.cmp(b),
        _ => Ordering::Equal,
    };
    let places = order(records.len(), &mut |a, b| {
        let value = |at: usize| keys.get(at).and_then(Option::as_ref);
        let ordering = match (value(a), value(b)) {
            (Some(a), Some(b)) if selection.sort.descending => compare(b, a),
            (Some(a), Some(b)) => compare(a, b),
            (a, b) => b.is_some().cmp(&a.is_some()),
        };
        let id = |at: usize| records.get(at).map(|(_, record)| &record.id);
        ordering.then_with(|| id(a).cmp(&id(b)))
    });
    places.into_iter().filter_map(|at| records.get(at)).copied().collect()
}

fn sort_value(scene: &Scene, record: &Activity) -> Option<SortValue> {
    let Scene { locale, selection, .. } = scene;
    match selection.sort.key {
        SortKey::Date => {
            let (first, _) = record.date.as_ref()?.span()?;
            let (month, day) = (first.month.unwrap_or_default(), first.day.unwrap_or_default());
            Some(SortValue::Number(u64::from(first.year) << 16 | u64::from(month) << 8 | u64::from(day)))
        }
        SortKey::Country => record.countries.first().map(|country| SortValue::Name(locale.country(country.code()))),
        SortKey::Title => Some(SortValue::Name(record.title.to_string())),
        SortKey::People => {
            let reached = amount(record, selection, Side::Reached);
            reached.counted.then_some(SortValue::Number(reached.low))
        }
    }
}
