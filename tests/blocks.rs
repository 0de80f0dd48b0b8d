//! Every block of the screen shows the numbers of the selection: random data sets and selections, each block held
//! against the oracle of `support`. A block that was fed the unfiltered data is found out, and so is one that was
//! fed the filtered rows of a facet that should look past its own filter.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it does not expect should stop"
)]

mod support;

use std::collections::BTreeSet;

use outreach_report::query::{Facet, Measure, Selection, Totals};
use outreach_report::view::Scene;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};
use serde_json::Value;

use support::blocks::{BLOCKS, Truth};
use support::english::English;
use support::generate;
use support::oracle::{self, Wish};
use support::shown::Shown;

/// What the oracle says of a wish.
fn truth(document: &Value, wish: &Wish) -> Truth {
    Truth { totals: oracle::totals(document, wish), listed: oracle::listed(document, wish) }
}

fn shown(document: &Value, wish: &Wish, measure: Measure) -> Shown {
    let mut selection = generate::selection(wish);
    selection.measure = measure;
    Shown::new(document, selection)
}

proptest! {
    #![proptest_config(Config { cases: 200, failure_persistence: None, max_shrink_iters: 2048, ..Config::default() })]

    /// Headline, tiles, pickers, charts, table and note: each says what the oracle counts.
    #[test]
    fn every_block_says_what_the_oracle_counts(
        document in generate::document(), wish in generate::wish(), activities in any::<bool>(),
    ) {
        let measure = if activities { Measure::Activities } else { Measure::People };
        let shown = shown(&document, &wish, measure);
        let truth = truth(&document, &wish);
        for (name, check) in BLOCKS {
            prop_assert_eq!(check(&shown.scene(), &truth), Ok(()), "{}", name);
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

/// The checks see whether a block was filtered: the same selection with the totals of everything is found out, in
/// every block.
#[test]
fn an_unfiltered_block_is_found_out() {
    let mut found = BTreeSet::new();
    for (document, wish) in cases(40) {
        let shown = shown(&document, &wish, Measure::People);
        let truth = truth(&document, &wish);
        let everything = Totals::of(&shown.index, &Selection::default(), &English);
        let unfiltered = Scene { totals: &everything, ..shown.scene() };
        found.extend(BLOCKS.iter().filter(|(_, check)| check(&unfiltered, &truth).is_err()).map(|(name, _)| *name));
    }
    assert_eq!(found.len(), BLOCKS.len(), "only {found:?} are checked for being filtered");
}

/// The same for each facet: a filter by it alone, ignored by the totals, is found out. For its own chart and picker it
/// has to be ignored, but for which rows are chosen; everything else has to follow it.
#[test]
fn every_facet_is_seen_to_filter() {
    for facet in Facet::ALL {
        let mut followed = BTreeSet::new();
        for (document, _) in cases(25) {
            let whole = Shown::new(&document, Selection::default());
            let Some(row) = whole.totals.facet(facet).iter().find(|row| row.activities > 0) else { continue };
            let key = row.value.key().into_owned();
            let mut wish = Wish::default();
            match row.value.number().filter(|_| facet == Facet::Year) {
                Some(year) => wish.years.push((Some(year), Some(year))),
                None => drop(wish.chosen.insert(facet.key(), [key].into())),
            }
            let filtered = shown(&document, &wish, Measure::People);
            let truth = truth(&document, &wish);
            for (name, check) in BLOCKS {
                assert_eq!(check(&filtered.scene(), &truth), Ok(()), "{name} under {facet:?}");
            }
            let ignored = Scene { totals: &whole.totals, ..filtered.scene() };
            followed.extend(BLOCKS.iter().filter(|(_, check)| check(&ignored, &truth).is_err()).map(|(name, _)| *name));
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
