//! Pictures of charts: they hold their own words and numbers, nothing runs in them, and everything is within the page.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it does not expect should stop"
)]

mod support;

use outreach_report::charts::{Chart, End, Ink, Mark, Orientation, Scale};
use outreach_report::export::{Figure, Page, Picture, figure, picture};
use outreach_report::view::Block;
use proptest::prelude::*;

use support::embedded;
use support::generate;
use support::shown::Shown;

fn page() -> Page {
    Page { link: "https://example.org/#country=BT".into(), accessed: "2026-11-25".into() }
}

fn drawn(link: &str, block: Block) -> Picture {
    let shown = Shown::link(&embedded(), link);
    let picture = picture(&figure(&shown.scene(), block, &page()).unwrap());
    // To be looked at.
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("pictures");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(format!("{}-{}.svg", block.code(), link.len())), &picture.svg).unwrap();
    picture
}

#[test]
fn by_country() {
    insta::assert_snapshot!(drawn("year=2022", Block::Country).svg);
}

#[test]
fn by_year_and_goal() {
    for link in ["", "country=BT", "basis=theme", "measure=activities", "country=FR"] {
        for block in [Block::Year, Block::Goal, Block::Country] {
            let Picture { svg, width, height } = drawn(link, block);
            assert!(width == 960 && height > 200, "{link}");
            for words in
                ["data of", "Data of 22 November 2026", "CC BY 4.0", "https://example.org/#country=BT"].iter().skip(1)
            {
                assert!(svg.contains(words), "{link}: {words}");
            }
        }
    }
    assert!(drawn("country=BT", Block::Year).svg.contains("Filtered by Country: Bhutan"));
}

/// The numbers of an element's attribute.
fn places(svg: &str, attribute: &str) -> Vec<f64> {
    let start = format!(" {attribute}=\"");
    let values = svg.split(&start).skip(1).filter_map(|rest| rest.split('"').next());
    values.filter_map(|value| value.parse().ok()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever the data are, everything is inside, and the SVG is as well formed as a reader of XML asks.
    #[test]
    fn everything_is_on_the_page(document in generate::document(), wish in generate::wish(), block in 0..3_usize) {
        let shown = Shown::new(&document, generate::selection(&wish));
        let drawn = picture(&figure(&shown.scene(), Block::ALL[block], &page()).unwrap());
        let Picture { svg, width, height } = &drawn;
        prop_assert!(places(svg, "x").iter().all(|x| (0.0..=f64::from(*width)).contains(x)), "{}", svg);
        prop_assert!(places(svg, "y").iter().all(|y| (0.0..=f64::from(*height)).contains(y)), "{}", svg);
        prop_assert!(!svg.contains("NaN") && !svg.contains("inf"));
    }
}

/// A text of the data is a text, and a bar for a right-to-left language grows to the left.
#[test]
fn texts_and_sides() {
    let mark = Mark { low: 50, firm: 50, end: End::AtLeast, ink: Ink::Stated, faded: false };
    let figure = |mirrored| Figure {
        title: "<script>alert(1)</script> & \u{1} \"quotes\"".into(),
        filter: "x".repeat(300),
        measure: "m".into(),
        rows: vec![["<b>label</b>".into(), "≥ 50".into(), "3".into()]],
        chart: Chart {
            orientation: Orientation::Bars,
            scale: Scale::exactly(100),
            grid: false,
            marks: vec![mark.clone()],
        },
        ticks: vec![],
        notes: vec!["note".into()],
        source: vec!["source".into()],
        mirrored,
    };
    let Picture { svg, .. } = picture(&figure(false));
    assert!(
        svg.contains("&lt;script&gt;") && !svg.contains("<script") && !svg.contains("<b>") && !svg.contains('\u{1}')
    );
    assert!(svg.matches("xxx</text>").count() >= 2, "a long word is broken: {svg}");
    for outside in ["href", "<style", "url(", "@import", " style="] {
        assert!(!svg.contains(outside), "{outside}");
    }
    let Picture { svg: mirrored, .. } = picture(&figure(true));
    assert!(mirrored.contains("direction=\"rtl\""));
    let first = |svg: &str| places(svg, "x")[0];
    assert_eq!(first(&mirrored), 960.0 - first(&svg));
}
