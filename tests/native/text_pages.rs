//! The report as text has what the screen shows: every number of the totals and every record with its source. No text
//! of the data becomes markup.

use outreach_report::export::page::{PageKind, json_ld, record_list, social_picture, summary};
use outreach_report::export::svg;
use outreach_report::query::{Facet, Qualifier};
use outreach_report::view::{self, ChartBlock};
use serde_json::{Value, json};

use crate::support::built_in;
use crate::support::html::{self, Element};
use crate::support::view_fixture::{ViewFixture, report};

/// The elements of the text pages. Scripts and styles are not among them.
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

/// A document with texts that would break out of a page without escaping.
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

fn pages(shown: &ViewFixture) -> Vec<Element> {
    let context = shown.view_context();
    let kinds = [PageKind::Folder, PageKind::SingleFile];
    let texts = kinds.into_iter().flat_map(|kind| [summary(&context, kind), record_list(&context, kind)]);
    texts.map(|text| html::read(&text)).collect()
}

/// The cells of the table with this class, row by row, without the table head.
fn rows(page: &Element, class: &str) -> Vec<Vec<String>> {
    let table = page.named("table").into_iter().find(|table| table.is(class)).unwrap();
    let rows = table.named("tbody")[0].named("tr").into_iter();
    rows.map(|row| {
        row.all().into_iter().filter(|cell| ["th", "td"].contains(&&*cell.name)).map(Element::text).collect()
    })
    .collect()
}

#[test]
fn tables_have_the_totals() {
    for document in [built_in(), hostile(), report(json!([]))] {
        let shown = ViewFixture::from_link(&document, "");
        let (context, locale) = (shown.view_context(), &shown.locale);
        let page = html::read(&summary(&context, PageKind::Folder));
        for block in ChartBlock::ALL {
            let Some(facet) = block.facet() else { continue };
            let mut table = rows(&page, block.code());
            // Years without an activity have table rows too, but no facet rows.
            table.retain(|row| facet != Facet::Year || row[2] != "0" || row[0] == "Undated");
            let facet_rows = shown.totals.facet(facet);
            assert_eq!(table.len(), facet_rows.len(), "{facet:?}");
            for row in facet_rows {
                let name = locale.value(&shown.data, facet, &row.value);
                let label = match (facet, row.value.number()) {
                    (Facet::Goal, Some(number)) => format!("{number} {name}"),
                    _ => name,
                };
                let planned = (row.planned.qualifier != Qualifier::None).then(|| locale.tally(&row.planned));
                let people = if row.activities == 0 && facet == Facet::Year {
                    String::new()
                } else {
                    locale.tally(&row.reached)
                };
                let expected = [label, people, locale.number(row.activities as u64), planned.unwrap_or_default()];
                assert!(table.contains(&expected.to_vec()), "{facet:?}: {expected:?} is not in {table:?}");
            }
        }
        let text = page.text();
        assert!(text.contains(&view::headline(&context).text()) && text.contains(&view::headline(&context).detail));
        let note = view::counting_note(&context);
        let lists = note.lists.into_iter().flat_map(|list| [vec![list.title], list.lines].concat());
        let steps = note.bridge.into_iter().flat_map(|step| {
            let left_out = step.left_out.into_iter().map(|(_, what)| format!("minus {what}"));
            left_out.chain([step.text]).collect::<Vec<_>>()
        });
        for line in [vec![note.total], note.rules].concat().into_iter().chain(lists).chain(steps) {
            assert!(text.contains(&line), "{line}");
        }
    }
}

#[test]
fn the_summary_begins_with_the_known_figures() {
    let shown = ViewFixture::from_link(&built_in(), "");
    let page = html::read(&summary(&shown.view_context(), PageKind::Folder));
    let figures: Vec<(String, String)> = page
        .named("dd")
        .into_iter()
        .filter_map(|cell| Some((cell.get("data-total")?.to_owned(), cell.text())))
        .collect();
    let expected = [("planned", "at least 1,905"), ("countries", "11"), ("goals", "7 of 17")];
    assert_eq!(figures, expected.map(|(name, text)| (name.to_owned(), text.to_owned())));
    // The bars are drawings, hidden from screen readers.
    let bars = page.named("svg");
    assert!(bars.len() > 60 && bars.iter().all(|bar| bar.get("aria-hidden") == Some("true")));
}

#[test]
fn every_record_is_listed_with_its_source() {
    let shown = ViewFixture::from_link(&built_in(), "");
    let list = html::read(&record_list(&shown.view_context(), PageKind::Folder));
    let items: Vec<&Element> = list.named("li");
    assert_eq!(items.len(), shown.data.activities.len());
    for activity in &shown.data.activities {
        let item = items.iter().find(|item| item.get("id") == Some(&*activity.id)).unwrap();
        let links: Vec<&str> = item.named("a").into_iter().filter_map(|link| link.get("href")).collect();
        let source = activity.source.as_ref().unwrap();
        assert_eq!(links, [&*format!("index.html#record={}", activity.id), source.link().unwrap()], "{}", activity.id);
        let text = item.text();
        let people = item.classed("people")[0].text();
        assert!(people.len() > "People: ".len() && people.starts_with("People: "), "{people}");
        for fact in view::record_details(&shown.view_context(), activity).facts {
            assert!(fact.lines.iter().all(|line| text.contains(line.as_str())), "{}: {}", activity.id, fact.label);
        }
    }
    let single = html::read(&record_list(&shown.view_context(), PageKind::SingleFile));
    let links = single.named("a").into_iter().filter_map(|link| link.get("href"));
    assert!(links.clone().all(|link| link.starts_with("http")), "a single file links to no other file of the report");
    assert_eq!(links.count(), shown.data.activities.len());
    let summary = html::read(&summary(&shown.view_context(), PageKind::SingleFile));
    assert!(summary.named("a").iter().all(|link| link.get("href").unwrap().starts_with("http")));
}

#[test]
fn no_text_of_the_data_becomes_markup() {
    let shown = ViewFixture::from_link(&hostile(), "");
    for page in pages(&shown) {
        for element in page.all() {
            assert!(ELEMENTS.contains(&&*element.name), "{}", element.name);
            for (name, value) in &element.attributes {
                assert!(ATTRIBUTES.contains(&&**name), "{name}");
                assert!(name != "href" || !value.starts_with("javascript"), "{value}");
            }
        }
    }
    let text = json_ld(&shown.view_context(), None);
    assert!(!text.contains('<'), "{text}");
    let description: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(description["name"].as_str(), shown.data.title.as_deref(), "JSON gives the title back unchanged");
}

#[test]
fn json_ld_describes_the_data_set() {
    let shown = ViewFixture::from_link(&built_in(), "");
    let description: Value = serde_json::from_str(&json_ld(&shown.view_context(), None)).unwrap();
    assert_eq!(description["@type"], "Dataset");
    assert_eq!(description["license"], "https://creativecommons.org/licenses/by/4.0/");
    assert_eq!(description["temporalCoverage"], "2006/2025");
    assert_eq!(description["spatialCoverage"].as_array().unwrap().len(), 11);
    assert!(
        description["description"].as_str().unwrap().contains("At least 13,351 people were reached in 157 activities")
    );
    assert_eq!(description["distribution"][0]["contentUrl"], "data/activities.json");
    assert!(description.get("url").is_none());
    let with_address: Value =
        serde_json::from_str(&json_ld(&shown.view_context(), Some("https://example.org/r/"))).unwrap();
    assert_eq!(with_address["url"], "https://example.org/r/");
    assert_eq!(with_address["distribution"][0]["contentUrl"], "https://example.org/r/data/activities.json");
    // Fields without a known value are left out.
    let bare: Value =
        serde_json::from_str(&json_ld(&ViewFixture::from_link(&report(json!([])), "").view_context(), None)).unwrap();
    for field in ["name", "license", "publisher", "dateModified", "temporalCoverage", "spatialCoverage"] {
        assert!(bare.get(field).is_none(), "{field}");
    }
}

#[test]
fn the_picture_has_the_headline_and_its_size() {
    for document in [built_in(), hostile(), report(json!([]))] {
        let shown = ViewFixture::from_link(&document, "");
        let picture = social_picture(&shown.view_context());
        assert_eq!((picture.width, picture.height), (1200, 630));
        let svg = svg(&picture);
        let texts: Vec<&str> = picture.texts.iter().map(|line| line.text.as_str()).collect();
        assert!(texts.join(" ").contains(&view::headline(&shown.view_context()).text()), "{texts:?}");
        assert!(!svg.contains("<script"), "{svg}");
        assert!(picture.texts.iter().all(|line| line.x >= 0.0 && line.y > 0.0 && line.y < 630.0));
    }
}
