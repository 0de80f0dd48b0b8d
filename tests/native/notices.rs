//! What went wrong, in words: each fault of the data and each part of a link that was dropped names where it is, what
//! was found there, and what to do.

use std::collections::BTreeSet;

use outreach_report::link::{LinkProblem, LinkProblemKind};
use outreach_report::model::{Issue, IssueKind, ParseError, parse};
use outreach_report::view::{self, Failure};

use crate::support::english::locale;
use crate::support::shown::Shown;

const BROKEN: &str = include_str!("fixtures/broken.json");

#[test]
fn dropped_parts_of_a_link_are_named() {
    let shown = Shown::link(
        &crate::support::embedded(),
        "colour=red&year=2o19&country=BD~ZZ~bangladesh&sdg=18&org=%C3%96&q=%FF",
    );
    let wanted = [
        "“colour” is no filter of this report.",
        "“2o19” is no value for “year”.",
        "“ZZ” is not known in “country”.",
        "“bangladesh” is no value for “country”.",
        "“18” is no value for “sdg”.",
        "“Ö” is not known in “org”.",
        "“\u{fffd}” is no value for “q”.",
    ];
    assert_eq!(view::link_problem_lines(&shown.locale, &shown.problems), wanted);
    assert_eq!(view::link_problem_lines(&locale(), &[]), Vec::<String>::new());
    // Whatever stands in a link is quoted as it is, braces and markup too.
    let odd = LinkProblem { key: "{value}".into(), value: "<b>{key}</b>".into(), kind: LinkProblemKind::Malformed };
    assert_eq!(view::link_problem_lines(&locale(), &[odd]), ["“<b>{key}</b>” is no value for “{value}”."]);
}

/// One of each fault. The match makes the compiler ask for a new one here.
fn every_fault() -> Vec<IssueKind> {
    let found = || "found".to_owned();
    let faults = vec![
        IssueKind::NotAnObject,
        IssueKind::NoId,
        IssueKind::NoTitle,
        IssueKind::DuplicateId,
        IssueKind::BadDate(found()),
        IssueKind::NoYear(found()),
        IssueKind::BadGoal(found()),
        IssueKind::UnknownCountry(found()),
        IssueKind::DanglingProject(found()),
        IssueKind::BadCount(found()),
        IssueKind::Repeated(found()),
        IssueKind::WomenAndMenAboveCount { parts: 5001, count: 5000 },
        IssueKind::UnknownCode(found()),
        IssueKind::UnknownField,
        IssueKind::WrongType(found()),
        IssueKind::NoCode,
    ];
    for fault in &faults {
        match fault {
            IssueKind::NotAnObject
            | IssueKind::NoId
            | IssueKind::NoTitle
            | IssueKind::DuplicateId
            | IssueKind::BadDate(_) => {}
            IssueKind::NoYear(_)
            | IssueKind::BadGoal(_)
            | IssueKind::UnknownCountry(_)
            | IssueKind::DanglingProject(_) => {}
            IssueKind::BadCount(_)
            | IssueKind::Repeated(_)
            | IssueKind::WomenAndMenAboveCount { .. }
            | IssueKind::UnknownCode(_) => {}
            IssueKind::UnknownField | IssueKind::WrongType(_) | IssueKind::NoCode => {}
        }
    }
    faults
}

/// Each fault has a sentence of its own that names record, field and value, and leaves no gap open.
#[test]
fn every_fault_is_named_with_its_place() {
    let mut sentences = BTreeSet::new();
    for fault in every_fault() {
        let issue = Issue { record: "record-7".into(), field: "reach[0].count".into(), kind: fault.clone() };
        let lines = view::issue_lines(&locale(), &[issue], 5);
        let [line] = &lines[..] else { panic!("{lines:?}") };
        assert!(line.starts_with("record-7, reach[0].count: "), "{line}");
        assert!(!line.contains(['{', '}']), "{line}");
        match fault {
            IssueKind::WomenAndMenAboveCount { .. } => {
                assert!(line.contains("5,001") && line.contains("5,000"), "{line}")
            }
            fault => assert_eq!(line.contains("“found”"), format!("{fault:?}").contains("found"), "{line}"),
        }
        assert!(line.ends_with('.'), "{line}");
        sentences.insert(line.clone());
    }
    assert_eq!(sentences.len(), every_fault().len(), "two faults are told in the same words");
}

/// A fault of a whole record, and one of the document itself.
#[test]
fn a_fault_without_a_field_or_a_record() {
    let line = |record: &str, field: &str| {
        view::issue_lines(
            &locale(),
            &[Issue { record: record.into(), field: field.into(), kind: IssueKind::NoCode }],
            1,
        )
        .concat()
    };
    let what = "a code must not be empty or “unknown”; it counts as not stated. Write null instead.";
    assert_eq!(line("donor-1", ""), format!("donor-1: {what}"));
    assert_eq!(line("", "license.name"), format!("license.name: {what}"));
}

/// The broken document of the parser's tests: every issue is told, and a long list says how long it is.
#[test]
fn a_long_list_is_cut_and_says_so() {
    let (_, issues) = parse(BROKEN).unwrap();
    let all = view::issue_lines(&locale(), &issues, issues.len());
    assert_eq!(all.len(), issues.len());
    for (line, issue) in all.iter().zip(&issues) {
        assert!(line.contains(&issue.record) && line.contains(&issue.field), "{line} of {issue}");
    }
    assert!(
        all.contains(
            &"counts, reach[0].count: “-3” is no whole number from 0 to 9,007,199,254,740,992 and counts as \
                           not given. Write digits only."
                .to_owned()
        )
    );
    let some = view::issue_lines(&locale(), &issues, 3);
    assert_eq!(some.len(), 4);
    assert_eq!(some[..3], all[..3]);
    assert_eq!(some[3], format!("… and {} more.", issues.len() - 3));
}

/// Why a text is no data set: a stable word for programs, what happened, and what to do.
#[test]
fn refusals_say_what_to_do() {
    let told = |parse_failure: &ParseError| view::parse_failure(&locale(), parse_failure);
    let Failure { code, message, hint } = told(&ParseError::NotJson { line: 1200, column: 7 });
    assert_eq!(code, "data-not-json");
    assert_eq!(message, "The data file is no valid JSON: it stops making sense at line 1,200, column 7.");
    assert_eq!(hint, "The file may be cut off. Publish it again, and check it with the schema.");
    let Failure { code, message, hint } = told(&ParseError::NotAReport);
    assert_eq!(code, "data-not-a-report");
    assert_eq!(message, "The file is JSON, but no data set of this report.");
    assert_eq!(hint, "It needs the format “outreach-report/1” and a list of activities.");
    let failure = told(&ParseError::OtherFormat("outreach-report/2".into()));
    assert_eq!(failure.code, "data-other-format");
    assert!(failure.message.contains("“outreach-report/2”"), "{}", failure.message);
    let json = serde_json::to_value(&failure).unwrap();
    let keys: Vec<&String> = json.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["code", "hint", "message"], "as events tell it");
}
