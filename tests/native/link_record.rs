//! Links to one record, and the orders that a link can ask for.

use outreach_report::link::{
    DecodedLink, LinkProblem, LinkProblemKind, decode, encode, encode_code, encode_for_record, encode_with_language,
};
use outreach_report::model::DataSet;
use outreach_report::query::{Index, Selection, Sort, SortColumn};
use outreach_report::view;
use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::json;

use crate::support::fold::Tables;
use crate::support::generate;

fn embedded() -> (DataSet, Index) {
    let data = crate::support::data_set(&crate::support::embedded());
    let index = Index::new(&data, &Tables);
    (data, index)
}

/// The record's place is found by its id; the record is no filter.
#[test]
fn a_link_opens_a_record() {
    let (data, index) = embedded();
    let read = |link: &str| decode(link, &data, &index);
    for place in [0, 57, data.activities.len() - 1] {
        let id = &data.activities[place].id;
        let decoded = read(&format!("#country=BT&record={id}&lang=fr"));
        assert_eq!(
            (decoded.record, decoded.language, encode(&decoded.selection)),
            (Some(place), Some("fr"), "country=BT".into())
        );
        assert_eq!(decoded.problems, []);
    }
    assert_eq!(read("country=BT").record, None);
    // Of two, the last counts, as with every other key that takes one value.
    let [first, second] = [3, 4].map(|place| &*data.activities[place].id);
    assert_eq!(read(&format!("record={first}&record={second}")).record, Some(4));
}

/// A record that the data do not have is named and dropped; the rest of the link counts.
#[test]
fn an_unknown_record_is_dropped() {
    let (data, index) = embedded();
    let read = |link: &str| decode(link, &data, &index);
    let problems = |value: &str, why| vec![LinkProblem { key: "record".into(), value: value.into(), kind: why }];
    for (link, value, why) in [
        ("record=no-such-record&year=2022", "no-such-record", LinkProblemKind::UnknownCode),
        ("year=2022&record=", "", LinkProblemKind::UnknownCode),
        ("year=2022&record", "", LinkProblemKind::UnknownCode),
        ("record=%FF&year=2022", "\u{fffd}", LinkProblemKind::Malformed),
        ("year=2022&record=%3Cscript%3E", "<script>", LinkProblemKind::UnknownCode),
    ] {
        let DecodedLink { selection, record, problems: found, .. } = read(link);
        assert_eq!((encode(&selection), record), ("year=2022".into(), None), "{link}");
        assert_eq!(found, problems(value, why), "{link}");
    }
    let told = view::link_problem_lines(
        &crate::support::english::locale(),
        &problems("no-such-record", LinkProblemKind::UnknownCode),
    );
    assert_eq!(told, ["“no-such-record” is not known in “record”."]);
    let told =
        view::link_problem_lines(&crate::support::english::locale(), &problems("bt-1", LinkProblemKind::Filtered));
    assert_eq!(told, ["Record bt-1 is not part of this selection."]);
}

/// The link of a record is that of the view with its language, and the record last.
#[test]
fn the_link_of_a_record() {
    let (data, index) = embedded();
    let selection = decode("country=BT&sort=title", &data, &index).selection;
    assert_eq!(encode_for_record(&selection, "en", "bt-1"), "country=BT&sort=title&lang=en&record=bt-1");
    assert_eq!(encode_for_record(&Selection::default(), "fr", "x"), "lang=fr&record=x");
}

proptest! {
    #![proptest_config(Config { cases: 300, failure_persistence: None, ..Config::default() })]

    /// Whatever a record is called and whatever is filtered, its link leads to it.
    #[test]
    fn there_and_back(ids in prop::collection::btree_set("\\PC{1,8}", 1..6), wish in generate::wish(), at in any::<prop::sample::Index>()) {
        let records: Vec<_> = ids.iter().map(|id| json!({ "id": id, "title": "T" })).collect();
        let data = crate::support::data_set(&json!({ "format": "outreach-report/1", "activities": records }));
        prop_assume!(!data.activities.is_empty());
        let index = Index::new(&data, &Tables);
        let place = at.index(data.activities.len());
        let selection = generate::selection(&wish);
        let link = encode_for_record(&selection, "es", &view::record_link_code(&data.activities[place]));
        prop_assert!(link.is_ascii() && !link.contains([' ', '#', '"', '<', '>']), "{}", link);
        let decoded = decode(&link, &data, &index);
        prop_assert_eq!((decoded.record, decoded.language), (Some(place), Some("es")), "{}", link);
        prop_assert!(decoded.problems.iter().all(|part| part.key != "record"), "{:?}", decoded.problems);
        // What stands before the record is the link of the view.
        prop_assert!(link.starts_with(&encode_with_language(&selection, "es")));
        prop_assert_eq!(encode_code(&data.activities[place].id), view::record_link_code(&data.activities[place]));
    }
}

/// Every column that a link can sort by, in both directions; what is no column is dropped.
#[test]
fn every_order_has_a_link() {
    let (data, index) = embedded();
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
