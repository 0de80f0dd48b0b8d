//! Counting against a naive second implementation, over random data sets and selections.

use outreach_report::query::{Facet, Index, Selection, Totals};
use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::{Value, json};

use crate::support::fold::Tables;
use crate::support::{data_set, generate, json, oracle};

fn config(cases: u32) -> Config {
    Config { cases, failure_persistence: None, max_shrink_iters: 4096, ..Config::default() }
}

proptest! {
    #![proptest_config(config(400))]

    /// Whatever the data and the selection, the library and the oracle give the same JSON.
    #[test]
    fn the_library_counts_like_the_oracle(document in generate::document(), wish in generate::wish()) {
        let found = json::totals(&data_set(&document), &generate::selection(&wish));
        let wanted = oracle::totals(&document, &wish);
        prop_assert_eq!(difference(&found, &wanted, ""), None, "of {}", document);
    }
}

proptest! {
    #![proptest_config(config(60))]

    /// Choosing every value of a facet, the unknown among them, changes no total.
    #[test]
    fn every_value_together_is_the_whole(document in generate::document(), wish in generate::wish()) {
        let data = data_set(&document);
        let index = Index::new(&data, &Tables);
        for facet in Facet::ALL {
            let mut open = generate::selection(&wish);
            // Audiences choose entries: under one of their filters the whole is that of the chosen ones.
            open.clear(facet);
            let whole = Totals::of(&index, &open, &Tables);
            let mut all = open.clone();
            for row in whole.facet(facet) {
                all.insert(facet, row.value.clone());
            }
            let sum = Totals::of(&index, &all, &Tables);
            prop_assert_eq!(sum.activities, whole.activities, "{:?}", facet);
            prop_assert_eq!(sum.people, whole.people, "{:?}", facet);
            prop_assert_eq!(sum.planned, whole.planned, "{:?}", facet);
        }
    }

    /// A row says what the total would be if its value were the only one chosen.
    #[test]
    fn a_row_is_the_total_of_its_value(document in generate::document(), wish in generate::wish()) {
        let data = data_set(&document);
        let index = Index::new(&data, &Tables);
        let wish = generate::selection(&wish);
        let totals = Totals::of(&index, &wish, &Tables);
        for facet in Facet::ALL {
            for row in totals.facet(facet) {
                let mut only = wish.clone();
                only.clear(facet);
                only.insert(facet, row.value.clone());
                let total = Totals::of(&index, &only, &Tables);
                prop_assert_eq!(row.activities, total.activities, "{:?}", row);
                prop_assert_eq!(row.people, total.people, "{:?}", row);
                prop_assert_eq!(row.planned, total.planned, "{:?}", row);
            }
        }
    }

    /// The list has every record that the wish takes, project totals among them.
    #[test]
    fn project_totals_are_listed(document in generate::document(), wish in generate::wish()) {
        let data = data_set(&document);
        let totals = Totals::of(&Index::new(&data, &Tables), &generate::selection(&wish), &Tables);
        prop_assert_eq!(totals.records, oracle::listed(&document, &wish));
    }

    /// Of goals taken from themes too, the firm part is what the row has without the themes.
    #[test]
    fn inferred_goals_are_told_apart(document in generate::document(), wish in generate::wish()) {
        let data = data_set(&document);
        let index = Index::new(&data, &Tables);
        let of = |basis| {
            let selection = generate::selection(&oracle::Wish { basis, ..wish.clone() });
            Totals::of(&index, &selection, &Tables)
        };
        let (themes, firm) = (of("theme"), of("project"));
        for row in themes.facet(Facet::Goal).iter().filter(|row| row.value != outreach_report::query::FacetValue::Unknown) {
            let alone = firm.row(Facet::Goal, &row.value);
            let (activities, people) = row.firm.unwrap();
            prop_assert_eq!(activities, alone.map_or(0, |row| row.activities), "{:?}", row);
            prop_assert_eq!(people.low, alone.map_or(0, |row| row.people.low), "{:?}", row);
            prop_assert_eq!(people.counted, alone.map_or(0, |row| row.people.counted), "{:?}", row);
        }
        prop_assert!(firm.facet(Facet::Goal).iter().all(|row| row.firm.is_none()));
    }

    /// Changing every plan changes no number of people reached, in any row.
    #[test]
    fn plans_are_never_people(document in generate::document(), wish in generate::wish()) {
        let mut grander = document.clone();
        for record in grander["activities"].as_array_mut().unwrap() {
            for entry in record.get_mut("reach").and_then(Value::as_array_mut).into_iter().flatten() {
                if entry["status"] == "planned" {
                    entry["count"] = json!(1_000_000);
                    entry["bound"] = json!("at-least");
                }
            }
        }
        let selection = generate::selection(&wish);
        let people = |document: &Value| without_plans(json::totals(&data_set(document), &selection));
        prop_assert_eq!(people(&grander), people(&document));
    }
}

/// The generator reaches the corners that the comparison is for: otherwise it would prove little.
#[test]
fn the_generator_is_rich() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..150 {
        let document = generate::document().new_tree(&mut runner).unwrap().current();
        let wish = generate::wish().new_tree(&mut runner).unwrap().current();
        let totals = oracle::totals(&document, &wish);
        for side in ["people", "planned"] {
            seen.insert(format!("{side} {}", totals[side]["qualifier"].as_str().unwrap()));
        }
        let rows = totals["facets"].as_object().unwrap().values().flat_map(|rows| rows.as_array().unwrap());
        seen.extend(rows.map(|row| format!("rows {}", row["people"]["qualifier"].as_str().unwrap())));
    }
    for qualifier in ["at-least", "none", "range", "about", "exact"] {
        for side in ["people", "planned", "rows"] {
            assert!(seen.contains(&format!("{side} {qualifier}")), "no {side} {qualifier} among {seen:?}");
        }
    }
}

/// The embedded data set, whole and filtered, is counted like the oracle counts it.
#[test]
fn the_embedded_data_set_counts_like_the_oracle() {
    let document = crate::support::embedded();
    let data = data_set(&document);
    let index = Index::new(&data, &Tables);
    let count = |selection: &Selection| json::of(&Totals::of(&index, selection, &Tables));
    let found = count(&Selection::default());
    let wanted = oracle::totals(&document, &oracle::Wish::default());
    assert_eq!(difference(&found, &wanted, ""), None);
    for (facet, rows) in wanted["facets"].as_object().unwrap() {
        for row in rows.as_array().unwrap() {
            let key = row["key"].as_str().unwrap();
            let mut wish = oracle::Wish::default();
            match key.parse() {
                Ok(year) if facet == "year" => wish.years.push((Some(year), Some(year))),
                _ => {
                    let facet = oracle::FACETS.into_iter().find(|known| known == facet).unwrap();
                    wish.chosen.insert(facet, [key.to_owned()].into());
                }
            }
            let found = count(&generate::selection(&wish));
            assert_eq!(difference(&found, &oracle::totals(&document, &wish), ""), None, "{facet}={key}");
        }
    }
}

/// The first place where two documents differ, with both sides.
fn difference(found: &Value, wanted: &Value, path: &str) -> Option<String> {
    match (found, wanted) {
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
            pairs.find_map(|(at, (a, b))| difference(a, b, &format!("{path}/{at}")))
        }
        _ if found == wanted => None,
        _ => Some(format!("{path}: found {found}, wanted {wanted}")),
    }
}

/// The totals without everything that speaks of plans.
fn without_plans(mut totals: Value) -> Value {
    totals.as_object_mut().unwrap().remove("planned");
    for rows in totals["facets"].as_object_mut().unwrap().values_mut() {
        for row in rows.as_array_mut().unwrap() {
            row.as_object_mut().unwrap().remove("planned");
        }
    }
    totals
}
