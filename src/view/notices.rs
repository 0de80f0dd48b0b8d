//! What went wrong, in words: parts of a link, values of the data, a data set that could not be shown.

use super::Frame;
use crate::link::{LinkProblem, LinkProblemKind};
use crate::locale::{Key, Locale};
use crate::model::{Issue, IssueKind, ParseError};

/// A failure as events and notices tell it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Failure {
    /// A stable word for programs.
    pub code: &'static str,
    /// What happened.
    pub message: String,
    /// What to do next.
    pub hint: String,
}

/// What a link said that was not understood, one sentence each.
pub fn dropped(locale: &Locale, dropped: &[LinkProblem]) -> Vec<String> {
    let sentence = |part: &LinkProblem| {
        let key = match part.why {
            LinkProblemKind::UnknownKey => Key::LinkUnknownKey,
            LinkProblemKind::Malformed => Key::LinkMalformed,
            LinkProblemKind::UnknownCode => Key::LinkUnknownCode,
            LinkProblemKind::Fixed => Key::LinkFixed,
            LinkProblemKind::Filtered => Key::LinkRecordFiltered,
        };
        locale.fill(key, &[("key", &part.key), ("value", &part.value)])
    };
    dropped.iter().map(sentence).collect()
}

/// Words of the element's attributes that name nothing, one sentence each.
pub fn framed(locale: &Locale, frame: &Frame) -> Vec<String> {
    let sentence = |(attribute, word): &(&'static str, String)| {
        locale.fill(Key::AttributeUnknown, &[("attribute", *attribute), ("word", word)])
    };
    frame.unknown.iter().map(sentence).collect()
}

/// What is wrong with the data, one sentence each, at most `most` of them and then how many more.
pub fn issues(locale: &Locale, issues: &[Issue], most: usize) -> Vec<String> {
    let mut lines: Vec<String> = issues.iter().take(most).map(|found| issue(locale, found)).collect();
    let more = issues.len().saturating_sub(most) as u64;
    if more > 0 {
        lines.push(locale.count(Key::IssuesMore, more, &[]));
    }
    lines
}

fn issue(locale: &Locale, issue: &Issue) -> String {
    let value = |key, value: &str| locale.fill(key, &[("value", value)]);
    let what = match &issue.kind {
        IssueKind::NotAnObject => locale.say(Key::FaultNotAnObject),
        IssueKind::NoId => locale.say(Key::FaultNoId),
        IssueKind::NoTitle => locale.say(Key::FaultNoTitle),
        IssueKind::DuplicateId => locale.say(Key::FaultDuplicateId),
        IssueKind::UnknownField => locale.say(Key::FaultUnknownField),
        IssueKind::NoCode => locale.say(Key::FaultNoCode),
        IssueKind::BadDate(found) => value(Key::FaultBadDate, found),
        IssueKind::NoYear(found) => value(Key::FaultNoYear, found),
        IssueKind::BadGoal(found) => value(Key::FaultBadGoal, found),
        IssueKind::UnknownCountry(found) => value(Key::FaultUnknownCountry, found),
        IssueKind::DanglingProject(found) => value(Key::FaultDanglingProject, found),
        IssueKind::BadCount(found) => value(Key::FaultBadCount, found),
        IssueKind::Repeated(found) => value(Key::FaultRepeated, found),
        IssueKind::UnknownCode(found) => value(Key::FaultUnknownCode, found),
        IssueKind::WrongType(found) => value(Key::FaultWrongType, found),
        IssueKind::WomenAndMenAboveCount { parts, count } => {
            let (parts, count) = (locale.number(*parts), locale.number(*count));
            locale.fill(Key::FaultPartsAboveCount, &[("parts", &parts), ("count", &count)])
        }
    };
    match (issue.record.as_str(), issue.field.as_str()) {
        (record, "") => locale.fill(Key::IssueLineRecord, &[("record", record), ("what", &what)]),
        ("", field) => locale.fill(Key::IssueLineRecord, &[("record", field), ("what", &what)]),
        (record, field) => locale.fill(Key::IssueLine, &[("record", record), ("field", field), ("what", &what)]),
    }
}

/// Why a text is no data set, and what to do.
pub fn refusal(locale: &Locale, refusal: &ParseError) -> Failure {
    match refusal {
        ParseError::NotJson { line, column } => {
            let (line, column) = (locale.number(*line as u64), locale.number(*column as u64));
            Failure {
                code: "data-not-json",
                message: locale.fill(Key::FailNotJson, &[("line", &line), ("column", &column)]),
                hint: locale.say(Key::FailNotJsonHint),
            }
        }
        ParseError::NotAReport => Failure {
            code: "data-not-a-report",
            message: locale.say(Key::FailNotReport),
            hint: locale.say(Key::FailNotReportHint),
        },
        ParseError::OtherFormat(format) => Failure {
            code: "data-other-format",
            message: locale.fill(Key::FailOtherFormat, &[("format", format)]),
            hint: locale.say(Key::FailOtherFormatHint),
        },
    }
}
