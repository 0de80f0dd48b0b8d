//! What a link remembers beside what its view shows now: which records changed, and how that is said.

use outreach_report::link::{LinkMemory, RememberedNumbers};
use outreach_report::model::EdtfDate;
use outreach_report::query::Selection;
use outreach_report::view::{self, Changes, MemoryNotice, RecordItem, VersionOrder};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::generate;
use crate::support::shown::{Shown, report};

/// A data set of a day.
fn of(day: &str, records: Value) -> Value {
    let mut document = report(records);
    document["updated"] = json!(day);
    document["projects"] = json!([{ "id": "p", "name": "A project", "sdgs": [16] }]);
    document
}

fn reached(count: u64, bound: &str) -> Value {
    json!([{ "audience": "police", "count": count, "bound": bound, "status": "reached" }])
}

fn before() -> Value {
    of(
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
    of(
        "2027-01-10",
        json!([
            { "id": "new", "title": "New", "date": "2026-12", "countries": ["BT"], "reach": reached(50, "at-least") },
            { "id": "moved", "title": "Moved on", "summary": "Said anew.", "date": "2021-04", "countries": ["BT", "NP"],
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

struct Both {
    before: Shown,
    now: Shown,
}

impl Both {
    /// The view of a link, decoded once: a code that only one version has is the same filter in both.
    fn link(link: &str) -> Self {
        Self::of(&before(), &now(), Shown::link(&now(), link).selection)
    }

    fn of(before: &Value, now: &Value, selection: Selection) -> Self {
        Self { before: Shown::new(before, selection.clone()), now: Shown::new(now, selection) }
    }

    fn changes(&self) -> Changes {
        view::changes(&self.before.view_context(), &self.now.view_context())
    }

    fn said(&self) -> LinkMemory {
        LinkMemory::of(self.before.data.updated.as_ref(), &self.before.totals).unwrap()
    }

    fn recall(&self, said: &LinkMemory) -> Option<MemoryNotice> {
        view::memory_notice(&self.now.view_context(), said, Some(&self.before.view_context()))
    }

    fn corrected(&self) -> Vec<RecordItem> {
        let [corrected, ..] = self.changes().groups(&self.now.view_context());
        view::corrections(&self.before.view_context(), &self.now.view_context(), &corrected, 100)
    }

    fn id(&self, item: &RecordItem) -> String {
        self.now.data.activities[item.record].id.to_string()
    }
}

#[test]
fn the_records_of_the_view_that_changed_are_found_by_their_ids() {
    let both = Both::link("country=BT");
    let changes = both.changes();
    let id = |shown: &Shown, place: usize| shown.data.activities[place].id.to_string();
    let corrected: Vec<String> = changes.corrected.iter().map(|place| id(&both.now, *place)).collect();
    assert_eq!(changes.added.iter().map(|place| id(&both.now, *place)).collect::<Vec<_>>(), ["new"]);
    assert_eq!(corrected, ["moved", "count", "leaves", "comes"]);
    assert_eq!(changes.removed.iter().map(|place| id(&both.before, *place)).collect::<Vec<_>>(), ["gone"]);
    // What is not of the view before or after is not listed.
    assert_eq!(Both::link("country=IN&year=2020").changes(), Changes::default());
}

#[test]
fn what_changed_in_a_record_is_said_as_its_facts_say_it() {
    let both = Both::link("country=BT");
    let lines: Vec<(String, Vec<String>)> =
        both.corrected().into_iter().map(|item| (both.id(&item), item.lines)).collect();
    let wanted = [
        (
            "moved",
            vec![
                "Title: was Moved, now Moved on",
                "Where: was Bhutan · Paro, now Bhutan · Nepal · Thimphu",
                "When: was March 2021, now April 2021",
                "Project: was not stated, now A project",
                "Goals: was 5 Gender equality: stated by the page, now 5 Gender equality: stated by the page; \
                 16 Peace, justice and strong institutions: declared by the project",
                "Summary: was not stated, now Said anew.",
            ],
        ),
        ("count", vec!["Reached: was 30 police, now at least 40 police"]),
        ("leaves", vec!["It is no longer part of this view.", "Where: was Bhutan, now Nepal"]),
        ("comes", vec!["It was not part of this view before.", "Where: was India, now Bhutan"]),
    ];
    let wanted: Vec<(String, Vec<String>)> =
        wanted.into_iter().map(|(id, lines)| (id.into(), lines.into_iter().map(str::to_owned).collect())).collect();
    assert_eq!(lines, wanted);
}

#[test]
fn the_lists_are_groups_of_records() {
    let both = Both::link("country=BT");
    let [corrected, added, removed] = both.changes().groups(&both.now.view_context());
    assert_eq!([&corrected.title, &added.title, &removed.title], ["Corrected · 4", "Added · 1", "Removed · 1"]);
    let added = view::items(&both.now.view_context(), &added, 100).remove(0);
    assert_eq!((&*added.date, added.lines), ("December 2026 · Bhutan", vec!["at least 50 police".to_owned()]));
    assert_eq!(&*view::items(&both.before.view_context(), &removed, 100)[0].title, "Gone");
    // No more of them are made than are shown.
    assert_eq!(view::corrections(&both.before.view_context(), &both.now.view_context(), &corrected, 2).len(), 2);
}

#[test]
fn the_notice_says_what_was_what_is_and_how_much_changed() {
    let both = Both::link("country=BT");
    let recall = both.recall(&both.said()).unwrap();
    assert_eq!(
        recall.sentences,
        [
            "People reached, as reported: was 142 on 22 November 2026; now at least 199: 1 added, 4 corrected, 1 removed.",
        ]
    );
    assert_eq!(recall.changes, both.changes());
    // The numbers of activities differ too.
    let both = Both::link("country=BT&year=2020..");
    assert_eq!(
        both.recall(&both.said()).unwrap().sentences,
        [
            "People reached, as reported: was 137 on 22 November 2026; now at least 190: 1 added, 2 corrected, 1 removed."
        ]
    );
    let both = Both::link("country=NP");
    assert_eq!(
        both.recall(&both.said()).unwrap().sentences,
        [
            "People reached, as reported: was no number on 22 November 2026; now 5: 2 corrected.",
            "Activities: was 0; now 2."
        ]
    );
    // The number stands, but not all that it is made of.
    let both = Both::link("country=BT&year=2021");
    assert_eq!(both.said().write(), "2026-11-22~7~2");
    let mut kept = before();
    kept["activities"][0]["doubts"] = json!(["The page has two numbers."]);
    let both = Both::of(
        &before(),
        &{
            kept["updated"] = json!("2026-12-01");
            kept
        },
        Selection::default(),
    );
    assert_eq!(
        both.recall(&both.said()).unwrap().sentences,
        ["People reached, as reported: 152, as on 22 November 2026; but 1 corrected."]
    );
}

#[test]
fn where_nothing_changed_nothing_is_said() {
    for link in ["", "country=BT", "year=2022"] {
        let same = Both::of(&before(), &before(), Shown::link(&before(), link).selection);
        assert_eq!(same.recall(&same.said()), None);
        assert_eq!(view::memory_notice(&same.now.view_context(), &same.said(), None), None);
    }
    // Newer data of which this view shows the same.
    let both = Both::link("country=LK");
    assert_eq!(both.recall(&both.said()), None);
    assert_eq!(view::memory_notice(&both.now.view_context(), &both.said(), None), None);
}

#[test]
fn without_the_earlier_data_it_is_said_that_they_are_not_kept() {
    let both = Both::link("country=BT");
    let recall = view::memory_notice(&both.now.view_context(), &both.said(), None).unwrap();
    assert_eq!(
        recall.sentences,
        [
            "People reached, as reported: was 142 on 22 November 2026; now at least 199.",
            "The data of that day are not kept here, so what changed cannot be listed.",
        ]
    );
    assert_eq!(recall.changes, Changes::default());
}

#[test]
fn a_number_that_the_earlier_data_do_not_give_is_the_links_own() {
    let both = Both::link("country=BT");
    let said = LinkMemory::read("2026-11-22~5000..~9").unwrap();
    let sentences = both.recall(&said).unwrap().sentences;
    assert!(sentences[0].starts_with("People reached, as reported: was 142 on 22 November 2026; now"), "{sentences:?}");
    assert_eq!(
        sentences[1],
        "The link said at least 5,000 (9 activities); the data of that day give 142 (5 activities)."
    );
    // Of the same version there is nothing to look up.
    let said = LinkMemory::read("2027-01-10~5000..~9").unwrap();
    assert_eq!(
        view::memory_notice(&both.now.view_context(), &said, None).unwrap().sentences,
        ["The link said at least 5,000 (9 activities). The data are still those of 10 January 2027, and they give \
             at least 199 (5 activities)."]
    );
    // A link from newer data, opened where older ones are.
    let said = LinkMemory::read("2027-05~5000..~9").unwrap();
    assert_eq!(
        view::memory_notice(&both.now.view_context(), &said, None).unwrap().sentences,
        ["The link is from newer data: at least 5,000 (9 activities) on May 2027. Here are those of \
             10 January 2027: at least 199 (5 activities)."]
    );
}

#[test]
fn versions_have_an_order() {
    let when = |text: &str| EdtfDate::parse(text).unwrap();
    for (version, own, wanted) in [
        ("2026-11-22", Some("2026-11-22"), VersionOrder::Same),
        ("2026-11-21", Some("2026-11-22"), VersionOrder::Older),
        ("2026-12", Some("2026-11-22"), VersionOrder::Newer),
        ("2027", Some("2026-11-22"), VersionOrder::Newer),
        ("2025", Some("2026-11-22"), VersionOrder::Older),
        ("2026-11-22", None, VersionOrder::Older),
    ] {
        assert_eq!(view::version_order(&when(version), own.map(when).as_ref()), wanted, "{version} {own:?}");
    }
}

/// Parts that are too small to be told with a place are not told by a list of changes.
#[test]
fn what_the_facts_withhold_is_withheld() {
    let with = |day: &str, women: u64| {
        let entry = json!([{ "count": 40, "status": "reached", "women": women, "men": 40 - women }]);
        of(day, json!([{ "id": "a", "title": "A", "countries": ["BT"], "reach": entry }]))
    };
    let both = Both::of(&with("2026-01-01", 3), &with("2026-02-01", 4), Selection::default());
    let lines = both.corrected().remove(0).lines;
    assert_eq!(lines, ["Something that is not shown here was corrected."]);
    let both = Both::of(&with("2026-01-01", 3), &with("2026-02-01", 20), Selection::default());
    let lines = both.corrected().remove(0).lines.join(" ");
    assert!(lines.contains("(women 20, men 20)") && !lines.contains('3'), "{lines}");
}

/// That an organisation is written in another way corrects no record; that a project declares another goal does.
#[test]
fn tables_correct_records_only_where_these_count_otherwise() {
    let record = json!([{ "id": "a", "title": "A", "organisation": "o", "project": "p", "overlap": "s" },
                        { "id": "b", "title": "B", "overlap": "s" }]);
    let mut was = of("2026-01-01", record);
    was["organisations"] = json!([{ "code": "o", "name": "An organisation" }]);
    let mut is = was.clone();
    is["organisations"][0]["name"] = json!("An organization");
    is["activities"][1]["title"] = json!("B, anew");
    let both = Both::of(&was, &is, Selection::default());
    let changed: Vec<String> = both.corrected().iter().map(|item| both.id(item)).collect();
    assert_eq!(changed, ["b"], "nor does the title of another record that may count the same people");
    is["projects"][0]["sdgs"] = json!([5]);
    assert_eq!(Both::of(&was, &is, Selection::default()).corrected().len(), 2);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 80, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever two data sets hold: each record stands in one list at most, every record that only one of the views
    /// has in one of them; and between a data set and itself nothing changed.
    #[test]
    fn each_record_is_told_once(old in generate::document(), new in generate::document(), wish in generate::wish()) {
        let both = Both::of(&old, &new, generate::selection(&wish));
        let changes = both.changes();
        let ids = |shown: &Shown, places: &[usize]| -> Vec<String> {
            places.iter().map(|place| shown.data.activities[*place].id.to_string()).collect()
        };
                let told = [
            ids(&both.now, &changes.added),
            ids(&both.now, &changes.corrected),
            ids(&both.before, &changes.removed),
        ].concat();
        let mut once = told.clone();
        once.sort();
        once.dedup();
        prop_assert_eq!(once.len(), told.len());
        let (was, is) = (ids(&both.before, &both.before.totals.records), ids(&both.now, &both.now.totals.records));
        for id in was.iter().filter(|id| !is.contains(id)).chain(is.iter().filter(|id| !was.contains(id))) {
            prop_assert!(told.contains(id), "{}", id);
        }
        prop_assert!(told.iter().all(|id| was.contains(id) || is.contains(id)));
        let same = Both::of(&old, &old, generate::selection(&wish));
        prop_assert!(same.changes().is_empty());
        prop_assert_eq!(RememberedNumbers::of(&same.before.totals), RememberedNumbers::of(&same.now.totals));
    }
}
