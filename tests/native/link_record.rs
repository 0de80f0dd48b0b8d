//! Links to one record, and the sort orders of links.

use outreach_report::link::{
    DecodedLink, LinkProblem, LinkProblemKind, decode, encode, encode_code, encode_for_record, encode_with_language,
};
use outreach_report::model::DataSet;
use outreach_report::query::{Index, Selection, Sort, SortColumn};
use outreach_report::view;
use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::json;

use crate::support::generate;
use crate::support::unicode_fold::UnicodeFold;

fn built_in() -> (DataSet, Index) {
    let data = crate::support::data_set(&crate::support::built_in());
    let index = Index::new(&data, &UnicodeFold);
    (data, index)
}

/// The row of the record is found by its id. The record is not a filter.
#[test]
fn a_link_opens_a_record() {
    let (data, index) = built_in();
    let read = |link: &str| decode(link, &data, &index);
    for row in [0, 57, data.activities.len() - 1] {
        let id = &data.activities[row].id;
        let decoded = read(&format!("#country=BT&record={id}&lang=fr"));
        assert_eq!(
            (decoded.opened_row, decoded.language, encode(&decoded.selection)),
            (Some(row), Some("fr"), "country=BT".into())
        );
        assert_eq!(decoded.problems, []);
    }
    assert_eq!(read("country=BT").opened_row, None);
    // Of two records the last counts, as for every other key with one value.
    let [first, second] = [3, 4].map(|row| &*data.activities[row].id);
    assert_eq!(read(&format!("record={first}&record={second}")).opened_row, Some(4));
}

/// A record that the data do not have is dropped and reported; the rest of the link counts.
#[test]
fn an_unknown_record_is_dropped() {
    let (data, index) = built_in();
    let read = |link: &str| decode(link, &data, &index);
    let problems = |value: &str, kind| vec![LinkProblem { key: "record".into(), value: value.into(), kind }];
    for (link, value, kind) in [
        ("record=no-such-record&year=2022", "no-such-record", LinkProblemKind::UnknownCode),
        ("year=2022&record=", "", LinkProblemKind::UnknownCode),
        ("year=2022&record", "", LinkProblemKind::UnknownCode),
        ("record=%FF&year=2022", "\u{fffd}", LinkProblemKind::Malformed),
        ("year=2022&record=%3Cscript%3E", "<script>", LinkProblemKind::UnknownCode),
    ] {
        let DecodedLink { selection, opened_row, problems: actual, .. } = read(link);
        assert_eq!((encode(&selection), opened_row), ("year=2022".into(), None), "{link}");
        assert_eq!(actual, problems(value, kind), "{link}");
    }
    let lines = view::link_problem_lines(
        &crate::support::english::locale(),
        &problems("no-such-record", LinkProblemKind::UnknownCode),
    );
    assert_eq!(lines, ["“no-such-record” is not known in “record”."]);
    let lines =
        view::link_problem_lines(&crate::support::english::locale(), &problems("bt-1", LinkProblemKind::Filtered));
    assert_eq!(lines, ["Record bt-1 is not part of this selection."]);
}

/// The link of a record is the link of the view with its language, followed by the record.
#[test]
fn the_link_of_a_record() {
    let (data, index) = built_in();
    let selection = decode("country=BT&sort=title", &data, &index).selection;
    assert_eq!(encode_for_record(&selection, "en", "bt-1"), "country=BT&sort=title&lang=en&record=bt-1");
    assert_eq!(encode_for_record(&Selection::default(), "fr", "x"), "lang=fr&record=x");
}

proptest! {
    #![proptest_config(Config { cases: 300, failure_persistence: None, ..Config::default() })]

    /// With any id and any filters, the link of a record decodes to this record.
    #[test]
    fn there_and_back(
        ids in prop::collection::btree_set("\\PC{1,8}", 1..6), plain in generate::plain_selection(),
        any_row in any::<prop::sample::Index>(),
    ) {
        let records: Vec<_> = ids.iter().map(|id| json!({ "id": id, "title": "T" })).collect();
        let data = crate::support::data_set(&json!({ "format": "outreach-report/1", "activities": records }));
        prop_assume!(!data.activities.is_empty());
        let index = Index::new(&data, &UnicodeFold);
        let row = any_row.index(data.activities.len());
        let selection = generate::selection(&plain);
        let link = encode_for_record(&selection, "es", &view::record_link_code(&data.activities[row]));
        prop_assert!(link.is_ascii() && !link.contains([' ', '#', '"', '<', '>']), "{}", link);
        let decoded = decode(&link, &data, &index);
        prop_assert_eq!((decoded.opened_row, decoded.language), (Some(row), Some("es")), "{}", link);
        prop_assert!(decoded.problems.iter().all(|problem| problem.key != "record"), "{:?}", decoded.problems);
        // The link of the view comes before the record.
        prop_assert!(link.starts_with(&encode_with_language(&selection, "es")));
        prop_assert_eq!(encode_code(&data.activities[row].id), view::record_link_code(&data.activities[row]));
    }
}

/// A link can sort by every column, in both directions. An unknown column is dropped.
#[test]
fn every_order_has_a_link() {
    let (data, index) = built_in();
    for (key, word) in [
        (SortColumn::Date, "date"),
        (SortColumn::Country, "country"),
        (SortColumn::Title, "title"),
        (SortColumn::People, "people"),
        (SortColumn::Goal, "sdg"),
        (SortColumn::Source, "source"),
    ] {
        for descending in [false, true] {
            let mut selection = Selection::default();
            selection.sort = Sort { key, descending };
            let link = format!("sort={}{word}", if descending { "-" } else { "" });
            let written = encode(&selection);
            assert_eq!(written, if selection.sort == Sort::default() { "" } else { &link }, "{key:?}");
            let decoded = decode(&link, &data, &index);
            assert_eq!((decoded.selection, decoded.problems), (selection, vec![]), "{link}");
        }
    }
    for odd in ["goal", "--sdg", "-", "", "SDG", "sdg-", " source", "record"] {
        let decoded = decode(&format!("sort={odd}"), &data, &index);
        let problems = LinkProblem { key: "sort".into(), value: odd.into(), kind: LinkProblemKind::Malformed };
        assert_eq!((decoded.selection, decoded.problems), (Selection::default(), vec![problems]), "{odd:?}");
    }
}
