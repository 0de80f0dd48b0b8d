//! What changed in a view between two versions of a data set: records that were added, corrected, removed.
//!
//! Invariants: a record is identified by its id and is in at most one of the lists; each was in the view before or is
//! in it now. The texts about a record are those of its facts, so what the facts withhold is withheld here too.

use super::breakdown::item;
use super::record_details::{goals_with_basis, record_details};
use super::{RecordItem, RecordSection, SectionKind, ViewContext};
use crate::locale::Sentence;
use crate::model::{Activity, Text};
use crate::sort::sorted_indices;

/// The records that changed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// New records of the view, as rows of the present data.
    pub added: Vec<usize>,
    /// Records whose content changed, or that entered or left the view, as rows of the present data.
    pub corrected: Vec<usize>,
    /// Records that the view had and that are no longer in the data, as rows of the earlier data.
    pub removed: Vec<usize>,
}

/// What changed between two versions of a data set under one selection.
pub fn changes(before: &ViewContext, now: &ViewContext) -> Changes {
    let (earlier_rows, present_rows) = (RowsById::new(&before.data.activities), RowsById::new(&now.data.activities));
    let mut changes = Changes::default();
    for (row, present) in now.data.activities.iter().enumerate() {
        let in_view_now = is_in_view(now, row);
        match earlier_rows.find(&present.id) {
            Some((earlier_row, earlier)) => {
                let entered_or_left = is_in_view(before, earlier_row) != in_view_now;
                if entered_or_left || in_view_now && differs(before, now, earlier, present) {
                    changes.corrected.push(row);
                }
            }
            None if in_view_now => changes.added.push(row),
            None => {}
        }
    }
    let is_removed =
        |row: &usize| before.data.activities.get(*row).is_some_and(|record| present_rows.find(&record.id).is_none());
    changes.removed = before.totals.rows.iter().filter(is_removed).collect();
    changes
}

impl Changes {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.lists().iter().all(|(_, _, rows)| rows.is_empty())
    }

    /// The number of changes in words: "4 added, 1 corrected".
    pub fn summary(&self, context: &ViewContext) -> String {
        let non_empty = self.lists().into_iter().filter(|(.., rows)| !rows.is_empty());
        let parts: Vec<String> =
            non_empty.map(|(count, _, rows)| context.locale.count(count, rows.len() as u64, &[])).collect();
        parts.join(", ")
    }

    /// The lists as sections of records: corrected, added, removed.
    pub fn sections(&self, context: &ViewContext) -> [RecordSection; 3] {
        let locale = context.locale;
        let [added, corrected, removed] = self.lists().map(|(_, title, rows)| {
            let (title, n) = (locale.say(title), locale.number(rows.len() as u64));
            let title = locale.fill(Sentence::SectionHeading, &[("title", &title), ("n", &n)]);
            RecordSection { kind: SectionKind::All, title, rows: rows.clone() }
        });
        [corrected, added, removed]
    }

    fn lists(&self) -> [(Sentence, Sentence, &Vec<usize>); 3] {
        [
            (Sentence::ChangesAdded, Sentence::ChangesSectionAdded, &self.added),
            (Sentence::ChangesCorrected, Sentence::ChangesSectionCorrected, &self.corrected),
            (Sentence::ChangesRemoved, Sentence::ChangesSectionRemoved, &self.removed),
        ]
    }
}

/// The first `limit` corrected records, each with what its facts were and what they are now.
pub fn corrections(before: &ViewContext, now: &ViewContext, section: &RecordSection, limit: usize) -> Vec<RecordItem> {
    let rows = section.rows.iter().take(limit);
    rows.filter_map(|row| correction(before, now, *row)).collect()
}

fn correction(before: &ViewContext, now: &ViewContext, row: usize) -> Option<RecordItem> {
    let present = now.data.activities.get(row)?;
    let (earlier_row, earlier) =
        before.data.activities.iter().enumerate().find(|(_, earlier)| earlier.id == present.id)?;
    let locale = now.locale;
    let mut lines = match (is_in_view(before, earlier_row), is_in_view(now, row)) {
        (false, true) => vec![locale.say(Sentence::ChangeEntered)],
        (true, false) => vec![locale.say(Sentence::ChangeLeft)],
        _ => Vec::new(),
    };
    let (earlier_facts, present_facts) = (labelled_facts(before, earlier), labelled_facts(now, present));
    let fact_text = |list: &[(String, String)], label: &str| {
        list.iter()
            .find(|(known, _)| known == label)
            .map_or_else(|| locale.say(Sentence::ChangeNothing), |(_, text)| text.clone())
    };
    let only_before = earlier_facts.iter().filter(|(label, _)| !present_facts.iter().any(|(known, _)| known == label));
    for (label, _) in present_facts.iter().chain(only_before) {
        let (earlier_text, present_text) = (fact_text(&earlier_facts, label), fact_text(&present_facts, label));
        if earlier_text != present_text {
            lines.push(
                locale
                    .fill(Sentence::ChangeFromTo, &[("label", label), ("was", &earlier_text), ("now", &present_text)]),
            );
        }
    }
    if lines.is_empty() {
        lines.push(locale.say(Sentence::ChangeOther));
    }
    Some(RecordItem { lines, ..item(now, SectionKind::All, row, present) })
}

/// Finds the row of a record by its id.
struct RowsById<'a> {
    activities: &'a [Activity],
    sorted: Vec<usize>,
}

impl<'a> RowsById<'a> {
    fn new(activities: &'a [Activity]) -> Self {
        let id = |row: usize| activities.get(row).map(|activity| &activity.id);
        Self { activities, sorted: sorted_indices(activities.len(), &mut |a, b| id(a).cmp(&id(b))) }
    }

    fn find(&self, id: &Text) -> Option<(usize, &'a Activity)> {
        let id_of = |row: &usize| self.activities.get(*row).map(|activity| &activity.id);
        let position = self.sorted.binary_search_by(|row| id_of(row).cmp(&Some(id))).ok()?;
        let row = *self.sorted.get(position)?;
        Some((row, self.activities.get(row)?))
    }
}

fn is_in_view(context: &ViewContext, row: usize) -> bool {
    context.totals.rows.contains(row)
}

/// Whether a record itself changed, or is counted under other goals or donors because its project or theme changed. A
/// new spelling of an organisation's name is no correction of the record.
fn differs(before: &ViewContext, now: &ViewContext, earlier: &Activity, present: &Activity) -> bool {
    earlier != present
        || goals_with_basis(before, earlier) != goals_with_basis(now, present)
        || !earlier.all_donors(before.data).eq(present.all_donors(now.data))
}

/// All facts of a record, each with its label.
fn labelled_facts(context: &ViewContext, activity: &Activity) -> Vec<(String, String)> {
    let locale = context.locale;
    let details = record_details(context, activity);
    // The note contains titles of other records, which are not facts of this one.
    let note = locale.say(Sentence::FactNote);
    let facts = details.facts.into_iter().filter(|fact| fact.label != note);
    let mut labelled: Vec<(String, String)> = facts.map(|fact| (fact.label, fact.lines.join("; "))).collect();
    labelled.insert(0, (locale.say(Sentence::ChangeTitle), activity.title.to_string()));
    if let Some(summary) = details.summary {
        labelled.push((locale.say(Sentence::ChangeSummary), summary.to_string()));
    }
    if let Some((source, address)) = details.source {
        let address = address.map(|address| format!(" ({address})")).unwrap_or_default();
        labelled.push((details.source_label, source + &address));
    }
    labelled
}
