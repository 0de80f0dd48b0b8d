//! The order of the table: by every column in both directions, those without a value last in either, equals by id.

use outreach_report::model::{Activity, Mode, Status};
use outreach_report::query::{Selection, SelectionAction, Sort, SortColumn};
use outreach_report::view;
use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::{Value, json};

use crate::support::generate;
use crate::support::shown::{Shown, report};

const KEYS: [SortColumn; 6] = [
    SortColumn::Date,
    SortColumn::Country,
    SortColumn::Title,
    SortColumn::People,
    SortColumn::Goal,
    SortColumn::Source,
];

/// The ids of a view in its order.
fn ids(shown: &Shown) -> Vec<&str> {
    view::sorted_records(&shown.view_context()).into_iter().map(|place| &*shown.data.activities[place].id).collect()
}

/// Records that tie, and some that have nothing to be sorted by.
fn mixed() -> Value {
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

/// Every column in both directions. What has nothing to be sorted by comes last in either; ties are in the order of
/// ids.
#[test]
fn the_table_is_sorted_as_asked() {
    let order = |sort: &str| ids(&Shown::link(&mixed(), sort)).concat();
    // A month without a day comes before its days: 2020, 2020-02, 2020-02-09.
    assert_eq!(order("sort=date"), "afdcbe");
    assert_eq!(order("sort=-date"), "cdfabe");
    assert_eq!(order(""), order("sort=-date"), "the latest first, if nothing is asked");
    // By the name of the first country.
    assert_eq!(order("sort=country"), "cbdfae");
    assert_eq!(order("sort=-country"), "fbdcae");
    assert_eq!(order("sort=title"), "cdfbae");
    assert_eq!(order("sort=-title"), "eabfcd");
    assert_eq!(order("sort=people"), "afcbde");
    assert_eq!(order("sort=-people"), "bdcfae");
    // By the first of its goals, which is the lowest.
    assert_eq!(order("sort=sdg"), "cfdabe");
    assert_eq!(order("sort=-sdg"), "adcfbe");
    // By what the table shows as the source: publisher, else headline, else that there is none.
    assert_eq!(order("sort=source"), "dbcfae");
    assert_eq!(order("sort=-source"), "cfbdae");
}

/// Goals that the reader does not take are none to sort by.
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
    let order = |link: &str| ids(&Shown::link(&document, link)).concat();
    assert_eq!(order("sort=sdg&basis=stated"), "abcd");
    assert_eq!(order("sort=sdg"), "bacd");
    assert_eq!(order("sort=sdg&basis=theme"), "cbad");
    assert_eq!(order("sort=-sdg&basis=theme"), "abcd");
}

/// People are sorted by what the chosen audiences count.
#[test]
fn people_are_sorted_under_the_filter_by_audience() {
    let entry = |audience: &str, count: u64| json!({ "audience": audience, "count": count, "status": "reached" });
    let document = report(json!([
        { "id": "a", "title": "A", "reach": [entry("students", 1), entry("officials", 90)] },
        { "id": "b", "title": "B", "reach": [entry("students", 5)] },
        { "id": "c", "title": "C", "reach": [{ "audience": "students", "count": 99, "status": "planned" }] },
    ]));
    let order = |link: &str| ids(&Shown::link(&document, link)).concat();
    assert_eq!(order("sort=-people"), "abc", "plans are no people reached");
    assert_eq!(order("sort=-people&audience=students"), "bac");
}

/// Pressing a heading sorts by it: dates and numbers from the largest, words from their beginning; pressing it again
/// turns it round.
#[test]
fn a_heading_is_pressed() {
    for key in KEYS {
        let mut selection = Selection::default();
        // Sorted by another column first.
        selection.sort =
            Sort { key: if key == SortColumn::Date { SortColumn::Title } else { SortColumn::Date }, descending: false };
        let once = SelectionAction::Sort(key).apply(&selection);
        assert_eq!(once.sort, Sort { key, descending: matches!(key, SortColumn::Date | SortColumn::People) });
        let twice = SelectionAction::Sort(key).apply(&once);
        assert_eq!(twice.sort, Sort { key, descending: !once.sort.descending });
        assert_eq!(SelectionAction::Sort(key).apply(&twice), once);
    }
}

/// Whether a record has something to be sorted by.
fn has_value(shown: &Shown, key: SortColumn, record: &Activity) -> bool {
    match key {
        SortColumn::Date => record.date.as_ref().is_some_and(|date| date.years().is_some()),
        SortColumn::Country => !record.countries.is_empty(),
        SortColumn::Title => true,
        SortColumn::People => record.reach.iter().any(|entry| {
            let counts = entry.status == Some(Status::Reached) && entry.mode != Some(Mode::OnlineMedia);
            counts && entry.count.is_some() && shown.selection.includes(entry)
        }),
        SortColumn::Goal => record.goals(&shown.data).any(|(_, known)| known <= shown.selection.basis),
        SortColumn::Source => record.source.is_some(),
    }
}

proptest! {
    #![proptest_config(Config { cases: 120, failure_persistence: None, max_shrink_iters: 512, ..Config::default() })]

    /// Whatever the column and the direction: the same records, those with a value first; the other direction has the
    /// same groups of equals the other way round, and equals always stand by id.
    #[test]
    fn every_column_in_both_directions(document in generate::document(), wish in generate::wish()) {
        for key in KEYS {
            let mut selection = generate::selection(&wish);
            selection.sort = Sort { key, descending: false };
            let up = Shown::new(&document, selection.clone());
            selection.sort.descending = true;
            let down = Shown::new(&document, selection);
            let order = |shown: &Shown| view::sorted_records(&shown.view_context());
            let (rising, falling) = (order(&up), order(&down));
            let mut sorted = rising.clone();
            sorted.sort_unstable();
            prop_assert_eq!(&sorted, &up.totals.records);

            let record = |place: &usize| &up.data.activities[*place];
            let valued = |places: &[usize]| places.iter().filter(|place| has_value(&up, key, record(place))).count();
            let count = valued(&rising);
            prop_assert_eq!(valued(&rising[..count]), count, "{:?}: those without a value come last", key);
            prop_assert_eq!(valued(&falling[..count]), count, "{:?}: in either direction", key);
            prop_assert_eq!(&rising[count..], &falling[count..], "{:?}: and stay in their order", key);
            prop_assert!(rising[count..].is_sorted_by_key(|place| &record(place).id), "{:?}", key);

            // Turned round, the falling order is the rising one but for equals, which stand by id in both.
            let turned: Vec<usize> = falling[..count].iter().rev().copied().collect();
            let mut from = 0;
            while from < count {
                let mut to = from + 1;
                while to <= count && !same_records(&rising[from..to], &turned[from..to]) {
                    to += 1;
                }
                prop_assert!(to <= count, "{:?}: {:?} and {:?}", key, rising, falling);
                prop_assert!(rising[from..to].is_sorted_by_key(|place| &record(place).id), "{:?}: equals by id", key);
                prop_assert!(turned[from..to].iter().rev().is_sorted_by_key(|place| &record(place).id), "{:?}", key);
                from = to;
            }
        }
    }
}

fn same_records(a: &[usize], b: &[usize]) -> bool {
    let sorted = |places: &[usize]| {
        let mut places = places.to_vec();
        places.sort_unstable();
        places
    };
    sorted(a) == sorted(b)
}

/// Ten thousand records have an order, and only the asked rows are made.
#[test]
fn a_large_table_is_sorted() {
    let records: Vec<Value> = (0..10_000_u64)
        .map(|n| json!({ "id": format!("r{n:05}"), "title": "T", "reach": [{ "count": n * 7919 % 10_007, "status": "reached" }] }))
        .collect();
    let shown = Shown::link(&report(records.into()), "sort=-people");
    let places = view::sorted_records(&shown.view_context());
    assert_eq!(places.len(), 10_000);
    let counts = |places: &[usize]| -> Vec<u64> {
        places.iter().map(|place| shown.data.activities[*place].reach[0].count.unwrap().get()).collect()
    };
    assert!(counts(&places).is_sorted_by(|a, b| a >= b));
    let page = view::table_rows(&shown.view_context(), &places[200..400]);
    assert_eq!((page.len(), page[0].record), (200, places[200]));
}
