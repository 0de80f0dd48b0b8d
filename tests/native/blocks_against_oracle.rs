//! Every block of the screen shows the numbers of the selection: random data sets and selections, each block held
//! against the oracle of `support`. A block that was fed the unfiltered data is found out, and so is one that was
//! fed the filtered rows of a facet that should look past its own filter.

use std::collections::BTreeSet;

use outreach_report::query::{Facet, Measure, Selection, Totals};
use outreach_report::view::{Block, ViewContext};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};
use serde_json::Value;

use crate::support::blocks::{BLOCKS, Truth};
use crate::support::english::English;
use crate::support::generate;
use crate::support::oracle::{self, Wish};
use crate::support::shown::Shown;

fn shown(document: &Value, wish: &Wish, measure: Measure) -> Shown {
    let mut selection = generate::selection(wish);
    selection.measure = measure;
    Shown::new(document, selection)
}

/// No block of the screen is left out.
#[test]
fn every_block_has_a_check() {
    let checked = BLOCKS.map(|(name, _)| name);
    assert_eq!(checked.to_vec(), Block::ALL.into_iter().map(Block::code).collect::<Vec<_>>());
}

proptest! {
    #![proptest_config(Config { cases: 200, failure_persistence: None, max_shrink_iters: 2048, ..Config::default() })]

    /// Each block says what the oracle counts, in both measures.
    #[test]
    fn every_block_says_what_the_oracle_counts(document in generate::document(), wish in generate::wish()) {
        let truth = Truth::new(&document, &wish);
        for measure in [Measure::People, Measure::Activities] {
            let shown = shown(&document, &wish, measure);
            for (name, check) in BLOCKS {
                prop_assert_eq!(check(&shown.view_context(), &truth), Ok(()), "{}, {:?}", name, measure);
            }
        }
    }
}

/// Some cases of the generator, the same on every run.
fn cases(n: usize) -> Vec<(Value, Wish)> {
    let mut runner = TestRunner::deterministic();
    let mut one = || {
        let document = generate::document().new_tree(&mut runner).unwrap().current();
        (document, generate::wish().new_tree(&mut runner).unwrap().current())
    };
    (0..n).map(|_| one()).collect()
}

/// The blocks that say something else than the oracle when they are fed the totals of another selection. The chips take
/// their words from the selection itself and from no total, so theirs is the other selection.
fn found_out(shown: &Shown, truth: &Truth, other: &Selection) -> BTreeSet<&'static str> {
    let totals = Totals::of(&shown.index, other, &English);
    let wrong = |name: &str| match name {
        "chips" => ViewContext { selection: other, ..shown.view_context() },
        _ => ViewContext { totals: &totals, ..shown.view_context() },
    };
    BLOCKS.iter().filter(|(name, check)| check(&wrong(name), truth).is_err()).map(|(name, _)| *name).collect()
}

/// The checks see whether a block was filtered: the same selection with the totals of everything is found out, in
/// every block and either measure.
#[test]
fn an_unfiltered_block_is_found_out() {
    for measure in [Measure::People, Measure::Activities] {
        let mut found = BTreeSet::new();
        for (document, wish) in cases(40) {
            let shown = shown(&document, &wish, measure);
            let mut everything = Selection::default();
            (everything.basis, everything.measure) = (shown.selection.basis, measure);
            found.extend(found_out(&shown, &Truth::new(&document, &wish), &everything));
        }
        assert_eq!(found.len(), BLOCKS.len(), "only {found:?} are checked for being filtered by {measure:?}");
    }
}

/// The same for each facet: a filter by it, ignored by the totals, is found out. For its own chart and picker it has to
/// be ignored, but for which rows are chosen; everything else has to follow it. A cell of the matrix is chosen by its
/// country and its year, so of these two the other is filtered by as well.
#[test]
fn every_facet_is_seen_to_filter() {
    for facet in Facet::ALL {
        let mut followed = BTreeSet::new();
        for (document, _) in cases(25) {
            let whole = Shown::new(&document, Selection::default());
            let Some(row) = whole.totals.facet(facet).iter().find(|row| row.activities > 0) else { continue };
            let mut wish = Wish::default();
            wish.choose(facet.key(), &row.value.key());
            let cell = whole.totals.cells.iter().find(|cell| match facet {
                Facet::Country => cell.country == row.value,
                _ => cell.year == row.value,
            });
            match (facet, cell) {
                (Facet::Country, Some(cell)) => wish.choose("year", &cell.year.key()),
                (Facet::Year, Some(cell)) => wish.choose("country", &cell.country.key()),
                _ => {}
            }
            let filtered = shown(&document, &wish, Measure::People);
            let truth = Truth::new(&document, &wish);
            for (name, check) in BLOCKS {
                assert_eq!(check(&filtered.view_context(), &truth), Ok(()), "{name} under {facet:?}");
            }
            let mut ignored = filtered.selection.clone();
            ignored.clear(facet);
            followed.extend(found_out(&filtered, &truth, &ignored));
        }
        assert_eq!(followed.len(), BLOCKS.len(), "{facet:?} is only seen in {followed:?}");
    }
}

/// A wish that filters gives other numbers than none in most cases: otherwise the tests above would prove little.
#[test]
fn filters_change_numbers() {
    let cases = cases(100);
    let differs = |(document, wish): &&(Value, Wish)| {
        let (filtered, whole) = (oracle::totals(document, wish), oracle::totals(document, &Wish::default()));
        filtered["activities"] != whole["activities"] && filtered["people"] != whole["people"]
    };
    let some_left = |(document, wish): &&(Value, Wish)| oracle::totals(document, wish)["activities"] != 0;
    let (changed, left) = (cases.iter().filter(differs).count(), cases.iter().filter(some_left).count());
    assert!(changed > 50 && left > 40, "{changed} of 100 selections change the totals, {left} leave something");
}
