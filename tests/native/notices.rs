//! Notices of problems: each issue of the data and each dropped part of a link has a sentence that says where it is,
//! what was found there, and what to do.

use std::collections::BTreeSet;

use outreach_report::link::{LinkProblem, LinkProblemKind};
use outreach_report::model::{Issue, IssueKind, parse};
use outreach_report::view;

use crate::support::english::locale;
use crate::support::view_fixture::ViewFixture;

const BROKEN: &str = include_str!("fixtures/broken.json");

#[test]
fn dropped_parts_of_a_link_are_reported() {
    let shown = ViewFixture::from_link(
        &crate::support::built_in(),
        "colour=red&year=2o19&country=BD~ZZ~bangladesh&sdg=18&org=%C3%96&q=%FF",
    );
    let expected = [
        "“colour” is no filter of this report.",
        "“2o19” is no value for “year”.",
        "“ZZ” is not known in “country”.",
        "“bangladesh” is no value for “country”.",
        "“18” is no value for “sdg”.",
        "“Ö” is not known in “org”.",
        "“\u{fffd}” is no value for “q”.",
    ];
    assert_eq!(view::link_problem_lines(&shown.locale, &shown.problems), expected);
    assert_eq!(view::link_problem_lines(&locale(), &[]), Vec::<String>::new());
    // The text of a link is quoted unchanged, including braces and markup.
    let odd = LinkProblem { key: "{value}".into(), value: "<b>{key}</b>".into(), kind: LinkProblemKind::Malformed };
    assert_eq!(view::link_problem_lines(&locale(), &[odd]), ["“<b>{key}</b>” is no value for “{value}”."]);
}

/// One issue of each kind. The match does not compile if a new kind is missing here.
fn every_kind() -> Vec<IssueKind> {
    let value = || "found".to_owned();
    let kinds = vec![
        IssueKind::NotAnObject,
        IssueKind::NoId,
        IssueKind::NoTitle,
        IssueKind::DuplicateId,
        IssueKind::BadDate(value()),
        IssueKind::NoYear(value()),
        IssueKind::BadGoal(value()),
        IssueKind::UnknownCountry(value()),
        IssueKind::DanglingProject(value()),
        IssueKind::BadCount(value()),
        IssueKind::Repeated(value()),
        IssueKind::WomenAndMenAboveCount { parts: 5001, count: 5000 },
        IssueKind::UnknownCode(value()),
        IssueKind::UnknownField,
        IssueKind::WrongType(value()),
        IssueKind::NoCode,
        IssueKind::LostCharacters(value()),
    ];
    for kind in &kinds {
        match kind {
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
            IssueKind::LostCharacters(_) => {}
        }
    }
    kinds
}

/// Each kind of issue has its own sentence, which names record, field and value, without unfilled gaps.
#[test]
fn every_issue_is_reported_with_its_record_and_field() {
    let mut sentences = BTreeSet::new();
    for kind in every_kind() {
        let issue = Issue { record: "record-7".into(), field: "reach[0].count".into(), kind: kind.clone() };
        let lines = view::issue_lines(&locale(), &[issue], 5);
        let [line] = &lines[..] else { panic!("{lines:?}") };
        assert!(line.starts_with("record-7, reach[0].count: "), "{line}");
        assert!(!line.contains(['{', '}']), "{line}");
        match kind {
            IssueKind::WomenAndMenAboveCount { .. } => {
                assert!(line.contains("5,001") && line.contains("5,000"), "{line}")
            }
            kind => assert_eq!(line.contains("“found”"), format!("{kind:?}").contains("found"), "{line}"),
        }
        assert!(line.ends_with('.'), "{line}");
        sentences.insert(line.clone());
    }
    assert_eq!(sentences.len(), every_kind().len(), "two kinds of issues have the same sentence");
}

/// An issue of a whole record, and one of the document itself.
#[test]
fn an_issue_without_a_field_or_a_record() {
    let line = |record: &str, field: &str| {
        view::issue_lines(
            &locale(),
            &[Issue { record: record.into(), field: field.into(), kind: IssueKind::NoCode }],
            1,
        )
        .concat()
    };
    let text = "a code must not be empty or “unknown”; it counts as not stated. Write null instead.";
    assert_eq!(line("donor-1", ""), format!("donor-1: {text}"));
    assert_eq!(line("", "license.name"), format!("license.name: {text}"));
}

/// The broken document of the parser tests: every issue has a line, and a list that is cut short ends with the number
/// of further issues.
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
    let cut = view::issue_lines(&locale(), &issues, 3);
    assert_eq!(cut.len(), 4);
    assert_eq!(cut[..3], all[..3]);
    assert_eq!(cut[3], format!("… and {} more.", issues.len() - 3));
}
