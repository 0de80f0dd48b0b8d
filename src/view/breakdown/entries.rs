//! A record as an item of a group: its date, its title, those of its reach entries that the group is about, its source.

use super::groups::{GroupKind, RecordGroup, selected_entries};
use crate::locale::Sentence;
use crate::model::{Activity, Reach, Text};
use crate::query::{EntryOutcome, Facet, FacetValue, Side};
use crate::view::ViewContext;
use crate::view::record_details::{entry_numbers, with_note};

/// A record as an item of a group.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordItem {
    /// Its row in the data set.
    pub record: usize,
    /// Its date and countries, in words.
    pub date: String,
    /// Its title.
    pub title: Text,
    /// The reach entries that the group is about, with their bounds.
    pub lines: Vec<String>,
    /// The publisher of the page, and the page's address if it may be a link.
    pub source: (String, Option<Text>),
}

/// The first `limit` records of a group. The rest is not built, because a group may have thousands.
pub fn items(context: &ViewContext, group: &RecordGroup, limit: usize) -> Vec<RecordItem> {
    let records = group.records.iter().take(limit);
    records.filter_map(|row| Some(item(context, group.kind, *row, context.data.activities.get(*row)?))).collect()
}

/// A record as an item of a group of this kind.
pub(in crate::view) fn item(context: &ViewContext, kind: GroupKind, record: usize, activity: &Activity) -> RecordItem {
    let locale = context.locale;
    let date = activity.date.as_ref().map_or_else(|| locale.say(Sentence::Undated), |date| locale.date(date));
    let countries: Vec<String> = activity.countries.iter().map(|country| locale.country(country.code())).collect();
    let source = activity.source.as_ref();
    let source_name =
        source.and_then(|source| source.publisher.as_ref().or(source.title.as_ref()).or(source.url.as_ref()));
    let entries = selected_entries(context, activity).filter(|entry| is_about(kind, entry));
    RecordItem {
        record,
        date: if countries.is_empty() { date } else { format!("{date} · {}", locale.list(&countries)) },
        title: activity.title.clone(),
        lines: entries.map(|entry| entry_line(context, kind, activity, entry)).collect(),
        source: (
            source_name.map_or_else(|| locale.say(Sentence::SourceMissing), Text::to_string),
            source.and_then(|source| source.link().cloned()),
        ),
    }
}

/// Whether a group of this kind is about this entry of its records.
fn is_about(kind: GroupKind, entry: &Reach) -> bool {
    let outcome = EntryOutcome::of(entry);
    match kind {
        GroupKind::Counted(side) | GroupKind::Overlap(side) => {
            [EntryOutcome::Counted(side), EntryOutcome::InWords(side)].contains(&outcome)
        }
        GroupKind::InWords(side) => outcome == EntryOutcome::InWords(side),
        GroupKind::NoNumber(side) => outcome == EntryOutcome::NoNumber(side),
        GroupKind::Planned => {
            matches!(
                outcome,
                EntryOutcome::Counted(Side::Planned)
                    | EntryOutcome::InWords(Side::Planned)
                    | EntryOutcome::NoNumber(Side::Planned)
            )
        }
        GroupKind::Online => outcome == EntryOutcome::OnlineMedia,
        GroupKind::NoStatus => outcome == EntryOutcome::NoStatus,
        GroupKind::ProjectTotal | GroupKind::All => true,
    }
}

fn entry_line(context: &ViewContext, kind: GroupKind, activity: &Activity, entry: &Reach) -> String {
    let text = entry_numbers(context, activity, entry);
    // In a group with entries of every kind, the text of each says of which kind it is.
    let sentence = match EntryOutcome::of(entry) {
        _ if !matches!(kind, GroupKind::All | GroupKind::ProjectTotal) => None,
        EntryOutcome::Counted(Side::Planned)
        | EntryOutcome::InWords(Side::Planned)
        | EntryOutcome::NoNumber(Side::Planned) => Some(Sentence::EntryIsPlanned),
        EntryOutcome::OnlineMedia => Some(Sentence::EntryIsOnline),
        EntryOutcome::NoStatus => Some(Sentence::EntryIsUnclear),
        _ => None,
    };
    let text = sentence.map_or(text.clone(), |sentence| context.locale.fill(sentence, &[("entry", &text)]));
    with_note(context, entry, text)
}

/// Whether a record has a value of a facet; goals count by the bases that the reader chose.
pub(super) fn record_has_value(context: &ViewContext, row: usize, facet: Facet, value: &FacetValue) -> bool {
    let Some(activity) = context.data.activities.get(row) else { return false };
    match facet {
        Facet::Country => activity.countries.iter().any(|country| FacetValue::from(*country) == *value),
        Facet::Goal => {
            let mut goals = activity.goals(context.data).filter(|(_, basis)| *basis <= context.selection.basis);
            goals.any(|(goal, _)| FacetValue::from(goal) == *value)
        }
        _ => false,
    }
}
