//! The foot of a view: how its numbers are counted, and where the data are from.

use super::ViewContext;
use crate::locale::Sentence;
use crate::model::{Text, is_web_address};
use crate::query::{CountingSummary, Qualifier};

/// Where the data are from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foot {
    /// The licence in words, and the address of its text if it may be a link.
    pub license: Option<(String, Option<Text>)>,
    /// The date and the publisher of the data.
    pub data: Option<String>,
}

/// How the numbers of a view are counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountingNote {
    /// What the numbers mean.
    pub intro: String,
    /// The total of people and activities.
    pub total: String,
    /// How many entries give which kind of number.
    pub counted: Vec<String>,
    /// How many were left out, by reason.
    pub left_out: Vec<String>,
    /// The counting rules.
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

/// How the totals of a view are counted.
pub fn counting_note(context: &ViewContext) -> CountingNote {
    let ViewContext { data, selection, totals, locale, .. } = context;
    let summary = CountingSummary::of(data, selection, totals);
    let lines = |counts: &[(Sentence, usize)]| {
        let non_zero = counts.iter().filter(|(_, n)| *n > 0);
        non_zero.map(|(sentence, n)| locale.count(*sentence, *n as u64, &[])).collect::<Vec<String>>()
    };
    let mut left_out = lines(&[
        (Sentence::OutUncounted, totals.reached.uncounted),
        (Sentence::OutPlanned, summary.planned),
        (Sentence::OutOnline, summary.online_media),
        (Sentence::OutNoNumber, summary.no_number),
        (Sentence::OutNoStatus, summary.no_status),
        (Sentence::OutProjectTotals, summary.project_totals),
    ]);
    if summary.overlap > 0 {
        let activities = locale.count(Sentence::Activities, summary.overlapping as u64, &[]);
        left_out.push(locale.count(Sentence::OutOverlap, summary.overlap, &[("activities", &activities)]));
    }
    let people = locale.tally(&totals.reached);
    let activities = locale.count(Sentence::Activities, totals.activities as u64, &[]);
    let total = match totals.reached.qualifier {
        Qualifier::None => Sentence::CountTotalNoNumber,
        Qualifier::AtLeast if totals.reached.counted == 0 => Sentence::CountTotalMagnitudeOnly,
        _ => Sentence::CountTotal,
    };
    CountingNote {
        intro: locale.say(Sentence::CountIntro),
        total: locale.fill(total, &[("people", &people), ("activities", &activities)]),
        counted: lines(&[
            (Sentence::CountExact, summary.exact),
            (Sentence::CountAtLeast, summary.at_least),
            (Sentence::CountAbout, summary.about),
            (Sentence::CountAtMost, summary.at_most),
            (Sentence::CountMagnitudeOnly, summary.magnitude_only),
        ]),
        left_out,
        rules: [Sentence::RuleFacets, Sentence::RuleGoals, Sentence::RuleAudience]
            .map(|sentence| locale.say(sentence))
            .to_vec(),
    }
}
