//! Decoding is tolerant: what is understood is kept, the rest is dropped and reported.

use outreach_report::link::LinkProblemKind::{Malformed, UnknownCode, UnknownKey};
use outreach_report::link::{DecodedLink, LinkProblem, LinkProblemKind, decode, encode};
use outreach_report::model::DataSet;
use outreach_report::query::{Facet, Index, Selection};
use proptest::prelude::*;
use proptest::test_runner::Config;

use crate::support::unicode_fold::UnicodeFold;

thread_local! {
    static BUILT_IN: (DataSet, Index) = {
        let data = crate::support::data_set(&crate::support::built_in());
        let index = Index::new(&data, &UnicodeFold);
        (data, index)
    };
}

fn read(link: &str) -> DecodedLink {
    BUILT_IN.with(|(data, index)| decode(link, data, index))
}

/// Decodes a link. `canonical` is the link of the decoded selection; `problems` are the dropped parts as key, value and
/// kind.
fn check(link: &str, canonical: &str, problems: &[(&str, &str, LinkProblemKind)]) {
    let decoded = read(link);
    assert_eq!(encode(&decoded.selection), canonical, "kept of {link}");
    let problem = |(key, value, kind): &(&str, &str, LinkProblemKind)| LinkProblem {
        key: key.to_string(),
        value: value.to_string(),
        kind: *kind,
    };
    assert_eq!(decoded.problems, problems.iter().map(problem).collect::<Vec<_>>(), "dropped of {link}");
}

#[test]
fn what_is_understood_is_kept() {
    // The order of keys and values, `#` or `?` before the link, repeated keys and empty parts do not matter.
    check("sdg=16~5&country=BT~BD", "country=BD~BT&sdg=5~16", &[]);
    check("#country=BD", "country=BD", &[]);
    check("?country=BD", "country=BD", &[]);
    check("country=BD&country=BT", "country=BD~BT", &[]);
    check("&country=BD&&", "country=BD", &[]);
    check("country=BD~BD", "country=BD", &[]);
    check("", "", &[]);
    check("#", "", &[]);
    // Countries in lower case, and characters that are encoded without need.
    check("country=bd~Bt", "country=BD~BT", &[]);
    check("country=%42D&kind=tr%61ining", "country=BD&kind=training", &[]);
    check("q=caf%C3%A9%20dhaka", "q=caf%C3%A9%20dhaka", &[]);
    check("q=café", "q=caf%C3%A9", &[]);
    // Ranges that are reversed, touch each other, or have one year.
    check("year=2023..2019", "year=2019..2023", &[]);
    check("year=2019~2020~2021", "year=2019..2021", &[]);
    check("year=2019..2020", "year=2019~2020", &[]);
    check("year=2019..2019", "year=2019", &[]);
    check("year=unknown~2020..~..2010", "year=..2010~2020..~unknown", &[]);
    // Defaults may be written out.
    check("basis=project&measure=people&sort=-date&q=", "", &[]);
}

/// A well-formed country, year or goal that the data do not have is kept: the view is empty, and its chip can be
/// removed.
#[test]
fn what_the_data_do_not_have_is_kept() {
    check("country=FR", "country=FR", &[]);
    check("year=1990", "year=1990", &[]);
    check("sdg=1", "sdg=1", &[]);
    check(
        "country=unknown&sdg=unknown&org=unknown&kind=unknown",
        "country=unknown&sdg=unknown&kind=unknown&org=unknown",
        &[],
    );
    // Codes that a list of the format or a table of the data defines, even if no activity has them.
    check("audience=survivors&org=UNODC&donor=us-usaid", "audience=survivors&org=UNODC&donor=us-usaid", &[]);
}

#[test]
fn what_is_not_understood_is_dropped_and_reported() {
    check("colour=red&country=BD", "country=BD", &[("colour", "red", UnknownKey)]);
    check("Country=BD", "", &[("Country", "BD", UnknownKey)]);
    check("hello", "", &[("hello", "", UnknownKey)]);
    // Countries.
    check("country=XX~BD", "country=BD", &[("country", "XX", UnknownCode)]);
    check("country=Bhutan", "", &[("country", "Bhutan", Malformed)]);
    check("country=B1~é", "", &[("country", "B1", Malformed), ("country", "é", Malformed)]);
    check("country=%FF", "", &[("country", "\u{fffd}", Malformed)]);
    // Years.
    for bad in ["20", "20190", "2019-2021", "..", "2019...2021", "a..b", "2019..x", "-2019", "+201", "2019..2020..2021"]
    {
        check(&format!("year={bad}~2022"), "year=2022", &[("year", bad, Malformed)]);
    }
    // Goals.
    for bad in ["0", "18", "five", "-5", "5.2", "1e1", "99999999999999999999"] {
        check(&format!("sdg={bad}~16"), "sdg=16", &[("sdg", bad, Malformed)]);
    }
    // Codes.
    for key in ["kind", "theme", "audience", "org", "donor", "project"] {
        check(&format!("{key}=nobody"), "", &[(key, "nobody", UnknownCode)]);
    }
    check("theme=tip~TIP", "theme=TIP", &[("theme", "tip", UnknownCode)]);
    // Keys with a fixed list of words.
    check("basis=guess&measure=tonnes", "", &[("basis", "guess", Malformed), ("measure", "tonnes", Malformed)]);
    check("sort=size&lang=de", "", &[("sort", "size", Malformed), ("lang", "de", Malformed)]);
    check("sort=--date&q=%FF%FE", "", &[("sort", "--date", Malformed), ("q", "\u{fffd}\u{fffd}", Malformed)]);
}

/// A facet that loses all its values is not filtered: the view shows everything instead of nothing.
#[test]
fn a_facet_that_loses_all_values_is_unfiltered() {
    let decoded = read("country=XX~Nowhere&year=last&kind=picnic");
    assert_eq!(decoded.problems.len(), 4);
    assert_eq!(decoded.selection, Selection::default());
    assert!(Facet::ALL.into_iter().all(|facet| !decoded.selection.is_filtered(facet)));
    assert!(!read("country=").selection.is_filtered(Facet::Country));
}

/// Problems are in the order of the link, with decoded values.
#[test]
fn problems_are_in_the_order_of_the_link() {
    let problems = [
        ("zoom", "3", UnknownKey),
        ("country", "Côte", Malformed),
        ("sdg", "18", Malformed),
        ("theme", "a b", UnknownCode),
    ];
    check("zoom=3&country=C%C3%B4te~BD&sdg=18&theme=a%20b&year=2022", "country=BD&year=2022", &problems);
}

/// The language is decoded, but is not part of the selection.
#[test]
fn the_language_is_decoded_separately() {
    let decoded = read("country=BD&lang=fr");
    assert_eq!((decoded.language, decoded.problems), (Some("fr"), vec![]));
    assert_eq!(encode(&decoded.selection), "country=BD");
    assert_eq!(read("country=BD").language, None);
}

proptest! {
    #![proptest_config(Config { cases: 2000, failure_persistence: None, ..Config::default() })]

    /// Any text decodes to a selection that can be encoded and decoded again.
    #[test]
    fn any_text_can_be_decoded(link in any::<String>()) {
        let selection = read(&link).selection;
        prop_assert_eq!(read(&encode(&selection)).selection, selection);
    }

    /// The same for text that looks like a link.
    #[test]
    fn damaged_links_can_be_decoded(
        link in "[#?]?((country|year|sdg|kind|q|sort|basis|project)?=?[0-9A-Za-z.~%=-]{0,9}(%[0-9A-F]{0,2}|\\.\\.|é)?&){0,6}"
    ) {
        let decoded = read(&link);
        let again = read(&encode(&decoded.selection));
        prop_assert_eq!(again.problems, vec![], "{}", link);
        prop_assert_eq!(again.selection, decoded.selection, "{}", link);
    }
}
