//! Parsing a document that is broken in every way that the format defines: the issue of each fault, and what happens to
//! the value. `fixtures/broken.json` has the faults, one record for each kind.

use outreach_report::model::IssueKind::*;
use outreach_report::model::{Activity, Bound, Count, DataSet, Issue, IssueKind, Mode, Scope, Status, parse};

const BROKEN: &str = include_str!("fixtures/broken.json");

fn broken() -> (DataSet, Vec<Issue>) {
    parse(BROKEN).unwrap()
}

fn record(data: &DataSet, id: &str) -> Activity {
    data.activities.iter().find(|activity| &*activity.id == id).unwrap().clone()
}

/// Every issue of the fixture: the record, the field, and what is wrong with it.
#[rustfmt::skip]
fn expected_issues() -> Vec<(&'static str, &'static str, IssueKind)> {
    fn s(text: &str) -> String { text.to_owned() }
    vec![
        ("", "description", WrongType(s("[…]"))),
        ("", "license.year", UnknownField),
        ("", "updated", BadDate(s("last Tuesday"))),
        ("", "kontact", UnknownField),
        ("", "places", WrongType(s("{…}"))),
        ("ORG", "", DuplicateId),
        ("organisations[2]", "code", NoId),
        ("organisations[3]", "code", NoId),
        ("organisations[4]", "", NotAnObject),
        ("donor-1", "name", WrongType(s("5"))),
        ("donor-1", "aliases[1]", NoCode),
        ("donor-1", "aliases[2]", Repeated(s("Donor One"))),
        ("donor-1", "colour", UnknownField),
        ("Partner One", "aliases", WrongType(s("One"))),
        ("TIP", "sdg_targets[1]", BadGoal(s("18.1"))),
        ("TIP", "sdg_targets[2]", BadGoal(s("16"))),
        ("TIP", "sdg_targets[3]", Repeated(s("5.2"))),
        ("project-1", "organisation", UnknownCode(s("NO-ORG"))),
        ("project-1", "partners[0]", UnknownCode(s("Nobody"))),
        ("project-1", "donors[0]", UnknownCode(s("no-donor"))),
        ("project-1", "sdgs[1]", BadGoal(s("0"))),
        ("project-1", "period", NoYear(s("2018/2017"))),
        ("codes", "kind", UnknownCode(s("picnic"))),
        ("codes", "themes[1]", UnknownCode(s("NO-THEME"))),
        ("codes", "organisation", UnknownCode(s("NO-ORG"))),
        ("codes", "donors[0]", UnknownCode(s("no-donor"))),
        ("codes", "partners[0]", UnknownCode(s("Nobody"))),
        ("codes", "scope", UnknownCode(s("stunt"))),
        ("codes", "reach[0].audience", UnknownCode(s("aliens"))),
        ("codes", "reach[0].bound", UnknownCode(s("roughly"))),
        ("codes", "reach[0].magnitude", UnknownCode(s("dozens"))),
        ("codes", "reach[0].status", UnknownCode(s("rumoured"))),
        ("codes", "reach[0].mode", UnknownCode(s("telepathy"))),
        ("word-unknown", "kind", NoCode),
        ("word-unknown", "themes[0]", NoCode),
        ("word-unknown", "organisation", NoCode),
        ("word-unknown", "donors[0]", NoCode),
        ("word-unknown", "partners[0]", NoCode),
        ("word-unknown", "project", NoCode),
        ("word-unknown", "reach[0].audience", NoCode),
        ("word-unknown", "reach[1].audience", NoCode),
        ("goals", "sdgs[0]", BadGoal(s("18"))),
        ("goals", "sdgs[1]", BadGoal(s("0"))),
        ("goals", "sdgs[3]", BadGoal(s("-1"))),
        ("goals", "sdgs[4]", BadGoal(s("16"))),
        ("goals", "sdgs[5]", BadGoal(s("5.5"))),
        ("goals", "sdgs[7]", BadGoal(s("null"))),
        ("goals", "sdgs[8]", Repeated(s("5"))),
        ("goals", "sdgs[9]", Repeated(s("5"))),
        ("counts", "sessions", BadCount(s("-2"))),
        ("counts", "reach[0].count", BadCount(s("-3"))),
        ("counts", "reach[1].count", BadCount(s("1.5"))),
        ("counts", "reach[2].count", BadCount(s("9007199254740993"))),
        ("counts", "reach[3].count", BadCount(s("12"))),
        ("counts", "reach[6].count", BadCount(s("true"))),
        ("parts", "reach[0].women", WomenAndMenAboveCount { parts: 51, count: 50 }),
        ("parts", "reach[1].women", WomenAndMenAboveCount { parts: 51, count: 50 }),
        ("countries", "countries[1]", UnknownCountry(s("XX"))),
        ("countries", "countries[2]", UnknownCountry(s("bd"))),
        ("countries", "countries[3]", UnknownCountry(s("BGD"))),
        ("countries", "countries[4]", UnknownCountry(s("5"))),
        ("countries", "countries[6]", Repeated(s("BD"))),
        ("date-bad", "date", BadDate(s("sometime in May"))),
        ("date-bad", "published", BadDate(s("2022-02-30"))),
        ("date-digits", "date", NoYear(s("201X"))),
        ("date-all-of", "date", NoYear(s("{2019,2020}"))),
        ("date-one-of", "date", NoYear(s("[2019..2020]"))),
        ("date-reversed", "date", NoYear(s("2021/2019"))),
        ("fields", "organizer", UnknownField),
        ("fields", "reach[0].counted", UnknownField),
        ("fields", "source.address", UnknownField),
        ("project", "project", DanglingProject(s("project-2"))),
        ("repeated", "themes[1]", Repeated(s("TIP"))),
        ("repeated", "places[1]", Repeated(s("Dhaka"))),
        ("repeated", "donors[1]", Repeated(s("donor-1"))),
        ("repeated", "partners[1]", Repeated(s("Partner One"))),
        ("types", "summary", WrongType(s("5"))),
        ("types", "countries", WrongType(s("BD"))),
        ("types", "places[0]", WrongType(s("null"))),
        ("types", "date", WrongType(s("2019"))),
        ("types", "themes[0]", WrongType(s("5"))),
        ("types", "reach", WrongType(s("{…}"))),
        ("types", "sdgs", WrongType(s("5"))),
        ("types", "source", WrongType(s("https://example.org/"))),
        ("types", "kind", WrongType(s("[…]"))),
        ("types", "overlap", WrongType(s("false"))),
        ("types", "project", WrongType(s("1"))),
        ("entries", "reach[0]", NotAnObject),
        ("entries", "reach[1]", NotAnObject),
        ("fine", "", DuplicateId),
        ("activities[18]", "id", NoId),
        ("activities[19]", "id", NoId),
        // A number has the wrong type, which leaves no id: two issues.
        ("activities[20]", "id", WrongType(s("5"))),
        ("activities[20]", "id", NoId),
        ("untitled", "title", NoTitle),
        ("untitled-blank", "title", NoTitle),
        ("activities[23]", "", NotAnObject),
        ("activities[24]", "", NotAnObject),
    ]
}

/// Each fault is reported once, with its record and field, and nothing else is reported.
#[test]
fn every_fault_is_reported_and_nothing_else() {
    let (_, issues) = broken();
    let actual: Vec<String> = issues.iter().map(|issue| format!("{issue:?}")).collect();
    let expected: Vec<String> = expected_issues()
        .into_iter()
        .map(|(record, field, kind)| format!("{:?}", Issue { record: record.into(), field: field.into(), kind }))
        .collect();
    let missing: Vec<_> = expected.iter().filter(|issue| !actual.contains(issue)).collect();
    let unexpected: Vec<_> = actual.iter().filter(|issue| !expected.contains(issue)).collect();
    assert!(missing.is_empty() && unexpected.is_empty(), "missing {missing:#?}\nunexpected {unexpected:#?}");
    assert_eq!(actual.len(), expected.len(), "an issue is reported twice");
}

/// A record is dropped if it is not an object, has no id or title, or has the id of an earlier record. All others stay
/// in their order.
#[test]
fn only_unusable_records_are_dropped() {
    let (data, _) = broken();
    let ids: Vec<&str> = data.activities.iter().map(|activity| &*activity.id).collect();
    let dates = ["date-bad", "date-digits", "date-all-of", "date-one-of", "date-reversed"];
    let before = ["fine", "codes", "word-unknown", "goals", "counts", "parts", "countries"];
    let after = ["fields", "project", "repeated", "types", "entries"];
    assert_eq!(ids, [&before[..], &dates, &after].concat());
    assert_eq!(&*record(&data, "fine").title, "Nothing wrong here", "of two with the same id the first stays");
    assert_eq!(data.organisations.len(), 1);
    assert_eq!(data.organisations[0].name.as_deref(), Some("An organisation"));
}

/// A code that nothing defines is kept unchanged.
#[test]
fn unknown_codes_are_kept() {
    let (data, _) = broken();
    let codes = record(&data, "codes");
    assert_eq!((codes.kind.as_deref(), codes.organisation.as_deref()), (Some("picnic"), Some("NO-ORG")));
    assert_eq!(codes.themes, ["TIP".into(), "NO-THEME".into()]);
    assert_eq!((&*codes.donors[0], &*codes.partners[0]), ("no-donor", "Nobody"));
    assert_eq!(codes.scope, Scope::Other("stunt".into()));
    assert!(!codes.is_project_total());
    let entry = &codes.reach[0];
    assert_eq!((entry.audience.as_deref(), entry.magnitude.as_deref()), (Some("aliens"), Some("dozens")));
    assert_eq!(entry.bound, Some(Bound::Other("roughly".into())));
    assert_eq!(entry.status, Some(Status::Other("rumoured".into())));
    assert_eq!(entry.mode, Some(Mode::Other("telepathy".into())));
    // `unknown`, the word for what is not stated, is not a code: it means the same as null.
    let unknown = record(&data, "word-unknown");
    assert_eq!((unknown.kind, unknown.organisation, unknown.project), (None, None, None));
    assert_eq!((unknown.themes, unknown.donors, unknown.partners), (vec!["TIP".into()], vec![], vec![]));
    assert!(unknown.reach.len() == 2 && unknown.reach.iter().all(|entry| entry.audience.is_none()));
}

/// A wrong value is cleared, and the values next to it stay.
#[test]
fn bad_values_are_cleared_alone() {
    let (data, _) = broken();
    let goals = |id: &str| record(&data, id).sdgs.iter().map(|goal| goal.number()).collect::<Vec<_>>();
    assert_eq!(goals("goals"), [5, 16]);
    assert_eq!(goals("fine"), [5]);
    let counts: Vec<_> = record(&data, "counts").reach.iter().map(|entry| entry.count.map(Count::get)).collect();
    assert_eq!(counts, [None, None, None, None, Some(1 << 53), Some(1000), None, Some(0)]);
    assert_eq!(record(&data, "counts").sessions, None);
    assert_eq!(record(&data, "fine").reach[0].count, Count::new(5));
    let parts = record(&data, "parts").reach;
    assert_eq!((parts[1].count, parts[1].women, parts[1].men), (Count::new(50), Count::new(30), Count::new(21)));
    let countries: Vec<_> = record(&data, "countries").countries.iter().map(|country| country.code()).collect();
    assert_eq!(countries, ["BD", "BT"]);
    assert_eq!(record(&data, "project").project, None);
    assert_eq!(record(&data, "fine").project.as_deref(), Some("project-1"));
    assert_eq!(record(&data, "entries").reach.len(), 1);
    assert_eq!((&data.description, &data.updated), (&None, &None));
    assert_eq!(data.themes[0].sdg_targets, ["5.2".into()]);
    assert_eq!(data.license.unwrap().name.as_deref(), Some("CC BY 4.0"));
}

/// A text that is not a date is cleared; an EDTF date without a definite year is kept and counts as undated.
#[test]
fn dates_without_a_year_are_undated() {
    let (data, _) = broken();
    assert_eq!((record(&data, "date-bad").date, record(&data, "date-bad").published), (None, None));
    for (id, text) in [("date-digits", "201X"), ("date-all-of", "{2019,2020}"), ("date-one-of", "[2019..2020]")] {
        let date = record(&data, id).date.unwrap();
        assert_eq!((&**date.text(), date.years()), (text, None));
    }
    assert_eq!(record(&data, "date-reversed").date.unwrap().years(), None);
    assert_eq!(record(&data, "types").date, None, "2019 without quotes is a number, not a text");
}

/// A code that a list has twice is kept once.
#[test]
fn repeated_codes_are_kept_once() {
    let (data, _) = broken();
    let repeated = record(&data, "repeated");
    for list in [repeated.themes, repeated.places, repeated.donors, repeated.partners] {
        assert_eq!(list.len(), 1, "{list:?}");
    }
}
