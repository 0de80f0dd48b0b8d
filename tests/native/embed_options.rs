//! Embed options, which the page around the element sets: blocks and their order, locked facets and hidden facets.

use outreach_report::link::{decode, encode};
use outreach_report::query::{Facet, Selection};
use outreach_report::view::{self, Block, EmbedOptions};
use proptest::prelude::*;
use proptest::sample::subsequence;
use proptest::test_runner::Config;

use crate::support::generate;
use crate::support::html::Element;
use crate::support::screen;
use crate::support::view_fixture::ViewFixture;

/// Every block, in the order of the contract.
const ALL: &str = "headline tiles filters chips year country sdg matrix kind audience donor table foot";

/// The blocks as the attribute `parts` names them.
fn parts(options: &EmbedOptions) -> String {
    options.blocks.iter().map(|block| block.code()).collect::<Vec<_>>().join(" ")
}

fn unknown(options: &EmbedOptions) -> Vec<(&str, &str)> {
    options.unknown.iter().map(|(attribute, word)| (*attribute, word.as_str())).collect()
}

#[test]
fn parts_choose_and_order_blocks() {
    let parse = |words: &str| EmbedOptions::parse(words, "", "");
    assert_eq!(parts(&EmbedOptions::default()), ALL);
    assert_eq!(parse(""), EmbedOptions::default());
    assert_eq!(parts(&parse("table headline")), "table headline");
    assert_eq!(parts(&parse(" tiles,year\n sdg\t,, matrix ")), "tiles year sdg matrix");
    assert_eq!(parts(&parse("year year table year")), "year table", "each block once");
    assert_eq!(parts(&parse(ALL)), ALL);
    for block in Block::ALL {
        assert_eq!(parse(block.code()).blocks, [block]);
    }
}

/// An unknown word is recorded with its attribute and ignored. `parts` with only unknown words is as if it were absent.
#[test]
fn unknown_words_are_recorded() {
    let options = EmbedOptions::parse("charts year TABLE", "country sdg17", "donors org");
    assert_eq!(parts(&options), "year");
    assert_eq!(unknown(&options), [("parts", "charts"), ("parts", "TABLE"), ("lock", "sdg17"), ("hide", "donors")]);
    assert!(
        !options.is_changeable(Facet::Country) && options.shows(Facet::Country) && !options.shows(Facet::Organisation)
    );
    let only_unknown = EmbedOptions::parse("charts maps", "", "");
    assert_eq!(
        (parts(&only_unknown), unknown(&only_unknown)),
        (ALL.to_owned(), vec![("parts", "charts"), ("parts", "maps")])
    );
    let lines = view::unknown_option_lines(&crate::support::english::locale(), &options);
    assert_eq!(
        lines[0],
        "The page asks for “charts” in parts, which this report does not know. Everything else is shown."
    );
    assert_eq!(lines.len(), 4);
    assert_eq!(
        view::unknown_option_lines(&crate::support::english::locale(), &EmbedOptions::default()),
        Vec::<String>::new()
    );
}

/// A chart of a hidden facet is not shown, even if `parts` asks for it. The matrix belongs to two facets.
#[test]
fn hidden_facets_have_no_charts() {
    let without = |hide: &str| parts(&EmbedOptions::parse("", "", hide));
    let all_except =
        |hidden: &[&str]| ALL.split(' ').filter(|block| !hidden.contains(block)).collect::<Vec<_>>().join(" ");
    assert_eq!(without("country"), all_except(&["country", "matrix"]));
    assert_eq!(without("year"), all_except(&["year", "matrix"]));
    for facet in ["sdg", "kind", "audience", "donor"] {
        assert_eq!(without(facet), all_except(&[facet]));
    }
    assert_eq!(without("theme org project"), ALL, "these have no chart");
    assert_eq!(parts(&EmbedOptions::parse("matrix donor table", "", "donor year")), "table");
    assert_eq!(
        parts(&EmbedOptions::parse("", "country year donor", "")),
        ALL,
        "charts of locked facets are still shown"
    );
}

/// Only free facets have menus. The chip of a locked filter cannot be removed, and a hidden filter has no chip.
#[test]
fn pickers_and_chips_follow() {
    let mut shown =
        ViewFixture::from_link(&crate::support::built_in(), "country=BT&year=2022&sdg=4&donor=us-state-jtip&q=school");
    shown.options = EmbedOptions::parse("", "country theme", "donor org");
    let offered: Vec<Facet> = view::facet_menus(&shown.view_context()).iter().map(|menu| menu.facet).collect();
    assert_eq!(offered, [Facet::Year, Facet::Goal, Facet::Kind, Facet::Audience, Facet::Project]);
    let chips: Vec<(String, bool)> =
        view::chips(&shown.view_context()).into_iter().map(|chip| (chip.label, chip.remove.is_some())).collect();
    let chip = |label: &str, removable: bool| (label.to_owned(), removable);
    let expected = [
        chip("Country: Bhutan", false),
        chip("Year: 2022", true),
        chip("Goal: 4 Quality education", true),
        chip("“school”", true),
    ];
    assert_eq!(chips, expected);
    // The numbers are those of the hidden filter too, so the words are.
    let donor = "United States Department of State, Office to Monitor and Combat Trafficking in Persons";
    let filters = format!("Goal: 4 Quality education · Donor: {donor} · “school” · Country: Bhutan · Year: 2022");
    assert_eq!(view::print_text(&shown.view_context(), "").trim_end(), filters);
    assert_eq!(view::filter_sentence(&shown.view_context()), filters);
}

/// The screen shows the blocks of `parts` in their order, and the licence in any case. Marks of locked facets are
/// `aria-disabled`.
#[test]
fn the_screen_follows() {
    let screen_with = |parts: &str, lock: &str, hide: &str| {
        let mut shown = ViewFixture::from_link(&crate::support::built_in(), "country=BT");
        shown.options = EmbedOptions::parse(parts, lock, hide);
        screen::read(shown)
    };
    let blocks = |screen: &Element| -> Vec<String> {
        screen.all().iter().filter_map(|element| element.get("part").map(str::to_owned)).collect()
    };
    assert_eq!(blocks(&screen_with("", "", "")).join(" "), ALL);
    let few = screen_with("table sdg headline", "", "");
    assert_eq!(blocks(&few), ["table", "sdg", "headline", "foot"]);
    assert_eq!(few.classed("foot")[0].text(), "Licence: CC BY 4.0", "nothing else of the foot");
    assert!(blocks(&screen_with("", "", "year")).iter().all(|block| block != "year" && block != "matrix"));
    let text = screen_with("yaer", "", "").text();
    assert!(text.contains("The page asks for “yaer” in parts"), "{text}");

    let locked = screen_with("", "country", "");
    let disabled = |pick: &str| {
        let marks = locked.classed("mark").into_iter().filter(|mark| mark.get("data-pick").unwrap().starts_with(pick));
        let states: Vec<bool> = marks.map(|mark| mark.get("aria-disabled").is_some()).collect();
        assert!(!states.is_empty(), "no mark picks {pick}");
        (states.iter().all(|disabled| *disabled), states.iter().any(|disabled| *disabled))
    };
    assert_eq!(disabled("country"), (true, true), "the bars and the cells");
    assert_eq!(disabled("year"), (false, false));
    assert_eq!(disabled("sdg"), (false, false));
}

/// Any set of facets, as their words in the attributes.
fn facets() -> impl Strategy<Value = Vec<&'static str>> {
    subsequence(Facet::ALL.map(Facet::key).to_vec(), 0..=9)
}

proptest! {
    #![proptest_config(Config { cases: 400, failure_persistence: None, ..Config::default() })]

    /// Whatever a reader or a link requests, locked and hidden facets stay as the page set them, and everything else is
    /// as requested. `enforce` reports whether it changed anything, and changes nothing the second time.
    #[test]
    fn fixed_facets_stay(
        requested in generate::plain_selection(), page in generate::plain_selection(),
        lock in facets(), hide in facets(),
    ) {
        let (requested, page) = (generate::selection(&requested), generate::selection(&page));
        let options = EmbedOptions::parse("", &lock.join(" "), &hide.join(","));
        let (enforced, changed) = options.enforce(requested.clone(), &page);
        for facet in Facet::ALL {
            let read_only = lock.contains(&facet.key()) || hide.contains(&facet.key());
            let expected = if read_only { &page } else { &requested };
            prop_assert_eq!(options.is_changeable(facet), !read_only, "{:?}", facet);
            prop_assert_eq!(options.shows(facet), !hide.contains(&facet.key()));
            prop_assert_eq!(enforced.chosen(facet, None), expected.chosen(facet, None), "{:?}", facet);
            let mark = Selection::with_value(facet, outreach_report::query::FacetValue::Unknown);
            prop_assert_eq!(options.allows_pick(&mark), !read_only);
            prop_assert_eq!(options.is_read_only(&encode(&mark)), read_only);
        }
        let others = |selection: &Selection| {
            (selection.search().to_owned(), selection.basis, selection.measure, selection.sort)
        };
        prop_assert_eq!(others(&enforced), others(&requested));
        prop_assert_eq!(changed, enforced != requested);
        prop_assert_eq!(options.enforce(enforced.clone(), &page), (enforced, false));
    }
}

/// A mark of two facets is read-only if either facet is.
#[test]
fn a_cell_of_a_read_only_facet_is_read_only() {
    let shown = ViewFixture::from_link(&crate::support::built_in(), "");
    let cell = "country=BT&year=2022";
    let mark = decode(cell, &shown.data, &shown.index).selection;
    for (lock, free) in [("", true), ("sdg", true), ("country", false), ("year", false)] {
        let options = EmbedOptions::parse("", lock, "");
        assert_eq!((options.allows_pick(&mark), options.is_read_only(cell)), (free, !free), "{lock}");
    }
}

/// The loader sends all attributes as one text. Unknown values of the single-valued ones are named too; a value that is
/// missing or blank is none.
#[test]
fn unknown_values_are_named() {
    let unknown = |values: [&str; 7]| EmbedOptions::of_attributes(&values.join("\0")).unknown;
    let none: Vec<(&str, String)> = Vec::new();
    assert_eq!(unknown([""; 7]), none);
    assert_eq!(unknown(["year", "country", "donor", "dark", "query", "fr", "a-"]), none);
    for language in ["EN", "en-GB", "zh-Hans", "ar", " "] {
        assert_eq!(unknown(["", "", "", "", "", language, ""]), none, "{language}");
    }
    let found = unknown(["maps", "", "", "Dark", "true", "de-CH", "a&b="]);
    let found: Vec<_> = found.iter().map(|(attribute, value)| (*attribute, value.as_str())).collect();
    let expected = [("parts", "maps"), ("theme", "Dark"), ("sync", "true"), ("lang", "de-CH"), ("prefix", "a&b=")];
    assert_eq!(found, expected);
    assert_eq!(EmbedOptions::of_attributes("year\0country").blocks.len(), 1, "the others may be left out");
}
