//! What changed in a view between two versions of a data set: records that were added, corrected, removed.
//!
//! Invariants: a record is told by its id and stands in at most one of the lists; each belongs to the view before or
//! after. What is said of a record is what its facts say, so that what those withhold is withheld here too.

use super::breakdown::item;
use super::record_details::{goals_with_basis, record_details};
use super::{GroupKind, RecordGroup, RecordItem, ViewContext};
use crate::locale::Sentence;
use crate::model::{Activity, Text};
use crate::sort::sorted_indices;

/// What changed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// New records of the view, by their place in the present data.
    pub added: Vec<usize>,
    /// Records that say something else now, or that came into the view or left it, by their place in the present data.
    pub corrected: Vec<usize>,
    /// Records that the view had and the data have no more, by their place in the earlier data.
    pub removed: Vec<usize>,
}

/// What changed between two versions under one selection.
pub fn changes(before: &ViewContext, now: &ViewContext) -> Changes {
    let (was_there, is_there) = (Ids::of(&before.data.activities), Ids::of(&now.data.activities));
    let mut changes = Changes::default();
    for (place, activity) in now.data.activities.iter().enumerate() {
        let in_view = has(now, place);
        match was_there.find(&activity.id) {
            Some((old, earlier)) => {
                let moved = has(before, old) != in_view;
                if moved || in_view && differs(before, now, earlier, activity) {
                    changes.corrected.push(place);
                }
            }
            None if in_view => changes.added.push(place),
            None => {}
        }
    }
    let gone = |place: &usize| before.data.activities.get(*place).is_some_and(|old| is_there.find(&old.id).is_none());
    changes.removed = before.totals.records.iter().copied().filter(gone).collect();
    changes
}

impl Changes {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.lists().iter().all(|(_, _, records)| records.is_empty())
    }

    /// How much changed: "4 added, 1 corrected".
    pub fn summary(&self, context: &ViewContext) -> String {
        let some = self.lists().into_iter().filter(|(.., records)| !records.is_empty());
        let parts: Vec<String> =
            some.map(|(count, _, records)| context.locale.count(count, records.len() as u64, &[])).collect();
        parts.join(", ")
    }

    /// The lists as groups of records: those that were corrected, added, removed.
    pub fn groups(&self, context: &ViewContext) -> [RecordGroup; 3] {
        let locale = context.locale;
        let [added, corrected, removed] = self.lists().map(|(_, title, records)| {
            let (title, n) = (locale.say(title), locale.number(records.len() as u64));
            let title = locale.fill(Sentence::GroupHeading, &[("title", &title), ("n", &n)]);
            RecordGroup { kind: GroupKind::All, title, records: records.clone() }
        });
        [corrected, added, removed]
    }

    fn lists(&self) -> [(Sentence, Sentence, &Vec<usize>); 3] {
        [
            (Sentence::ChangesAdded, Sentence::ChangesGroupAdded, &self.added),
            (Sentence::ChangesCorrected, Sentence::ChangesGroupCorrected, &self.corrected),
            (Sentence::ChangesRemoved, Sentence::ChangesGroupRemoved, &self.removed),
        ]
    }
}

/// The first records of those that were corrected, each with what it said and what it says.
pub fn corrections(before: &ViewContext, now: &ViewContext, group: &RecordGroup, first: usize) -> Vec<RecordItem> {
    let places = group.records.iter().take(first);
    places.filter_map(|place| correction(before, now, *place)).collect()
}

fn correction(before: &ViewContext, now: &ViewContext, place: usize) -> Option<RecordItem> {
    let present = now.data.activities.get(place)?;
    let (old, earlier) = before.data.activities.iter().enumerate().find(|(_, earlier)| earlier.id == present.id)?;
    let locale = now.locale;
    let mut lines = match (has(before, old), has(now, place)) {
        (false, true) => vec![locale.say(Sentence::ChangeEntered)],
        (true, false) => vec![locale.say(Sentence::ChangeLeft)],
        _ => Vec::new(),
    };
    let (was, is) = (statements(before, earlier), statements(now, present));
    let find = |list: &[(String, String)], label: &str| {
        list.iter()
            .find(|(known, _)| known == label)
            .map_or_else(|| locale.say(Sentence::ChangeNothing), |(_, said)| said.clone())
    };
    let only_before = was.iter().filter(|(label, _)| !is.iter().any(|(known, _)| known == label));
    for (label, _) in is.iter().chain(only_before) {
        let (was, now) = (find(&was, label), find(&is, label));
        if was != now {
            lines.push(locale.fill(Sentence::ChangeFromTo, &[("label", label), ("was", &was), ("now", &now)]));
        }
    }
    if lines.is_empty() {
        lines.push(locale.say(Sentence::ChangeOther));
    }
    Some(RecordItem { lines, ..item(now, GroupKind::All, place, present) })
}

/// The places of records by their ids.
struct Ids<'a> {
    activities: &'a [Activity],
    sorted: Vec<usize>,
}

impl<'a> Ids<'a> {
    fn of(activities: &'a [Activity]) -> Self {
        let id = |place: usize| activities.get(place).map(|activity| &activity.id);
        Self { activities, sorted: sorted_indices(activities.len(), &mut |a, b| id(a).cmp(&id(b))) }
    }

    fn find(&self, id: &Text) -> Option<(usize, &'a Activity)> {
        let id_of = |place: &usize| self.activities.get(*place).map(|activity| &activity.id);
        let found = self.sorted.binary_search_by(|place| id_of(place).cmp(&Some(id))).ok()?;
        let place = *self.sorted.get(found)?;
        Some((place, self.activities.get(place)?))
    }
}

fn has(context: &ViewContext, place: usize) -> bool {
    context.totals.records.binary_search(&place).is_ok()
}

/// Whether a record says something else, or is counted elsewhere because its project or theme does. That an organisation
/// is written in another way corrects no record.
fn differs(before: &ViewContext, now: &ViewContext, earlier: &Activity, present: &Activity) -> bool {
    earlier != present
        || goals_with_basis(before, earlier) != goals_with_basis(now, present)
        || !earlier.all_donors(before.data).eq(present.all_donors(now.data))
}

/// All that is said of a record, each under its name.
fn statements(context: &ViewContext, activity: &Activity) -> Vec<(String, String)> {
    let locale = context.locale;
    let details = record_details(context, activity);
    // The note names other records, whose titles are not this one's.
    let note = locale.say(Sentence::FactNote);
    let facts = details.facts.into_iter().filter(|fact| fact.label != note);
    let mut all: Vec<(String, String)> = facts.map(|fact| (fact.label, fact.lines.join("; "))).collect();
    all.insert(0, (locale.say(Sentence::ChangeTitle), activity.title.to_string()));
    if let Some(summary) = details.summary {
        all.push((locale.say(Sentence::ChangeSummary), summary.to_string()));
    }
    if let Some((source, address)) = details.source {
        let address = address.map(|address| format!(" ({address})")).unwrap_or_default();
        all.push((details.source_label, source + &address));
    }
    all
}
