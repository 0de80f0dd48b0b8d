//! The screen as HTML, in every view: what a screen reader announces and a strict Content-Security-Policy allows. No
//! text of the data becomes markup, and an empty view has a button to clear the filters. Browser tests check what a
//! press does.

use std::collections::{BTreeMap, BTreeSet};

use outreach_report::link::{decode, encode};
use outreach_report::view::{self, ChartBlock};
use serde_json::{Value, json};

use crate::support::html::Element;
use crate::support::screen;
use crate::support::view_fixture::{ViewFixture, report};

/// Views with the blocks in several states: unfiltered, filtered, empty, with notices, with inferred goals.
const LINKS: [&str; 8] = [
    "",
    "country=BT&year=2022",
    "country=FR",
    "basis=theme&measure=activities",
    "basis=stated&sort=people",
    "country=BD~BT&year=2019..2023~unknown&sdg=5&kind=training&donor=eu&q=police",
    "kind=treaty-action",
    "colour=red&country=ZZ",
];

/// Whether a view has records.
fn has_records(view: &str) -> bool {
    !["no data", "country=FR"].contains(&view) && !view.ends_with("&q=police")
}

/// Views of the built-in data set, of an empty data set and of the broken document, each with its name.
fn views() -> Vec<(String, Element)> {
    let built_in = crate::support::built_in();
    let mut views: Vec<_> =
        LINKS.iter().map(|link| ((*link).to_owned(), screen::read(ViewFixture::from_link(&built_in, link)))).collect();
    views.push(("no data".into(), screen::read(ViewFixture::from_link(&report(json!([])), ""))));
    let broken: Value = serde_json::from_str(include_str!("fixtures/broken.json")).unwrap();
    views.push(("broken".into(), screen::read(ViewFixture::from_link(&broken, ""))));
    views
}

/// Headings begin with one h2, below the h1 of the page, and skip no level.
#[test]
fn headings_make_an_outline() {
    for (view, screen) in views() {
        let levels: Vec<u32> = screen
            .all()
            .iter()
            .filter_map(|element| element.name.strip_prefix('h').and_then(|level| level.parse().ok()))
            .collect();
        assert_eq!(levels.iter().filter(|level| **level == 2).count(), 1, "{view}: {levels:?}");
        assert_eq!(levels[0], 2, "{view}");
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{view}: {levels:?}");
        assert!(levels.len() >= 5 || !has_records(&view), "{view}: {levels:?}");
    }
}

/// The page around the widget has the landmarks main, banner and contentinfo. The widget has none of them, because a
/// second one would mislead.
#[test]
fn the_widget_has_no_landmark_of_a_page() {
    for (view, screen) in views() {
        for element in screen.all() {
            let role = element.get("role");
            assert!(!matches!(role, Some("main" | "banner" | "contentinfo")), "{view}: {role:?}");
            assert_ne!(element.name, "main", "{view}");
            // Outside of `main`, which not every page has, these two elements are a banner and a contentinfo.
            let is_landmark = ["header", "footer"].contains(&element.name.as_str()) && role.is_none();
            assert!(!is_landmark, "{view}: a {} without a role", element.name);
        }
    }
}

/// Buttons and input fields have names, and toggles have a state.
#[test]
fn controls_have_names_and_states() {
    for (view, screen) in views() {
        for button in screen.named("button") {
            assert!(!button.spoken().is_empty(), "{view}: {button:?}");
            assert!(matches!(button.get("type"), Some("button" | "submit")), "{view}: {button:?}");
        }
        for field in screen.named("input") {
            assert!(field.get("aria-label").is_some_and(|label| !label.is_empty()), "{view}: {field:?}");
        }
        assert!(screen.classed("mark").len() > 2 || !has_records(&view), "{view}");
        for mark in screen.classed("mark") {
            assert!(matches!(mark.get("aria-pressed"), Some("true" | "false")), "{view}: {mark:?}");
            assert_eq!(mark.name, "button");
        }
        for goal in screen.classed("goals-unseen").into_iter().flat_map(|list| list.named("button")) {
            assert_eq!(goal.get("aria-pressed"), Some("false"), "{view}");
        }
        for title in screen.classed("title").into_iter().filter(|title| title.name == "button") {
            assert_eq!(title.get("aria-expanded"), Some("false"), "{view}");
        }
    }
}

/// The Tab key stops at one mark of a chart; the arrow keys move between marks.
#[test]
fn a_chart_is_one_stop_of_the_tab_key() {
    for (view, screen) in views() {
        let charts: Vec<_> = screen.all().into_iter().filter(|element| element.get("data-roving").is_some()).collect();
        // One more for the list of goals without an activity.
        // An empty view shows only charts that offer other values.
        assert!(charts.len() == ChartBlock::ALL.len() + 1 || !has_records(&view), "{view}");
        for chart in charts {
            let marks = chart.classed("mark");
            let stops = marks.iter().filter(|mark| mark.get("tabindex") == Some("0")).count();
            assert_eq!(stops, marks.len().min(1), "{view}: of {}", marks.len());
            assert!(marks.iter().all(|mark| matches!(mark.get("tabindex"), Some("0" | "-1"))), "{view}");
            // The listener of a chart finds the mark of an event by its pick: each mark of a chart needs another pick.
            let picks: BTreeSet<_> = marks.iter().map(|mark| mark.get("data-pick").unwrap()).collect();
            assert_eq!(picks.len(), marks.len(), "{view}");
            assert!(!picks.contains(""), "{view}: a mark without a pick");
        }
    }
}

/// The pick of a mark is a link that the report understands, and the name of the mark is its spoken text.
#[test]
fn marks_have_picks_and_names() {
    for link in LINKS {
        let shown = ViewFixture::from_link(&crate::support::built_in(), link);
        let context = shown.view_context();
        let mut spoken: BTreeMap<String, String> = BTreeMap::new();
        let rows = view::year_chart(&context)
            .facet_chart
            .mark_texts
            .into_iter()
            .chain(view::goal_chart(&context).facet_chart.mark_texts);
        let bars = ChartBlock::ALL
            .into_iter()
            .filter_map(|block| view::bar_chart(&context, block))
            .flat_map(|chart| chart.mark_texts);
        spoken.extend(rows.chain(bars).map(|row| (row.pick, row.spoken)));
        let cells = view::matrix(&context).rows.into_iter().flat_map(|row| row.cells).flatten();
        spoken.extend(cells.map(|cell| (cell.pick, cell.spoken)));
        spoken.extend(view::goal_chart(&context).unseen.into_iter().map(|(goal, name)| (view::goal_pick(goal), name)));
        for mark in screen::read(ViewFixture::from_link(&crate::support::built_in(), link)).classed("mark") {
            let pick = mark.get("data-pick").unwrap();
            assert_eq!(mark.get("aria-label"), spoken.get(pick).map(String::as_str), "{link}: {pick}");
            let picked = decode(pick, &shown.data, &shown.index);
            assert_eq!((picked.problems, encode(&picked.selection)), (vec![], pick.to_owned()), "{link}");
        }
    }
}

/// Every chart has a heading that says what it shows, a subtitle if it looks past its own filter, and a canvas that is
/// hidden from screen readers.
#[test]
fn charts_have_headings_and_canvases() {
    for (view, screen) in views() {
        let blocks: Vec<_> = screen.all().into_iter().filter(|element| element.get("data-chart").is_some()).collect();
        let codes: Vec<_> = blocks.iter().map(|block| block.get("data-chart").unwrap()).collect();
        match &*view {
            "country=FR" => assert_eq!(codes, ["country"]),
            _ if !has_records(&view) => assert_eq!(codes, [""; 0]),
            _ => assert_eq!(codes, ChartBlock::ALL.map(ChartBlock::code), "{view}"),
        }
        for block in blocks {
            let title = block.named("h3")[0].text();
            assert!(title.starts_with("By "), "{view}: {title}");
            let subtitle = block.classed("sub")[0].text();
            assert!(subtitle.is_empty() || subtitle.starts_with("Not filtered by "), "{view}: {title}");
            let canvases: Vec<_> = block.named("canvas").iter().map(|canvas| canvas.get("aria-hidden")).collect();
            assert_eq!(canvases, [Some("true")], "{view}: {title}");
        }
    }
}

/// Marks, menus and chips show the filters.
#[test]
fn what_is_chosen_is_pressed() {
    let screen = screen::read(ViewFixture::from_link(&crate::support::built_in(), "country=BT&year=2022&sdg=5"));
    let pressed: Vec<String> = screen
        .classed("mark")
        .iter()
        .filter(|mark| mark.get("aria-pressed") == Some("true"))
        .map(|mark| mark.spoken().split(':').next().unwrap().to_owned())
        .collect();
    assert_eq!(pressed, ["2022", "Bhutan", "Gender equality", "Bhutan, 2022"]);
    let menus: Vec<String> = screen.classed("pick").iter().take(3).map(|menu| menu.spoken()).collect();
    assert_eq!(menus, ["Country, 1 chosen", "Year, 1 chosen", "Goal, 1 chosen"]);
    let chips: Vec<String> = screen.classed("chip").iter().map(|chip| chip.text()).collect();
    assert_eq!(chips, ["Country: Bhutan", "Year: 2022", "Goal: 5 Gender equality"]);
}

/// The screen has nothing that a strict Content-Security-Policy forbids, and no unfilled gap.
#[test]
fn a_strict_content_security_policy_is_enough() {
    for (view, screen) in views() {
        for element in screen.all() {
            assert!(
                !["style", "script", "iframe", "object", "base"].contains(&element.name.as_str()),
                "{view}: {}",
                element.name
            );
            for (name, value) in &element.attributes {
                assert!(name != "style" && !name.starts_with("on"), "{view}: {name}={value}");
                assert!(!value.contains(['{', '}']), "{view}: {name}={value}");
            }
        }
        // The broken document has an object instead of a list, and a set as a date: both are quoted.
        let text = screen.text().replace("“{…}”", "").replace("{2019,2020}", "");
        assert!(!text.contains(['{', '}']), "{view}: {}", text.split_once('{').unwrap_or_default().1);
    }
}

/// A document in which every text is markup.
fn hostile() -> Value {
    let markup = "<img src=x onerror=alert(1)>\"'><script>alert(2)</script>&lt;b&gt;";
    let mut document = report(json!([{
        "id": markup, "title": markup, "summary": markup, "places": [markup], "partners": [markup], "kind": markup,
        "organisation": markup, "donors": [markup], "themes": [markup], "project": markup, "date": "2022",
        "reach": [{ "audience": markup, "note": markup, "magnitude": markup, "status": "reached" }],
        "source": { "title": markup, "publisher": markup, "url": "javascript:alert(3)" },
    }]));
    for field in ["title", "description", "publisher"] {
        document[field] = markup.into();
    }
    document["license"] = json!({ "name": markup, "url": "javascript:alert(4)" });
    document["projects"] = json!([{ "id": markup, "name": markup }]);
    document
}

#[test]
fn no_text_of_the_data_becomes_markup() {
    let filter = percent("<img src=x onerror=alert(1)>\"'><script>alert(2)</script>&lt;b&gt;");
    for link in
        [String::new(), format!("kind={filter}&org={filter}&project={filter}"), format!("{filter}={filter}&q={filter}")]
    {
        let text = screen::text(ViewFixture::from_link(&hostile(), &link));
        assert!(!text.contains("<img") && !text.contains("<script"), "{link}");
        let screen = crate::support::html::read(&text);
        let links: Vec<_> = screen.named("a").into_iter().filter_map(|a| a.get("href")).collect();
        assert_eq!(links, [screen::ADDRESS], "an address that runs a script is not a link");
        assert!(screen.text().contains("<img src=x onerror=alert(1)>"), "the markup is shown as text");
        assert!(screen.all().iter().all(|element| element.get("onerror").is_none()));
    }
}

fn percent(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// Links open web pages in a new tab and pass on neither opener nor referrer.
#[test]
fn links_open_a_new_tab_and_pass_nothing_on() {
    let screen = screen::read(ViewFixture::from_link(&crate::support::built_in(), ""));
    let external: Vec<_> = screen.named("a").into_iter().filter(|a| a.text() != "Link to this view").collect();
    assert!(external.len() > 20);
    for link in external {
        assert!(link.get("href").is_some_and(|href| href.starts_with("https://") || href.starts_with("http://")));
        assert_eq!(link.get("target"), Some("_blank"), "{link:?}");
        let rel = link.get("rel").unwrap_or_default();
        assert!(rel.contains("noopener") && rel.contains("noreferrer"), "{link:?}");
        assert!(!link.spoken().is_empty());
    }
    let source = screen.classed("source").into_iter().find_map(|cell| cell.named("a").first().map(|a| a.spoken()));
    assert_eq!(source.as_deref(), Some("ARY News (opens the page in a new tab)"));
}

/// A record without a number or without a goal says so, and screen readers hear words for the symbols.
#[test]
fn nothing_in_the_table_is_blank_or_only_a_symbol() {
    let records = json!([
        { "id": "a", "title": "A", "date": "2022", "reach": [{ "status": "reached", "count": 80, "bound": "at-least" }] },
        { "id": "b", "title": "B", "date": "2021", "sdgs": [5] },
    ]);
    let screen = screen::read(ViewFixture::from_link(&report(records), ""));
    let cells = |class: &str| -> Vec<Element> {
        screen.classed(class).into_iter().filter(|cell| cell.name == "td").cloned().collect()
    };
    let people = cells("people");
    assert_eq!(people.iter().map(Element::text).collect::<Vec<_>>(), ["≥ 80at least 80", "no number"]);
    let hidden = people[0].all().into_iter().find(|part| part.get("aria-hidden") == Some("true")).map(Element::text);
    assert_eq!(hidden.as_deref(), Some("≥ 80"));
    let goals: Vec<String> = cells("sdgs").iter().map(Element::text).collect();
    assert_eq!(goals, ["no goal seen", "5Goal 5: Gender equality"]);
}

/// An empty view has a button below the headline that clears the filters; an empty data set has none.
#[test]
fn an_empty_view_has_a_way_back() {
    let buttons = |document: &Value, link: &str| {
        let screen = screen::read(ViewFixture::from_link(document, link));
        let way_back = screen.classed("way-back")[0].clone();
        way_back.named("button").iter().map(|button| button.spoken()).collect::<Vec<_>>()
    };
    assert_eq!(buttons(&crate::support::built_in(), "country=FR"), ["Clear all"]);
    assert_eq!(buttons(&crate::support::built_in(), "q=no-such-word"), ["Clear all"]);
    assert_eq!(buttons(&crate::support::built_in(), "country=BT"), Vec::<String>::new());
    assert_eq!(buttons(&report(json!([])), ""), Vec::<String>::new());
}

/// The gaps of sentences that only components use are filled too.
#[test]
fn the_components_fill_their_sentences() {
    let whole = screen::text(ViewFixture::from_link(&crate::support::built_in(), "colour=red"));
    for words in ["Show all 162", "Sort by Date", "“colour” is no filter of this report.", "data of 22 November 2026"]
    {
        assert!(whole.contains(words), "{words}");
    }
    let broken: Value = serde_json::from_str(include_str!("fixtures/broken.json")).unwrap();
    let shown = ViewFixture::from_link(&broken, "");
    let issue_count = shown.issues.len();
    let broken = screen::text(shown);
    assert!(broken.contains(&format!("{issue_count} values of the data were not as the format asks")));
    assert!(broken.contains("data-request=\"issues\""), "a dialog lists them one by one");
}
