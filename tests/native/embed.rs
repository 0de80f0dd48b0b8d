//! The code that puts a report on another page. It is read back with a browser's rules for HTML and for addresses, and
//! says what was chosen, whatever is in it.

use outreach_report::export::{EmbedChoices, EmbedCode, HostedReport, embed_code};
use outreach_report::link::{decode, encode};
use outreach_report::query::Facet;
use outreach_report::view::{Block, EmbedOptions, FacetAccess, SyncMode, Theme};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::test_runner::Config;

use crate::support::english::English;
use crate::support::generate;
use crate::support::pasted::{HOME, address, code, names, place, plain, read, tag};

#[test]
fn the_shortest_code_is_two_lines() {
    let EmbedCode { element, frame, element_block: block, frame_block: plain, pins_frame } = code(&plain());
    assert_eq!(
        element,
        "<script type=\"module\" src=\"https://reports.example.org/south-asia/outreach-report.js\"></script>\n\
         <outreach-report><p><a href=\"https://reports.example.org/south-asia/index.html\">Counter-trafficking</a></p></outreach-report>"
    );
    assert_eq!(
        frame,
        "<iframe src=\"https://reports.example.org/south-asia/embed.html\" title=\"Counter-trafficking\" width=\"100%\" \
         height=\"900\" loading=\"lazy\" frameborder=\"0\" allow=\"clipboard-write; web-share\"></iframe>\n\
         <script async src=\"https://reports.example.org/south-asia/embed.js\"></script>"
    );
    assert_eq!(read(&block).comments.into_inner(), [" wp:html ", " /wp:html "]);
    assert_eq!(names(&block), names(&element));
    assert_eq!(names(&plain), ["iframe", "/iframe"], "no script at all");
    assert!(!block.contains('\n') && !plain.contains('\n'), "WordPress makes paragraphs of lines");
    assert!(pins_frame, "nothing was to be pinned");
}

#[test]
fn every_choice_is_an_attribute() {
    let mut embed = EmbedChoices::new("country=BT&year=2022".into(), None, |facet| facet == Facet::Project);
    embed.language = Some("fr");
    embed.theme = Theme::Dark;
    embed.set_access(Facet::Country, FacetAccess::Locked);
    embed.set_access(Facet::Donor, FacetAccess::Hidden);
    embed.sync = SyncMode::Query;
    embed.set_prefix("a b\"&<é~-_.9");
    embed.width = Some(640);
    embed.height = Some(480);
    for at in 1..12 {
        embed.toggle(at);
    }
    assert_eq!(embed.move_block(12, true), Some(11));
    for at in (1..=11).rev() {
        embed.move_block(at, true).unwrap();
    }
    let element = tag(&code(&embed).element, "outreach-report");
    let wanted = [
        ("view", "country=BT&year=2022"),
        ("sync", "query"),
        ("prefix", "ab-_.9"),
        ("parts", "foot headline"),
        ("lock", "country"),
        ("hide", "donor project"),
        ("lang", "fr"),
        ("theme", "dark"),
    ];
    assert_eq!(element.attributes, wanted.map(|(name, value)| (name.to_owned(), value.to_owned())));
    let frame = tag(&code(&embed).frame, "iframe");
    assert_eq!((frame.get("width"), frame.get("height")), (Some("640"), Some("480")));
    let (path, asked, view) = address(frame.said("src"));
    assert_eq!((path, view), (format!("{HOME}embed.html"), "country=BT&year=2022".to_owned()));
    // A frame has an address of its own, which follows nothing.
    let asked: Vec<(&str, &str)> = asked.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(asked, wanted[3..]);
    assert_eq!(tag(&code(&embed).frame, "iframe"), tag(&code(&embed).frame_block, "iframe"));
}

/// Without `sync` there is nothing that a prefix would be before.
#[test]
fn a_prefix_needs_an_address() {
    let mut embed = plain();
    embed.set_prefix("a-");
    assert_eq!(tag(&code(&embed).element, "outreach-report").attributes, []);
    embed.sync = SyncMode::Hash;
    assert_eq!(tag(&code(&embed).element, "outreach-report").get("prefix"), Some("a-"));
}

/// The last block stays, because none at all would mean all of them; nothing moves beyond the ends.
#[test]
fn blocks_are_chosen_and_moved() {
    let mut embed = plain();
    for at in 0..13 {
        embed.toggle(at);
    }
    assert_eq!(embed.shown_blocks().collect::<Vec<_>>(), [Block::Foot]);
    assert!(!embed.can_toggle(12) && embed.can_toggle(0));
    assert_eq!(
        (embed.move_block(0, true), embed.move_block(12, false), embed.move_block(99, true)),
        (None, None, None)
    );
    assert_eq!(embed.move_block(0, false), Some(1));
    assert_eq!(embed.blocks()[0].0, Block::Chips);
    embed.toggle(99);
    assert_eq!(embed.blocks().iter().filter(|(_, shown)| *shown).count(), 1);
}

/// The proposal is between two limits and follows what is shown.
#[test]
fn a_height_is_proposed() {
    let mut embed = plain();
    assert_eq!(embed.proposed_height(), 900);
    for at in 1..13 {
        embed.toggle(at);
    }
    assert_eq!(embed.proposed_height(), 320, "a headline alone");
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

/// No text ends an attribute or begins an element, and it is read back as it was.
#[test]
fn tricky_texts_stay_texts() {
    for title in TITLES {
        for view in
            ["", "q=%22%3E%3Cscript%3E&sort=title", "country=BD~BT&year=2019..2023", "theme=odd%7E%26%3D%25&q=it's"]
        {
            let embed = EmbedChoices::new(view.into(), None, |_| false);
            let place = HostedReport {
                title: (*title).into(),
                base_address: "https://h.example/it's \"&<>/".into(),
                ..place()
            };
            let EmbedCode { element, frame, element_block: block, frame_block: plain, .. } = embed_code(&embed, &place);
            assert_eq!(
                names(&element),
                ["script", "/script", "outreach-report", "p", "a", "/a", "/p", "/outreach-report"]
            );
            assert_eq!(names(&element), names(&block));
            assert_eq!(names(&frame), ["iframe", "/iframe", "script", "/script"]);
            assert_eq!(names(&plain), ["iframe", "/iframe"]);
            let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
            for code in [&element, &block] {
                assert_eq!(read(code).text.into_inner().trim_start_matches('\n'), title);
                assert_eq!(tag(code, "outreach-report").said("view"), view);
                assert_eq!(tag(code, "script").said("src"), format!("{}outreach-report.js", place.base_address));
                let page = tag(code, "a");
                assert_eq!(address(page.said("href")).2, view);
            }
            for code in [&frame, &plain] {
                assert_eq!(tag(code, "iframe").said("title"), title);
                assert_eq!(address(tag(code, "iframe").said("src")).2, view);
            }
            for code in [&block, &plain] {
                assert!(!code.contains(['[', ']']), "a shortcode: {code}");
                assert_eq!(read(code).comments.into_inner(), [" wp:html ", " /wp:html "]);
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

    /// What the element and the frame are told is what was chosen: the same view by the rules of links, the same blocks
    /// and facets by those of frames.
    #[test]
    fn the_code_reads_back(
        document in generate::document(), wish in generate::wish(),
        order in Just(Block::ALL.to_vec()).prop_shuffle(), shown in subsequence(Block::ALL.to_vec(), 1..=13),
        access in access(), title in select(TITLES), pinned in any::<(bool, bool)>(),
    ) {
        let data = crate::support::data_set(&document);
        let index = outreach_report::query::Index::new(&data, &English);
        let view = encode(&generate::selection(&wish));
        let selection = decode(&view, &data, &index).selection;
        let mut embed = EmbedChoices::new(encode(&selection), None, |_| false);
        (embed.pinned_script, embed.pinned_data) = pinned;
        // Sorted into the wished order by moves alone, as a reader would.
        for (to, part) in order.iter().enumerate() {
            let mut at = embed.blocks().iter().position(|(known, _)| known == part).unwrap();
            while at > to {
                at = embed.move_block(at, true).unwrap();
            }
        }
        for at in 0..13 {
            if !shown.contains(&embed.blocks()[at].0) {
                embed.toggle(at);
            }
        }
        for (facet, access) in Facet::ALL.into_iter().zip(&access) {
            embed.set_access(facet, *access);
        }
        let EmbedCode { element, frame, element_block: block, frame_block: plain, .. } = embed_code(&embed, &HostedReport { title: title.into(), ..place() });

        let wanted: Vec<Block> = order.into_iter().filter(|part| shown.contains(part)).collect();
        let told_element = |code: &str| {
            let element = tag(code, "outreach-report");
            let said = |name: &str| element.said(name).to_owned();
            (said("parts"), said("lock"), said("hide"), said("view"))
        };
        let told_frame = |code: &str| {
            let (_, asked, fragment) = address(tag(code, "iframe").said("src"));
            let said = |name: &str| asked.iter().find(|(known, _)| known == name).map(|(_, text)| text.clone()).unwrap_or_default();
            (said("parts"), said("lock"), said("hide"), fragment)
        };
        for (parts, lock, hide, view) in [told_element(&element), told_element(&block), told_frame(&frame), told_frame(&plain)] {
            let told = EmbedOptions::parse(&parts, &lock, &hide);
            prop_assert_eq!(&told.unknown, &vec![]);
            for (facet, access) in Facet::ALL.into_iter().zip(&access) {
                prop_assert_eq!(told.is_changeable(facet), *access == FacetAccess::Free);
                prop_assert_eq!(told.shows(facet), *access != FacetAccess::Hidden);
            }
            let seen: Vec<Block> = wanted.iter().copied().filter(|part| EmbedOptions::parse("", "", &hide).blocks.contains(part)).collect();
            prop_assert_eq!(&told.blocks, &seen);
            let read = decode(&view, &data, &index);
            prop_assert_eq!(&read.problems, &vec![]);
            prop_assert_eq!(&read.selection, &selection);
        }
    }
}
