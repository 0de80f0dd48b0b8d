//! What the page around the widget asks for: blocks and their order, facets that are fixed or not shown.

use outreach_report::link::{decode, encode};
use outreach_report::query::{Facet, Selection};
use outreach_report::view::{self, Block, EmbedOptions};
use proptest::prelude::*;
use proptest::sample::subsequence;
use proptest::test_runner::Config;

use crate::support::generate;
use crate::support::html::Element;
use crate::support::screen;
use crate::support::shown::Shown;

/// Every block, in the order of the contract.
const ALL: &str = "headline chips filters tiles year country sdg matrix kind audience donor table foot";

/// The blocks of a frame, as the attribute would name them.
fn parts(options: &EmbedOptions) -> String {
    options.blocks.iter().map(|part| part.code()).collect::<Vec<_>>().join(" ")
}

fn unknown(options: &EmbedOptions) -> Vec<(&str, &str)> {
    options.unknown.iter().map(|(attribute, word)| (*attribute, word.as_str())).collect()
}

#[test]
fn parts_choose_and_order_blocks() {
    let read = |words: &str| EmbedOptions::parse(words, "", "");
    assert_eq!(parts(&EmbedOptions::default()), ALL);
    assert_eq!(read(""), EmbedOptions::default());
    assert_eq!(parts(&read("table headline")), "table headline");
    assert_eq!(parts(&read(" tiles,year\n sdg\t,, matrix ")), "tiles year sdg matrix");
    assert_eq!(parts(&read("year year table year")), "year table", "each once");
    assert_eq!(parts(&read(ALL)), ALL);
    for part in Block::ALL.into_iter() {
        assert_eq!(read(part.code()).blocks, [part]);
    }
}

/// A word that names nothing is noted with its attribute; the others count. An attribute that names nothing at all
/// changes nothing.
#[test]
fn unknown_words_are_noted() {
    let options = EmbedOptions::parse("charts year TABLE", "country sdg17", "donors org");
    assert_eq!(parts(&options), "year");
    assert_eq!(unknown(&options), [("parts", "charts"), ("parts", "TABLE"), ("lock", "sdg17"), ("hide", "donors")]);
    assert!(
        !options.is_changeable(Facet::Country) && options.shows(Facet::Country) && !options.shows(Facet::Organisation)
    );
    let nothing = EmbedOptions::parse("charts maps", "", "");
    assert_eq!((parts(&nothing), unknown(&nothing)), (ALL.to_owned(), vec![("parts", "charts"), ("parts", "maps")]));
    let told = view::unknown_option_lines(&crate::support::english::locale(), &options);
    assert_eq!(
        told[0],
        "The page asks for “charts” in parts, which this report does not know. Everything else is shown."
    );
    assert_eq!(told.len(), 4);
    assert_eq!(
        view::unknown_option_lines(&crate::support::english::locale(), &EmbedOptions::default()),
        Vec::<String>::new()
    );
}

/// A chart of a hidden facet is not shown, even where the page asks for it; the matrix shows two facets.
#[test]
fn hidden_facets_have_no_charts() {
    let without = |hide: &str| parts(&EmbedOptions::parse("", "", hide));
    let rest = |gone: &[&str]| ALL.split(' ').filter(|part| !gone.contains(part)).collect::<Vec<_>>().join(" ");
    assert_eq!(without("country"), rest(&["country", "matrix"]));
    assert_eq!(without("year"), rest(&["year", "matrix"]));
    for facet in ["sdg", "kind", "audience", "donor"] {
        assert_eq!(without(facet), rest(&[facet]));
    }
    assert_eq!(without("theme org project"), ALL, "these have no chart");
    assert_eq!(parts(&EmbedOptions::parse("matrix donor table", "", "donor year")), "table");
    assert_eq!(parts(&EmbedOptions::parse("", "country year donor", "")), ALL, "what is fixed is still shown");
}

/// Pickers are offered for free facets alone; a fixed filter keeps its chip, without the way to take it back; a hidden
/// one has none.
#[test]
fn pickers_and_chips_follow() {
    let mut shown = Shown::link(&crate::support::embedded(), "country=BT&year=2022&sdg=4&donor=us-state-jtip&q=school");
    shown.options = EmbedOptions::parse("", "country theme", "donor org");
    let offered: Vec<Facet> = view::pickers(&shown.view_context()).iter().map(|picker| picker.facet).collect();
    assert_eq!(offered, [Facet::Year, Facet::Goal, Facet::Kind, Facet::Audience, Facet::Project]);
    let chips: Vec<(String, bool)> =
        view::chips(&shown.view_context()).into_iter().map(|chip| (chip.label, chip.remove.is_some())).collect();
    let chip = |label: &str, free: bool| (label.to_owned(), free);
    let wanted = [
        chip("Country: Bhutan", false),
        chip("Year: 2022", true),
        chip("Goal: 4 Quality education", true),
        chip("“school”", true),
    ];
    assert_eq!(chips, wanted);
    let filters = "Country: Bhutan · Year: 2022 · Goal: 4 Quality education · “school”";
    assert_eq!(view::print_text(&shown.view_context(), None), filters);
    assert_eq!(view::filter_sentence(&shown.view_context()), format!("Filtered by {filters}"));
}

/// On the screen: the blocks that are asked for in their order, the licence in any case; marks of fixed facets say that
/// they cannot be pressed.
#[test]
fn the_screen_follows() {
    let unknown_option_lines = |parts: &str, lock: &str, hide: &str| {
        let mut shown = Shown::link(&crate::support::embedded(), "country=BT");
        shown.options = EmbedOptions::parse(parts, lock, hide);
        screen::read(shown)
    };
    let blocks = |screen: &Element| -> Vec<String> {
        screen.all().iter().filter_map(|element| element.get("part").map(str::to_owned)).collect()
    };
    assert_eq!(blocks(&unknown_option_lines("", "", "")).join(" "), ALL);
    let few = unknown_option_lines("table sdg headline", "", "");
    assert_eq!(blocks(&few), ["table", "sdg", "headline", "foot"]);
    assert_eq!(few.classed("foot")[0].text(), "Licence: CC BY 4.0", "nothing else of the foot");
    assert!(blocks(&unknown_option_lines("", "", "year")).iter().all(|part| part != "year" && part != "matrix"));
    let text = unknown_option_lines("yaer", "", "").text();
    assert!(text.contains("The page asks for “yaer” in parts"), "{text}");

    let fixed = unknown_option_lines("", "country", "");
    let disabled = |pick: &str| {
        let marks = fixed.classed("mark").into_iter().filter(|mark| mark.get("data-pick").unwrap().starts_with(pick));
        let states: Vec<bool> = marks.map(|mark| mark.get("aria-disabled").is_some()).collect();
        assert!(!states.is_empty(), "no mark picks {pick}");
        (states.iter().all(|is| *is), states.iter().any(|is| *is))
    };
    assert_eq!(disabled("country"), (true, true), "the bars and the cells");
    assert_eq!(disabled("year"), (false, false));
    assert_eq!(disabled("sdg"), (false, false));
}

/// Facets that a page could fix, none of them or all.
fn facets() -> impl Strategy<Value = Vec<&'static str>> {
    subsequence(Facet::ALL.map(Facet::key).to_vec(), 0..=9)
}

proptest! {
    #![proptest_config(Config { cases: 400, failure_persistence: None, ..Config::default() })]

    /// Whatever a reader or a link asks for, fixed and hidden facets stay as the page set them, and everything else is as
    /// wanted. Whether that made a difference is said, and holding what is held makes none.
    #[test]
    fn fixed_facets_stay(
        wanted in generate::wish(), page in generate::wish(), lock in facets(), hide in facets(),
    ) {
        let (wanted, page) = (generate::selection(&wanted), generate::selection(&page));
        let options = EmbedOptions::parse("", &lock.join(" "), &hide.join(","));
        let (held, changed) = options.enforce(wanted.clone(), &page);
        for facet in Facet::ALL {
            let fixed = lock.contains(&facet.key()) || hide.contains(&facet.key());
            let as_set = if fixed { &page } else { &wanted };
            prop_assert_eq!(options.is_changeable(facet), !fixed, "{:?}", facet);
            prop_assert_eq!(options.shows(facet), !hide.contains(&facet.key()));
            prop_assert_eq!(held.chosen(facet, None), as_set.chosen(facet, None), "{:?}", facet);
            let mark = Selection::with_value(facet, outreach_report::query::FacetValue::Unknown);
            prop_assert_eq!(options.allows_pick(&mark), !fixed);
            prop_assert_eq!(options.is_fixed(&encode(&mark)), fixed);
        }
        prop_assert_eq!((held.search(), held.basis, held.measure, held.sort), (wanted.search(), wanted.basis, wanted.measure, wanted.sort));
        prop_assert_eq!(changed, held != wanted);
        prop_assert_eq!(options.enforce(held.clone(), &page), (held, false));
    }
}

/// A mark of two facets is fixed where either is.
#[test]
fn a_cell_of_a_fixed_facet_is_fixed() {
    let shown = Shown::link(&crate::support::embedded(), "");
    let cell = "country=BT&year=2022";
    let mark = decode(cell, &shown.data, &shown.index).selection;
    for (lock, free) in [("", true), ("sdg", true), ("country", false), ("year", false)] {
        let options = EmbedOptions::parse("", lock, "");
        assert_eq!((options.allows_pick(&mark), options.is_fixed(cell)), (free, !free), "{lock}");
    }
}
