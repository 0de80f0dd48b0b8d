//! The order of the table: by every column in both directions. Records without a value come last in either direction,
//! and records with equal values are in the order of their ids.

use outreach_report::model::{Activity, Mode, Status};
use outreach_report::query::{Selection, SelectionAction, Sort, SortColumn};
use outreach_report::view;
use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::{Value, json};

use crate::support::generate;
use crate::support::view_fixture::{ViewFixture, report};

const KEYS: [SortColumn; 6] = [
    SortColumn::Date,
    SortColumn::Country,
    SortColumn::Title,
    SortColumn::People,
    SortColumn::Goal,
    SortColumn::Source,
];

/// The ids of the records of a view in its order.
fn ids(shown: &ViewFixture) -> Vec<&str> {
    view::sorted_rows(&shown.view_context()).into_iter().map(|row| &*shown.data.activities[row].id).collect()
}

/// Records with equal values, and records without a value to sort by.
fn mixed_records() -> Value {
    let record = |id: &str, title: &str, country: Value, date: Value, people: Value, rest: Value| {
        let reach = if people.is_null() { json!([]) } else { json!([{ "count": people, "status": "reached" }]) };
        json!({ "id": id, "title": title, "countries": country, "date": date, "reach": reach, "sdgs": rest[0], "source": rest[1] })
    };
    report(json!([
        record("f", "Bee", json!(["NP"]), json!("2020"), json!(5), json!([[16, 5], { "publisher": "Us" }])),
        record("e", "bee", json!([]), json!(null), json!(null), json!([[], null])),
        record("d", "Ant", json!(["BT", "AF"]), json!("2020-02/2024"), json!(50), json!([[16], { "title": "A page" }])),
        record("c", "Ant", json!(["AF"]), json!("2020-02-09"), json!(7), json!([[5], { "publisher": "Us" }])),
        record("b", "Cat", json!(["BT"]), json!("201X"), json!(50), json!([[], {}])),
        record("a", "Dog", json!([]), json!("2019-12-31"), json!(0), json!([[17], null])),
    ]))
}

/// Every column in both directions. Records without a value come last in either; equal values are in the order of ids.
#[test]
fn the_table_is_sorted_by_every_column() {
    let order = |sort: &str| ids(&ViewFixture::from_link(&mixed_records(), sort)).concat();
    // A month without a day comes before its days: 2020, 2020-02, 2020-02-09.
    assert_eq!(order("sort=date"), "afdcbe");
    assert_eq!(order("sort=-date"), "cdfabe");
    assert_eq!(order(""), order("sort=-date"), "by default the latest come first");
    // By the name of the first country.
    assert_eq!(order("sort=country"), "cbdfae");
    assert_eq!(order("sort=-country"), "fbdcae");
    assert_eq!(order("sort=title"), "cdfbae");
    assert_eq!(order("sort=-title"), "eabfcd");
    assert_eq!(order("sort=people"), "afcbde");
    assert_eq!(order("sort=-people"), "bdcfae");
    // By the first goal of the record, which is the lowest.
    assert_eq!(order("sort=sdg"), "cfdabe");
    assert_eq!(order("sort=-sdg"), "adcfbe");
    // By the text that the table shows as the source: the publisher, else the headline, else that there is none.
    assert_eq!(order("sort=source"), "dbcfae");
    assert_eq!(order("sort=-source"), "cfbdae");
}

/// Goals of bases that the reader did not choose are ignored.
#[test]
fn goals_are_sorted_by_the_chosen_basis() {
    let mut document = report(json!([
        { "id": "a", "title": "A", "sdgs": [16] },
        { "id": "b", "title": "B", "project": "p" },
        { "id": "c", "title": "C", "themes": ["TIP"] },
        { "id": "d", "title": "D" },
    ]));
    document["projects"] = json!([{ "id": "p", "sdgs": [13] }]);
    document["themes"] = json!([{ "code": "TIP", "sdg_targets": ["5.2"] }]);
    let order = |link: &str| ids(&ViewFixture::from_link(&document, link)).concat();
    assert_eq!(order("sort=sdg&basis=stated"), "abcd");
    assert_eq!(order("sort=sdg"), "bacd");
    assert_eq!(order("sort=sdg&basis=theme"), "cbad");
    assert_eq!(order("sort=-sdg&basis=theme"), "abcd");
}

/// Under an audience filter only the entries of the chosen audiences count.
#[test]
fn people_are_sorted_under_the_filter_by_audience() {
    let entry = |audience: &str, count: u64| json!({ "audience": audience, "count": count, "status": "reached" });
    let document = report(json!([
        { "id": "a", "title": "A", "reach": [entry("students", 1), entry("officials", 90)] },
        { "id": "b", "title": "B", "reach": [entry("students", 5)] },
        { "id": "c", "title": "C", "reach": [{ "audience": "students", "count": 99, "status": "planned" }] },
    ]));
    let order = |link: &str| ids(&ViewFixture::from_link(&document, link)).concat();
    assert_eq!(order("sort=-people"), "abc", "planned people are not people reached");
    assert_eq!(order("sort=-people&audience=students"), "bac");
}

/// Pressing a column heading sorts by its column: dates and numbers descending, texts ascending. Pressing it again
/// reverses the order.
#[test]
fn a_pressed_heading_sorts_and_then_reverses() {
    for key in KEYS {
        let mut selection = Selection::default();
        // Before, the table is sorted by another column.
        selection.sort =
            Sort { key: if key == SortColumn::Date { SortColumn::Title } else { SortColumn::Date }, descending: false };
        let once = SelectionAction::Sort(key).apply(&selection);
        assert_eq!(once.sort, Sort { key, descending: matches!(key, SortColumn::Date | SortColumn::People) });
        let twice = SelectionAction::Sort(key).apply(&once);
        assert_eq!(twice.sort, Sort { key, descending: !once.sort.descending });
        assert_eq!(SelectionAction::Sort(key).apply(&twice), once);
    }
}

/// Whether a record has a value to sort by.
fn has_value(shown: &ViewFixture, key: SortColumn, record: &Activity) -> bool {
    match key {
        SortColumn::Date => record.date.as_ref().is_some_and(|date| date.years().is_some()),
        SortColumn::Country => !record.countries.is_empty(),
        SortColumn::Title => true,
        SortColumn::People => record.reach.iter().any(|entry| {
            let is_reached = entry.status == Some(Status::Reached) && entry.mode != Some(Mode::OnlineMedia);
            is_reached && entry.count.is_some() && shown.selection.includes(entry)
        }),
        SortColumn::Goal => record.goals(&shown.data).any(|(_, basis)| basis <= shown.selection.basis),
        SortColumn::Source => record.source.is_some(),
    }
}

proptest! {
    #![proptest_config(Config { cases: 120, failure_persistence: None, max_shrink_iters: 512, ..Config::default() })]

    /// Either direction has the same records, those with a value first. The other direction has the groups of equal
    /// values in reverse order; within a group the records are in the order of their ids.
    #[test]
    fn every_column_in_both_directions(document in generate::document(), plain in generate::plain_selection()) {
        for key in KEYS {
            let mut selection = generate::selection(&plain);
            selection.sort = Sort { key, descending: false };
            let ascending = ViewFixture::new(&document, selection.clone());
            selection.sort.descending = true;
            let descending = ViewFixture::new(&document, selection);
            let order = |shown: &ViewFixture| view::sorted_rows(&shown.view_context());
            let (rising, falling) = (order(&ascending), order(&descending));
            let mut sorted = rising.clone();
            sorted.sort_unstable();
            prop_assert_eq!(sorted, ascending.totals.rows.iter().collect::<Vec<_>>());

            let record = |row: &usize| &ascending.data.activities[*row];
            let with_value = |rows: &[usize]| rows.iter().filter(|row| has_value(&ascending, key, record(row))).count();
            let count = with_value(&rising);
            prop_assert_eq!(with_value(&rising[..count]), count, "{:?}: those without a value come last", key);
            prop_assert_eq!(with_value(&falling[..count]), count, "{:?}: in either direction", key);
            prop_assert_eq!(&rising[count..], &falling[count..], "{:?}: and stay in their order", key);
            prop_assert!(rising[count..].is_sorted_by_key(|row| &record(row).id), "{:?}", key);

            // The reversed falling order is the rising order, except within equal values, which are by id in both.
            let reversed: Vec<usize> = falling[..count].iter().rev().copied().collect();
            let mut start = 0;
            while start < count {
                let mut end = start + 1;
                while end <= count && !same_records(&rising[start..end], &reversed[start..end]) {
                    end += 1;
                }
                prop_assert!(end <= count, "{:?}: {:?} and {:?}", key, rising, falling);
                prop_assert!(rising[start..end].is_sorted_by_key(|row| &record(row).id), "{:?}: equals by id", key);
                prop_assert!(reversed[start..end].iter().rev().is_sorted_by_key(|row| &record(row).id), "{:?}", key);
                start = end;
            }
        }
    }
}

fn same_records(a: &[usize], b: &[usize]) -> bool {
    let sorted = |rows: &[usize]| {
        let mut rows = rows.to_vec();
        rows.sort_unstable();
        rows
    };
    sorted(a) == sorted(b)
}

/// Ten thousand records are sorted, and table rows are made only for the requested records.
#[test]
fn a_large_table_is_sorted() {
    let records: Vec<Value> = (0..10_000_u64)
        .map(|n| json!({ "id": format!("r{n:05}"), "title": "T", "reach": [{ "count": n * 7919 % 10_007, "status": "reached" }] }))
        .collect();
    let shown = ViewFixture::from_link(&report(records.into()), "sort=-people");
    let rows = view::sorted_rows(&shown.view_context());
    assert_eq!(rows.len(), 10_000);
    let counts = |rows: &[usize]| -> Vec<u64> {
        rows.iter().map(|row| shown.data.activities[*row].reach[0].count.unwrap().get()).collect()
    };
    assert!(counts(&rows).is_sorted_by(|a, b| a >= b));
    let page = view::table_rows(&shown.view_context(), &rows[200..400]);
    assert_eq!((page.len(), page[0].row), (200, rows[200]));
}
