//! The foot of a view: how its numbers are counted, and where the data are from.

use super::{BridgeStep, TotalKind, ViewContext, breakdown_title, number_bridge};
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
    /// The steps from the records of the view to those whose numbers are added up.
    pub bridge: Vec<BridgeStep>,
    /// What they add up to.
    pub total: String,
    /// The entries that are counted, and those that are left out; without a list that is empty.
    pub lists: Vec<EntryList>,
    /// The counting rules.
    pub rules: Vec<String>,
}

/// Reach entries by their kind. The numbers of the lines add up to that of the title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryList {
    /// What becomes of the entries, and how many they are.
    pub title: String,
    /// How many there are of each kind.
    pub lines: Vec<String>,
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
    let list = |title: Sentence, n: usize, counts: &[(Sentence, usize)]| {
        let activities = locale.count(Sentence::Activities, summary.overlap_activities as u64, &[]);
        let number = locale.number(summary.overlap_people);
        let people = locale.count(Sentence::People, summary.overlap_people, &[("number", &number)]);
        let gaps = [("activities", &*activities), ("people", &*people)];
        let lines = counts.iter().filter(|(_, n)| *n > 0);
        EntryList {
            title: locale.count(title, n as u64, &[]),
            lines: lines.map(|(sentence, n)| locale.count(*sentence, *n as u64, &gaps)).collect(),
        }
    };
    let counted = [
        (Sentence::CountExact, summary.exact),
        (Sentence::CountAtLeast, summary.at_least),
        (Sentence::CountAbout, summary.about),
        (Sentence::CountAtMost, summary.at_most),
    ];
    let left_out = [
        (Sentence::OutOverlap, summary.overlap),
        (Sentence::CountMagnitudeOnly, summary.magnitude_only),
        (Sentence::OutPlanned, summary.planned),
        (Sentence::OutOnline, summary.online_media),
        (Sentence::OutNoNumber, summary.no_number),
        (Sentence::OutNoStatus, summary.no_status),
    ];
    let lists = [
        list(Sentence::CountedGroups, summary.counted(), &counted),
        list(Sentence::LeftOutGroups, summary.left_out(), &left_out),
    ];
    let mut total = format!("{}.", breakdown_title(context, TotalKind::People));
    if totals.reached.qualifier == Qualifier::Range && summary.overlap > 0 {
        total = [total, locale.say(Sentence::CountUpperFigure)].join(" ");
    }
    CountingNote {
        intro: locale.say(Sentence::CountIntro),
        bridge: number_bridge(context),
        total,
        lists: lists.into_iter().filter(|list| !list.lines.is_empty()).collect(),
        rules: [Sentence::RuleFacets, Sentence::RuleGoals, Sentence::RuleAudience]
            .map(|sentence| locale.say(sentence))
            .to_vec(),
    }
}
