//! A view saved as a single file: it contains the data completely and says what it contains.

use outreach_report::export::{CitationContext, SavedPageParts, SavedRecords, saved_page, totals_json};
use outreach_report::link::encode;
use outreach_report::view::filter_sentence;
use serde_json::{Value, json};

use crate::support::built_in;
use crate::support::view_fixture::{ViewFixture, report};

const TEMPLATE: &str = "<!doctype html><html><head><title>Outreach Report</title><script>\"title\"</script></head>\
                        <body><main><h1>Outreach Report</h1><outreach-report></outreach-report></main>\
                        <script>payload</script><i id=\"end\"></i></body></html>";

fn write(document: &Value, shown: &ViewFixture, extent: SavedRecords) -> String {
    let cited = CitationContext {
        address: "https://example.org/#country=BT&lang=en".into(),
        accessed: "2026-11-27".into(),
        ..CitationContext::default()
    };
    let attributes = [("parts", "year \"table\"".to_owned())];
    let file = SavedPageParts {
        template: TEMPLATE,
        data: &document.to_string(),
        extent,
        cited: &cited,
        attributes: &attributes,
    };
    saved_page(&shown.view_context(), &file).unwrap()
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = text.split_once(start).unwrap_or_else(|| panic!("{start} is not in {text}"));
    rest.split_once(end).unwrap().0
}

/// The data set of a saved file under the view of the file.
fn read(file: &str) -> ViewFixture {
    let data = between(file, "<script type=\"application/json\" id=\"data-set\">", "</script>");
    assert!(!data.contains('<'));
    let view = between(file, " view=\"", "\"").replace("&amp;", "&");
    ViewFixture::from_link(&serde_json::from_str(data).unwrap(), &view)
}

#[test]
fn both_kinds_of_file_show_the_same_numbers() {
    let document = built_in();
    for link in ["", "country=BT&year=2022", "audience=students&q=%C3%A9", "sdg=5~16&basis=theme&measure=activities"] {
        let shown = ViewFixture::from_link(&document, link);
        let whole = read(&write(&document, &shown, SavedRecords::All));
        let view = encode(&shown.selection);
        assert_eq!(totals_json(&view, &whole.totals), totals_json(&view, &shown.totals), "{link}");
        let part = read(&write(&document, &shown, SavedRecords::View));
        assert_eq!(part.totals.reached, shown.totals.reached, "{link}");
        assert_eq!(
            (part.totals.activities, part.totals.planned),
            (shown.totals.activities, shown.totals.planned),
            "{link}"
        );
        assert_eq!(part.data.activities.len(), shown.totals.rows.len(), "{link}");
        assert_eq!(encode(&part.selection), view);
    }
}

#[test]
fn it_says_what_it_contains_and_how_to_cite_it() {
    let document = built_in();
    let shown = ViewFixture::from_link(&document, "country=BT&year=2022");
    let whole = write(&document, &shown, SavedRecords::All);
    let part = write(&document, &shown, SavedRecords::View);
    let filter = filter_sentence(&shown.view_context());
    assert!(whole.contains("This file holds the whole data set, 162 records."), "{whole}");
    assert!(part.contains(&format!("only the records of one view, 11 records: {filter}")), "{part}");
    for file in [&whole, &part] {
        assert!(file.contains("Saved on 27 November 2026."));
        assert!(file.contains("<title>Counter-trafficking outreach in South Asia · "));
        assert!(file.contains("How to cite: "));
        assert!(file.contains("Licence: CC BY 4.0"));
        assert!(file.contains("parts=\"year &quot;table&quot;\""));
        assert!(file.ends_with("</main><script>payload</script><i id=\"end\"></i></body></html>"));
    }
}

/// A text of the data can neither end its element nor begin another.
#[test]
fn no_text_of_the_data_becomes_markup() {
    let markup = "</script><script>alert(1)</script><!--</main><title>";
    let mut document = report(json!([{ "id": markup, "title": markup, "summary": markup, "countries": ["BT"] }]));
    for field in ["title", "description", "publisher"] {
        document[field] = markup.into();
    }
    document["license"] = json!({ "name": markup, "url": "javascript:alert(1)" });
    let shown = ViewFixture::from_link(&document, "q=%3C%2Fscript%3E");
    for extent in [SavedRecords::All, SavedRecords::View] {
        let file = write(&document, &shown, extent);
        assert_eq!(file.matches("<script").count(), TEMPLATE.matches("<script").count() + 1, "{file}");
        assert_eq!((file.matches("<title>").count(), file.matches("</main>").count()), (1, 1), "{file}");
        assert!(!file.contains("<!--"), "{file}");
        assert_eq!(read(&file).data.title.as_deref(), Some(markup));
    }
}

#[test]
fn another_page_is_not_a_template() {
    let shown = ViewFixture::from_link(&built_in(), "");
    let cited = CitationContext::default();
    for template in ["", "<!doctype html><title>404</title>not here", "<main></main><title></title>"] {
        let file = SavedPageParts { template, data: "{}", extent: SavedRecords::All, cited: &cited, attributes: &[] };
        assert_eq!(saved_page(&shown.view_context(), &file), None, "{template}");
    }
}
