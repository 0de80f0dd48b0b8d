//! Pictures of charts: they hold their own words and numbers, nothing runs in them, everything is within the page, and
//! every form of a picture says the same.

use outreach_report::charts::{Chart, Mark, MarkColour, MarkEnd, Orientation, Scale, Shapes};
use outreach_report::export::{self, PageInfo, Picture, PictureChart, PictureContent, picture, picture_content, svg};
use outreach_report::model::Country;
use outreach_report::view::ChartBlock;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::embedded;
use crate::support::generate;
use crate::support::shown::{Shown, report};

fn page() -> PageInfo {
    PageInfo { link: "https://example.org/#country=BT".into(), accessed: "2026-11-25".into(), ..PageInfo::default() }
}

fn drawn(document: &Value, link: &str, block: ChartBlock) -> Picture {
    let shown = Shown::link(document, link);
    let picture = picture(&picture_content(&shown.view_context(), block, &page()).unwrap());
    // To be looked at.
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("pictures");
    std::fs::create_dir_all(&folder).unwrap();
    let name = format!("{}-{}-{}.svg", block.code(), document["activities"].as_array().unwrap().len(), link);
    std::fs::write(folder.join(name), svg(&picture)).unwrap();
    picture
}

/// Records of every form: bounds, a range, words only, plans, goals stated and inferred, and things not stated.
fn every_form() -> Value {
    let counted = |count: u64, bound: &str| json!({ "status": "reached", "count": count, "bound": bound, "audience": "students" });
    let planned = |count: u64| json!({ "status": "planned", "count": count, "audience": "officials" });
    let record = |id: &str, rest: Value| {
        let mut record = json!({ "id": id, "title": id });
        record.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
        record
    };
    let mut document = report(json!([
        record(
            "bound",
            json!({ "countries": ["BT"], "date": "2022-03", "kind": "training", "sdgs": [5], "donors": ["gb"], "reach": [counted(1_200, "at-least"), planned(400)] })
        ),
        record(
            "about",
            json!({ "countries": ["MV"], "date": "2021", "kind": "workshop", "themes": ["minors"], "reach": [counted(300, "about")] })
        ),
        record(
            "most",
            json!({ "countries": ["BD", "NP"], "date": "2023", "kind": "workshop", "reach": [counted(90, "at-most"), counted(500, "exact")] })
        ),
        record(
            "words",
            json!({ "countries": ["NP"], "date": "2023", "reach": [{ "status": "reached", "magnitude": "hundreds" }] })
        ),
        record("plan", json!({ "countries": ["LK"], "date": "2024", "reach": [planned(750)] })),
        record("nothing", json!({})),
    ]));
    document["themes"] = json!([{ "code": "minors", "label": "Minors", "sdg_targets": ["16.2"] }]);
    document["donors"] =
        json!([{ "id": "gb", "name": "A donor with a name that is long enough to be broken into two lines" }]);
    document["publisher"] = "A publisher".into();
    document["updated"] = "2026-11-22".into();
    document
}

#[test]
fn bars_and_columns() {
    for block in [ChartBlock::Year, ChartBlock::Country, ChartBlock::Goal, ChartBlock::Donor] {
        insta::assert_snapshot!(block.code(), svg(&drawn(&every_form(), "basis=theme", block)));
    }
}

#[test]
fn the_matrix() {
    insta::assert_snapshot!("matrix", svg(&drawn(&every_form(), "", ChartBlock::Matrix)));
}

#[test]
fn the_embedded_data() {
    for link in ["", "country=BT", "basis=theme", "measure=activities", "country=FR", "year=2022"] {
        for block in ChartBlock::ALL {
            let picture = drawn(&embedded(), link, block);
            assert!(picture.height > 200 && picture.width >= 960, "{link} {block:?}");
            let said: String = words(&picture).join("\n");
            for words in ["ata of 22 November 2026", "CC BY 4.0", "https://example.org/#country=BT"] {
                assert!(said.contains(words), "{link} {block:?}: {words}");
            }
        }
    }
    let said = words(&drawn(&embedded(), "country=BT", ChartBlock::Donor)).join("\n");
    assert!(said.contains("Filtered by Country: Bhutan"));
}

/// What a chart shows as a form, its legend shows as the same form.
#[test]
fn every_form_is_explained() {
    let meanings = |link: &str, block: ChartBlock| {
        let shown = Shown::link(&every_form(), link);
        let picture_content = picture_content(&shown.view_context(), block, &page()).unwrap();
        picture_content.legend.into_iter().map(|sample| sample.meaning).collect::<Vec<_>>()
    };
    let all = ["at least", "about", "up to", "planned, not added", "not stated"];
    let said = meanings("", ChartBlock::Country);
    assert!(said.iter().all(|meaning| all.contains(&meaning.as_str())), "{said:?}");
    for wanted in ["at least", "about", "planned, not added"] {
        assert!(said.iter().any(|meaning| meaning == wanted), "{wanted}");
    }
    assert!(meanings("basis=theme", ChartBlock::Goal).contains(&"inferred from the theme".to_owned()));
    let matrix = meanings("", ChartBlock::Matrix);
    assert!(matrix.iter().any(|meaning| meaning.contains("1,200")), "shades: {matrix:?}");
    assert!(matrix.contains(&"planned, not added".to_owned()), "{matrix:?}");
}

fn words(picture: &Picture) -> Vec<&str> {
    picture.texts.iter().map(|line| line.text.as_str()).collect()
}

/// The numbers of an element's attribute.
fn places(svg: &str, attribute: &str) -> Vec<f64> {
    let start = format!(" {attribute}=\"");
    let values = svg.split(&start).skip(1).filter_map(|rest| rest.split('"').next());
    values.filter_map(|value| value.parse().ok()).collect()
}

/// The texts of an SVG as a reader of XML understands them.
fn texts(svg: &str) -> Vec<String> {
    let inside = svg.split("<text ").skip(1).map(|rest| {
        let (_, text) = rest.split_once('>').unwrap();
        text.split_once("</text>").unwrap().0
    });
    let plain = |text: &str| {
        let pairs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")];
        pairs.iter().fold(text.to_owned(), |text, (escape, letter)| text.replace(escape, letter))
    };
    inside.map(plain).collect()
}

fn check(picture: &Picture) -> Result<(), TestCaseError> {
    let (wide, high) = (f64::from(picture.width), f64::from(picture.height));
    for line in &picture.texts {
        prop_assert!((0.0..=wide).contains(&line.x) && (0.0..=high).contains(&line.y), "{:?}", line);
    }
    for drawing in &picture.drawings {
        let many = match &drawing.shapes {
            Shapes::Marks(chart) => chart.marks.len(),
            Shapes::Cells(cells) => cells.len(),
        };
        prop_assert_eq!(many, drawing.slots.len(), "a place for each shape");
    }
    let svg = svg(picture);
    prop_assert!(!svg.contains("NaN") && !svg.contains("inf\""));
    // The canvas is given the same lines, one by one.
    let same: Vec<String> = picture.texts.iter().map(|line| line.text.clone()).collect();
    prop_assert_eq!(texts(&svg), same);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever the data are, everything is inside, and both forms of the picture say the same.
    #[test]
    fn everything_is_on_the_page(document in generate::document(), wish in generate::wish(), block in 0..ChartBlock::ALL.len()) {
        let shown = Shown::new(&document, generate::selection(&wish));
        check(&picture(&picture_content(&shown.view_context(), ChartBlock::ALL[block], &page()).unwrap()))?;
    }
}

/// As many countries as there are members of the United Nations, over forty years: large, and every number in its cell.
#[test]
fn a_large_matrix() {
    let letters = || 'A'..='Z';
    let codes = letters().flat_map(|a| letters().map(move |b| format!("{a}{b}")));
    let codes: Vec<String> = codes.filter(|code| Country::new(code).is_some()).take(195).collect();
    assert_eq!(codes.len(), 195);
    let record = |at: usize| {
        json!({ "id": format!("r{at}"), "title": "One of many", "countries": [codes[at % 195]], "date": (1985 + at / 195).to_string(),
            "reach": [{ "status": "reached", "count": 1 + at * 7, "bound": if at.is_multiple_of(3) { "at-least" } else { "exact" } }] })
    };
    let document = report((0..195 * 40).map(record).collect());
    for block in [ChartBlock::Matrix, ChartBlock::Country, ChartBlock::Year] {
        let picture = drawn(&document, "", block);
        check(&picture).unwrap();
        if block == ChartBlock::Matrix {
            let cells = picture.texts.iter().filter(|line| line.anchor == export::TextAnchor::Middle).count();
            assert!(cells >= 195 * 40, "{cells}");
            assert!(picture.width > 1_600 && picture.height > 5_000, "{}x{}", picture.width, picture.height);
        }
    }
}

/// A text of the data is a text.
#[test]
fn every_text_is_escaped() {
    let markup = "<script>alert(1)</script>\u{1}&\"'<b>";
    let mut document = report(json!([
        { "id": "a", "title": markup, "kind": markup, "countries": ["BT"], "donors": ["d"], "date": "2022",
            "reach": [{ "audience": markup, "status": "reached", "count": 3 }] },
    ]));
    document["donors"] = json!([{ "id": "d", "name": markup }]);
    document["publisher"] = markup.into();
    document["title"] = markup.into();
    document["license"] = json!({ "name": markup });
    for block in ChartBlock::ALL {
        let shown = Shown::link(&document, "q=%3Cscript%3E");
        let page = PageInfo { link: format!("https://example.org/?{markup}"), ..page() };
        let svg = svg(&picture(&picture_content(&shown.view_context(), block, &page).unwrap()));
        assert!(svg.contains("&lt;script&gt;"), "{block:?}");
        assert!(!svg.contains("<script") && !svg.contains("<b>") && !svg.contains('\u{1}'), "{block:?}");
        for outside in [" href", "<style", "url(", "@import", " style=", "<image", "<use", "<foreignObject"] {
            assert!(!svg.contains(outside), "{block:?}: {outside}");
        }
        let elements = svg.split('<').skip(1).filter_map(|rest| rest.split([' ', '>', '/']).next());
        let known = ["svg", "title", "rect", "path", "text", ""];
        assert_eq!(elements.filter(|name| !known.contains(name)).collect::<Vec<_>>(), [""; 0], "{block:?}");
    }
}

/// For a language that is written from right to left everything is mirrored, and long words are broken.
#[test]
fn sides() {
    let mark =
        Mark { low: 50, firm: 50, end: MarkEnd::AtLeast, colour: MarkColour::Stated, faded: false, planned: None };
    let chart =
        Chart { orientation: Orientation::Bars, scale: Scale::exactly(100), grid: false, marks: vec![mark.clone()] };
    let picture_content = |mirrored| PictureContent {
        title: "title".into(),
        filter: "x".repeat(300),
        subtitle: "m".into(),
        chart: PictureChart::Bars(chart.clone(), vec![["label".into(), "≥ 50".into(), "3".into()]]),
        legend: vec![],
        notes: vec!["note".into()],
        source: vec!["source".into()],
        mirrored,
    };
    let here = picture(&picture_content(false));
    assert!(words(&here).iter().filter(|line| line.starts_with("xxx")).count() >= 2, "a long word is broken");
    let there = picture(&picture_content(true));
    for (here, there) in here.texts.iter().zip(&there.texts) {
        assert_eq!((here.x, &here.text), (960.0 - there.x, &there.text));
    }
    let svg = svg(&there);
    assert!(svg.contains("direction=\"rtl\""));
    assert_eq!(places(&svg, "x").len(), there.texts.len());
    let slot = |picture: &Picture| picture.drawings[0].slots[0];
    assert_eq!(slot(&here).x, 960.0 - slot(&there).x - slot(&there).width);
}
