//! Link memory compared with what the view shows now: which records changed, and the texts of the notice.

use outreach_report::link::{LinkMemory, RememberedNumbers};
use outreach_report::locale::Sentence;
use outreach_report::model::EdtfDate;
use outreach_report::query::Selection;
use outreach_report::view::{self, Changes, MemoryNotice, RecordItem, VersionOrder};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::generate;
use crate::support::view_fixture::{ViewFixture, report};

/// A document that was updated on a day.
fn updated_on(day: &str, records: Value) -> Value {
    let mut document = report(records);
    document["updated"] = json!(day);
    document["projects"] = json!([{ "id": "p", "name": "A project", "sdgs": [16] }]);
    document
}

fn reached(count: u64, bound: &str) -> Value {
    json!([{ "audience": "police", "count": count, "bound": bound, "status": "reached" }])
}

fn before() -> Value {
    updated_on(
        "2026-11-22",
        json!([
            { "id": "same", "title": "Same", "date": "2020", "countries": ["BT"], "reach": reached(100, "exact") },
            { "id": "count", "title": "Count", "date": "2020", "countries": ["BT"], "reach": reached(30, "exact") },
            { "id": "moved", "title": "Moved", "date": "2021-03", "countries": ["BT"], "places": ["Paro"], "sdgs": [5] },
            { "id": "gone", "title": "Gone", "date": "2021", "countries": ["BT"], "reach": reached(7, "exact") },
            { "id": "leaves", "title": "Leaves", "countries": ["BT"], "reach": reached(5, "exact") },
            { "id": "comes", "title": "Comes", "countries": ["IN"], "reach": reached(9, "exact") },
            { "id": "elsewhere", "title": "Elsewhere", "countries": ["IN"], "reach": reached(1, "exact") },
            { "id": "elsewhere gone", "title": "Elsewhere", "countries": ["IN"] },
        ]),
    )
}

fn now() -> Value {
    updated_on(
        "2027-01-10",
        json!([
            { "id": "new", "title": "New", "date": "2026-12", "countries": ["BT"], "reach": reached(50, "at-least") },
            { "id": "moved", "title": "Moved on", "summary": "Written again.", "date": "2021-04", "countries": ["BT", "NP"],
              "places": ["Thimphu"], "sdgs": [5], "project": "p" },
            { "id": "count", "title": "Count", "date": "2020", "countries": ["BT"], "reach": reached(40, "at-least") },
            { "id": "same", "title": "Same", "date": "2020", "countries": ["BT"], "reach": reached(100, "exact") },
            { "id": "leaves", "title": "Leaves", "countries": ["NP"], "reach": reached(5, "exact") },
            { "id": "comes", "title": "Comes", "countries": ["BT"], "reach": reached(9, "exact") },
            { "id": "elsewhere", "title": "Elsewhere", "countries": ["IN"], "reach": reached(2, "exact") },
            { "id": "elsewhere new", "title": "Elsewhere", "countries": ["IN"] },
        ]),
    )
}

/// The same view of two versions of the data.
struct Versions {
    before: ViewFixture,
    now: ViewFixture,
}

impl Versions {
    /// The view of a link. It is decoded once, with the new data: both versions have the same filters.
    fn from_link(link: &str) -> Self {
        Self::new(&before(), &now(), ViewFixture::from_link(&now(), link).selection)
    }

    fn new(before: &Value, now: &Value, selection: Selection) -> Self {
        Self { before: ViewFixture::new(before, selection.clone()), now: ViewFixture::new(now, selection) }
    }

    fn changes(&self) -> Changes {
        view::changes(&self.before.view_context(), &self.now.view_context())
    }

    /// What a link to the earlier view remembers.
    fn memory(&self) -> LinkMemory {
        LinkMemory::of(self.before.data.updated.as_ref(), &self.before.totals).unwrap()
    }

    fn notice(&self, memory: &LinkMemory) -> Option<MemoryNotice> {
        view::memory_notice(&self.now.view_context(), memory, Some(&self.before.view_context()), Sentence::MemoryGone)
    }

    fn corrected(&self) -> Vec<RecordItem> {
        let [corrected, ..] = self.changes().sections(&self.now.view_context());
        view::corrections(&self.before.view_context(), &self.now.view_context(), &corrected, 100)
    }

    fn id(&self, item: &RecordItem) -> String {
        self.now.data.activities[item.row].id.to_string()
    }
}

#[test]
fn changed_records_of_the_view_are_found_by_their_ids() {
    let versions = Versions::from_link("country=BT");
    let changes = versions.changes();
    let ids = |shown: &ViewFixture, rows: &[usize]| -> Vec<String> {
        rows.iter().map(|row| shown.data.activities[*row].id.to_string()).collect()
    };
    assert_eq!(ids(&versions.now, &changes.added), ["new"]);
    assert_eq!(ids(&versions.now, &changes.corrected), ["moved", "count", "leaves", "comes"]);
    assert_eq!(ids(&versions.before, &changes.removed), ["gone"]);
    // A record that is in neither view is not listed.
    assert_eq!(Versions::from_link("country=IN&year=2020").changes(), Changes::default());
}

#[test]
fn a_correction_is_worded_like_the_facts_of_the_record() {
    let versions = Versions::from_link("country=BT");
    let lines: Vec<(String, Vec<String>)> =
        versions.corrected().into_iter().map(|item| (versions.id(&item), item.lines)).collect();
    let expected = [
        (
            "moved",
            vec![
                "Title: was Moved, now Moved on",
                "Where: was Bhutan · Paro, now Bhutan · Nepal · Thimphu",
                "When: was March 2021, now April 2021",
                "Project: was not stated, now A project",
                "Goals: was 5 Gender equality: stated by the page, now 5 Gender equality: stated by the page; \
                 16 Peace, justice and strong institutions: declared by the project",
                "Summary: was not stated, now Written again.",
            ],
        ),
        ("count", vec!["Reached: was 30 police, now at least 40 police"]),
        ("leaves", vec!["It is no longer part of this view.", "Where: was Bhutan, now Nepal"]),
        ("comes", vec!["It was not part of this view before.", "Where: was India, now Bhutan"]),
    ];
    let expected: Vec<(String, Vec<String>)> =
        expected.into_iter().map(|(id, lines)| (id.into(), lines.into_iter().map(str::to_owned).collect())).collect();
    assert_eq!(lines, expected);
}

#[test]
fn the_lists_are_sections_of_records() {
    let versions = Versions::from_link("country=BT");
    let [corrected, added, removed] = versions.changes().sections(&versions.now.view_context());
    assert_eq!([&corrected.title, &added.title, &removed.title], ["Corrected · 4", "Added · 1", "Removed · 1"]);
    let added = view::items(&versions.now.view_context(), &added, 100).remove(0);
    assert_eq!((&*added.date, added.lines), ("December 2026 · Bhutan", vec!["at least 50 police".to_owned()]));
    assert_eq!(&*view::items(&versions.before.view_context(), &removed, 100)[0].title, "Gone");
    // Only as many corrections are made as are shown.
    assert_eq!(
        view::corrections(&versions.before.view_context(), &versions.now.view_context(), &corrected, 2).len(),
        2
    );
}

#[test]
fn the_notice_gives_both_numbers_and_how_much_changed() {
    let versions = Versions::from_link("country=BT");
    let notice = versions.notice(&versions.memory()).unwrap();
    assert_eq!(
        notice.sentences,
        [
            "People reached, as reported: was 142 on 22 November 2026; now at least 199: 1 added, 4 corrected, 1 removed.",
        ]
    );
    assert_eq!(notice.changes, versions.changes());
    let versions = Versions::from_link("country=BT&year=2020..");
    assert_eq!(
        versions.notice(&versions.memory()).unwrap().sentences,
        [
            "People reached, as reported: was 137 on 22 November 2026; now at least 190: 1 added, 2 corrected, 1 removed."
        ]
    );
    // The numbers of activities differ too.
    let versions = Versions::from_link("country=NP");
    assert_eq!(
        versions.notice(&versions.memory()).unwrap().sentences,
        [
            "People reached, as reported: was no number on 22 November 2026; now 5: 2 corrected.",
            "Activities: was 0; now 2."
        ]
    );
    // The number is the same, but a record behind it changed.
    let versions = Versions::from_link("country=BT&year=2021");
    assert_eq!(versions.memory().write(), "2026-11-22~7~2");
    let mut with_doubt = before();
    with_doubt["activities"][0]["doubts"] = json!(["The page has two numbers."]);
    with_doubt["updated"] = json!("2026-12-01");
    let versions = Versions::new(&before(), &with_doubt, Selection::default());
    assert_eq!(
        versions.notice(&versions.memory()).unwrap().sentences,
        ["People reached, as reported: 152, as on 22 November 2026; but 1 corrected."]
    );
}

#[test]
fn there_is_no_notice_if_nothing_changed() {
    for link in ["", "country=BT", "year=2022"] {
        let same = Versions::new(&before(), &before(), ViewFixture::from_link(&before(), link).selection);
        assert_eq!(same.notice(&same.memory()), None);
        assert_eq!(view::memory_notice(&same.now.view_context(), &same.memory(), None, Sentence::MemoryGone), None);
    }
    // Newer data whose view is the same.
    let versions = Versions::from_link("country=LK");
    assert_eq!(versions.notice(&versions.memory()), None);
    assert_eq!(view::memory_notice(&versions.now.view_context(), &versions.memory(), None, Sentence::MemoryGone), None);
}

#[test]
fn without_the_earlier_data_the_notice_says_that_they_are_not_kept() {
    let versions = Versions::from_link("country=BT");
    let notice =
        view::memory_notice(&versions.now.view_context(), &versions.memory(), None, Sentence::MemoryGone).unwrap();
    assert_eq!(
        notice.sentences,
        [
            "People reached, as reported: was 142 on 22 November 2026; now at least 199.",
            "The data of that day are not kept here, so what changed cannot be listed.",
        ]
    );
    assert_eq!(notice.changes, Changes::default());
}

#[test]
fn a_number_that_differs_from_the_earlier_data_is_attributed_to_the_link() {
    let versions = Versions::from_link("country=BT");
    let memory = LinkMemory::read("2026-11-22~5000..~9").unwrap();
    let sentences = versions.notice(&memory).unwrap().sentences;
    assert!(sentences[0].starts_with("People reached, as reported: was 142 on 22 November 2026; now"), "{sentences:?}");
    assert_eq!(
        sentences[1],
        "The link said at least 5,000 (9 activities); the data of that day give 142 (5 activities)."
    );
    // The link is from the same version: there are no earlier data to compare with.
    let memory = LinkMemory::read("2027-01-10~5000..~9").unwrap();
    assert_eq!(
        view::memory_notice(&versions.now.view_context(), &memory, None, Sentence::MemoryGone).unwrap().sentences,
        ["The link said at least 5,000 (9 activities). The data are still those of 10 January 2027, and they give \
             at least 199 (5 activities)."]
    );
    // The link is from newer data than these.
    let memory = LinkMemory::read("2027-05~5000..~9").unwrap();
    assert_eq!(
        view::memory_notice(&versions.now.view_context(), &memory, None, Sentence::MemoryGone).unwrap().sentences,
        ["The link is from newer data: at least 5,000 (9 activities) on May 2027. Here are those of \
             10 January 2027: at least 199 (5 activities)."]
    );
}

#[test]
fn versions_have_an_order() {
    let date = |text: &str| EdtfDate::parse(text).unwrap();
    for (version, own, expected) in [
        ("2026-11-22", Some("2026-11-22"), VersionOrder::Same),
        ("2026-11-21", Some("2026-11-22"), VersionOrder::Older),
        ("2026-12", Some("2026-11-22"), VersionOrder::Newer),
        ("2027", Some("2026-11-22"), VersionOrder::Newer),
        ("2025", Some("2026-11-22"), VersionOrder::Older),
        ("2026-11-22", None, VersionOrder::Older),
    ] {
        assert_eq!(view::version_order(&date(version), own.map(date).as_ref()), expected, "{version} {own:?}");
    }
}

/// Numbers of women and men that are withheld in the facts are withheld in the list of changes too.
#[test]
fn what_the_facts_withhold_is_withheld() {
    let document = |day: &str, women: u64| {
        let entry = json!([{ "count": 40, "status": "reached", "women": women, "men": 40 - women }]);
        updated_on(day, json!([{ "id": "a", "title": "A", "countries": ["BT"], "reach": entry }]))
    };
    let versions = Versions::new(&document("2026-01-01", 3), &document("2026-02-01", 4), Selection::default());
    let lines = versions.corrected().remove(0).lines;
    assert_eq!(lines, ["Something that is not shown here was corrected."]);
    let versions = Versions::new(&document("2026-01-01", 3), &document("2026-02-01", 20), Selection::default());
    let lines = versions.corrected().remove(0).lines.join(" ");
    assert!(lines.contains("(women 20, men 20)") && !lines.contains('3'), "{lines}");
}

/// A new name of an organisation corrects no record; a new goal that a project declares corrects its records.
#[test]
fn tables_correct_only_records_that_count_differently() {
    let record = json!([{ "id": "a", "title": "A", "organisation": "o", "project": "p", "overlap": "s" },
                        { "id": "b", "title": "B", "overlap": "s" }]);
    let mut earlier = updated_on("2026-01-01", record);
    earlier["organisations"] = json!([{ "code": "o", "name": "An organisation" }]);
    let mut later = earlier.clone();
    later["organisations"][0]["name"] = json!("An organization");
    later["activities"][1]["title"] = json!("B, again");
    let versions = Versions::new(&earlier, &later, Selection::default());
    let changed: Vec<String> = versions.corrected().iter().map(|item| versions.id(item)).collect();
    assert_eq!(changed, ["b"], "a new title of one record corrects no record that overlaps with it");
    later["projects"][0]["sdgs"] = json!([5]);
    assert_eq!(Versions::new(&earlier, &later, Selection::default()).corrected().len(), 2);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 80, failure_persistence: None, ..ProptestConfig::default() })]

    /// For any two data sets, each record is in at most one list, and every record that only one of the views has is in
    /// one. A data set has no changes from itself.
    #[test]
    fn each_record_is_listed_once(
        old in generate::document(), new in generate::document(), plain in generate::plain_selection(),
    ) {
        let versions = Versions::new(&old, &new, generate::selection(&plain));
        let changes = versions.changes();
        let ids = |shown: &ViewFixture, rows: &[usize]| -> Vec<String> {
            rows.iter().map(|row| shown.data.activities[*row].id.to_string()).collect()
        };
        let listed = [
            ids(&versions.now, &changes.added),
            ids(&versions.now, &changes.corrected),
            ids(&versions.before, &changes.removed),
        ].concat();
        let mut distinct = listed.clone();
        distinct.sort();
        distinct.dedup();
        prop_assert_eq!(distinct.len(), listed.len());
        let before = ids(&versions.before, &versions.before.totals.rows.iter().collect::<Vec<_>>());
        let now = ids(&versions.now, &versions.now.totals.rows.iter().collect::<Vec<_>>());
        for id in before.iter().filter(|id| !now.contains(id)).chain(now.iter().filter(|id| !before.contains(id))) {
            prop_assert!(listed.contains(id), "{}", id);
        }
        prop_assert!(listed.iter().all(|id| before.contains(id) || now.contains(id)));
        let same = Versions::new(&old, &old, generate::selection(&plain));
        prop_assert!(same.changes().is_empty());
        prop_assert_eq!(RememberedNumbers::of(&same.before.totals), RememberedNumbers::of(&same.now.totals));
    }
}
