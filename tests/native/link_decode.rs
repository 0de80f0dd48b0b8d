//! Reading links generously: what can be understood is kept, the rest is dropped and named.

use outreach_report::link::LinkProblemKind::{Malformed, UnknownCode, UnknownKey};
use outreach_report::link::{DecodedLink, LinkProblem, LinkProblemKind, decode, encode};
use outreach_report::model::DataSet;
use outreach_report::query::{Facet, Index, Selection};
use proptest::prelude::*;
use proptest::test_runner::Config;

use crate::support::fold::Tables;

thread_local! {
    static EMBEDDED: (DataSet, Index) = {
        let data = crate::support::data_set(&crate::support::embedded());
        let index = Index::new(&data, &Tables);
        (data, index)
    };
}

fn read(link: &str) -> DecodedLink {
    EMBEDDED.with(|(data, index)| decode(link, data, index))
}

/// The link as the reader would write it again, and what was dropped: key, value, reason.
fn reads(link: &str, kept: &str, problems: &[(&str, &str, LinkProblemKind)]) {
    let decoded = read(link);
    assert_eq!(encode(&decoded.selection), kept, "kept of {link}");
    let named = |(key, value, why): &(&str, &str, LinkProblemKind)| LinkProblem {
        key: key.to_string(),
        value: value.to_string(),
        kind: *why,
    };
    assert_eq!(decoded.problems, problems.iter().map(named).collect::<Vec<_>>(), "dropped of {link}");
}

#[test]
fn what_can_be_understood_is_kept() {
    // The order of keys and values, a mark before the link, doubled keys and empty parts do not matter.
    reads("sdg=16~5&country=BT~BD", "country=BD~BT&sdg=5~16", &[]);
    reads("#country=BD", "country=BD", &[]);
    reads("?country=BD", "country=BD", &[]);
    reads("country=BD&country=BT", "country=BD~BT", &[]);
    reads("&country=BD&&", "country=BD", &[]);
    reads("country=BD~BD", "country=BD", &[]);
    reads("", "", &[]);
    reads("#", "", &[]);
    // Countries in small letters, and letters that need not have been encoded.
    reads("country=bd~Bt", "country=BD~BT", &[]);
    reads("country=%42D&kind=tr%61ining", "country=BD&kind=training", &[]);
    reads("q=caf%C3%A9%20dhaka", "q=caf%C3%A9%20dhaka", &[]);
    reads("q=café", "q=caf%C3%A9", &[]);
    // Ranges the wrong way round, touching, and single.
    reads("year=2023..2019", "year=2019..2023", &[]);
    reads("year=2019~2020~2021", "year=2019..2021", &[]);
    reads("year=2019..2020", "year=2019~2020", &[]);
    reads("year=2019..2019", "year=2019", &[]);
    reads("year=unknown~2020..~..2010", "year=..2010~2020..~unknown", &[]);
    // Defaults may be written out.
    reads("basis=project&measure=people&sort=-date&q=", "", &[]);
}

/// A well-formed country, year or goal that the data do not have gives an empty view, with the way back.
#[test]
fn what_the_data_do_not_have_is_kept() {
    reads("country=FR", "country=FR", &[]);
    reads("year=1990", "year=1990", &[]);
    reads("sdg=1", "sdg=1", &[]);
    reads(
        "country=unknown&sdg=unknown&org=unknown&kind=unknown",
        "country=unknown&sdg=unknown&kind=unknown&org=unknown",
        &[],
    );
    // Words and rows that a list of the format or a table defines, though no activity has them.
    reads("audience=survivors&org=UNODC&donor=us-usaid", "audience=survivors&org=UNODC&donor=us-usaid", &[]);
}

#[test]
fn what_is_not_understood_is_dropped_and_named() {
    reads("colour=red&country=BD", "country=BD", &[("colour", "red", UnknownKey)]);
    reads("Country=BD", "", &[("Country", "BD", UnknownKey)]);
    reads("hello", "", &[("hello", "", UnknownKey)]);
    // Countries.
    reads("country=XX~BD", "country=BD", &[("country", "XX", UnknownCode)]);
    reads("country=Bhutan", "", &[("country", "Bhutan", Malformed)]);
    reads("country=B1~é", "", &[("country", "B1", Malformed), ("country", "é", Malformed)]);
    reads("country=%FF", "", &[("country", "\u{fffd}", Malformed)]);
    // Years.
    for bad in ["20", "20190", "2019-2021", "..", "2019...2021", "a..b", "2019..x", "-2019", "+201", "2019..2020..2021"]
    {
        reads(&format!("year={bad}~2022"), "year=2022", &[("year", bad, Malformed)]);
    }
    // Goals.
    for bad in ["0", "18", "five", "-5", "5.2", "1e1", "99999999999999999999"] {
        reads(&format!("sdg={bad}~16"), "sdg=16", &[("sdg", bad, Malformed)]);
    }
    // Codes.
    for key in ["kind", "theme", "audience", "org", "donor", "project"] {
        reads(&format!("{key}=nobody"), "", &[(key, "nobody", UnknownCode)]);
    }
    reads("theme=tip~TIP", "theme=TIP", &[("theme", "tip", UnknownCode)]);
    // Words with a list of their own.
    reads("basis=guess&measure=tonnes", "", &[("basis", "guess", Malformed), ("measure", "tonnes", Malformed)]);
    reads("sort=size&lang=de", "", &[("sort", "size", Malformed), ("lang", "de", Malformed)]);
    reads("sort=--date&q=%FF%FE", "", &[("sort", "--date", Malformed), ("q", "\u{fffd}\u{fffd}", Malformed)]);
}

/// A facet that loses all its values is not filtered: everything shows rather than nothing.
#[test]
fn a_facet_that_loses_all_values_is_unfiltered() {
    let decoded = read("country=XX~Nowhere&year=last&kind=picnic");
    assert_eq!(decoded.problems.len(), 4);
    assert_eq!(decoded.selection, Selection::default());
    assert!(Facet::ALL.into_iter().all(|facet| !decoded.selection.is_filtered(facet)));
    assert!(!read("country=").selection.is_filtered(Facet::Country));
}

/// Everything dropped is named in the order of the link, the value as a person would read it.
#[test]
fn the_notice_follows_the_link() {
    let bad = [
        ("zoom", "3", UnknownKey),
        ("country", "Côte", Malformed),
        ("sdg", "18", Malformed),
        ("theme", "a b", UnknownCode),
    ];
    reads("zoom=3&country=C%C3%B4te~BD&sdg=18&theme=a%20b&year=2022", "country=BD&year=2022", &bad);
}

/// The language is understood, and is no part of the selection.
#[test]
fn the_language_is_read_apart() {
    let decoded = read("country=BD&lang=fr");
    assert_eq!((decoded.language, decoded.problems), (Some("fr"), vec![]));
    assert_eq!(encode(&decoded.selection), "country=BD");
    assert_eq!(read("country=BD").language, None);
}

proptest! {
    #![proptest_config(Config { cases: 2000, failure_persistence: None, ..Config::default() })]

    /// Whatever stands in an address, reading it gives a selection that can be shared.
    #[test]
    fn garbage_never_stops_the_reader(link in any::<String>()) {
        let kept = read(&link).selection;
        prop_assert_eq!(read(&encode(&kept)).selection, kept);
    }

    /// The same of garbage that looks like a link.
    #[test]
    fn damaged_links_never_stop_the_reader(
        link in "[#?]?((country|year|sdg|kind|q|sort|basis|project)?=?[0-9A-Za-z.~%=-]{0,9}(%[0-9A-F]{0,2}|\\.\\.|é)?&){0,6}"
    ) {
        let decoded = read(&link);
        let again = read(&encode(&decoded.selection));
        prop_assert_eq!(again.problems, vec![], "{}", link);
        prop_assert_eq!(again.selection, decoded.selection, "{}", link);
    }
}
