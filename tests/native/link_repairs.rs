//! What programs make of links on their way: signs behind them, `~` encoded. What a link says itself is never repaired.

use outreach_report::link::LinkProblemKind::{Malformed, PerhapsCut, UnknownCode};
use outreach_report::link::{LinkMemory, LinkProblemKind, address_form, decode, encode};
use outreach_report::model::DataSet;
use outreach_report::query::{Index, Selection};
use outreach_report::view;
use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::json;

use crate::support::generate;
use crate::support::unicode_fold::UnicodeFold;

/// A data set with codes that end in signs or contain separators.
fn odd_data() -> (DataSet, Index) {
    let organisations =
        ["U.N.", "U.N", "A~B", "A", "B", "C", "100%41"].map(|code| json!({ "code": code, "name": code }));
    let data = crate::support::data_set(&json!({
        "format": "outreach-report/1", "organisations": organisations,
        "activities": [{ "id": "bt-1.", "title": "T", "countries": ["BT"] }, { "id": "bt-1", "title": "T" }],
    }));
    let index = Index::new(&data, &UnicodeFold);
    (data, index)
}

#[test]
fn signs_behind_a_value_are_not_part_of_it() {
    let (data, index) = odd_data();
    let check = |link: &str, view: &str| {
        let decoded = decode(link, &data, &index);
        assert_eq!((encode(&decoded.selection), decoded.problems), (view.into(), vec![]), "{link}");
    };
    let signs = [
        ".",
        ",",
        ";",
        ":",
        "!",
        "?",
        ")",
        "]",
        "}",
        ">",
        "\"",
        "'",
        "*",
        "_",
        "|",
        "`",
        "...",
        ").",
        "”",
        "’",
        "»",
        "…",
        "。",
        "、",
        "，",
        "）",
        "」",
        "】",
        "》",
        "！",
        "？",
        "؟",
        "،",
        "؛",
        "۔",
        "।",
        "༎",
        "%22",
        "%3E",
        "%E2%80%9D",
        "%EF%BC%89%E3%80%82",
        "%20",
        "\u{a0}",
        "\u{200b}",
        "\u{fe0f}",
    ];
    for signs in signs {
        for (value, view) in [
            ("country=BD~BT", "country=BD~BT"),
            ("year=2019..2023", "year=2019..2023"),
            ("year=unknown", "year=unknown"),
            ("sdg=16", "sdg=16"),
            ("kind=training", "kind=training"),
            ("org=A~B", "org=A~B"),
            ("measure=activities", "measure=activities"),
            ("basis=theme", "basis=theme"),
            ("sort=-people", "sort=-people"),
            ("country=BT&lang=en", "country=BT"),
            ("country=BT&record=bt-1", "country=BT"),
        ] {
            check(&format!("{value}{signs}"), view);
        }
    }
    // An open range keeps its end.
    for signs in [".", ")", "...", "”", ".)"] {
        check(&format!("year=2019..{signs}"), "year=2019..");
    }
    // Codes that end in a sign themselves, and a search, which can end in anything.
    check("org=U.N.", "org=U.N.");
    check("org=U.N", "org=U.N");
    check("org=U.N..", "org=U.N.");
    check("q=U.N.", "q=U.N.");
    check("q=%41%2541%26amp%3B100%25", "q=A%2541%26amp%3B100%25");
    assert_eq!(decode("record=bt-1.", &data, &index).opened_row, Some(0));
    assert_eq!(decode("record=bt-1.)", &data, &index).opened_row, Some(0));
    assert_eq!(decode("record=bt-1)", &data, &index).opened_row, Some(1));
}

#[test]
fn separators_and_encodings_may_be_encoded_again() {
    let (data, index) = odd_data();
    for (link, view) in [
        ("country=BD%7EBT", "country=BD~BT"),
        ("country=BD%257EBT", "country=BD~BT"),
        ("country=%2542T", "country=BT"),
        ("country=BT%26year%3D2022", "country=BT&year=2022"),
        ("country=BT%2526year%253D2022", "country=BT&year=2022"),
        ("q=a%26year%3D2022", "q=a%26year%3D2022"),
        ("year=2019%2E%2E2023%7Eunknown", "year=2019..2023~unknown"),
        ("sdg=5%7e16.", "sdg=5~16"),
        ("org=A%7EB", "org=A%7EB"),
        ("org=A%7EC", "org=A~C"),
        ("org=100%2541", "org=100%2541"),
    ] {
        let decoded = decode(link, &data, &index);
        assert_eq!((encode(&decoded.selection), decoded.problems), (view.into(), vec![]), "{link}");
    }
}

/// A link that somebody made to be slow is read like any other.
#[test]
fn long_encodings_end() {
    let (data, index) = odd_data();
    for link in [format!("country=%{}", "25".repeat(100_000)), format!("country={}", "BT%7E".repeat(20_000) + "BT")] {
        assert!(decode(&link, &data, &index).problems.len() <= 1);
    }
}

/// `2019.` may be all that a program has left of `2019..`: the year is shown, and a notice says so.
#[test]
fn a_year_that_may_be_cut_off_is_shown_and_named() {
    let (data, index) = odd_data();
    for (value, named) in
        [("2019.", "2019."), ("2019.)", "2019.)"), ("2019%E2%80%A6", "2019…"), ("2017~2019.", "2019.")]
    {
        let decoded = decode(&format!("year={value}"), &data, &index);
        assert!(encode(&decoded.selection).ends_with("2019"), "{value}");
        let problem = |problem: &outreach_report::link::LinkProblem| (problem.value.clone(), problem.kind);
        assert_eq!(decoded.problems.iter().map(problem).collect::<Vec<_>>(), [(named.into(), PerhapsCut)], "{value}");
        let lines = view::link_problem_lines(&crate::support::english::locale(), &decoded.problems);
        assert_eq!(lines, [format!("“{named}” may be cut off: later years may be missing.")]);
    }
    assert_eq!(decode("year=2019)", &data, &index).problems, []);
}

/// What is not understood without its signs either is named as the link has it.
#[test]
fn what_is_not_understood_is_named_with_its_signs() {
    let (data, index) = odd_data();
    for (link, value, kind) in [
        ("country=Bhutan.", "Bhutan.", Malformed),
        ("country=.", ".", Malformed),
        ("org=nobody%29", "nobody)", UnknownCode),
        ("sort=size!", "size!", Malformed),
        ("sort=sdg-", "sdg-", Malformed),
    ] {
        let problems = decode(link, &data, &index).problems;
        let found: Vec<(&str, LinkProblemKind)> =
            problems.iter().map(|problem| (&*problem.value, problem.kind)).collect();
        assert_eq!(found, [(value, kind)], "{link}");
    }
}

#[test]
fn a_link_memory_is_read_with_signs_behind_it() {
    let memory = LinkMemory::read("2026-11-22~13351..~157");
    assert!(memory.is_some());
    for text in [
        "2026-11-22~13351..~157",
        "2026-11-22~13351..~157.",
        "2026-11-22~13351..~157%E2%80%9D",
        "2026-11-22%7E13351..%7e157)",
    ] {
        assert_eq!(LinkMemory::read_leniently(text), memory, "{text}");
    }
    for text in
        ["", "157", "2026-11-22~13351..~", "2026-11-22~13351..~15x7", "2026-11-22~13351..~0157", "2026-11-22~x~157"]
    {
        assert_eq!(LinkMemory::read_leniently(text), None, "{text}");
    }
}

proptest! {
    #![proptest_config(Config { cases: 500, failure_persistence: None, ..Config::default() })]

    /// The form of a link in addresses decodes to the same view, and nothing at its end can be taken for a sentence's.
    #[test]
    fn an_address_decodes_to_the_same_view(plain in generate::plain_selection(), search in "\\PC{0,6}[!'()*.,~_%-]{0,3}") {
        let (data, index) = odd_data();
        let mut selection: Selection = generate::selection(&plain);
        selection.set_search(&search);
        let link = encode(&selection);
        let address = address_form(&link);
        prop_assert!(address.is_empty() || address.ends_with(|last: char| last.is_ascii_alphanumeric()), "{}", address);
        prop_assert_eq!(decode(&address, &data, &index), decode(&link, &data, &index), "{}", address);
        let decoded = decode(&address, &data, &index).selection;
        prop_assert_eq!(decoded.search(), selection.search());
    }
}
