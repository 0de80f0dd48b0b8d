//! What changed in a view between two versions of a data set: records that were added, corrected, removed.
//!
//! Invariants: a record is told by its id and stands in at most one of the lists; each belongs to the view before or
//! after. What is said of a record is what its facts say, so that what those withhold is withheld here too.

use super::details::{details, goals_with_basis};
use super::{Details, Scene, record_code};
use crate::link::encode_for_record;
use crate::locale::Key;
use crate::model::{Activity, Text};
use crate::order::order;

/// What changed, as places in the two data sets.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// New records of the view: places in the present data.
    pub added: Vec<usize>,
    /// Records that say something else now, or that came into the view or left it: their places before and now.
    pub corrected: Vec<(usize, usize)>,
    /// Records that the view had and the data have no more: places in the earlier data.
    pub removed: Vec<usize>,
}

/// A record that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its id.
    pub id: Text,
    /// When and where, in words.
    pub date: String,
    /// What was done.
    pub title: Text,
    /// What is there now or was there before, one sentence each.
    pub lines: Vec<String>,
    /// The link that opens it, where the present view has it.
    pub link: Option<String>,
}

/// What changed between two versions under one selection.
pub fn changes(before: &Scene, now: &Scene) -> Changes {
    let (earlier, present) = (&before.data.activities, &now.data.activities);
    let (was_there, is_there) = (Ids::of(earlier), Ids::of(present));
    let mut changes = Changes::default();
    for (place, activity) in present.iter().enumerate() {
        let in_view = has(now, place);
        match was_there.place(&activity.id) {
            Some(old) if (in_view || has(before, old)) && differs(before, now, old, place) => {
                changes.corrected.push((old, place));
            }
            None if in_view => changes.added.push(place),
            _ => {}
        }
    }
    let gone = |place: &usize| earlier.get(*place).is_some_and(|activity| is_there.place(&activity.id).is_none());
    changes.removed = before.totals.records.iter().copied().filter(gone).collect();
    changes
}

impl Changes {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// How much changed: "4 added, 1 corrected".
    pub fn summary(&self, scene: &Scene) -> String {
        let locale = scene.locale;
        let numbers = [
            (Key::ChangesAdded, self.added.len()),
            (Key::ChangesCorrected, self.corrected.len()),
            (Key::ChangesRemoved, self.removed.len()),
        ];
        let some = numbers.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| locale.count(key, n as u64, &[]));
        some.reduce(|a, b| locale.fill(Key::ListJoin, &[("a", &a), ("b", &b)])).unwrap_or_default()
    }
}

/// A record that was added.
pub fn added(now: &Scene, place: usize) -> Option<Change> {
    let activity = now.data.activities.get(place)?;
    Some(Change { link: link(now, place), ..whole(now, activity) })
}

/// A record that was removed.
pub fn removed(before: &Scene, place: usize) -> Option<Change> {
    Some(whole(before, before.data.activities.get(place)?))
}

/// A record that was corrected.
pub fn corrected(before: &Scene, now: &Scene, (old, new): (usize, usize)) -> Option<Change> {
    let (earlier, present) = (before.data.activities.get(old)?, now.data.activities.get(new)?);
    let locale = now.locale;
    let mut lines = match (has(before, old), has(now, new)) {
        (false, true) => vec![locale.say(Key::ChangeEntered)],
        (true, false) => vec![locale.say(Key::ChangeLeft)],
        _ => Vec::new(),
    };
    let (was, is) = (statements(before, earlier), statements(now, present));
    for (label, after) in &is {
        let Some((_, before)) = was.iter().find(|(known, _)| known == label) else {
            lines.push(locale.fill(Key::ChangeNew, &[("label", label), ("now", after)]));
            continue;
        };
        if before != after {
            lines.push(locale.fill(Key::ChangeFromTo, &[("label", label), ("was", before), ("now", after)]));
        }
    }
    for (label, before) in was.iter().filter(|(label, _)| !is.iter().any(|(known, _)| known == label)) {
        lines.push(locale.fill(Key::ChangeGone, &[("label", label), ("was", before)]));
    }
    if lines.is_empty() {
        lines.push(locale.say(Key::ChangeOther));
    }
    Some(Change { lines, link: link(now, new), ..whole(now, present) })
}

/// The places of records by their ids.
struct Ids<'a> {
    activities: &'a [Activity],
    sorted: Vec<usize>,
}

impl<'a> Ids<'a> {
    fn of(activities: &'a [Activity]) -> Self {
        let id = |place: usize| activities.get(place).map(|activity| &activity.id);
        Self { activities, sorted: order(activities.len(), &mut |a, b| id(a).cmp(&id(b))) }
    }

    fn place(&self, id: &Text) -> Option<usize> {
        let id_of = |place: &usize| self.activities.get(*place).map(|activity| &activity.id);
        let found = self.sorted.binary_search_by(|place| id_of(place).cmp(&Some(id))).ok()?;
        self.sorted.get(found).copied()
    }
}

fn has(scene: &Scene, place: usize) -> bool {
    scene.totals.records.binary_search(&place).is_ok()
}

/// Whether a record says something else, or is counted elsewhere because its project or theme does. That an organisation
/// is written in another way corrects no record.
fn differs(before: &Scene, now: &Scene, old: usize, new: usize) -> bool {
    let (Some(earlier), Some(present)) = (before.data.activities.get(old), now.data.activities.get(new)) else {
        return false;
    };
    let donors = |scene: &Scene, activity: &Activity| activity.all_donors(scene.data).cloned().collect::<Vec<Text>>();
    earlier != present
        || has(before, old) != has(now, new)
        || goals_with_basis(before, earlier) != goals_with_basis(now, present)
        || donors(before, earlier) != donors(now, present)
}

/// A record with its numbers.
fn whole(scene: &Scene, activity: &Activity) -> Change {
    let locale = scene.locale;
    let date = activity.date.as_ref().map_or_else(|| locale.say(Key::Undated), |date| locale.when(date));
    let countries: Vec<String> = activity.countries.iter().map(|country| locale.country(country.code())).collect();
    let numbers = [Key::FactReached, Key::FactPlanned, Key::FactNotCounted].map(|key| locale.say(key));
    let stated = facts(details(scene, activity)).into_iter().filter(|(label, _)| numbers.contains(label));
    Change {
        id: activity.id.clone(),
        date: if countries.is_empty() { date } else { format!("{date} · {}", locale.list(&countries)) },
        title: activity.title.clone(),
        lines: stated.map(|(label, now)| locale.fill(Key::ChangeLine, &[("label", &label), ("now", &now)])).collect(),
        link: None,
    }
}

/// All that is said of a record, each under its name.
fn statements(scene: &Scene, activity: &Activity) -> Vec<(String, String)> {
    let locale = scene.locale;
    let details = details(scene, activity);
    let mut all = vec![(locale.say(Key::ChangeTitle), activity.title.to_string())];
    all.extend(details.summary.iter().map(|summary| (locale.say(Key::ChangeSummary), summary.to_string())));
    let source = details.source.clone().map(|(name, address)| match address {
        Some(address) if *address != *name => format!("{name} ({address})"),
        _ => name,
    });
    let source = source.map(|source| (details.source_label.clone(), source));
    // The note names other records, whose titles are not this one's.
    let note = locale.say(Key::FactNote);
    all.extend(facts(details).into_iter().filter(|(label, _)| *label != note));
    all.extend(source);
    all
}

fn facts(details: Details) -> Vec<(String, String)> {
    details.facts.into_iter().map(|fact| (fact.label, fact.lines.join("; "))).collect()
}

fn link(scene: &Scene, place: usize) -> Option<String> {
    let activity = scene.data.activities.get(place).filter(|_| has(scene, place))?;
    Some(encode_for_record(scene.selection, scene.locale.language(), &record_code(activity)))
}
