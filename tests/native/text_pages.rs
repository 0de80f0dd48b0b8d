//! The report as text says what the screen says: every number of the totals, every record with its source, and nothing
//! of the data as markup.

use outreach_report::export::page::{PageKind, json_ld, record_list, social_picture, summary};
use outreach_report::export::svg;
use outreach_report::query::{Facet, Qualifier};
use outreach_report::view::{self, ChartBlock};
use serde_json::{Value, json};

use crate::support::embedded;
use crate::support::html::{self, Element};
use crate::support::shown::{Shown, report};

/// What text is made of. Neither a script nor a style is among it.
const ELEMENTS: [&str; 24] = [
    "div", "p", "h2", "h3", "h4", "dl", "dt", "dd", "ul", "ol", "li", "a", "span", "b", "table", "caption", "thead",
    "tbody", "tr", "th", "td", "svg", "path", "br",
];
const ATTRIBUTES: [&str; 16] = [
    "class",
    "href",
    "rel",
    "dir",
    "id",
    "scope",
    "data-total",
    "width",
    "height",
    "viewBox",
    "aria-hidden",
    "preserveAspectRatio",
    "d",
    "fill",
    "stroke",
    "lang",
];

/// Data that would break out of a page that is put together from pieces.
fn hostile() -> Value {
    let text = "</script><script>alert(1)</script>\"' onload=\"x\" &amp; <!-- -->";
    let mut document = report(json!([
        {
            "id": format!("a {text}"), "title": text, "summary": text, "places": [text], "date": "2021", "countries": ["BD"],
            "kind": text, "organisation": text, "partners": [text], "overlap": "x",
            "source": { "title": text, "publisher": text, "url": "javascript:alert(1)" },
            "reach": [{ "status": "reached", "count": 3, "bound": "at-most", "audience": text, "note": text }],
        },
        { "id": "b", "title": "b", "source": { "url": "https://example.org/?a=\"><b>" }, "sdgs": [5] },
    ]));
    document["title"] = json!(text);
    document["description"] = json!(text);
    document["publisher"] = json!(text);
    document["license"] = json!({ "name": text, "url": "https://example.org/\"><script>" });
    document
}

fn pages(shown: &Shown) -> Vec<Element> {
    let context = shown.view_context();
    let sheets = [PageKind::Folder, PageKind::SingleFile];
    let texts = sheets.into_iter().flat_map(|sheet| [summary(&context, sheet), record_list(&context, sheet)]);
    texts.map(|text| html::read(&text)).collect()
}

/// The cells of a table, row by row, without its head.
fn rows(page: &Element, class: &str) -> Vec<Vec<String>> {
    let table = page.named("table").into_iter().find(|table| table.is(class)).unwrap();
    let rows = table.named("tbody")[0].named("tr").into_iter();
    rows.map(|row| {
        row.all().into_iter().filter(|cell| ["th", "td"].contains(&&*cell.name)).map(Element::text).collect()
    })
    .collect()
}

#[test]
fn tables_say_the_totals() {
    for document in [embedded(), hostile(), report(json!([]))] {
        let shown = Shown::link(&document, "");
        let (context, locale) = (shown.view_context(), &shown.locale);
        let page = html::read(&summary(&context, PageKind::Folder));
        for block in ChartBlock::ALL {
            let Some(facet) = block.facet() else { continue };
            let mut said = rows(&page, block.code());
            // Years without an activity stand between the others, and say so.
            said.retain(|row| facet != Facet::Year || row[2] != "0" || row[0] == "Undated");
            let listed = shown.totals.facet(facet);
            assert_eq!(said.len(), listed.len(), "{facet:?}");
            for row in listed {
                let name = locale.value(&shown.data, facet, &row.value);
                let label = match (facet, row.value.number()) {
                    (Facet::Goal, Some(number)) => format!("{number} {name}"),
                    _ => name,
                };
                let planned = (row.planned.qualifier != Qualifier::None).then(|| locale.tally(&row.planned));
                let people =
                    if row.activities == 0 && facet == Facet::Year { String::new() } else { locale.tally(&row.people) };
                let wanted = [label, people, locale.number(row.activities as u64), planned.unwrap_or_default()];
                assert!(said.contains(&wanted.to_vec()), "{facet:?}: {wanted:?} is not among {said:?}");
            }
        }
        let text = page.text();
        assert!(text.contains(&view::headline(&context).text()) && text.contains(&view::headline(&context).detail));
        let note = view::counting_note(&context);
        for line in [vec![note.total], note.counted, note.left_out, note.rules].concat() {
            assert!(text.contains(&line), "{line}");
        }
    }
}

#[test]
fn the_first_lines_say_the_known_figures() {
    let shown = Shown::link(&embedded(), "");
    let page = html::read(&summary(&shown.view_context(), PageKind::Folder));
    let said: Vec<(String, String)> = page
        .named("dd")
        .into_iter()
        .filter_map(|cell| Some((cell.get("data-total")?.to_owned(), cell.text())))
        .collect();
    let wanted = [
        ("people", "at least 13,351"),
        ("activities", "157"),
        ("planned", "at least 1,905"),
        ("countries", "11"),
        ("goals", "7 of 17"),
    ];
    assert_eq!(said, wanted.map(|(name, text)| (name.to_owned(), text.to_owned())));
    // Each bar has its own form: a lower bound its point, so more corners than a box has.
    let bars = page.named("svg");
    assert!(bars.len() > 60 && bars.iter().all(|bar| bar.get("aria-hidden") == Some("true")));
}

#[test]
fn every_record_stands_there_with_its_source() {
    let shown = Shown::link(&embedded(), "");
    let list = html::read(&record_list(&shown.view_context(), PageKind::Folder));
    let items: Vec<&Element> = list.named("li");
    assert_eq!(items.len(), shown.data.activities.len());
    for activity in &shown.data.activities {
        let item = items.iter().find(|item| item.get("id") == Some(&*activity.id)).unwrap();
        let links: Vec<&str> = item.named("a").into_iter().filter_map(|link| link.get("href")).collect();
        let source = activity.source.as_ref().unwrap();
        assert_eq!(links, [&*format!("index.html#record={}", activity.id), source.link().unwrap()], "{}", activity.id);
        let text = item.text();
        for fact in view::record_details(&shown.view_context(), activity).facts {
            assert!(fact.lines.iter().all(|line| text.contains(line.as_str())), "{}: {}", activity.id, fact.label);
        }
    }
    let single = html::read(&record_list(&shown.view_context(), PageKind::SingleFile));
    let links = single.named("a").into_iter().filter_map(|link| link.get("href"));
    assert!(links.clone().all(|link| link.starts_with("http")), "a single file leads to no file beside it");
    assert_eq!(links.count(), shown.data.activities.len());
    let summary = html::read(&summary(&shown.view_context(), PageKind::SingleFile));
    assert!(summary.named("a").iter().all(|link| link.get("href").unwrap().starts_with("http")));
}

#[test]
fn data_are_never_markup() {
    let shown = Shown::link(&hostile(), "");
    for page in pages(&shown) {
        for element in page.all() {
            assert!(ELEMENTS.contains(&&*element.name), "{}", element.name);
            for (name, value) in &element.attributes {
                assert!(ATTRIBUTES.contains(&&**name), "{name}");
                assert!(name != "href" || !value.starts_with("javascript"), "{value}");
            }
        }
    }
    let described = json_ld(&shown.view_context(), None);
    assert!(!described.contains('<'), "{described}");
    let described: Value = serde_json::from_str(&described).unwrap();
    assert_eq!(described["name"].as_str(), shown.data.title.as_deref(), "the words are the same after all");
}

#[test]
fn search_engines_are_told_what_the_data_are() {
    let shown = Shown::link(&embedded(), "");
    let said: Value = serde_json::from_str(&json_ld(&shown.view_context(), None)).unwrap();
    assert_eq!(said["@type"], "Dataset");
    assert_eq!(said["license"], "https://creativecommons.org/licenses/by/4.0/");
    assert_eq!(said["temporalCoverage"], "2006/2025");
    assert_eq!(said["spatialCoverage"].as_array().unwrap().len(), 11);
    assert!(said["description"].as_str().unwrap().contains("At least 13,351 people were reached in 157 activities"));
    assert_eq!(said["distribution"][0]["contentUrl"], "data/activities.json");
    assert!(said.get("url").is_none());
    let at: Value = serde_json::from_str(&json_ld(&shown.view_context(), Some("https://example.org/r/"))).unwrap();
    assert_eq!(at["url"], "https://example.org/r/");
    assert_eq!(at["distribution"][0]["contentUrl"], "https://example.org/r/data/activities.json");
    // What is not known is not said.
    let bare: Value =
        serde_json::from_str(&json_ld(&Shown::link(&report(json!([])), "").view_context(), None)).unwrap();
    for field in ["name", "license", "publisher", "dateModified", "temporalCoverage", "spatialCoverage"] {
        assert!(bare.get(field).is_none(), "{field}");
    }
}

#[test]
fn the_picture_has_the_headline_and_its_size() {
    for document in [embedded(), hostile(), report(json!([]))] {
        let shown = Shown::link(&document, "");
        let picture = social_picture(&shown.view_context());
        assert_eq!((picture.width, picture.height), (1200, 630));
        let written = svg(&picture);
        let words: Vec<&str> = picture.texts.iter().map(|line| line.text.as_str()).collect();
        assert!(words.join(" ").contains(&view::headline(&shown.view_context()).text()), "{words:?}");
        assert!(!written.contains("<script"), "{written}");
        assert!(picture.texts.iter().all(|line| line.x >= 0.0 && line.y > 0.0 && line.y < 630.0));
    }
}
