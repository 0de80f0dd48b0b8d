//! A record within a group: its date, its title, those of its counts that the group is about, its source.

use super::groups::{Group, Kind, taken};
use crate::locale::Key;
use crate::model::{Activity, Reach, Text};
use crate::query::{EntryOutcome, Facet, FacetValue, Side};
use crate::view::Scene;
use crate::view::details::{entry_numbers, with_note};

/// A record of a group.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Its place in the data set.
    pub record: usize,
    /// When and where, in words.
    pub date: String,
    /// What was done.
    pub title: Text,
    /// The counts that the group is about, with their bounds.
    pub lines: Vec<String>,
    /// Who published the page, and its address where that may be a link.
    pub source: (String, Option<Text>),
}

/// The first records of a group. The rest is not made: a group may have thousands.
pub fn items(scene: &Scene, group: &Group, first: usize) -> Vec<Item> {
    let records = group.records.iter().take(first);
    records.filter_map(|row| Some(item(scene, group.kind, *row, scene.data.activities.get(*row)?))).collect()
}

/// A record as an item of a group of this kind.
pub(in crate::view) fn item(scene: &Scene, kind: Kind, record: usize, activity: &Activity) -> Item {
    let locale = scene.locale;
    let date = activity.date.as_ref().map_or_else(|| locale.say(Key::Undated), |date| locale.when(date));
    let countries: Vec<String> = activity.countries.iter().map(|country| locale.country(country.code())).collect();
    let source = activity.source.as_ref();
    let name = source.and_then(|source| source.publisher.as_ref().or(source.title.as_ref()).or(source.url.as_ref()));
    let entries = taken(scene, activity).filter(|entry| concerns(kind, entry));
    Item {
        record,
        date: if countries.is_empty() { date } else { format!("{date} · {}", locale.list(&countries)) },
        title: activity.title.clone(),
        lines: entries.map(|entry| line(scene, kind, activity, entry)).collect(),
        source: (
            name.map_or_else(|| locale.say(Key::SourceMissing), Text::to_string),
            source.and_then(|source| source.link().cloned()),
        ),
    }
}

/// Whether a group is about this entry of its records.
fn concerns(kind: Kind, entry: &Reach) -> bool {
    let standing = EntryOutcome::of(entry);
    match kind {
        Kind::Counted(side) | Kind::Overlap(side) => {
            [EntryOutcome::Counted(side), EntryOutcome::InWords(side)].contains(&standing)
        }
        Kind::InWords(side) => standing == EntryOutcome::InWords(side),
        Kind::NoNumber(side) => standing == EntryOutcome::NoNumber(side),
        Kind::Planned => {
            matches!(standing, EntryOutcome::Counted(of) | EntryOutcome::InWords(of) | EntryOutcome::NoNumber(of) if of == Side::Planned)
        }
        Kind::Online => standing == EntryOutcome::OnlineMedia,
        Kind::NoStatus => standing == EntryOutcome::NoStatus,
        Kind::ProjectTotal | Kind::All => true,
    }
}

fn line(scene: &Scene, kind: Kind, activity: &Activity, entry: &Reach) -> String {
    let line = entry_numbers(scene, activity, entry);
    // Where a group holds entries of every kind, each says what it is.
    let key = match EntryOutcome::of(entry) {
        _ if !matches!(kind, Kind::All | Kind::ProjectTotal) => None,
        EntryOutcome::Counted(Side::Planned)
        | EntryOutcome::InWords(Side::Planned)
        | EntryOutcome::NoNumber(Side::Planned) => Some(Key::EntryIsPlanned),
        EntryOutcome::OnlineMedia => Some(Key::EntryIsOnline),
        EntryOutcome::NoStatus => Some(Key::EntryIsUnclear),
        _ => None,
    };
    let line = key.map_or(line.clone(), |key| scene.locale.fill(key, &[("entry", &line)]));
    with_note(scene, entry, line)
}

/// Whether a record has a value, under the bases of goals that the reader chose.
pub(super) fn has(scene: &Scene, row: usize, facet: Facet, value: &FacetValue) -> bool {
    let Some(activity) = scene.data.activities.get(row) else { return false };
    match facet {
        Facet::Country => activity.countries.iter().any(|country| FacetValue::from(*country) == *value),
        Facet::Goal => {
            let mut taken = activity.goals(scene.data).filter(|(_, basis)| *basis <= scene.selection.basis);
            taken.any(|(goal, _)| FacetValue::from(goal) == *value)
        }
        _ => false,
    }
}
