//! Every block of the screen shows the numbers of the selection. Each block is compared with the oracle of `support`,
//! over random data sets and selections. Further tests make sure that the checks detect a block that gets unfiltered
//! data, and one that gets filtered rows of a facet which should ignore its own filter.

use std::collections::BTreeSet;

use outreach_report::query::{Facet, Measure, Selection, Totals};
use outreach_report::view::{Block, ViewContext};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};
use serde_json::Value;

use crate::support::blocks::{BLOCKS, OracleCounts};
use crate::support::english::English;
use crate::support::generate;
use crate::support::oracle::{self, PlainSelection};
use crate::support::view_fixture::ViewFixture;

fn shown(document: &Value, plain: &PlainSelection, measure: Measure) -> ViewFixture {
    let mut selection = generate::selection(plain);
    selection.measure = measure;
    ViewFixture::new(document, selection)
}

/// Each block of the screen has a check.
#[test]
fn every_block_has_a_check() {
    let checked = BLOCKS.map(|(name, _)| name);
    assert_eq!(checked.to_vec(), Block::ALL.into_iter().map(Block::code).collect::<Vec<_>>());
}

proptest! {
    #![proptest_config(Config { cases: 200, failure_persistence: None, max_shrink_iters: 2048, ..Config::default() })]

    /// Each block shows what the oracle counts, in both measures.
    #[test]
    fn every_block_shows_what_the_oracle_counts(
        document in generate::document(), plain in generate::plain_selection(),
    ) {
        let counts = OracleCounts::new(&document, &plain);
        for measure in [Measure::People, Measure::Activities] {
            let shown = shown(&document, &plain, measure);
            for (name, check) in BLOCKS {
                prop_assert_eq!(check(&shown.view_context(), &counts), Ok(()), "{}, {:?}", name, measure);
            }
        }
    }
}

/// The first `n` cases of the generators, the same on every run.
fn cases(n: usize) -> Vec<(Value, PlainSelection)> {
    let mut runner = TestRunner::deterministic();
    let mut next_case = || {
        let document = generate::document().new_tree(&mut runner).unwrap().current();
        (document, generate::plain_selection().new_tree(&mut runner).unwrap().current())
    };
    (0..n).map(|_| next_case()).collect()
}

/// The blocks whose check fails if they get the totals of another selection. The chips show the selection itself and no
/// totals: they get the other selection instead.
fn failing_blocks(shown: &ViewFixture, counts: &OracleCounts, other: &Selection) -> BTreeSet<&'static str> {
    let totals = Totals::of(&shown.index, other, &English);
    let wrong_context = |name: &str| match name {
        "chips" => ViewContext { selection: other, ..shown.view_context() },
        _ => ViewContext { totals: &totals, ..shown.view_context() },
    };
    BLOCKS.iter().filter(|(name, check)| check(&wrong_context(name), counts).is_err()).map(|(name, _)| *name).collect()
}

/// The checks detect whether a block is filtered: with the totals of the whole data set instead of those of the
/// selection, the check of every block fails in some case, in either measure.
#[test]
fn an_unfiltered_block_is_detected() {
    for measure in [Measure::People, Measure::Activities] {
        let mut failed = BTreeSet::new();
        for (document, plain) in cases(40) {
            let shown = shown(&document, &plain, measure);
            let mut unfiltered = Selection::default();
            (unfiltered.basis, unfiltered.measure) = (shown.selection.basis, measure);
            failed.extend(failing_blocks(&shown, &OracleCounts::new(&document, &plain), &unfiltered));
        }
        assert_eq!(failed.len(), BLOCKS.len(), "{measure:?}: only the checks of {failed:?} detect unfiltered totals");
    }
}

/// The checks detect it too if the totals ignore the filter by one facet. The chart and the menu of the facet itself
/// must ignore it, except for which rows are selected; everything else must follow it. A cell of the matrix is selected
/// by its country and its year: a test of one of these two facets filters by the other as well.
#[test]
fn an_ignored_filter_is_detected_for_every_facet() {
    for facet in Facet::ALL {
        let mut failed = BTreeSet::new();
        for (document, _) in cases(25) {
            let whole = ViewFixture::new(&document, Selection::default());
            let Some(row) = whole.totals.facet(facet).iter().find(|row| row.activities > 0) else { continue };
            let mut plain = PlainSelection::default();
            plain.choose(facet.key(), &row.value.key());
            let cell = whole.totals.cells.iter().find(|cell| match facet {
                Facet::Country => cell.country == row.value,
                _ => cell.year == row.value,
            });
            match (facet, cell) {
                (Facet::Country, Some(cell)) => plain.choose("year", &cell.year.key()),
                (Facet::Year, Some(cell)) => plain.choose("country", &cell.country.key()),
                _ => {}
            }
            let filtered = shown(&document, &plain, Measure::People);
            let counts = OracleCounts::new(&document, &plain);
            for (name, check) in BLOCKS {
                assert_eq!(check(&filtered.view_context(), &counts), Ok(()), "{name} under {facet:?}");
            }
            let mut without_facet = filtered.selection.clone();
            without_facet.clear(facet);
            failed.extend(failing_blocks(&filtered, &counts, &without_facet));
        }
        assert_eq!(failed.len(), BLOCKS.len(), "only the checks of {failed:?} detect an ignored {facet:?}");
    }
}

/// Many generated selections change the totals, and many leave some activities: otherwise the tests above would prove
/// little.
#[test]
fn filters_change_numbers() {
    let cases = cases(100);
    let differs = |(document, plain): &&(Value, PlainSelection)| {
        let (filtered, whole) = (oracle::totals(document, plain), oracle::totals(document, &PlainSelection::default()));
        filtered["activities"] != whole["activities"] && filtered["people"] != whole["people"]
    };
    let leaves_activities =
        |(document, plain): &&(Value, PlainSelection)| oracle::totals(document, plain)["activities"] != 0;
    let (changed, left) = (cases.iter().filter(differs).count(), cases.iter().filter(leaves_activities).count());
    assert!(changed > 50 && left > 40, "{changed} of 100 selections change the totals, {left} leave something");
}
