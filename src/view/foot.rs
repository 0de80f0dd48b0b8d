//! The foot: how the numbers of this view come about, and where the data are from.

use super::ViewContext;
use crate::locale::Sentence;
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
pub struct CountingNote {
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
pub fn foot(context: &ViewContext) -> Foot {
    let ViewContext { data, locale, .. } = context;
    let license = data.license.as_ref().and_then(|license| {
        let name = license.name.as_ref().or(license.url.as_ref())?;
        let url = license.url.clone().filter(|url| is_web_address(url));
        Some((locale.fill(Sentence::FootLicense, &[("license", name)]), url))
    });
    let date = data.updated.as_ref().map(|updated| locale.date(updated));
    let data = match (date, &data.publisher) {
        (Some(date), Some(publisher)) => {
            Some(locale.fill(Sentence::FootData, &[("date", &date), ("publisher", publisher)]))
        }
        (Some(date), None) => Some(locale.fill(Sentence::DataOf, &[("date", &date)])),
        (None, publisher) => publisher.as_ref().map(Text::to_string),
    };
    Foot { license, data }
}

/// How the totals of a view come about.
pub fn counting_note(context: &ViewContext) -> CountingNote {
    let ViewContext { data, selection, totals, locale, .. } = context;
    let account = CountingSummary::of(data, selection, totals);
    let lines = |counts: &[(Sentence, usize)]| {
        let named = counts.iter().filter(|(_, n)| *n > 0);
        named.map(|(key, n)| locale.count(*key, *n as u64, &[])).collect::<Vec<String>>()
    };
    let mut left_out = lines(&[
        (Sentence::OutUncounted, totals.people.uncounted),
        (Sentence::OutPlanned, account.planned),
        (Sentence::OutOnline, account.online_media),
        (Sentence::OutNoNumber, account.no_number),
        (Sentence::OutNoStatus, account.no_status),
        (Sentence::OutProjectTotals, account.project_totals),
    ]);
    if account.overlap > 0 {
        let activities = locale.count(Sentence::Activities, account.overlapping as u64, &[]);
        left_out.push(locale.count(Sentence::OutOverlap, account.overlap, &[("activities", &activities)]));
    }
    let people = locale.tally(&totals.people);
    let activities = locale.count(Sentence::Activities, totals.activities as u64, &[]);
    let total = match totals.people.qualifier {
        Qualifier::None => Sentence::CountTotalNoNumber,
        Qualifier::AtLeast if totals.people.counted == 0 => Sentence::CountTotalInWords,
        _ => Sentence::CountTotal,
    };
    CountingNote {
        intro: locale.say(Sentence::CountIntro),
        total: locale.fill(total, &[("people", &people), ("activities", &activities)]),
        counted: lines(&[
            (Sentence::CountExact, account.exact),
            (Sentence::CountAtLeast, account.at_least),
            (Sentence::CountAbout, account.about),
            (Sentence::CountAtMost, account.at_most),
            (Sentence::CountWords, account.words_only),
        ]),
        left_out,
        rules: [Sentence::RuleFacets, Sentence::RuleGoals, Sentence::RuleAudience].map(|key| locale.say(key)).to_vec(),
    }
}
