//! What a link remembers, beside what its view shows now: "was at least 13,351 on 22 November 2026; now …".
//!
//! Invariant: where nothing is known to be other than it was, there is nothing to say.

use super::ViewContext;
use super::changes::{Changes, changes};
use crate::link::{LinkMemory, RememberedNumbers};
use crate::locale::Sentence;
use crate::model::{EdtfDate, PartialDate};

/// What is to be said of a link that remembers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemoryNotice {
    /// What was and what is, one sentence each.
    pub sentences: Vec<String>,
    /// Which records changed, as far as that is known.
    pub changes: Changes,
}

/// Where the data that a link remembers stand to those of the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VersionOrder {
    /// They are the same version.
    Same,
    /// They are older, or it cannot be told.
    Older,
    /// They are newer: the page shows data of before.
    Newer,
}

/// Whether the data that a link remembers are older than these.
pub fn version_order(version: &EdtfDate, own: Option<&EdtfDate>) -> VersionOrder {
    let end = |when: &EdtfDate| when.span().map(|(_, last): (PartialDate, PartialDate)| last);
    match own {
        Some(own) if own == version => VersionOrder::Same,
        Some(own) if end(version) > end(own) => VersionOrder::Newer,
        _ => VersionOrder::Older,
    }
}

/// What is to be said of a link of this view; nothing where nothing changed. `before` is the view over the data that the
/// link remembers, where these are kept.
pub fn memory_notice(now: &ViewContext, said: &LinkMemory, before: Option<&ViewContext>) -> Option<MemoryNotice> {
    let present = RememberedNumbers::of(now.totals);
    let date = now.locale.date(&said.version);
    let own = now.data.updated.as_ref();
    let changes = before.map(|before| changes(before, now)).unwrap_or_default();
    if said.shown == present && changes.is_empty() {
        return None;
    }
    let locale = now.locale;
    let (said_words, present_words) = (words(now, &said.shown), words(now, &present));
    let plain = |key, own: &str| {
        let gaps = [("said", &*said_words), ("date", &*date), ("now", &*present_words), ("own", own)];
        Some(MemoryNotice { sentences: vec![locale.fill(key, &gaps)], changes: Changes::default() })
    };
    match version_order(&said.version, own) {
        VersionOrder::Same => return plain(Sentence::MemorySame, ""),
        VersionOrder::Newer => {
            return plain(Sentence::MemoryNewer, &own.map(|own| locale.date(own)).unwrap_or_default());
        }
        VersionOrder::Older => {}
    }
    let earlier = before.map_or(said.shown, |before| RememberedNumbers::of(before.totals));
    let number = |figures: &RememberedNumbers| locale.tally(&figures.people.tally());
    let summary = changes.summary(now);
    let key = match (earlier.people == present.people, changes.is_empty()) {
        (false, false) => Sentence::MemoryWas,
        (false, true) => Sentence::MemoryWasOnly,
        (true, false) => Sentence::MemoryStill,
        (true, true) => Sentence::MemoryStillOnly,
    };
    let (was, is) = (number(&earlier), number(&present));
    let mut sentences = vec![locale.fill(key, &[("was", &was), ("date", &date), ("now", &is), ("changes", &summary)])];
    if earlier.activities != present.activities {
        let (was, is) = (locale.number(earlier.activities), locale.number(present.activities));
        sentences.push(locale.fill(Sentence::MemoryActivities, &[("was", &was), ("now", &is)]));
    }
    if before.is_none() {
        sentences.push(locale.say(Sentence::MemoryGone));
    } else if earlier != said.shown {
        let earlier = words(now, &earlier);
        sentences.push(locale.fill(Sentence::MemorySaid, &[("said", &said_words), ("was", &earlier)]));
    }
    Some(MemoryNotice { sentences, changes })
}

/// Both numbers of a view: "at least 13,351 (150 activities)".
fn words(context: &ViewContext, figures: &RememberedNumbers) -> String {
    let locale = context.locale;
    let activities = locale.count(Sentence::Activities, figures.activities, &[]);
    let people = locale.tally(&figures.people.tally());
    locale.fill(Sentence::MemoryNumbers, &[("people", &people), ("activities", &activities)])
}
