//! The foot: how the numbers of this view come about, and where the data are from.

use super::Scene;
use crate::locale::Key;
use crate::model::{Text, is_web_address};
use crate::query::{CountingSummary, Qualifier};

/// Where the data are from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foot {
    /// The licence: what it says, and where its text is.
    pub license: Option<(String, Option<Text>)>,
    /// Of when the data are, and who publishes them.
    pub data: Option<String>,
}

/// How we count, for this view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What the numbers mean.
    pub intro: String,
    /// What is in the total.
    pub total: String,
    /// By what kinds of number.
    pub counted: Vec<String>,
    /// What was left out and why.
    pub left_out: Vec<String>,
    /// The rules.
    pub rules: Vec<String>,
}

/// The foot of a view.
pub fn foot(scene: &Scene) -> Foot {
    let Scene { data, locale, .. } = scene;
    let license = data.license.as_ref().and_then(|license| {
        let name = license.name.as_ref().or(license.url.as_ref())?;
        let url = license.url.clone().filter(|url| is_web_address(url));
        Some((locale.fill(Key::FootLicense, &[("license", name)]), url))
    });
    let date = data.updated.as_ref().map(|updated| locale.when(updated));
    let data = match (date, &data.publisher) {
        (Some(date), Some(publisher)) => Some(locale.fill(Key::FootData, &[("date", &date), ("publisher", publisher)])),
        (Some(date), None) => Some(locale.fill(Key::DataOf, &[("date", &date)])),
        (None, publisher) => publisher.as_ref().map(Text::to_string),
    };
    Foot { license, data }
}

/// How the totals of a view come about.
pub fn note(scene: &Scene) -> Note {
    let Scene { data, selection, totals, locale, .. } = scene;
    let account = CountingSummary::of(data, selection, totals);
    let lines = |counts: &[(Key, usize)]| {
        let named = counts.iter().filter(|(_, n)| *n > 0);
        named.map(|(key, n)| locale.count(*key, *n as u64, &[])).collect::<Vec<String>>()
    };
    let mut left_out = lines(&[
        (Key::OutUncounted, totals.people.uncounted),
        (Key::OutPlanned, account.planned),
        (Key::OutOnline, account.online_media),
        (Key::OutNoNumber, account.no_number),
        (Key::OutNoStatus, account.no_status),
        (Key::OutProjectTotals, account.project_totals),
    ]);
    if account.overlap > 0 {
        let activities = locale.count(Key::Activities, account.overlapping as u64, &[]);
        left_out.push(locale.count(Key::OutOverlap, account.overlap, &[("activities", &activities)]));
    }
    let people = locale.tally(&totals.people);
    let activities = locale.count(Key::Activities, totals.activities as u64, &[]);
    let total = match totals.people.qualifier {
        Qualifier::None => Key::CountTotalNoNumber,
        Qualifier::AtLeast if totals.people.counted == 0 => Key::CountTotalInWords,
        _ => Key::CountTotal,
    };
    Note {
        intro: locale.say(Key::CountIntro),
        total: locale.fill(total, &[("people", &people), ("activities", &activities)]),
        counted: lines(&[
            (Key::CountExact, account.exact),
            (Key::CountAtLeast, account.at_least),
            (Key::CountAbout, account.about),
            (Key::CountAtMost, account.at_most),
            (Key::CountWords, account.words_only),
        ]),
        left_out,
        rules: [Key::RuleFacets, Key::RuleGoals, Key::RuleAudience].map(|key| locale.say(key)).to_vec(),
    }
}
