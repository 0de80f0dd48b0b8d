//! The records of a view as a table.

use std::cmp::Ordering;

use super::Scene;
use super::details::{GoalTag, goal_tags};
use crate::locale::Key;
use crate::model::{Activity, Mode, Status, Text};
use crate::query::{Amount, Selection, Side, SortKey};

/// The table of a view.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Its caption: how many records.
    pub caption: String,
    /// The rows, sorted.
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

/// The table of a view: activities, and figures that add up a project, in the order that the reader chose.
pub fn table(scene: &Scene) -> Table {
    let Scene { data, totals, locale, .. } = scene;
    let mut records: Vec<(usize, &Activity)> =
        totals.records.iter().filter_map(|row| Some((*row, data.activities.get(*row)?))).collect();
    sort(scene, &mut records);
    Table {
        caption: locale.count(Key::TableCaption, records.len() as u64, &[]),
        rows: records.into_iter().map(|(record, activity)| row(scene, record, activity)).collect(),
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

/// Sorts records. What has no value in the column comes last in either direction; equals keep the order of ids.
fn sort(scene: &Scene, records: &mut [(usize, &Activity)]) {
    let Scene { locale, selection, .. } = scene;
    let formats = locale.formats();
    match selection.sort.key {
        SortKey::Date => by(records, scene, |record| record.date.as_ref()?.span(), |a, b| a.cmp(b)),
        SortKey::Country => {
            let name = |record: &Activity| record.countries.first().map(|country| locale.country(country.code()));
            by(records, scene, name, |a, b| formats.compare(a, b));
        }
        SortKey::Title => by(records, scene, |record| Some(record.title.clone()), |a, b| formats.compare(a, b)),
        SortKey::People => {
            let low = |record: &Activity| {
                let amount = amount(record, selection, Side::Reached);
                amount.counted.then_some(amount.low)
            };
            by(records, scene, low, |a, b| a.cmp(b));
        }
    }
}

fn by<K>(
    records: &mut [(usize, &Activity)],
    scene: &Scene,
    key: impl Fn(&Activity) -> Option<K>,
    compare: impl Fn(&K, &K) -> Ordering,
) {
    let descending = scene.selection.sort.descending;
    let mut keyed: Vec<(Option<K>, (usize, &Activity))> =
        records.iter().map(|(at, record)| (key(record), (*at, *record))).collect();
    keyed.sort_by(|(a, (_, left)), (b, (_, right))| {
        let order = match (a, b) {
            (Some(a), Some(b)) if descending => compare(b, a),
            (Some(a), Some(b)) => compare(a, b),
            (a, b) => b.is_some().cmp(&a.is_some()),
        };
        order.then_with(|| left.id.cmp(&right.id))
    });
    for (place, (_, record)) in records.iter_mut().zip(keyed) {
        *place = record;
    }
}
