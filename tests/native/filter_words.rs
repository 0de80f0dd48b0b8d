//! Every filter is named in words wherever a number of the view is given: in the headline, the citation, the title of the
//! page and pictures; and in the line at the top of a report without a headline.

use outreach_report::export::{CitationContext, citation, picture_content};
use outreach_report::link::encode;
use outreach_report::model::Basis;
use outreach_report::query::{Facet, FacetValue, Selection};
use outreach_report::view::{self, ChartBlock, EmbedOptions, ViewContext};
use proptest::prelude::*;

use crate::support::built_in;
use crate::support::generate::{document, plain_selection, selection};
use crate::support::view_fixture::ViewFixture;

/// The name of each chosen value, as it must occur in a sentence, in lower case.
fn chosen_names(context: &ViewContext) -> Vec<String> {
    let ViewContext { data, selection, locale, .. } = context;
    let mut names = Vec::new();
    for facet in Facet::ALL.into_iter().filter(|facet| *facet != Facet::Year) {
        let chosen = selection.chosen(facet, None);
        names.extend(chosen.iter().map(|value| locale.value(data, facet, value).to_lowercase()));
    }
    for (first, last) in selection.years().ranges() {
        names.extend([first, last].into_iter().filter(|year| (1..9999).contains(*year)).map(u16::to_string));
    }
    names.extend(selection.years().undated.then(|| "undated".to_owned()));
    names.extend(Some(selection.search().to_lowercase()).filter(|words| !words.is_empty()));
    names.extend(match selection.basis {
        Basis::Declared => None,
        Basis::Stated => Some("only goals that the page states".to_owned()),
        Basis::Inferred => Some("with goals inferred from the theme".to_owned()),
    });
    names
}

/// White space as single spaces, in lower case.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Checks that a view names its filters everywhere. Returns what is missing.
fn missing(shown: &ViewFixture) -> Vec<String> {
    let context = shown.view_context();
    let cited = CitationContext { address: "https://example.org/".into(), ..CitationContext::default() };
    let picture = picture_content(&context, ChartBlock::Year, &cited).unwrap();
    let alone = EmbedOptions::parse("table", "", "donor kind country");
    let subject = view::subject_line(&ViewContext { options: &alone, ..context });
    let citations = citation(&context, &cited);
    let texts = [
        ("headline", view::headline(&context).text()),
        ("citation", citations.text),
        ("RIS", citations.ris),
        ("page title", view::page_title(&context)),
        ("picture", picture.filter),
        ("print", view::print_text(&context, "")),
        ("subject line", subject.about.join(" · ")),
    ];
    let names = chosen_names(&context);
    let lacks = |(place, text): &(&str, String)| {
        let text = plain(text);
        let absent = names.iter().filter(|name| !text.contains(&plain(name)));
        absent.map(|name| format!("{place} lacks {name}: {text}")).collect::<Vec<_>>()
    };
    texts.iter().flat_map(lacks).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_filter_is_named_everywhere(document in document(), plain in plain_selection()) {
        let shown = ViewFixture::new(&document, selection(&plain));
        prop_assert_eq!(missing(&shown), Vec::<String>::new());
    }
}

/// Every value of every facet of the built-in data set, alone and with the value before it.
#[test]
fn every_value_of_the_built_in_data_set_is_named() {
    let mut shown = ViewFixture::from_link(&built_in(), "");
    for facet in Facet::ALL {
        let values: Vec<FacetValue> = shown.index.values(facet).cloned().chain([FacetValue::Unknown]).collect();
        for (position, value) in values.iter().enumerate() {
            let mut selection = Selection::with_value(facet, value.clone());
            if let Some(before) = position.checked_sub(1).and_then(|before| values.get(before)) {
                selection.insert(facet, before.clone());
            }
            let link = encode(&selection);
            shown.select(selection);
            assert_eq!(missing(&shown), Vec::<String>::new(), "{link}");
        }
    }
}

/// What the line at the top says of each choice of blocks: title, filters, date, and whether it leads to the whole.
#[test]
fn an_embedded_part_says_what_it_shows() {
    let link = "country=BT&kind=training&measure=activities";
    let filters = ["Kind: Training", "Country: Bhutan"];
    let date = "data of 22 November 2026";
    for (parts, names_filters, is_part) in [
        ("", false, false),
        ("year", true, true),
        ("table", true, true),
        ("matrix foot", true, true),
        ("tiles", true, true),
        ("filters chips", true, true),
        ("headline", false, true),
        ("headline year foot", false, false),
    ] {
        let mut shown = ViewFixture::from_link(&built_in(), link);
        shown.options = EmbedOptions::parse(parts, "", "");
        let subject = view::subject_line(&shown.view_context());
        let expected: Vec<&str> = if names_filters { [&filters[..], &[date]].concat() } else { vec![date] };
        assert_eq!(subject.title, "Counter-trafficking outreach in South Asia", "{parts}");
        assert_eq!(
            (subject.about.iter().map(String::as_str).collect(), subject.is_part),
            (expected, is_part),
            "{parts}"
        );
    }
}
