//! The dialogs as HTML: every control has a name, headings are in order, links open a new tab without passing anything
//! on, and no text of the data becomes markup.

use std::rc::Rc;

use outreach_report::export::CitationContext;
use outreach_report::link::LinkMemory;
use outreach_report::locale::Sentence;
use outreach_report::ui::LoadedDataSet;
use outreach_report::ui::dialogs::{
    BrowserAction, BrowserServices, DialogContext, DialogData, DialogKind, DialogsApp, DialogsAppProps, EarlierView,
    Obstacle,
};
use outreach_report::view::{self, ChartBlock, TotalKind};
use serde_json::{Value, json};
use yew::prelude::*;

use crate::support::html::{self, Element};
use crate::support::view_fixture::{ViewFixture, report};
use crate::support::{built_in, english};

/// Browser services that are all available and do nothing.
struct InertBrowser;

impl BrowserServices for InertBrowser {
    fn save_text(&self, _: &str, _: &str, _: &str) -> String {
        String::new()
    }
    fn obstacle_to(&self, _: BrowserAction) -> Option<Obstacle> {
        Some(Obstacle::Frame)
    }
    fn copy_text(&self, _: &str, _: Callback<bool>) {}
    fn can_share(&self) -> bool {
        true
    }
    fn share(&self, _: &str, _: &str, _: Callback<bool>) {}
    fn report_folder(&self) -> Option<String> {
        Some("https://example.org/report/".into())
    }
    fn data_address(&self) -> Option<String> {
        None
    }
    fn is_missing(&self, _: &str) -> bool {
        false
    }
    fn fetch_pinned_version(&self, _: Callback<Option<String>>) {}
    fn fetch_single_page(&self, _: Callback<String>) {}
    fn data_text(&self) -> String {
        String::new()
    }
    fn attribute(&self, _: &str) -> Option<String> {
        None
    }
    fn show_view(&self, _: &str) {}
    fn show_preview(&self, _: &web_sys::Element, _: &[(&'static str, String)]) -> bool {
        false
    }
}

const KINDS: [DialogKind; 11] = [
    DialogKind::Breakdown(TotalKind::People),
    DialogKind::Breakdown(TotalKind::Activities),
    DialogKind::Breakdown(TotalKind::Planned),
    DialogKind::Breakdown(TotalKind::Countries),
    DialogKind::Breakdown(TotalKind::Goals),
    DialogKind::Share,
    DialogKind::Embed,
    DialogKind::Issues,
    DialogKind::PictureFailed(None),
    DialogKind::PictureFailed(Some(ChartBlock::Year)),
    DialogKind::PictureUnsaved(ChartBlock::Matrix),
];

fn text(document: &Value, link: &str, kind: DialogKind) -> String {
    let ViewFixture { data, index, issues, selection, totals, options, .. } = ViewFixture::from_link(document, link);
    let loaded = Rc::new(LoadedDataSet { data, index, issues, locale: english::locale() });
    let cited = CitationContext {
        address: "https://example.org/#lang=en".into(),
        accessed: "2026-11-25".into(),
        ..CitationContext::default()
    };
    let context = DialogContext::new(DialogData {
        loaded,
        selection,
        totals,
        options,
        kind,
        press_y: 0.0,
        cited,
        services: Rc::new(InertBrowser),
        earlier: None,
    });
    let props = DialogsAppProps { context: Some(context), on_close: Callback::noop() };
    pollster::block_on(yew::LocalServerRenderer::<DialogsApp>::with_props(props).hydratable(false).render())
}

fn dialogs(link: &str) -> Vec<(DialogKind, Element)> {
    KINDS.map(|kind| (kind, html::read(&text(&built_in(), link, kind)))).to_vec()
}

#[test]
fn a_dialog_has_a_name_headings_and_a_close_button() {
    for (kind, dialog) in ["", "country=BT&year=2022", "country=FR"].iter().flat_map(|link| dialogs(link)) {
        let element = dialog.named("dialog")[0];
        assert_eq!(element.get("aria-labelledby"), Some("dialog-title"), "{kind:?}");
        assert_eq!((element.get("lang"), element.get("dir")), (Some("en"), Some("ltr")), "{kind:?}");
        assert_eq!(dialog.named("h2")[0].get("id"), Some("dialog-title"));
        let levels: Vec<u32> =
            dialog.all().iter().filter_map(|element| element.name.strip_prefix('h')?.parse().ok()).collect();
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1) && levels[0] == 2, "{kind:?}: {levels:?}");
        assert!(dialog.named("button").iter().all(|button| !button.spoken().is_empty()), "{kind:?}");
        assert_eq!(dialog.named("button")[0].spoken(), "Close", "{kind:?}");
        // Every gap of a sentence is filled. (BibTeX may have braces of its own.)
        assert!(!dialog.text().contains(" {"), "{kind:?}: {}", dialog.text());
        assert!(dialog.all().iter().all(|element| element.get("style").is_none()), "{kind:?}");
    }
}

#[test]
fn every_source_link_opens_a_new_tab_and_passes_nothing_on() {
    let dialog = html::read(&text(&built_in(), "country=BT&year=2022", DialogKind::Breakdown(TotalKind::People)));
    let links = dialog.named("a");
    assert!(links.len() >= 11, "{}", links.len());
    for link in links {
        assert!(link.get("href").unwrap().starts_with("http"));
        assert_eq!(link.get("rel"), Some("noopener noreferrer"));
        assert_eq!(link.get("referrerpolicy"), Some("no-referrer"));
        assert_eq!(link.get("target"), Some("_blank"));
        assert!(link.spoken().ends_with("(opens the page in a new tab)"), "{}", link.spoken());
    }
}

/// Only the first ten of thousands of records are rendered, and a press shows a hundred more.
#[test]
fn long_lists_are_shown_in_parts() {
    let records: Vec<Value> =
        (0..2_345).map(|index| json!({ "id": format!("r{index}"), "title": "One of many" })).collect();
    let dialog = html::read(&text(&report(json!(records)), "", DialogKind::Breakdown(TotalKind::Activities)));
    assert_eq!(dialog.classed("what").len(), 10);
    assert!(dialog.text().contains("2,345 activities") && dialog.text().contains("Show 100 more"));
}

/// Each issue says where it is, what is wrong and what was done. Of very many, the first five hundred are listed.
#[test]
fn issues_of_the_data_are_listed_one_by_one() {
    let records = json!([
        { "id": "spring", "title": "One", "date": "in spring" },
        { "id": "goal", "title": "Two", "sdgs": [5, 99] },
        { "title": "Three" },
    ]);
    let dialog = html::read(&text(&report(records), "", DialogKind::Issues));
    let lines: Vec<String> = dialog.classed("issues")[0].named("li").iter().map(|line| line.text()).collect();
    assert_eq!(lines.len(), 3, "{lines:?}");
    assert!(dialog.named("h2")[0].text().starts_with("3 values of the data"), "{}", dialog.named("h2")[0].text());
    assert!(lines[0].starts_with("spring, date: “in spring” is no date"), "{lines:?}");
    assert!(lines[1].starts_with("goal, sdgs[1]: “99” is no goal"), "{lines:?}");
    assert!(lines[2].starts_with("activities[2]"), "{lines:?}");

    let many: Vec<Value> =
        (0..700).map(|index| json!({ "id": format!("r{index}"), "title": "One", "sdgs": [99] })).collect();
    let dialog = html::read(&text(&report(json!(many)), "", DialogKind::Issues));
    let lines = dialog.classed("issues")[0].named("li");
    assert_eq!(lines.len(), 501);
    assert_eq!(lines[500].text(), "… and 200 more.");
}

#[test]
fn no_text_of_the_data_becomes_markup() {
    let markup = "<img src=x onerror=alert(1)>\"'><script>alert(2)</script>";
    let mut document = report(json!([{
        "id": markup, "title": markup, "countries": ["BT"],
        "reach": [{ "audience": markup, "note": markup, "magnitude": markup, "status": "reached" }],
        "source": { "title": markup, "publisher": markup, "url": "javascript:alert(3)" },
    }]));
    document["publisher"] = markup.into();
    document["title"] = markup.into();
    for kind in KINDS {
        let text = text(&document, "", kind);
        assert!(!text.contains("<img") && !text.contains("<script"), "{kind:?}");
        assert!(html::read(&text).named("a").is_empty(), "{kind:?}: an address that runs a script is not a link");
    }
}

/// The dialog of changes since a link was made has sentences, sections of records, and a button for each record that
/// still exists.
#[test]
fn what_changed_is_listed_record_by_record() {
    let updated_on = |day: &str, records: Value| {
        let mut document = report(records);
        document["updated"] = json!(day);
        document
    };
    let entry = |count: u64| json!([{ "count": count, "status": "reached" }]);
    let earlier_document = updated_on(
        "2026-01-01",
        json!([{ "id": "a", "title": "<b>A</b>", "reach": entry(5) }, { "id": "gone", "title": "Gone" }]),
    );
    let document = updated_on(
        "2026-02-01",
        json!([{ "id": "a", "title": "<b>A</b>", "reach": entry(6) }, { "id": "new", "title": "New" }]),
    );
    let dialog_context = |document: &Value, earlier: Option<Rc<EarlierView>>| {
        let ViewFixture { data, index, issues, selection, totals, options, .. } = ViewFixture::from_link(document, "");
        let loaded = Rc::new(LoadedDataSet { data, index, issues, locale: english::locale() });
        let (kind, services) = (DialogKind::Changes, Rc::new(InertBrowser));
        DialogContext::new(DialogData {
            loaded,
            selection,
            totals,
            options,
            kind,
            press_y: 0.0,
            cited: CitationContext::default(),
            services,
            earlier,
        })
    };
    let before = dialog_context(&earlier_document, None);
    let memory = LinkMemory::of(before.loaded.data.updated.as_ref(), &before.totals).unwrap();
    let now = dialog_context(&document, None);
    let notice =
        view::memory_notice(&now.view_context(), &memory, Some(&before.view_context()), Sentence::MemoryGone).unwrap();
    let earlier = Rc::new(EarlierView { context: before, notice, title: "What changed".into() });
    let props = DialogsAppProps { context: Some(dialog_context(&document, Some(earlier))), on_close: Callback::noop() };
    let renderer = yew::LocalServerRenderer::<DialogsApp>::with_props(props).hydratable(false);
    let dialog = html::read(&pollster::block_on(renderer.render()));
    let texts = |name: &str| dialog.named(name).iter().map(|element| element.text()).collect::<Vec<_>>();
    assert_eq!(texts("h2"), ["What changed"]);
    assert_eq!(texts("h3"), ["Corrected · 1", "Added · 1", "Removed · 1"]);
    let text = dialog.text();
    let sentence = "was 5 on 1 January 2026; now 6: 1 added, 1 corrected, 1 removed.";
    assert!(text.contains(sentence) && text.contains("<b>A</b>"), "{text}");
    assert!(dialog.named("b").is_empty());
    let names: Vec<_> =
        dialog.named("button").iter().filter_map(|button| button.get("aria-label").map(str::to_owned)).collect();
    assert_eq!(names, ["Close", "Show the record: <b>A</b>", "Show the record: New"]);
}
