//! The embed code, which puts a report on another page. The tests parse it by the rules of browsers for HTML and
//! addresses, and find the choices in it, whatever characters they contain.

use outreach_report::export::{EmbedChoices, EmbedCode, HostedReport, embed_code};
use outreach_report::link::{decode, encode};
use outreach_report::query::Facet;
use outreach_report::view::{Block, ColourScheme, EmbedOptions, FacetAccess, SyncMode};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::test_runner::Config;

use crate::support::english::English;
use crate::support::generate;
use crate::support::pasted_code::{
    BASE_ADDRESS, code_for, default_choices, find_tag, hosted_report, split_address, tag_names, tokenize,
};

#[test]
fn the_shortest_code_is_two_lines() {
    let EmbedCode { element, frame, element_block, frame_block, pins_frame } = code_for(&default_choices());
    assert_eq!(
        element,
        "<script type=\"module\" src=\"https://reports.example.org/south-asia/outreach-report.js\"></script>\n\
         <outreach-report><a href=\"https://reports.example.org/south-asia/index.html\">Counter-trafficking</a></outreach-report>"
    );
    assert_eq!(
        frame,
        "<iframe src=\"https://reports.example.org/south-asia/embed.html\" title=\"Counter-trafficking\" width=\"100%\" \
         height=\"900\" loading=\"lazy\" frameborder=\"0\" allow=\"clipboard-write; web-share\"></iframe>\n\
         <script async src=\"https://reports.example.org/south-asia/embed.js\"></script>"
    );
    assert_eq!(tokenize(&element_block).comments.into_inner(), [" wp:html ", " /wp:html "]);
    assert_eq!(tag_names(&element_block), tag_names(&element));
    assert_eq!(tag_names(&frame_block), ["iframe", "/iframe"], "no script");
    assert!(!element_block.contains('\n') && !frame_block.contains('\n'), "WordPress turns lines into paragraphs");
    assert!(pins_frame, "no pinning was chosen");
}

#[test]
fn every_choice_is_an_attribute() {
    let mut embed = EmbedChoices::new("country=BT&year=2022".into(), None, |facet| facet == Facet::Project);
    embed.language = Some("fr");
    embed.colour_scheme = ColourScheme::Dark;
    embed.set_access(Facet::Country, FacetAccess::Locked);
    embed.set_access(Facet::Donor, FacetAccess::Hidden);
    embed.sync = SyncMode::Query;
    embed.set_prefix("a b\"&<é~-_.9");
    embed.width = Some(640);
    embed.height = Some(480);
    for index in 1..12 {
        embed.toggle(index);
    }
    assert_eq!(embed.move_block(12, true), Some(11));
    for index in (1..=11).rev() {
        embed.move_block(index, true).unwrap();
    }
    let element = find_tag(&code_for(&embed).element, "outreach-report");
    let expected = [
        ("view", "country=BT&year=2022"),
        ("sync", "query"),
        ("prefix", "ab-_.9"),
        ("parts", "foot headline"),
        ("lock", "country"),
        ("hide", "donor project"),
        ("lang", "fr"),
        ("theme", "dark"),
    ];
    assert_eq!(element.attributes, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
    let frame = find_tag(&code_for(&embed).frame, "iframe");
    assert_eq!((frame.get("width"), frame.get("height")), (Some("640"), Some("480")));
    let (path, query, view) = split_address(frame.get_or_empty("src"));
    assert_eq!((path, view), (format!("{BASE_ADDRESS}embed.html"), "country=BT&year=2022".to_owned()));
    // The frame has an address of its own: `view` is its fragment, and `sync` and `prefix` do not apply.
    let query: Vec<(&str, &str)> = query.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(query, expected[3..]);
    assert_eq!(find_tag(&code_for(&embed).frame, "iframe"), find_tag(&code_for(&embed).frame_block, "iframe"));
}

/// Without `sync` the element writes nothing to the address, and the prefix is left out.
#[test]
fn a_prefix_needs_sync() {
    let mut embed = default_choices();
    embed.set_prefix("a-");
    assert_eq!(find_tag(&code_for(&embed).element, "outreach-report").attributes, []);
    embed.sync = SyncMode::Hash;
    assert_eq!(find_tag(&code_for(&embed).element, "outreach-report").get("prefix"), Some("a-"));
}

/// The last block cannot be switched off, because no block would mean all blocks. No block moves beyond the ends.
#[test]
fn blocks_are_chosen_and_moved() {
    let mut embed = default_choices();
    for index in 0..13 {
        embed.toggle(index);
    }
    assert_eq!(embed.shown_blocks().collect::<Vec<_>>(), [Block::Foot]);
    assert!(!embed.can_toggle(12) && embed.can_toggle(0));
    assert_eq!(
        (embed.move_block(0, true), embed.move_block(12, false), embed.move_block(99, true)),
        (None, None, None)
    );
    assert_eq!(embed.move_block(0, false), Some(1));
    assert_eq!(embed.blocks()[0].0, Block::Tiles);
    embed.toggle(99);
    assert_eq!(embed.blocks().iter().filter(|(_, shown)| *shown).count(), 1);
}

/// The proposed height depends on the blocks that are shown, between two limits.
#[test]
fn a_height_is_proposed() {
    let mut embed = default_choices();
    assert_eq!(embed.proposed_height(), 900);
    for index in 1..13 {
        embed.toggle(index);
    }
    assert_eq!(embed.proposed_height(), 320, "only the headline");
    embed.toggle(4);
    let with_chart = embed.proposed_height();
    assert!(with_chart > 500 && with_chart < 900, "{with_chart}");
    embed.set_access(Facet::Year, FacetAccess::Hidden);
    assert_eq!(embed.proposed_height(), 320, "its chart is hidden too");
}

const TITLES: &[&str] = &[
    "Counter-trafficking",
    "\"quoted\" & 'quoted' <b>bold</b> &amp; &quot",
    "</a></p></outreach-report><script>alert(1)</script>",
    "--><!-- /wp:html --><script>",
    "[gallery ids=\"1\"] and ]",
    "تقرير عن مكافحة الاتجار",
    "two\r\nlines\ttab \u{2028} é ~ .. #?%20",
    "",
];

/// No text ends an attribute or begins an element, and every text is read back unchanged.
#[test]
fn tricky_texts_stay_texts() {
    for title in TITLES {
        for view in
            ["", "q=%22%3E%3Cscript%3E&sort=title", "country=BD~BT&year=2019..2023", "theme=odd%7E%26%3D%25&q=it's"]
        {
            let embed = EmbedChoices::new(view.into(), None, |_| false);
            let hosted = HostedReport {
                title: (*title).into(),
                base_address: "https://h.example/it's \"&<>/".into(),
                ..hosted_report()
            };
            let EmbedCode { element, frame, element_block, frame_block, .. } = embed_code(&embed, &hosted);
            assert_eq!(tag_names(&element), ["script", "/script", "outreach-report", "a", "/a", "/outreach-report"]);
            assert_eq!(tag_names(&element), tag_names(&element_block));
            assert_eq!(tag_names(&frame), ["iframe", "/iframe", "script", "/script"]);
            assert_eq!(tag_names(&frame_block), ["iframe", "/iframe"]);
            let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
            for code in [&element, &element_block] {
                assert_eq!(tokenize(code).text.into_inner().trim_start_matches('\n'), title);
                assert_eq!(find_tag(code, "outreach-report").get_or_empty("view"), view);
                assert_eq!(
                    find_tag(code, "script").get_or_empty("src"),
                    format!("{}outreach-report.js", hosted.base_address)
                );
                let fallback_link = find_tag(code, "a");
                assert_eq!(split_address(fallback_link.get_or_empty("href")).2, view);
            }
            for code in [&frame, &frame_block] {
                assert_eq!(find_tag(code, "iframe").get_or_empty("title"), title);
                assert_eq!(split_address(find_tag(code, "iframe").get_or_empty("src")).2, view);
            }
            for code in [&element_block, &frame_block] {
                assert!(!code.contains(['[', ']']), "WordPress would read a shortcode: {code}");
                assert_eq!(tokenize(code).comments.into_inner(), [" wp:html ", " /wp:html "]);
            }
        }
    }
}

fn access() -> impl Strategy<Value = Vec<FacetAccess>> {
    prop::collection::vec(
        select(vec![FacetAccess::Free, FacetAccess::Free, FacetAccess::Locked, FacetAccess::Hidden]),
        9,
    )
}

proptest! {
    #![proptest_config(Config { cases: 300, failure_persistence: None, ..Config::default() })]

    /// The attributes of the element and the address of the frame give back the choices: the view by the rules of
    /// links, the blocks and facets by those of embed options.
    #[test]
    fn the_code_reads_back(
        document in generate::document(), plain in generate::plain_selection(),
        order in Just(Block::ALL.to_vec()).prop_shuffle(), shown in subsequence(Block::ALL.to_vec(), 1..=13),
        access in access(), title in select(TITLES), pinned in any::<(bool, bool)>(),
    ) {
        let data = crate::support::data_set(&document);
        let index = outreach_report::query::Index::new(&data, &English);
        let link = encode(&generate::selection(&plain));
        let selection = decode(&link, &data, &index).selection;
        let mut embed = EmbedChoices::new(encode(&selection), None, |_| false);
        (embed.pinned_script, embed.pinned_data) = pinned;
        // Moved into the chosen order one step at a time, as a reader does.
        for (target, block) in order.iter().enumerate() {
            let mut index = embed.blocks().iter().position(|(known, _)| known == block).unwrap();
            while index > target {
                index = embed.move_block(index, true).unwrap();
            }
        }
        for index in 0..13 {
            if !shown.contains(&embed.blocks()[index].0) {
                embed.toggle(index);
            }
        }
        for (facet, access) in Facet::ALL.into_iter().zip(&access) {
            embed.set_access(facet, *access);
        }
        let hosted = HostedReport { title: title.into(), ..hosted_report() };
        let EmbedCode { element, frame, element_block, frame_block, .. } = embed_code(&embed, &hosted);

        let chosen: Vec<Block> = order.into_iter().filter(|block| shown.contains(block)).collect();
        let from_element = |code: &str| {
            let element = find_tag(code, "outreach-report");
            let value = |name: &str| element.get_or_empty(name).to_owned();
            (value("parts"), value("lock"), value("hide"), value("view"))
        };
        let from_frame = |code: &str| {
            let (_, query, fragment) = split_address(find_tag(code, "iframe").get_or_empty("src"));
            let value = |name: &str| {
                query.iter().find(|(known, _)| known == name).map(|(_, text)| text.clone()).unwrap_or_default()
            };
            (value("parts"), value("lock"), value("hide"), fragment)
        };
        let from_elements = [from_element(&element), from_element(&element_block)];
        let from_frames = [from_frame(&frame), from_frame(&frame_block)];
        for (parts, lock, hide, view) in from_elements.into_iter().chain(from_frames) {
            let options = EmbedOptions::parse(&parts, &lock, &hide);
            prop_assert_eq!(&options.unknown, &vec![]);
            for (facet, access) in Facet::ALL.into_iter().zip(&access) {
                prop_assert_eq!(options.is_changeable(facet), *access == FacetAccess::Free);
                prop_assert_eq!(options.shows(facet), *access != FacetAccess::Hidden);
            }
            let not_hidden = EmbedOptions::parse("", "", &hide).blocks;
            let visible: Vec<Block> = chosen.iter().copied().filter(|block| not_hidden.contains(block)).collect();
            prop_assert_eq!(&options.blocks, &visible);
            let decoded = decode(&view, &data, &index);
            prop_assert_eq!(&decoded.problems, &vec![]);
            prop_assert_eq!(&decoded.selection, &selection);
        }
    }
}
