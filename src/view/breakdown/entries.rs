//! A record as an item of a section: its date, its title, those of its reach entries that the section is about, its
//! source.

use super::sections::{RecordSection, SectionKind, is_about, selected_entries};
use crate::locale::Sentence;
use crate::model::{Activity, Reach, Text};
use crate::query::{EntryOutcome, Facet, FacetValue, Side};
use crate::view::ViewContext;
use crate::view::record_details::{entry_numbers, with_note};

/// A record as an item of a section.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordItem {
    /// Its row in the data set.
    pub row: usize,
    /// Its date and countries, in words.
    pub date: String,
    /// Its title.
    pub title: Text,
    /// The reach entries that the section is about, with their bounds.
    pub lines: Vec<String>,
    /// The publisher of the page, and the page's address if it may be a link.
    pub source: (String, Option<Text>),
}

/// The first `limit` records of a section. The rest is not built, because a section may have thousands.
pub fn items(context: &ViewContext, section: &RecordSection, limit: usize) -> Vec<RecordItem> {
    let rows = section.rows.iter().take(limit);
    rows.filter_map(|row| Some(item(context, section.kind, *row, context.data.activities.get(*row)?))).collect()
}

/// A record as an item of a section of this kind.
pub(in crate::view) fn item(context: &ViewContext, kind: SectionKind, row: usize, activity: &Activity) -> RecordItem {
    let locale = context.locale;
    let date = activity.date.as_ref().map_or_else(|| locale.say(Sentence::Undated), |date| locale.date(date));
    let countries: Vec<String> = activity.countries.iter().map(|country| locale.country(country.code())).collect();
    let source = activity.source.as_ref();
    let source_name =
        source.and_then(|source| source.publisher.as_ref().or(source.title.as_ref()).or(source.url.as_ref()));
    let entries = selected_entries(context, activity).filter(|entry| is_about(kind, entry));
    RecordItem {
        row,
        date: if countries.is_empty() { date } else { format!("{date} · {}", locale.list(&countries)) },
        title: activity.title.clone(),
        lines: entries.map(|entry| entry_line(context, kind, activity, entry)).collect(),
        source: (
            source_name.map_or_else(|| locale.say(Sentence::SourceMissing), Text::to_string),
            source.and_then(|source| source.link().cloned()),
        ),
    }
}

fn entry_line(context: &ViewContext, kind: SectionKind, activity: &Activity, entry: &Reach) -> String {
    let text = entry_numbers(context, activity, entry);
    // In a section with entries of every kind, the text of each says of which kind it is.
    let sentence = match EntryOutcome::of(entry) {
        _ if !matches!(kind, SectionKind::All | SectionKind::ProjectTotal) => None,
        EntryOutcome::Counted(Side::Planned)
        | EntryOutcome::MagnitudeOnly(Side::Planned)
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
