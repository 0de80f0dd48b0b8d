//! The notice that compares the numbers that a link remembers with those that its view shows now: "was at least 13,351
//! on 22 November 2026; now …".
//!
//! Invariant: if nothing is known to have changed, there is no notice.

use super::ViewContext;
use super::changes::{Changes, changes};
use crate::link::{LinkMemory, RememberedNumbers};
use crate::locale::Sentence;
use crate::model::{EdtfDate, PartialDate};

/// The notice above the report for a link that remembers numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemoryNotice {
    /// The earlier and the present numbers, in sentences.
    pub sentences: Vec<String>,
    /// The records that changed, as far as known.
    pub changes: Changes,
}

/// How old the data that a link remembers are, compared with those of the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VersionOrder {
    /// They are the same version.
    Same,
    /// They are older, or their order is unknown.
    Older,
    /// They are newer: the page shows an older version.
    Newer,
}

/// Compares the version that a link remembers with that of the view's data, which is `None` if the data state no date.
pub fn version_order(version: &EdtfDate, own: Option<&EdtfDate>) -> VersionOrder {
    let last_day = |date: &EdtfDate| date.span().map(|(_, last): (PartialDate, PartialDate)| last);
    match own {
        Some(own) if own == version => VersionOrder::Same,
        Some(own) if last_day(version) > last_day(own) => VersionOrder::Newer,
        _ => VersionOrder::Older,
    }
}

/// The notice for a link to this view; `None` if nothing changed. `before` is the same view over the data that the link
/// remembers; if that version cannot be had, `why_not` says why.
pub fn memory_notice(
    now: &ViewContext,
    memory: &LinkMemory,
    before: Option<&ViewContext>,
    why_not: Sentence,
) -> Option<MemoryNotice> {
    let present_numbers = RememberedNumbers::of(now.totals);
    let date = now.locale.date(&memory.data_date);
    let own_version = now.data.updated.as_ref();
    let changes = before.map(|before| changes(before, now)).unwrap_or_default();
    if memory.shown == present_numbers && changes.is_empty() {
        return None;
    }
    let locale = now.locale;
    let (remembered_text, present_text) = (numbers_text(now, &memory.shown), numbers_text(now, &present_numbers));
    let single_sentence = |sentence, own_date: &str| {
        let gaps = [("said", &*remembered_text), ("date", &*date), ("now", &*present_text), ("own", own_date)];
        Some(MemoryNotice { sentences: vec![locale.fill(sentence, &gaps)], changes: Changes::default() })
    };
    match version_order(&memory.data_date, own_version) {
        VersionOrder::Same => return single_sentence(Sentence::MemorySame, ""),
        VersionOrder::Newer => {
            return single_sentence(
                Sentence::MemoryNewer,
                &own_version.map(|own_version| locale.date(own_version)).unwrap_or_default(),
            );
        }
        VersionOrder::Older => {}
    }
    let earlier_numbers = before.map_or(memory.shown, |before| RememberedNumbers::of(before.totals));
    let people_text = |numbers: &RememberedNumbers| locale.tally(&numbers.reached.tally());
    let summary = changes.summary(now);
    let sentence = match (earlier_numbers.reached == present_numbers.reached, changes.is_empty()) {
        (false, false) => Sentence::MemoryWas,
        (false, true) => Sentence::MemoryWasOnly,
        (true, false) => Sentence::MemoryStill,
        (true, true) => Sentence::MemoryStillOnly,
    };
    let (was, is) = (people_text(&earlier_numbers), people_text(&present_numbers));
    let mut sentences =
        vec![locale.fill(sentence, &[("was", &was), ("date", &date), ("now", &is), ("changes", &summary)])];
    if earlier_numbers.activities != present_numbers.activities {
        let (was, is) = (locale.number(earlier_numbers.activities), locale.number(present_numbers.activities));
        sentences.push(locale.fill(Sentence::MemoryActivities, &[("was", &was), ("now", &is)]));
    }
    if before.is_none() {
        sentences.push(locale.say(why_not));
    } else if earlier_numbers != memory.shown {
        let earlier_text = numbers_text(now, &earlier_numbers);
        sentences.push(locale.fill(Sentence::MemorySaid, &[("said", &remembered_text), ("was", &earlier_text)]));
    }
    Some(MemoryNotice { sentences, changes })
}

/// Both numbers of a view: "at least 13,351 (157 activities)".
fn numbers_text(context: &ViewContext, numbers: &RememberedNumbers) -> String {
    let locale = context.locale;
    let activities = locale.count(Sentence::Activities, numbers.activities, &[]);
    let people = locale.tally(&numbers.reached.tally());
    locale.fill(Sentence::MemoryNumbers, &[("people", &people), ("activities", &activities)])
}
