//! A record within a group: its date, its title, those of its counts that the group is about, its source.

use super::groups::{GroupKind, RecordGroup, taken};
use crate::locale::Sentence;
use crate::model::{Activity, Reach, Text};
use crate::query::{EntryOutcome, Facet, FacetValue, Side};
use crate::view::ViewContext;
use crate::view::record_details::{entry_numbers, with_note};

/// A record of a group.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordItem {
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
pub fn items(context: &ViewContext, group: &RecordGroup, first: usize) -> Vec<RecordItem> {
    let records = group.records.iter().take(first);
    records.filter_map(|row| Some(item(context, group.kind, *row, context.data.activities.get(*row)?))).collect()
}

/// A record as an item of a group of this kind.
pub(in crate::view) fn item(context: &ViewContext, kind: GroupKind, record: usize, activity: &Activity) -> RecordItem {
    let locale = context.locale;
    let date = activity.date.as_ref().map_or_else(|| locale.say(Sentence::Undated), |date| locale.date(date));
    let countries: Vec<String> = activity.countries.iter().map(|country| locale.country(country.code())).collect();
    let source = activity.source.as_ref();
    let name = source.and_then(|source| source.publisher.as_ref().or(source.title.as_ref()).or(source.url.as_ref()));
    let entries = taken(context, activity).filter(|entry| concerns(kind, entry));
    RecordItem {
        record,
        date: if countries.is_empty() { date } else { format!("{date} · {}", locale.list(&countries)) },
        title: activity.title.clone(),
        lines: entries.map(|entry| line(context, kind, activity, entry)).collect(),
        source: (
            name.map_or_else(|| locale.say(Sentence::SourceMissing), Text::to_string),
            source.and_then(|source| source.link().cloned()),
        ),
    }
}

/// Whether a group is about this entry of its records.
fn concerns(kind: GroupKind, entry: &Reach) -> bool {
    let standing = EntryOutcome::of(entry);
    match kind {
        GroupKind::Counted(side) | GroupKind::Overlap(side) => {
            [EntryOutcome::Counted(side), EntryOutcome::InWords(side)].contains(&standing)
        }
        GroupKind::InWords(side) => standing == EntryOutcome::InWords(side),
        GroupKind::NoNumber(side) => standing == EntryOutcome::NoNumber(side),
        GroupKind::Planned => {
            matches!(standing, EntryOutcome::Counted(of) | EntryOutcome::InWords(of) | EntryOutcome::NoNumber(of) if of == Side::Planned)
        }
        GroupKind::Online => standing == EntryOutcome::OnlineMedia,
        GroupKind::NoStatus => standing == EntryOutcome::NoStatus,
        GroupKind::ProjectTotal | GroupKind::All => true,
    }
}

fn line(context: &ViewContext, kind: GroupKind, activity: &Activity, entry: &Reach) -> String {
    let line = entry_numbers(context, activity, entry);
    // Where a group holds entries of every kind, each says what it is.
    let key = match EntryOutcome::of(entry) {
        _ if !matches!(kind, GroupKind::All | GroupKind::ProjectTotal) => None,
        EntryOutcome::Counted(Side::Planned)
        | EntryOutcome::InWords(Side::Planned)
        | EntryOutcome::NoNumber(Side::Planned) => Some(Sentence::EntryIsPlanned),
        EntryOutcome::OnlineMedia => Some(Sentence::EntryIsOnline),
        EntryOutcome::NoStatus => Some(Sentence::EntryIsUnclear),
        _ => None,
    };
    let line = key.map_or(line.clone(), |key| context.locale.fill(key, &[("entry", &line)]));
    with_note(context, entry, line)
}

/// Whether a record has a value, under the bases of goals that the reader chose.
pub(super) fn has(context: &ViewContext, row: usize, facet: Facet, value: &FacetValue) -> bool {
    let Some(activity) = context.data.activities.get(row) else { return false };
    match facet {
        Facet::Country => activity.countries.iter().any(|country| FacetValue::from(*country) == *value),
        Facet::Goal => {
            let mut taken = activity.goals(context.data).filter(|(_, basis)| *basis <= context.selection.basis);
            taken.any(|(goal, _)| FacetValue::from(goal) == *value)
        }
        _ => false,
    }
}
