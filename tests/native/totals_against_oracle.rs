//! Compares the totals with those of the oracle, a naive second implementation, over random data sets and selections.

use outreach_report::query::{Facet, FacetValue, Index, Selection, Totals};
use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::{Value, json};

use crate::support::unicode_fold::UnicodeFold;
use crate::support::{data_set, generate, oracle, totals_json};

fn config(cases: u32) -> Config {
    Config { cases, failure_persistence: None, max_shrink_iters: 4096, ..Config::default() }
}

proptest! {
    #![proptest_config(config(400))]

    /// For any data and any selection, the library and the oracle give the same JSON.
    #[test]
    fn the_library_counts_like_the_oracle(document in generate::document(), plain in generate::plain_selection()) {
        let actual = totals_json::count(&data_set(&document), &generate::selection(&plain));
        let expected = oracle::totals(&document, &plain);
        prop_assert_eq!(difference(&actual, &expected, ""), None, "of {}", document);
    }
}

proptest! {
    #![proptest_config(config(60))]

    /// Choosing all values of a facet, including `unknown`, gives the same totals as no filter.
    #[test]
    fn every_value_together_is_the_whole(document in generate::document(), plain in generate::plain_selection()) {
        let data = data_set(&document);
        let index = Index::new(&data, &UnicodeFold);
        for facet in Facet::ALL {
            let mut unfiltered = generate::selection(&plain);
            // A filter by audience, if it is another facet, restricts both totals to the entries of its audiences.
            unfiltered.clear(facet);
            let whole = Totals::of(&index, &unfiltered, &UnicodeFold);
            let mut all = unfiltered.clone();
            for row in whole.facet(facet) {
                all.insert(facet, row.value.clone());
            }
            let sum = Totals::of(&index, &all, &UnicodeFold);
            prop_assert_eq!(sum.activities, whole.activities, "{:?}", facet);
            prop_assert_eq!(sum.reached, whole.reached, "{:?}", facet);
            prop_assert_eq!(sum.planned, whole.planned, "{:?}", facet);
        }
    }

    /// A row has the totals of the view in which its value is the only one chosen in the facet.
    #[test]
    fn a_row_is_the_total_of_its_value(document in generate::document(), plain in generate::plain_selection()) {
        let data = data_set(&document);
        let index = Index::new(&data, &UnicodeFold);
        let selection = generate::selection(&plain);
        let totals = Totals::of(&index, &selection, &UnicodeFold);
        for facet in Facet::ALL {
            for row in totals.facet(facet) {
                let mut only = selection.clone();
                only.clear(facet);
                only.insert(facet, row.value.clone());
                let total = Totals::of(&index, &only, &UnicodeFold);
                prop_assert_eq!(row.activities, total.activities, "{:?}", row);
                prop_assert_eq!(row.reached, total.reached, "{:?}", row);
                prop_assert_eq!(row.planned, total.planned, "{:?}", row);
            }
        }
    }

    /// All records that pass the filters are listed, including project totals.
    #[test]
    fn project_totals_are_listed(document in generate::document(), plain in generate::plain_selection()) {
        let data = data_set(&document);
        let totals = Totals::of(&Index::new(&data, &UnicodeFold), &generate::selection(&plain), &UnicodeFold);
        prop_assert_eq!(totals.rows.iter().collect::<Vec<_>>(), oracle::listed(&document, &plain));
    }

    /// With goals inferred from themes, the firm part of a row is what the row has without the themes.
    #[test]
    fn the_firm_part_is_the_row_without_themes(document in generate::document(), plain in generate::plain_selection()) {
        let data = data_set(&document);
        let index = Index::new(&data, &UnicodeFold);
        let totals_by_basis = |basis| {
            let selection = generate::selection(&oracle::PlainSelection { basis, ..plain.clone() });
            Totals::of(&index, &selection, &UnicodeFold)
        };
        let (with_themes, firm) = (totals_by_basis("theme"), totals_by_basis("project"));
        let goal_rows = with_themes.facet(Facet::Goal).iter();
        for row in goal_rows.filter(|row| row.value != FacetValue::Unknown) {
            let firm_row = firm.facet_row(Facet::Goal, &row.value);
            let (activities, people) = row.firm.unwrap();
            prop_assert_eq!(activities, firm_row.map_or(0, |row| row.activities), "{:?}", row);
            prop_assert_eq!(people.low, firm_row.map_or(0, |row| row.reached.low), "{:?}", row);
            prop_assert_eq!(people.counted, firm_row.map_or(0, |row| row.reached.counted), "{:?}", row);
        }
        prop_assert!(firm.facet(Facet::Goal).iter().all(|row| row.firm.is_none()));
    }

    /// If every plan changes, no number of people reached changes, in any row.
    #[test]
    fn plans_are_never_people(document in generate::document(), plain in generate::plain_selection()) {
        let mut other_plans = document.clone();
        for record in other_plans["activities"].as_array_mut().unwrap() {
            for entry in record.get_mut("reach").and_then(Value::as_array_mut).into_iter().flatten() {
                if entry["status"] == "planned" {
                    entry["count"] = json!(1_000_000);
                    entry["bound"] = json!("at-least");
                }
            }
        }
        let selection = generate::selection(&plain);
        let people = |document: &Value| without_plans(totals_json::count(&data_set(document), &selection));
        prop_assert_eq!(people(&other_plans), people(&document));
    }
}

/// The generator produces every qualifier in every kind of total: otherwise the comparison would prove little.
#[test]
fn the_generator_produces_every_qualifier() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..150 {
        let document = generate::document().new_tree(&mut runner).unwrap().current();
        let plain = generate::plain_selection().new_tree(&mut runner).unwrap().current();
        let totals = oracle::totals(&document, &plain);
        for side in ["people", "planned"] {
            seen.insert(format!("{side} {}", totals[side]["qualifier"].as_str().unwrap()));
        }
        let rows = totals["facets"].as_object().unwrap().values().flat_map(|rows| rows.as_array().unwrap());
        seen.extend(rows.map(|row| format!("rows {}", row["people"]["qualifier"].as_str().unwrap())));
    }
    for qualifier in ["at-least", "none", "range", "about", "exact"] {
        for side in ["people", "planned", "rows"] {
            assert!(seen.contains(&format!("{side} {qualifier}")), "no {side} {qualifier} in {seen:?}");
        }
    }
}

/// The library and the oracle count the built-in data set equally, unfiltered and filtered.
#[test]
fn the_built_in_data_set_counts_like_the_oracle() {
    let document = crate::support::built_in();
    let data = data_set(&document);
    let index = Index::new(&data, &UnicodeFold);
    let count = |selection: &Selection| totals_json::from_totals(&Totals::of(&index, selection, &UnicodeFold));
    let actual = count(&Selection::default());
    let expected = oracle::totals(&document, &oracle::PlainSelection::default());
    assert_eq!(difference(&actual, &expected, ""), None);
    for (facet, rows) in expected["facets"].as_object().unwrap() {
        for row in rows.as_array().unwrap() {
            let key = row["key"].as_str().unwrap();
            let mut plain = oracle::PlainSelection::default();
            match key.parse() {
                Ok(year) if facet == "year" => plain.years.push((Some(year), Some(year))),
                _ => {
                    let facet = oracle::FACETS.into_iter().find(|known| known == facet).unwrap();
                    plain.chosen.insert(facet, [key.to_owned()].into());
                }
            }
            let actual = count(&generate::selection(&plain));
            assert_eq!(difference(&actual, &oracle::totals(&document, &plain), ""), None, "{facet}={key}");
        }
    }
}

/// The path of the first difference between two documents, with both values.
fn difference(actual: &Value, expected: &Value, path: &str) -> Option<String> {
    match (actual, expected) {
        (Value::Object(a), Value::Object(b)) if a.len() == b.len() => {
            let mut pairs = a.iter().zip(b);
            pairs.find_map(|((name, a), (other, b))| {
                if name == other {
                    difference(a, b, &format!("{path}/{name}"))
                } else {
                    Some(format!("{path}: {name}, {other}"))
                }
            })
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            let mut pairs = a.iter().zip(b).enumerate();
            pairs.find_map(|(index, (a, b))| difference(a, b, &format!("{path}/{index}")))
        }
        _ if actual == expected => None,
        _ => Some(format!("{path}: actual {actual}, expected {expected}")),
    }
}

/// The totals without the numbers of plans.
fn without_plans(mut totals: Value) -> Value {
    totals.as_object_mut().unwrap().remove("planned");
    for rows in totals["facets"].as_object_mut().unwrap().values_mut() {
        for row in rows.as_array_mut().unwrap() {
            row.as_object_mut().unwrap().remove("planned");
        }
    }
    totals
}
