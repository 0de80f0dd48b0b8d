//! Problems in words: parts of a link that were not understood, unknown words in attributes, issues of the data.

use super::EmbedOptions;
use crate::link::{LinkProblem, LinkProblemKind};
use crate::locale::{Locale, Sentence};
use crate::model::{Issue, IssueKind};

/// The parts of a link that were not understood, one sentence each.
pub fn link_problem_lines(locale: &Locale, problems: &[LinkProblem]) -> Vec<String> {
    let line = |problem: &LinkProblem| {
        let sentence = match problem.kind {
            LinkProblemKind::UnknownKey => Sentence::LinkUnknownKey,
            LinkProblemKind::Malformed => Sentence::LinkMalformed,
            LinkProblemKind::UnknownCode => Sentence::LinkUnknownCode,
            LinkProblemKind::ReadOnly => Sentence::LinkReadOnly,
            LinkProblemKind::Filtered => Sentence::LinkRecordFiltered,
            LinkProblemKind::PerhapsCut => Sentence::LinkPerhapsCut,
        };
        locale.fill(sentence, &[("key", &problem.key), ("value", &problem.value)])
    };
    problems.iter().map(line).collect()
}

/// The unknown words in the element's attributes, one sentence each.
pub fn unknown_option_lines(locale: &Locale, options: &EmbedOptions) -> Vec<String> {
    let line = |(attribute, word): &(&'static str, String)| {
        locale.fill(Sentence::AttributeUnknown, &[("attribute", *attribute), ("word", word)])
    };
    options.unknown.iter().map(line).collect()
}

/// The issues of a data set, one sentence each: at most `limit` of them, then a sentence with the number of the others.
pub fn issue_lines(locale: &Locale, issues: &[Issue], limit: usize) -> Vec<String> {
    let mut lines: Vec<String> = issues.iter().take(limit).map(|issue| issue_line(locale, issue)).collect();
    let others = issues.len().saturating_sub(limit) as u64;
    if others > 0 {
        lines.push(locale.count(Sentence::IssuesMore, others, &[]));
    }
    lines
}

fn issue_line(locale: &Locale, issue: &Issue) -> String {
    let with_value = |sentence, value: &str| locale.fill(sentence, &[("value", value)]);
    let problem = match &issue.kind {
        IssueKind::NotAnObject => locale.say(Sentence::IssueNotAnObject),
        IssueKind::NoId => locale.say(Sentence::IssueNoId),
        IssueKind::NoTitle => locale.say(Sentence::IssueNoTitle),
        IssueKind::DuplicateId => locale.say(Sentence::IssueDuplicateId),
        IssueKind::UnknownField => locale.say(Sentence::IssueUnknownField),
        IssueKind::NoCode => locale.say(Sentence::IssueNoCode),
        IssueKind::BadDate(value) => with_value(Sentence::IssueBadDate, value),
        IssueKind::NoYear(value) => with_value(Sentence::IssueNoYear, value),
        IssueKind::BadGoal(value) => with_value(Sentence::IssueBadGoal, value),
        IssueKind::UnknownCountry(value) => with_value(Sentence::IssueUnknownCountry, value),
        IssueKind::DanglingProject(value) => with_value(Sentence::IssueDanglingProject, value),
        IssueKind::BadCount(value) => with_value(Sentence::IssueBadCount, value),
        IssueKind::Repeated(value) => with_value(Sentence::IssueRepeated, value),
        IssueKind::UnknownCode(value) => with_value(Sentence::IssueUnknownCode, value),
        IssueKind::WrongType(value) => with_value(Sentence::IssueWrongType, value),
        IssueKind::LostCharacters(value) => with_value(Sentence::IssueLostCharacters, value),
        IssueKind::WomenAndMenAboveCount { parts, count } => {
            let (parts, count) = (locale.number(*parts), locale.number(*count));
            locale.fill(Sentence::IssueWomenAndMenAboveCount, &[("parts", &parts), ("count", &count)])
        }
    };
    match (issue.record.as_str(), issue.field.as_str()) {
        (record, "") => locale.fill(Sentence::IssueLineRecord, &[("record", record), ("what", &problem)]),
        ("", field) => locale.fill(Sentence::IssueLineRecord, &[("record", field), ("what", &problem)]),
        (record, field) => {
            locale.fill(Sentence::IssueLine, &[("record", record), ("field", field), ("what", &problem)])
        }
    }
}
