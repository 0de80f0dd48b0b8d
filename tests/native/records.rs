//! The table of records and their details: people as numbers with symbols, the facts of the records of the reference
//! documents, and which addresses become links. `sorting.rs` tests the order, `record_details.rs` doubts and the
//! reporting of mistakes.

use outreach_report::model::{Activity, Basis};
use outreach_report::view::{self, TableRow};
use serde_json::{Value, json};

use crate::support::view_fixture::{ViewFixture, report};

fn built_in(link: &str) -> ViewFixture {
    ViewFixture::from_link(&crate::support::built_in(), link)
}

fn rows(shown: &ViewFixture) -> Vec<TableRow> {
    let context = shown.view_context();
    view::table_rows(&context, &view::sorted_rows(&context))
}

/// The table lists activities and project totals, and marks the totals.
#[test]
fn the_table_lists_every_record() {
    let whole = rows(&built_in(""));
    assert_eq!(whole.len(), 162);
    let tagged: Vec<_> = whole.iter().filter(|row| row.tag.is_some()).collect();
    assert_eq!(tagged.len(), 5);
    assert!(tagged.iter().all(|row| row.tag.as_deref() == Some("Project total, not summed")));
    let row = &whole[whole.len() - 3];
    assert_eq!(row.date, "April 2006 to 31 December 2009");
    assert_eq!(
        (row.people[0].text.as_str(), row.people[0].outside_total),
        ("≥ 13,670", true),
        "a project total is never part of a total"
    );
    assert_eq!(rows(&built_in("country=LY&year=2024")).len(), 1);
    let date_and_countries = |record: Value| {
        let row = rows(&ViewFixture::from_link(&report(json!([record])), "")).remove(0);
        (row.date, row.countries)
    };
    let record =
        |countries: Value, date: Value| json!({ "id": "a", "title": "A", "countries": countries, "date": date });
    let expected = ("February 2020 to 2024".to_owned(), "Bhutan and Afghanistan".to_owned());
    assert_eq!(date_and_countries(record(json!(["BT", "AF"]), json!("2020-02/2024"))), expected);
    assert_eq!(date_and_countries(record(json!(["BT"]), json!("201X"))), ("201X".into(), "Bhutan".into()));
    assert_eq!(date_and_countries(record(json!([]), json!(null))), ("undated".into(), String::new()));
}

/// The people of one record as numbers with symbols. Numbers of people reached are summed; words, plans and online
/// audiences have their own lines.
#[test]
fn people_of_a_record() {
    let lines = |reach: Value, link: &str| -> Vec<(String, bool)> {
        let records = report(json!([{ "id": "a", "title": "A", "reach": reach }]));
        let lines = rows(&ViewFixture::from_link(&records, link)).into_iter().flat_map(|row| row.people);
        lines.map(|line| (line.text, line.outside_total)).collect()
    };
    let line = |text: &str, outside_total: bool| (text.to_owned(), outside_total);
    let reached = |count: u64, bound: &str| json!({ "count": count, "bound": bound, "status": "reached" });
    assert_eq!(lines(json!([]), ""), [line("no number", true)], "nothing is said as such, not left blank");
    assert_eq!(lines(json!([{ "status": "reached" }]), ""), [line("no number", true)]);
    assert_eq!(lines(json!([reached(20, "exact"), reached(16, "exact")]), ""), [line("36", false)]);
    assert_eq!(lines(json!([reached(20, "exact"), reached(80, "at-least")]), ""), [line("≥ 100", false)]);
    assert_eq!(lines(json!([reached(20, "exact"), reached(80, "about")]), ""), [line("~ 100", false)]);
    assert_eq!(lines(json!([reached(20, "exact"), reached(80, "at-most")]), ""), [line("20–100", false)]);
    assert_eq!(lines(json!([reached(9, "at-most")]), ""), [line("≤ 9", false)]);
    let spoken = |reach: Value| {
        let row =
            rows(&ViewFixture::from_link(&report(json!([{ "id": "a", "title": "A", "reach": reach }])), "")).remove(0);
        row.people.into_iter().map(|line| line.spoken).collect::<Vec<_>>()
    };
    let planned = json!({ "count": 30, "bound": "at-least", "status": "planned" });
    assert_eq!(spoken(json!([reached(80, "at-least"), planned])), ["at least 80", "at least 30 planned"]);
    let word = |word: &str, status: &str| json!({ "magnitude": word, "status": status });
    let words = json!([word("hundreds", "reached"), word("hundreds", "reached"), word("tens", "reached")]);
    assert_eq!(lines(words, ""), [line("hundreds", false), line("tens", false)], "each word once");
    let mixed = json!([
        reached(50, "exact"),
        { "count": 1250, "status": "planned", "audience": "officials" },
        { "count": 24_300, "bound": "about", "status": "reached", "mode": "online-media", "audience": "media" },
        { "count": 5, "audience": "youth" },
    ]);
    let lines_of_mixed = [line("50", false), line("about 24,300 online audience", true), line("1,250 planned", true)];
    assert_eq!(lines(mixed.clone(), ""), lines_of_mixed, "an entry without a status is only in the facts");
    assert_eq!(lines(mixed.clone(), "audience=officials"), [line("1,250 planned", true)]);
    assert_eq!(lines(mixed, "audience=media"), [line("about 24,300 online audience", true)]);
}

/// Only http and https addresses become links. An address that would run a script never does.
#[test]
fn only_web_addresses_become_links() {
    let source_texts = |source: Value| {
        let shown = ViewFixture::from_link(&report(json!([{ "id": "a", "title": "A", "source": source }])), "");
        let details = view::record_details(&shown.view_context(), &shown.data.activities[0]);
        (rows(&shown)[0].source.clone(), details.source)
    };
    for url in ["https://example.org/a", "http://example.org", "HTTPS://example.org"] {
        let (row, details) = source_texts(json!({ "publisher": "Us", "url": url }));
        assert_eq!(row, Some(("Us".into(), Some(url.into()))));
        assert_eq!(details, Some(("Us".into(), Some(url.into()))));
    }
    for url in [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "//example.org",
        "vbscript:x",
        "file:///etc/passwd",
        "java\nscript:x",
        "ftp://example.org",
        "https:/",
        "example.org",
        "",
    ] {
        let (row, details) = source_texts(json!({ "title": "A page", "url": url }));
        assert_eq!(row, Some(("A page".into(), None)), "{url:?}");
        assert_eq!(details, Some(("A page".into(), None)), "{url:?}");
    }
    // The details name the source by title and publisher. The table falls back to the address, then to a text that
    // there is no source.
    assert_eq!(source_texts(json!({ "title": "T", "publisher": "P" })).1.unwrap().0, "T · P");
    assert_eq!(
        source_texts(json!({ "url": "javascript:x" })).0,
        Some(("javascript:x".into(), None)),
        "shown, but not a link"
    );
    assert_eq!(source_texts(json!({})), (Some(("No source given".into(), None)), None));
    assert_eq!(source_texts(json!(null)), (None, None));
}

/// The facts of a record, one text per line: `Reached: 39 officials`.
fn facts(shown: &ViewFixture, activity: &Activity) -> Vec<String> {
    let details = view::record_details(&shown.view_context(), activity);
    details.facts.iter().flat_map(|fact| fact.lines.iter().map(move |line| format!("{}: {line}", fact.label))).collect()
}

/// The seven records of the reference documents: every fact of the pages, in words.
#[test]
fn the_facts_of_the_reference_documents() {
    let shown = built_in("");
    let records: Vec<_> = shown.data.activities.iter().filter(|activity| activity.seed.is_some()).collect();
    assert_eq!(records.len(), 7);
    let text: Vec<String> = records
        .iter()
        .map(|activity| {
            let details = view::record_details(&shown.view_context(), activity);
            let (source, link) = details.source.clone().unwrap();
            assert_eq!(link.as_ref(), activity.source.as_ref().unwrap().url.as_ref(), "every source is a link");
            let facts = facts(&shown, activity).join("\n");
            format!("{}\n{}\n{facts}\n{}: {source}", activity.title, details.summary.unwrap(), details.source_label)
        })
        .collect();
    insta::assert_snapshot!(text.join("\n\n"));
}

/// Facts that no record of the reference documents has.
#[test]
fn facts_of_other_records() {
    let shown = built_in("");
    let facts_of = |id: &str| facts(&shown, shown.data.activities.iter().find(|activity| &*activity.id == id).unwrap());
    let campaign = facts_of("pk-2018-09-national-campaign");
    let online = "Not counted: about 24,300 general public: people reached on social media in the first weeks. An online \
                  audience is no count of participants.";
    assert_eq!(campaign[0], online);
    let total = facts_of("np-2017-07-future-we-want-training");
    assert!(
        total.contains(&"Note: This figure adds up a whole project. It is listed here and never summed.".to_owned())
    );
    let women = facts_of("pk-2020-11-victim-referral-session");
    assert_eq!(
        women[0],
        "Reached: 14 law enforcement (women and men: too few to be given with a place): Federal Investigation Agency \
                 officials"
    );
    let overlap = facts_of("bt-2022-06-tsirang-school-awareness");
    let note = "Note: May count some of the same people as “School awareness in the Gelephu, Sarpang and Tsirang areas”. \
                In totals only the largest of them counts.";
    assert!(overlap.contains(&note.to_owned()), "{overlap:?}");
    assert!(overlap.contains(&"Courses: 3".to_owned()));
}

/// The goals of a row are those of the bases that the reader chose; the facts list all goals, each with its basis.
#[test]
fn goals_of_a_record_by_basis() {
    let goals = |link: &str| -> Vec<(u8, Basis)> {
        let shown = built_in(&format!("country=IN&year=2019&q=bhopal{link}"));
        rows(&shown)[0].goals.iter().map(|goal| (goal.number, goal.basis)).collect()
    };
    assert_eq!(goals(""), [(16, Basis::Stated)]);
    assert_eq!(goals("&basis=stated"), [(16, Basis::Stated)]);
    assert_eq!(goals("&basis=theme"), [(5, Basis::Inferred), (8, Basis::Inferred), (16, Basis::Stated)]);
    let shown = built_in("basis=theme");
    let name = &rows(&shown)[0].goals[0].name;
    assert!(name.starts_with("Goal 5: Gender equality"), "{name}");
}
