//! Links: their canonical text; encoding and decoding a selection loses nothing.

use outreach_report::link::{LANGUAGES, decode, encode, encode_with_language};
use outreach_report::model::{Basis, DataSet, Goal};
use outreach_report::query::{Facet, FacetValue, Index, Measure, Selection, Sort, SortColumn};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::Config;
use serde_json::json;

use crate::support::unicode_fold::UnicodeFold;

/// Codes that would break a link if they were not percent-encoded.
const ODD: &[&str] =
    &["plain", "a~b", "c&d", "e=f", "100%", "%7E", "two words", "2019..2021", "#?+", "Ünï", "क", "\"<'>"];

/// A data set whose tables define every odd code.
fn odd_data() -> DataSet {
    let table = |key: &str| ODD.iter().map(|code| json!({ key: code })).collect::<Vec<_>>();
    crate::support::data_set(&json!({
        "format": "outreach-report/1",
        "organisations": table("code"), "donors": table("id"), "projects": table("id"), "themes": table("code"),
        // No table defines kinds and audiences: such a code is known if a record has it.
        "activities": ODD.iter().map(|code| json!({
            "id": code, "title": code, "kind": code, "reach": [{ "audience": code }],
        })).collect::<Vec<_>>(),
    }))
}

fn code(code: &str) -> FacetValue {
    FacetValue::Code(code.into())
}

fn goal(number: u64) -> FacetValue {
    Goal::new(number).unwrap().into()
}

/// The link of the default selection after `change`.
fn link(change: impl FnOnce(&mut Selection)) -> String {
    let mut selection = Selection::default();
    change(&mut selection);
    encode(&selection)
}

#[test]
fn keys_have_an_order_and_defaults_are_left_out() {
    assert_eq!(link(|_| ()), "");
    let all = link(|s| {
        s.sort = Sort { key: SortColumn::Title, descending: true };
        s.measure = Measure::Activities;
        s.basis = Basis::Inferred;
        s.set_search("dhaka");
        for (facet, value) in [
            (Facet::Project, "iom-trrin"),
            (Facet::Donor, "eu"),
            (Facet::Organisation, "IOM"),
            (Facet::Audience, "youth"),
            (Facet::Theme, "TIP"),
            (Facet::Kind, "training"),
            (Facet::Country, "BD"),
        ] {
            s.insert(facet, code(value));
        }
        s.insert(Facet::Goal, goal(5));
        s.insert(Facet::Year, FacetValue::Number(2019));
    });
    let facets = "country=BD&year=2019&sdg=5&kind=training&theme=TIP&audience=youth&org=IOM&donor=eu&project=iom-trrin";
    assert_eq!(all, format!("{facets}&q=dhaka&basis=theme&measure=activities&sort=-title"));
    assert_eq!(link(|s| s.basis = Basis::Stated), "basis=stated");
    assert_eq!(link(|s| s.sort.descending = false), "sort=date");
    for (key, word) in [(SortColumn::Country, "country"), (SortColumn::Title, "title"), (SortColumn::People, "people")]
    {
        assert_eq!(link(|s| s.sort = Sort { key, descending: false }), format!("sort={word}"));
        assert_eq!(link(|s| s.sort = Sort { key, descending: true }), format!("sort=-{word}"));
    }
}

#[test]
fn values_are_sorted_with_the_unknown_last() {
    let link_with =
        |facet: Facet, values: &[FacetValue]| link(|s| values.iter().for_each(|value| s.insert(facet, value.clone())));
    let countries = [FacetValue::Unknown, code("NP"), code("BD"), code("BT"), code("BD")];
    assert_eq!(link_with(Facet::Country, &countries), "country=BD~BT~NP~unknown");
    // Numbers are sorted as numbers; codes by code point, upper case before lower case.
    assert_eq!(link_with(Facet::Goal, &[goal(16), goal(5), goal(10), goal(1)]), "sdg=1~5~10~16");
    assert_eq!(link_with(Facet::Donor, &[code("eu"), code("Zonta"), code("é")]), "donor=Zonta~eu~%C3%A9");
}

#[test]
fn three_or_more_years_are_a_range() {
    let years = |list: &[(u16, u16)]| link(|s| list.iter().for_each(|(from, to)| s.add_years(*from, *to)));
    for (list, expected) in [
        (&[(2019, 2019)][..], "2019"),
        (&[(2020, 2020), (2019, 2019)], "2019~2020"),
        (&[(2019, 2020)], "2019~2020"),
        (&[(2019, 2021)], "2019..2021"),
        (&[(2021, 2021), (2019, 2019), (2020, 2020)], "2019..2021"),
        (&[(2023, 2019)], "2019..2023"),
        (&[(2019, 2020), (2022, 2025)], "2019~2020~2022..2025"),
        (&[(2019, 2021), (2020, 2023)], "2019..2023"),
        (&[(2019, 9999)], "2019.."),
        (&[(0, 2019)], "..2019"),
        (&[(0, 2010), (2015, 2015), (2020, 9999)], "..2010~2015~2020.."),
        (&[(0, 2019), (2020, 9999)], "0000.."),
        (&[(987, 987)], "0987"),
    ] {
        assert_eq!(years(list), format!("year={expected}"));
    }
    let undated = link(|s| {
        s.insert(Facet::Year, FacetValue::Unknown);
        s.add_years(2019, 2021);
    });
    assert_eq!(undated, "year=2019..2021~unknown");
}

/// The search is encoded as by JavaScript's `encodeURIComponent`. In a code `~` is encoded too, because it separates
/// codes.
#[test]
fn what_would_break_a_link_is_percent_encoded() {
    assert_eq!(link(|s| s.set_search("  Café  & co\n")), "q=Caf%C3%A9%20%26%20co");
    assert_eq!(link(|s| s.set_search("-_.!~*'()")), "q=-_.!~*'()");
    assert_eq!(
        link(|s| s.set_search("#?/:@+,;=$%\"<>[]{}|\\^`")),
        "q=%23%3F%2F%3A%40%2B%2C%3B%3D%24%25%22%3C%3E%5B%5D%7B%7D%7C%5C%5E%60"
    );
    assert_eq!(
        link(|s| s.set_search("हिन्दी 😀")),
        "q=%E0%A4%B9%E0%A4%BF%E0%A4%A8%E0%A5%8D%E0%A4%A6%E0%A5%80%20%F0%9F%98%80"
    );
    let codes = link(|s| ["a~b", "c&d", "e=f", "100%"].into_iter().for_each(|odd| s.insert(Facet::Theme, code(odd))));
    assert_eq!(codes, "theme=100%25~a%7Eb~c%26d~e%3Df");
}

/// A shared link has the language, which is not part of the selection.
#[test]
fn a_shared_link_keeps_the_language() {
    let data = odd_data();
    let index = Index::new(&data, &UnicodeFold);
    let mut selection = Selection::default();
    assert_eq!(encode_with_language(&selection, "fr"), "lang=fr");
    selection.insert(Facet::Country, code("BD"));
    for language in LANGUAGES {
        let shared = encode_with_language(&selection, language);
        assert_eq!(shared, format!("country=BD&lang={language}"));
        let decoded = decode(&shared, &data, &index);
        assert_eq!(
            (decoded.selection, decoded.language, decoded.problems),
            (selection.clone(), Some(language), vec![])
        );
    }
}

/// A selection as a reader makes it: values are added, toggled and removed.
fn selection() -> impl Strategy<Value = Selection> {
    let codes = prop_oneof![6 => select(ODD).prop_map(code), 1 => Just(FacetValue::Unknown)];
    let value = select(&Facet::ALL[..]).prop_flat_map(move |facet| {
        let value = match facet {
            Facet::Country => select(vec![code("BD"), code("BT"), code("FR"), FacetValue::Unknown]).boxed(),
            Facet::Goal => prop_oneof![(1_u64..=17).prop_map(goal), Just(FacetValue::Unknown)].boxed(),
            Facet::Year => {
                prop_oneof![(2017_u16..2024).prop_map(FacetValue::Number), Just(FacetValue::Unknown)].boxed()
            }
            _ => codes.clone().boxed(),
        };
        (Just(facet), value, 0..6)
    });
    let year = || prop_oneof![6 => 2015_u16..2026, 1 => select(vec![0_u16, 1, 9998, 9999]), 1 => 0_u16..=9999];
    let years = prop_oneof![2 => Just(vec![]), 1 => prop::collection::vec((year(), year()), 1..4)];
    let search = prop_oneof![3 => Just(String::new()), 1 => "\\PC{0,12}", 1 => any::<String>()];
    let keys = [
        SortColumn::Date,
        SortColumn::Country,
        SortColumn::Title,
        SortColumn::People,
        SortColumn::Goal,
        SortColumn::Source,
    ];
    let display = (select(&Basis::ALL[..]), any::<bool>(), select(keys.to_vec()), any::<bool>());
    (prop::collection::vec(value, 0..8), years, search, display).prop_map(|(presses, years, search, display)| {
        let mut selection = Selection::default();
        for (facet, value, press) in presses {
            match press {
                0 => selection.remove(facet, &value),
                1 | 2 => selection.toggle(facet, value),
                _ => selection.insert(facet, value),
            }
        }
        years.into_iter().for_each(|(from, to)| selection.add_years(from, to));
        selection.set_search(&search);
        let measure = if display.1 { Measure::People } else { Measure::Activities };
        (selection.basis, selection.measure, selection.sort) =
            (display.0, measure, Sort { key: display.2, descending: display.3 });
        selection
    })
}

proptest! {
    #![proptest_config(Config { cases: 2000, failure_persistence: None, ..Config::default() })]

    /// A decoded link gives the encoded selection without problems, also with `#` or `?` before it.
    #[test]
    fn there_and_back(selection in selection(), prefix in select(vec!["", "#", "?"])) {
        thread_local! {
            static DATA: (DataSet, Index) = {
                let data = odd_data();
                let index = Index::new(&data, &UnicodeFold);
                (data, index)
            };
        }
        let link = encode(&selection);
        let decoded = DATA.with(|(data, index)| decode(&format!("{prefix}{link}"), data, index));
        prop_assert_eq!(decoded.problems, vec![], "{}", link);
        prop_assert_eq!(&decoded.selection, &selection, "{}", link);
        prop_assert_eq!(encode(&decoded.selection), link.clone());
        let is_valid = link.is_ascii() && !link.contains([' ', '#', '"', '<', '>']);
        prop_assert!(is_valid, "{} is not valid in an address", link);
    }

    /// Two selections are equal if and only if their links are equal.
    #[test]
    fn links_are_equal_if_selections_are(a in selection(), b in selection()) {
        prop_assert_eq!(encode(&a) == encode(&b), a == b);
        // The order of choosing does not matter.
        let mut rebuilt = Selection::default();
        (rebuilt.basis, rebuilt.measure, rebuilt.sort) = (a.basis, a.measure, a.sort);
        rebuilt.set_search(a.search());
        for (from, to) in a.years().ranges().iter().rev() {
            rebuilt.add_years(*from, *to);
        }
        for facet in Facet::ALL.into_iter().rev() {
            let values = a.chosen(facet, None).into_iter().rev();
            let values = values.filter(|value| facet != Facet::Year || *value == FacetValue::Unknown);
            values.for_each(|value| rebuilt.insert(facet, value));
        }
        prop_assert_eq!(encode(&rebuilt), encode(&a));
        prop_assert_eq!(rebuilt, a);
    }
}
