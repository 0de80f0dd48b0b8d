//! Counts sequences of selections with one counter, over random data sets: after each action the totals are those that
//! the oracle counts, and those of a counter that has counted nothing before.

use outreach_report::query::{Counter, Facet, Index, Selection, SelectionAction, SortColumn, Totals};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::Config;
use serde_json::{Value, json};

use crate::support::oracle::{self, FACETS, PlainSelection};
use crate::support::unicode_fold::UnicodeFold;
use crate::support::{data_set, generate, totals_json};

/// What a reader or a page does.
#[derive(Debug, Clone)]
enum Step {
    /// Adds or removes a value of a facet: the first value that the other selection chooses for it.
    Toggle(usize, PlainSelection),
    /// Chooses a range of years.
    Years(u16, u16),
    /// Removes the filter of a facet.
    Clear(usize),
    ClearAll,
    Search(&'static str),
    Basis(&'static str),
    /// Chooses what is measured, or how the table is sorted: nothing is counted otherwise.
    Shown(bool),
    /// The page sets another view.
    Replace(PlainSelection),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (0..FACETS.len(), generate::plain_selection()).prop_map(|(facet, plain)| Step::Toggle(facet, plain)),
        2 => (2016_u16..2025, 2016_u16..2025).prop_map(|(a, b)| Step::Years(a.min(b), a.max(b))),
        2 => (0..FACETS.len()).prop_map(Step::Clear),
        1 => Just(Step::ClearAll),
        1 => select(&["", "cafe", "fi", "dhaka cafe"][..]).prop_map(Step::Search),
        2 => select(&["stated", "project", "theme"][..]).prop_map(Step::Basis),
        1 => any::<bool>().prop_map(Step::Shown),
        2 => generate::plain_selection().prop_map(Step::Replace),
    ]
}

impl Step {
    fn apply(&self, plain: &mut PlainSelection) {
        match self {
            Step::Toggle(facet, other) => {
                let facet = FACETS[*facet];
                let Some(value) = other.chosen.get(facet).and_then(|values| values.first()) else { return };
                let chosen = plain.chosen.entry(facet).or_default();
                if !chosen.remove(value) {
                    chosen.insert(value.clone());
                }
                if chosen.is_empty() {
                    plain.chosen.remove(facet);
                }
            }
            Step::Years(from, to) => plain.years = vec![(Some(*from), Some(*to))],
            Step::Clear(facet) => {
                plain.chosen.remove(FACETS[*facet]);
                if FACETS[*facet] == "year" {
                    plain.years.clear();
                }
            }
            Step::ClearAll => *plain = PlainSelection { basis: plain.basis, ..PlainSelection::default() },
            Step::Search(words) => plain.search = (*words).to_owned(),
            Step::Basis(basis) => plain.basis = basis,
            Step::Shown(_) => {}
            Step::Replace(other) => *plain = other.clone(),
        }
    }
}

/// The distinct totals and the matrix, which a page does not get as JSON, as the oracle writes them.
fn charts(totals: &Totals) -> Vec<(usize, u64, u64)> {
    let facets = Facet::ALL.into_iter().map(|facet| totals.facet_total(facet).unwrap());
    let all = facets.chain([&totals.matrix_total]);
    let all = all.map(|total| (total.activities, total.reached.low, total.planned.low));
    all.chain(totals.cells.iter().map(|cell| (cell.activities, cell.reached.low, cell.planned.low))).collect()
}

fn check(document: &Value, steps: &[Step]) -> Result<(), TestCaseError> {
    let data = data_set(document);
    let index = Index::new(&data, &UnicodeFold);
    let mut counter = Counter::default();
    let mut plain = PlainSelection::default();
    for (number, step) in steps.iter().enumerate() {
        step.apply(&mut plain);
        let mut selection = generate::selection(&plain);
        if let Step::Shown(measure) = step {
            let action = if *measure {
                SelectionAction::Measure(outreach_report::query::Measure::Activities)
            } else {
                SelectionAction::Sort(SortColumn::Title)
            };
            selection = action.apply(&selection);
        }
        let totals = Totals::next(&index, &mut counter, &selection, &UnicodeFold);
        let context = format!("step {number} of {steps:?} on {document}");
        prop_assert_eq!(totals_json::from_totals(&totals), oracle::totals(document, &plain), "{}", context);
        prop_assert_eq!(totals.rows.iter().collect::<Vec<_>>(), oracle::listed(document, &plain), "{}", context);
        let afresh = Totals::of(&index, &selection, &UnicodeFold);
        prop_assert_eq!(charts(&totals), charts(&afresh), "{}", context);
        for facet in Facet::ALL {
            // The values of two rows, and those of all rows, together.
            for values in [2, usize::MAX].map(|n| totals.facet(facet).iter().map(|row| &row.value).take(n)) {
                let values: Vec<_> = values.collect();
                let mut union = selection.clone();
                union.clear(facet);
                values.iter().for_each(|value| union.insert(facet, (*value).clone()));
                let expected = Totals::of(&index, &union, &UnicodeFold);
                let actual = totals.union(&index, facet, &values).unwrap();
                prop_assert_eq!(actual.activities, expected.activities, "{:?}, {}", facet, context);
                prop_assert_eq!(actual.reached, expected.reached, "{:?}, {}", facet, context);
                prop_assert_eq!(actual.planned, expected.planned, "{:?}, {}", facet, context);
            }
        }
        prop_assert_eq!(totals, afresh, "{}", context);
    }
    Ok(())
}

proptest! {
    #![proptest_config(Config { cases: 60, failure_persistence: None, max_shrink_iters: 512, ..Config::default() })]

    /// Whatever was counted before, the totals are those that the oracle counts.
    #[test]
    fn after_any_sequence_of_actions_the_totals_are_those_of_the_oracle(
        document in generate::document(), steps in vec(step(), 1..25),
    ) {
        check(&document, &steps)?;
    }
}

/// An overlap whose rows come and go with filters: its maximum is found anew for each value.
#[test]
fn the_largest_of_an_overlap_is_found_anew_when_it_leaves() {
    let record = |id: u32, country: &str, audience: &str, count: u64| {
        json!({ "id": format!("r{id}"), "title": "T", "countries": [country], "date": "2020", "overlap": "o",
            "reach": [{ "audience": audience, "count": count, "status": "reached" },
                { "audience": "officials", "count": 7, "status": "planned" }] })
    };
    let records = [record(1, "BD", "students", 100), record(2, "BT", "mixed", 60), record(3, "BT", "students", 90)];
    let document = json!({ "format": "outreach-report/1", "activities": records });
    let index = Index::new(&data_set(&document), &UnicodeFold);
    let mut counter = Counter::default();
    let mut low = |link: &[(Facet, &str)]| {
        let mut selection = Selection::default();
        link.iter().for_each(|(facet, value)| {
            selection.insert(*facet, outreach_report::query::FacetValue::Code((*value).into()))
        });
        let totals = Totals::next(&index, &mut counter, &selection, &UnicodeFold);
        (totals.reached.low, totals.reached.high, totals.planned.low, totals.overlapped_people)
    };
    assert_eq!(low(&[]), (100, Some(250), 7, 150));
    assert_eq!(low(&[(Facet::Country, "BT")]), (90, Some(150), 7, 60));
    assert_eq!(low(&[(Facet::Country, "BT"), (Facet::Audience, "mixed")]), (60, Some(60), 0, 0));
    assert_eq!(low(&[(Facet::Audience, "students")]), (100, Some(190), 0, 90));
    assert_eq!(low(&[(Facet::Country, "BD")]), (100, Some(100), 7, 0));
    assert_eq!(low(&[]), (100, Some(250), 7, 150));
}

/// No sum of the largest counts saturates on the way: the numbers come back when rows leave.
#[test]
fn the_largest_counts_come_and_go_exactly() {
    let largest = 1_u64 << 53;
    let records: Vec<Value> = (0..3000)
        .map(|number| {
            json!({ "id": format!("r{number}"), "title": "T", "countries": [if number < 3 { "BD" } else { "BT" }],
                "reach": [{ "count": largest - number, "status": "reached", "bound": "at-most" },
                    { "count": largest, "status": "planned" }] })
        })
        .collect();
    let document = json!({ "format": "outreach-report/1", "activities": records });
    let index = Index::new(&data_set(&document), &UnicodeFold);
    let mut counter = Counter::default();
    let selection = Selection::with_value(Facet::Country, outreach_report::query::FacetValue::Code("BD".into()));
    // Three thousand such counts are more than 2^64, where the figure that is shown ends.
    let all = Totals::next(&index, &mut counter, &Selection::default(), &UnicodeFold);
    assert_eq!((all.reached.high, all.planned.low), (Some(u64::MAX), u64::MAX));
    let few = Totals::next(&index, &mut counter, &selection, &UnicodeFold);
    assert_eq!((few.reached.low, few.reached.high), (0, Some(largest * 3 - 3)));
    assert_eq!(few.planned.low, largest * 3);
}
