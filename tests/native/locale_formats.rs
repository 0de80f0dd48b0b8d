//! Numbers, dates, names and lists in words: nothing is worded more exactly than it is known.

use outreach_report::model::{DataSet, EdtfDate};
use outreach_report::query::{Facet, FacetValue, Qualifier, Tally};
use serde_json::json;

use crate::support::english::locale;

fn tally(low: u64, high: Option<u64>, qualifier: Qualifier, counted: usize) -> Tally {
    Tally { low, high, qualifier, counted, uncounted: 0 }
}

/// Every qualifier: in words, with symbols for a mark, and separate from the number for a tile.
#[test]
fn a_total_is_worded_by_its_qualifier() {
    use Qualifier::{About, AtLeast, Exact, Range};
    let cases = [
        (tally(5210, None, AtLeast, 3), "at least 5,210", "≥ 5,210", ("at least", "5,210")),
        (tally(5164, Some(5210), Range, 3), "5,164 to 5,210", "5,164–5,210", ("", "5,164–5,210")),
        (tally(300, Some(300), About, 1), "about 300", "~ 300", ("about", "300")),
        (tally(0, Some(9), Range, 1), "at most 9", "≤ 9", ("at most", "9")),
        (tally(1_234_567, Some(1_234_567), Exact, 1), "1,234,567", "1,234,567", ("", "1,234,567")),
        (tally(0, Some(0), Exact, 1), "0", "0", ("", "0")),
        (tally(0, None, AtLeast, 1), "at least 0", "≥ 0", ("at least", "0")),
        // No number is known: a zero would be wrong.
        (tally(0, Some(0), Qualifier::None, 0), "no number", "–", ("", "–")),
        (tally(0, None, AtLeast, 0), "given in words", "in words", ("", "given in words")),
    ];
    let locale = locale();
    for (tally, words, symbols, (before, number)) in cases {
        assert_eq!(locale.tally(&tally), words);
        assert_eq!(locale.tally_short(&tally), symbols);
        assert_eq!(locale.tally_with_qualifier(&tally), (before.to_owned(), number.to_owned()), "{words}");
    }
}

/// The text of a reach entry follows its bound, whatever its outcome in a total.
#[test]
fn an_entry_is_worded_by_its_bound() {
    let text = |entry: serde_json::Value| {
        let data = crate::support::data_set(&json!({
            "format": "outreach-report/1", "activities": [{ "id": "a", "title": "A", "reach": [entry] }],
        }));
        locale().reach(&data.activities[0].reach[0])
    };
    assert_eq!(text(json!({ "count": 1250, "status": "planned" })), "1,250");
    assert_eq!(text(json!({ "count": 100, "bound": "exact" })), "100");
    assert_eq!(text(json!({ "count": 100, "bound": "at-least" })), "at least 100");
    assert_eq!(text(json!({ "count": 24_300, "bound": "about", "mode": "online-media" })), "about 24,300");
    assert_eq!(text(json!({ "count": 9, "bound": "at-most" })), "at most 9");
    assert_eq!(text(json!({ "count": 100, "bound": "at-least", "magnitude": "hundreds" })), "at least 100");
    assert_eq!(text(json!({ "magnitude": "tens-of-thousands" })), "tens of thousands");
    assert_eq!(text(json!({ "magnitude": "dozens" })), "dozens");
    assert_eq!(text(json!({ "status": "reached" })), "no number");
}

/// Dates are as exact as the source, and not more.
#[test]
fn dates_in_words() {
    let locale = locale();
    for (edtf, words) in [
        ("2023", "2023"),
        ("2023-10", "October 2023"),
        ("2023-10-19", "19 October 2023"),
        ("2023-10-19~", "about 19 October 2023"),
        ("2023~", "about 2023"),
        ("2023?", "about 2023"),
        ("2023-10-19T09:30:00Z", "19 October 2023"),
        ("2006-09-03/2006-09-05", "3 – 5 September 2006"),
        ("2019-10-31/2019-11-01", "31 October – 1 November 2019"),
        ("2021-12/2022-01", "December 2021 – January 2022"),
        ("2018/2020", "2018 – 2020"),
        ("2021-04~/2021-05~", "about April – May 2021"),
        // Ends that are not equally exact are written in full.
        ("2006-04/2009-12-31", "April 2006 to 31 December 2009"),
        ("2018/2020-05", "2018 to May 2020"),
        ("2019/..", "from 2019"),
        ("2019-05-03/", "from 3 May 2019"),
        ("../2018-06", "until June 2018"),
        ("/2018~", "about until 2018"),
        // A day or month that the source does not specify is left out.
        ("2020-05-XX", "May 2020"),
        ("2020-XX", "2020"),
        // Seasons, quarters, and dates without a definite year stay as they are written.
        ("2023-21", "2023-21"),
        ("2022-33/2023-03", "2022-33/2023-03"),
        ("201X", "201X"),
        ("[2019..2021]", "[2019..2021]"),
        ("2022/2019", "2022/2019"),
    ] {
        let date = EdtfDate::parse(edtf).unwrap_or_else(|| panic!("{edtf} is not a date"));
        assert_eq!(locale.date(&date), words, "{edtf}");
    }
    assert_eq!((locale.years(2019, 2019), locale.years(2006, 2025)), ("2019".into(), "2006 to 2025".into()));
}

#[test]
fn countries_have_the_names_of_the_united_nations() {
    let locale = locale();
    assert_eq!(locale.country("BD"), "Bangladesh", "the name of the browser");
    for (code, name) in [("MM", "Myanmar"), ("TR", "Türkiye"), ("IR", "Iran (Islamic Republic of)")] {
        assert_eq!(locale.country(code), name, "not the name of the browser");
    }
    assert_eq!(
        locale.country("TW"),
        "Taiwan Province of China",
        "although the browser formats of this test have no name for it"
    );
    assert_eq!(locale.country("FR"), "FR", "without a name the code is shown");
}

/// Names come from the language file and from the tables of the data. A code without a name is shown itself.
#[test]
fn values_have_names() {
    let data = crate::support::data_set(&json!({
        "format": "outreach-report/1", "activities": [],
        "organisations": [{ "code": "IOM", "name": "International Organization for Migration" }, { "code": "X" }],
        "donors": [{ "id": "eu", "name": "European Union" }, { "id": "us" }],
        "themes": [{ "code": "TIP", "name": "Trafficking in persons" }],
        "projects": [{ "id": "p1", "name": "A long name", "acronym": "ALN" }, { "id": "p2", "name": "Second" }, { "id": "p3" }],
    }));
    let name = |facet, value: FacetValue| locale().value(&data, facet, &value);
    let code = |facet, code: &str| name(facet, FacetValue::Code(code.into()));
    assert_eq!(name(Facet::Goal, FacetValue::Number(16)), "Peace, justice and strong institutions");
    assert_eq!(name(Facet::Year, FacetValue::Number(2023)), "2023", "a year has no thousands separator");
    assert_eq!(code(Facet::Kind, "training-of-trainers"), "Training of trainers");
    assert_eq!(code(Facet::Audience, "civil-society"), "Civil society");
    assert_eq!(code(Facet::Theme, "TIP"), "Trafficking in persons");
    assert_eq!(code(Facet::Organisation, "IOM"), "International Organization for Migration");
    assert_eq!(code(Facet::Donor, "eu"), "European Union");
    assert_eq!(
        [code(Facet::Project, "p1"), code(Facet::Project, "p2"), code(Facet::Project, "p3")],
        ["ALN", "Second", "p3"]
    );
    for (facet, unnamed) in [
        (Facet::Kind, "picnic"),
        (Facet::Audience, "aliens"),
        (Facet::Theme, "NO"),
        (Facet::Organisation, "X"),
        (Facet::Donor, "us"),
        (Facet::Project, "gone"),
    ] {
        assert_eq!(code(facet, unnamed), unnamed);
    }
    let unknown: Vec<String> = Facet::ALL.into_iter().map(|facet| name(facet, FacetValue::Unknown)).collect();
    let expected = [
        "No country stated",
        "Undated",
        "No goal seen",
        "Kind not stated",
        "No theme stated",
        "Audience not stated",
        "Organisation not stated",
        "No donor named",
        "No project named",
    ];
    assert_eq!(unknown, expected);
    let facets: Vec<String> = Facet::ALL.into_iter().map(|facet| locale().facet(facet)).collect();
    let expected = ["Country", "Year", "Goal", "Kind", "Theme", "Audience", "Organisation", "Donor", "Project"];
    assert_eq!(facets, expected);
    // A data set without tables has names too: the codes.
    assert_eq!(locale().value(&DataSet::default(), Facet::Theme, &FacetValue::Code("TIP".into())), "TIP");
}

#[test]
fn first_letters_and_lists() {
    let locale = locale();
    assert_eq!(locale.capitalised("at least 5 people"), "At least 5 people");
    assert_eq!(locale.capitalised("élan"), "Élan");
    assert_eq!(locale.capitalised("ßa"), "SSa", "one letter may become two");
    assert_eq!(locale.capitalised("5 people"), "5 people");
    assert_eq!(locale.capitalised("हिन्दी"), "हिन्दी", "a script without upper case stays unchanged");
    assert_eq!((locale.capitalised(""), locale.uncapitalised("")), (String::new(), String::new()));
    assert_eq!(locale.uncapitalised("Law enforcement"), "law enforcement");
    assert_eq!(locale.uncapitalised("ÉCOLE"), "éCOLE");
    let list = |items: &[&str]| locale.list(&items.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>());
    assert_eq!(list(&[]), "");
    assert_eq!(list(&["Bhutan"]), "Bhutan");
    assert_eq!(list(&["Bhutan", "India"]), "Bhutan and India");
    assert_eq!(list(&["Bhutan", "India", "Nepal"]), "Bhutan, India and Nepal");
    assert_eq!(list(&["A", "B", "C", "D"]), "A, B, C and D");
    assert_eq!(list(&["{b}", "{a}"]), "{b} and {a}", "a brace in a name is not a gap");
}
