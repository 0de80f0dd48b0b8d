//! Pictures of charts: they contain all texts and numbers and no scripts, everything is within the picture, and the SVG
//! and the canvas show the same texts.

use outreach_report::charts::{Chart, Mark, MarkColour, MarkEnd, Orientation, Scale, Shapes};
use outreach_report::export::{
    self, CitationContext, Picture, PictureChart, PictureContent, picture, picture_content, svg,
};
use outreach_report::model::Country;
use outreach_report::view::ChartBlock;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::built_in;
use crate::support::generate;
use crate::support::view_fixture::{ViewFixture, report};

fn cited() -> CitationContext {
    CitationContext {
        address: "https://example.org/#country=BT".into(),
        accessed: "2026-11-25".into(),
        ..CitationContext::default()
    }
}

/// The picture of a chart. It is also saved as SVG in the target folder, for looking at it.
fn draw_and_save(document: &Value, link: &str, block: ChartBlock) -> Picture {
    let shown = ViewFixture::from_link(document, link);
    let picture = picture(&picture_content(&shown.view_context(), block, &cited()).unwrap());
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("pictures");
    std::fs::create_dir_all(&folder).unwrap();
    let name = format!("{}-{}-{}.svg", block.code(), document["activities"].as_array().unwrap().len(), link);
    std::fs::write(folder.join(name), svg(&picture)).unwrap();
    picture
}

/// Records that give every mark style: bounds, a range, words only, plans, goals stated and inferred, and values that
/// are not stated.
fn every_style() -> Value {
    let reached = |count: u64, bound: &str| json!({ "status": "reached", "count": count, "bound": bound, "audience": "students" });
    let planned = |count: u64| json!({ "status": "planned", "count": count, "audience": "officials" });
    let record = |id: &str, rest: Value| {
        let mut record = json!({ "id": id, "title": id });
        record.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
        record
    };
    let mut document = report(json!([
        record(
            "bound",
            json!({ "countries": ["BT"], "date": "2022-03", "kind": "training", "sdgs": [5], "donors": ["gb"], "reach": [reached(1_200, "at-least"), planned(400)] })
        ),
        record(
            "about",
            json!({ "countries": ["MV"], "date": "2021", "kind": "workshop", "themes": ["minors"], "reach": [reached(300, "about")] })
        ),
        record(
            "most",
            json!({ "countries": ["BD", "NP"], "date": "2023", "kind": "workshop", "reach": [reached(90, "at-most"), reached(500, "exact")] })
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
        insta::assert_snapshot!(block.code(), svg(&draw_and_save(&every_style(), "basis=theme", block)));
    }
}

#[test]
fn the_matrix() {
    insta::assert_snapshot!("matrix", svg(&draw_and_save(&every_style(), "", ChartBlock::Matrix)));
}

#[test]
fn the_built_in_data() {
    for link in ["", "country=BT", "basis=theme", "measure=activities", "country=FR", "year=2022"] {
        for block in ChartBlock::ALL {
            let picture = draw_and_save(&built_in(), link, block);
            assert!(picture.height > 200 && picture.width >= 960, "{link} {block:?}");
            let text: String = texts(&picture).join("\n");
            for words in ["ata of 22 November 2026", "CC BY 4.0", "https://example.org/#country=BT"] {
                assert!(text.contains(words), "{link} {block:?}: {words}");
            }
        }
    }
    let text = texts(&draw_and_save(&built_in(), "country=BT", ChartBlock::Donor)).join("\n");
    assert!(text.contains("Country: Bhutan"));
}

/// The legend of a picture explains each mark style of the chart.
#[test]
fn every_style_is_explained() {
    let meanings = |link: &str, block: ChartBlock| {
        let shown = ViewFixture::from_link(&every_style(), link);
        let content = picture_content(&shown.view_context(), block, &cited()).unwrap();
        content.legend.into_iter().map(|sample| sample.meaning).collect::<Vec<_>>()
    };
    let all = ["≥ at least", "~ about", "low–high", "planned, not added", "not stated"];
    let country = meanings("", ChartBlock::Country);
    assert!(country.iter().all(|meaning| all.contains(&meaning.as_str())), "{country:?}");
    for expected in ["≥ at least", "~ about", "planned, not added"] {
        assert!(country.iter().any(|meaning| meaning == expected), "{expected}");
    }
    assert!(meanings("basis=theme", ChartBlock::Goal).contains(&"inferred from the theme".to_owned()));
    let matrix = meanings("", ChartBlock::Matrix);
    assert!(matrix.iter().any(|meaning| meaning.contains("1,200")), "shades: {matrix:?}");
    assert!(matrix.contains(&"planned, not added".to_owned()), "{matrix:?}");
}

fn texts(picture: &Picture) -> Vec<&str> {
    picture.texts.iter().map(|line| line.text.as_str()).collect()
}

/// All values of an attribute as numbers.
fn attribute_numbers(svg: &str, attribute: &str) -> Vec<f64> {
    let prefix = format!(" {attribute}=\"");
    let values = svg.split(&prefix).skip(1).filter_map(|rest| rest.split('"').next());
    values.filter_map(|value| value.parse().ok()).collect()
}

/// The texts of an SVG, unescaped as an XML parser does.
fn svg_texts(svg: &str) -> Vec<String> {
    let escaped = svg.split("<text ").skip(1).map(|rest| {
        let (_, text) = rest.split_once('>').unwrap();
        text.split_once("</text>").unwrap().0
    });
    let unescaped = |text: &str| {
        let pairs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")];
        pairs.iter().fold(text.to_owned(), |text, (escape, character)| text.replace(escape, character))
    };
    escaped.map(unescaped).collect()
}

fn check(picture: &Picture) -> Result<(), TestCaseError> {
    let (width, height) = (f64::from(picture.width), f64::from(picture.height));
    for line in &picture.texts {
        prop_assert!((0.0..=width).contains(&line.x) && (0.0..=height).contains(&line.y), "{:?}", line);
    }
    for drawing in &picture.drawings {
        let shape_count = match &drawing.shapes {
            Shapes::Marks(chart) => chart.marks.len(),
            Shapes::Cells(cells) => cells.len(),
        };
        prop_assert_eq!(shape_count, drawing.rects.len(), "a rect for each shape");
    }
    let svg = svg(picture);
    prop_assert!(!svg.contains("NaN") && !svg.contains("inf\""));
    // The canvas draws the texts of `picture`; the SVG must have the same.
    let canvas_texts: Vec<String> = picture.texts.iter().map(|line| line.text.clone()).collect();
    prop_assert_eq!(svg_texts(&svg), canvas_texts);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    /// For any data, everything is within the picture, and SVG and canvas have the same texts.
    #[test]
    fn everything_is_within_the_picture(
        document in generate::document(), plain in generate::plain_selection(), block in 0..ChartBlock::ALL.len(),
    ) {
        let shown = ViewFixture::new(&document, generate::selection(&plain));
        check(&picture(&picture_content(&shown.view_context(), ChartBlock::ALL[block], &cited()).unwrap()))?;
    }
}

/// A matrix of 195 countries by 40 years is a large picture with a number in every cell.
#[test]
fn a_large_matrix() {
    let letters = || 'A'..='Z';
    let codes = letters().flat_map(|a| letters().map(move |b| format!("{a}{b}")));
    let codes: Vec<String> = codes.filter(|code| Country::new(code).is_some()).take(195).collect();
    assert_eq!(codes.len(), 195);
    let record = |index: usize| {
        json!({ "id": format!("r{index}"), "title": "One of many", "countries": [codes[index % 195]], "date": (1985 + index / 195).to_string(),
            "reach": [{ "status": "reached", "count": 1 + index * 7, "bound": if index.is_multiple_of(3) { "at-least" } else { "exact" } }] })
    };
    let document = report((0..195 * 40).map(record).collect());
    for block in [ChartBlock::Matrix, ChartBlock::Country, ChartBlock::Year] {
        let picture = draw_and_save(&document, "", block);
        check(&picture).unwrap();
        if block == ChartBlock::Matrix {
            let cells = picture.texts.iter().filter(|line| line.anchor == export::TextAnchor::Middle).count();
            assert!(cells >= 195 * 40, "{cells}");
            assert!(picture.width > 1_600 && picture.height > 5_000, "{}x{}", picture.width, picture.height);
        }
    }
}

/// No text of the data becomes markup.
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
        let shown = ViewFixture::from_link(&document, "q=%3Cscript%3E");
        let cited = CitationContext { address: format!("https://example.org/?{markup}"), ..cited() };
        let svg = svg(&picture(&picture_content(&shown.view_context(), block, &cited).unwrap()));
        assert!(svg.contains("&lt;script&gt;"), "{block:?}");
        assert!(!svg.contains("<script") && !svg.contains("<b>") && !svg.contains('\u{1}'), "{block:?}");
        for forbidden in [" href", "<style", "url(", "@import", " style=", "<image", "<use", "<foreignObject"] {
            assert!(!svg.contains(forbidden), "{block:?}: {forbidden}");
        }
        let elements = svg.split('<').skip(1).filter_map(|rest| rest.split([' ', '>', '/']).next());
        let known = ["svg", "title", "rect", "path", "text", ""];
        assert_eq!(elements.filter(|name| !known.contains(name)).collect::<Vec<_>>(), [""; 0], "{block:?}");
    }
}

/// For a language written from right to left everything is mirrored. Long words are broken into lines.
#[test]
fn right_to_left_is_mirrored() {
    let mark =
        Mark { low: 50, firm: 50, end: MarkEnd::AtLeast, colour: MarkColour::Known, outside: false, planned: None };
    let chart = Chart {
        orientation: Orientation::Bars,
        scale: Scale::exactly(100),
        grid_lines: false,
        marks: vec![mark.clone()],
    };
    let content = |mirrored| PictureContent {
        title: "title".into(),
        filter: "x".repeat(300),
        subtitle: "m".into(),
        chart: PictureChart::Bars(chart.clone(), vec![["label".into(), "≥ 50".into(), "3".into()]]),
        legend: vec![],
        notes: vec!["note".into()],
        source: vec!["source".into()],
        mirrored,
    };
    let left_to_right = picture(&content(false));
    assert!(texts(&left_to_right).iter().filter(|line| line.starts_with("xxx")).count() >= 2, "a long word is broken");
    let right_to_left = picture(&content(true));
    for (line, mirrored) in left_to_right.texts.iter().zip(&right_to_left.texts) {
        assert_eq!((line.x, &line.text), (960.0 - mirrored.x, &mirrored.text));
    }
    let svg = svg(&right_to_left);
    assert!(svg.contains("direction=\"rtl\""));
    assert_eq!(attribute_numbers(&svg, "x").len(), right_to_left.texts.len());
    let rect = |picture: &Picture| picture.drawings[0].rects[0];
    assert_eq!(rect(&left_to_right).x, 960.0 - rect(&right_to_left).x - rect(&right_to_left).width);
}
