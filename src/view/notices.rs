//! What went wrong, in words: parts of a link, values of the data, a data set that could not be shown.

use super::EmbedOptions;
use crate::link::{LinkProblem, LinkProblemKind};
use crate::locale::{Locale, Sentence};
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
pub fn link_problem_lines(locale: &Locale, problems: &[LinkProblem]) -> Vec<String> {
    let sentence = |part: &LinkProblem| {
        let key = match part.why {
            LinkProblemKind::UnknownKey => Sentence::LinkUnknownKey,
            LinkProblemKind::Malformed => Sentence::LinkMalformed,
            LinkProblemKind::UnknownCode => Sentence::LinkUnknownCode,
            LinkProblemKind::Fixed => Sentence::LinkFixed,
            LinkProblemKind::Filtered => Sentence::LinkRecordFiltered,
        };
        locale.fill(key, &[("key", &part.key), ("value", &part.value)])
    };
    problems.iter().map(sentence).collect()
}

/// Words of the element's attributes that name nothing, one sentence each.
pub fn unknown_option_lines(locale: &Locale, options: &EmbedOptions) -> Vec<String> {
    let sentence = |(attribute, word): &(&'static str, String)| {
        locale.fill(Sentence::AttributeUnknown, &[("attribute", *attribute), ("word", word)])
    };
    options.unknown.iter().map(sentence).collect()
}

/// What is wrong with the data, one sentence each, at most `most` of them and then how many more.
pub fn issue_lines(locale: &Locale, issues: &[Issue], most: usize) -> Vec<String> {
    let mut lines: Vec<String> = issues.iter().take(most).map(|found| issue(locale, found)).collect();
    let more = issues.len().saturating_sub(most) as u64;
    if more > 0 {
        lines.push(locale.count(Sentence::IssuesMore, more, &[]));
    }
    lines
}

fn issue(locale: &Locale, issue: &Issue) -> String {
    let value = |key, value: &str| locale.fill(key, &[("value", value)]);
    let what = match &issue.kind {
        IssueKind::NotAnObject => locale.say(Sentence::IssueNotAnObject),
        IssueKind::NoId => locale.say(Sentence::IssueNoId),
        IssueKind::NoTitle => locale.say(Sentence::IssueNoTitle),
        IssueKind::DuplicateId => locale.say(Sentence::IssueDuplicateId),
        IssueKind::UnknownField => locale.say(Sentence::IssueUnknownField),
        IssueKind::NoCode => locale.say(Sentence::IssueNoCode),
        IssueKind::BadDate(found) => value(Sentence::IssueBadDate, found),
        IssueKind::NoYear(found) => value(Sentence::IssueNoYear, found),
        IssueKind::BadGoal(found) => value(Sentence::IssueBadGoal, found),
        IssueKind::UnknownCountry(found) => value(Sentence::IssueUnknownCountry, found),
        IssueKind::DanglingProject(found) => value(Sentence::IssueDanglingProject, found),
        IssueKind::BadCount(found) => value(Sentence::IssueBadCount, found),
        IssueKind::Repeated(found) => value(Sentence::IssueRepeated, found),
        IssueKind::UnknownCode(found) => value(Sentence::IssueUnknownCode, found),
        IssueKind::WrongType(found) => value(Sentence::IssueWrongType, found),
        IssueKind::WomenAndMenAboveCount { parts, count } => {
            let (parts, count) = (locale.number(*parts), locale.number(*count));
            locale.fill(Sentence::IssueWomenAndMenAboveCount, &[("parts", &parts), ("count", &count)])
        }
    };
    match (issue.record.as_str(), issue.field.as_str()) {
        (record, "") => locale.fill(Sentence::IssueLineRecord, &[("record", record), ("what", &what)]),
        ("", field) => locale.fill(Sentence::IssueLineRecord, &[("record", field), ("what", &what)]),
        (record, field) => locale.fill(Sentence::IssueLine, &[("record", record), ("field", field), ("what", &what)]),
    }
}

/// Why a text is no data set, and what to do.
pub fn parse_failure(locale: &Locale, parse_failure: &ParseError) -> Failure {
    match parse_failure {
        ParseError::NotJson { line, column } => {
            let (line, column) = (locale.number(*line as u64), locale.number(*column as u64));
            Failure {
                code: "data-not-json",
                message: locale.fill(Sentence::FailNotJson, &[("line", &line), ("column", &column)]),
                hint: locale.say(Sentence::FailNotJsonHint),
            }
        }
        ParseError::NotAReport => Failure {
            code: "data-not-a-report",
            message: locale.say(Sentence::FailNotReport),
            hint: locale.say(Sentence::FailNotReportHint),
        },
        ParseError::OtherFormat(format) => Failure {
            code: "data-other-format",
            message: locale.fill(Sentence::FailOtherFormat, &[("format", format)]),
            hint: locale.say(Sentence::FailOtherFormatHint),
        },
    }
}
