//! Data sets that are handed over as columns: they count like the same records, and a row with a weight like as many
//! records.

use outreach_report::model::{Activity, Basis, Bound, DataSet};
use outreach_report::query::{
    Amount, Columns, EntryAmount, Facet, FacetColumn, FacetValue, Flags, Index, SetDictionary, Side, Totals,
};
use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::Value;

use crate::support::oracle::PlainSelection;
use crate::support::unicode_fold::UnicodeFold;
use crate::support::{data_set, generate, totals_json};

fn values(data: &DataSet, record: &Activity, facet: Facet, basis: Basis) -> Vec<FacetValue> {
    match facet {
        Facet::Country => record.countries.iter().map(|country| (*country).into()).collect(),
        Facet::Year => {
            let years = record.date.as_ref().and_then(|date| date.years());
            years.into_iter().flatten().map(FacetValue::Number).collect()
        }
        Facet::Goal => record.goals(data).filter(|(_, known)| *known <= basis).map(|(goal, _)| goal.into()).collect(),
        Facet::Kind => record.kind.iter().map(FacetValue::from).collect(),
        Facet::Theme => record.themes.iter().map(FacetValue::from).collect(),
        Facet::Audience => record.reach.iter().map(FacetValue::audience_of).collect(),
        Facet::Organisation => record.organisation.iter().map(FacetValue::from).collect(),
        Facet::Donor => record.all_donors(data).map(FacetValue::from).collect(),
        Facet::Project => record.project.iter().map(FacetValue::from).collect(),
    }
}

/// A column whose values are in the order in which they come, and whose sets are not all different.
fn column(rows: &[Vec<FacetValue>]) -> FacetColumn {
    let mut known: Vec<FacetValue> = Vec::new();
    let (mut starts, mut sets) = (vec![0], Vec::new());
    for row in rows {
        for value in row {
            let position = known.iter().position(|other| other == value).unwrap_or_else(|| {
                known.push(value.clone());
                known.len() - 1
            });
            sets.push(position as u32);
        }
        starts.push(sets.len() as u32);
    }
    let codes = (0..rows.len() as u32).collect();
    FacetColumn { values: known, sets: SetDictionary::of(starts, sets), codes }
}

/// The records of a data set as columns, without project totals.
fn columns(data: &DataSet, weights: Vec<u32>) -> Columns {
    let records: Vec<&Activity> = data.activities.iter().filter(|record| !record.is_project_total()).collect();
    let mut columns = Columns::new(records.len());
    let mut audiences = Vec::new();
    for facet in Facet::ALL {
        let of_basis = |basis| records.iter().map(|record| values(data, record, facet, basis)).collect::<Vec<_>>();
        let given = column(&of_basis(Basis::Declared));
        if facet == Facet::Audience {
            audiences.clone_from(&given.values);
        }
        assert!(columns.add(facet, None, given));
        for basis in [Basis::Stated, Basis::Inferred] {
            if facet == Facet::Goal {
                assert!(columns.add(facet, Some(basis), column(&of_basis(basis))));
            }
        }
    }
    let mut overlaps: Vec<&str> = Vec::new();
    for (row, record) in records.iter().enumerate() {
        columns.overlaps.push(record.overlap.as_deref().map_or(0, |overlap| {
            overlaps.iter().position(|known| *known == overlap).unwrap_or_else(|| {
                overlaps.push(overlap);
                overlaps.len() - 1
            }) as u32
                + 1
        }));
        let mut entries: Vec<EntryAmount> = Vec::new();
        for entry in &record.reach {
            let Some((side, amount)) = Amount::of(entry) else { continue };
            let audience = audiences.iter().position(|known| *known == FacetValue::audience_of(entry)).unwrap() as u32;
            match entries.iter_mut().find(|known| known.audience == audience && known.side == side) {
                Some(known) => known.amount.add(&amount),
                None => entries.push(EntryAmount { audience, side, amount }),
            }
        }
        let bound = record.reach.first().and_then(|entry| entry.bound.clone());
        let (mut value, mut flags) = (0, 0);
        match (entries.as_slice(), &record.reach.as_slice()) {
            ([EntryAmount { side: Side::Reached, amount, .. }], [_]) if amount.high < 1000 && amount.counted => {
                value = amount.high as u32;
                flags = Flags::COUNTED;
                flags |= if amount.open { Flags::OPEN } else { 0 } | if amount.about { Flags::ABOUT } else { 0 };
                flags |= if bound == Some(Bound::AtMost) { Flags::UPPER } else { 0 };
            }
            _ => columns.entries.extend(entries.into_iter().map(|entry| (row as u32, entry))),
        }
        columns.amounts.values.push(value);
        columns.amounts.flags.push(flags);
    }
    columns.amounts.weights = weights;
    columns
}

fn compare(index: &Index, records: &Index, plain: &PlainSelection) -> Result<(), TestCaseError> {
    let selection = generate::selection(plain);
    let of_columns = Totals::of(index, &selection, &UnicodeFold);
    let of_records = Totals::of(records, &selection, &UnicodeFold);
    prop_assert_eq!(totals_json::from_totals(&of_columns), totals_json::from_totals(&of_records));
    prop_assert_eq!(&of_columns.cells, &of_records.cells);
    prop_assert_eq!(of_columns.matrix_total, of_records.matrix_total);
    for facet in Facet::ALL {
        prop_assert_eq!(of_columns.facet_total(facet), of_records.facet_total(facet), "{:?}", facet);
        prop_assert_eq!(of_columns.present(facet), of_records.present(facet), "{:?}", facet);
        prop_assert_eq!(of_columns.facet(facet), of_records.facet(facet), "{:?}", facet);
    }
    Ok(())
}

proptest! {
    #![proptest_config(Config { cases: 100, failure_persistence: None, max_shrink_iters: 512, ..Config::default() })]

    /// Columns count like the records that they are made of.
    #[test]
    fn columns_count_like_records(document in generate::document(), plain in generate::plain_selection()) {
        let mut document = document;
        // Columns have no project totals, whose years are years of the data too.
        for record in document["activities"].as_array_mut().unwrap() {
            record["scope"] = Value::from("activity");
        }
        let data = data_set(&document);
        let index = Index::of_columns(columns(&data, Vec::new())).unwrap();
        let plain = PlainSelection { search: String::new(), ..plain };
        compare(&index, &Index::new(&data, &UnicodeFold), &plain)?;
    }

    /// A row of weight 3 counts like three equal records.
    #[test]
    fn a_weight_is_as_many_records(document in generate::document(), plain in generate::plain_selection()) {
        let mut document = document;
        let mut repeated = Vec::new();
        let mut weights = Vec::new();
        // Equal records of an overlap would count once.
        let records: Vec<Value> = document["activities"].as_array().unwrap().clone();
        document["activities"] = Value::from(Vec::<Value>::new());
        for (row, mut record) in records.into_iter().enumerate() {
            record["overlap"] = Value::Null;
            record["scope"] = Value::from("activity");
            record["title"] = Value::from("A title");
            let weight = 1 + row % 3;
            weights.push(weight as u32);
            for copy in 0..weight {
                record["id"] = Value::from(format!("r{row}-{copy}"));
                repeated.push(record.clone());
                if copy == 0 {
                    document["activities"].as_array_mut().unwrap().push(record.clone());
                }
            }
        }
        let index = Index::of_columns(columns(&data_set(&document), weights)).unwrap();
        document["activities"] = Value::from(repeated);
        let plain = PlainSelection { search: String::new(), ..plain };
        compare(&index, &Index::new(&data_set(&document), &UnicodeFold), &plain)?;
    }
}

/// Columns that do not fit together are refused.
#[test]
fn what_does_not_fit_is_refused() {
    let codes = |codes: &[u32]| FacetColumn {
        values: vec![FacetValue::Code("BD".into())],
        sets: SetDictionary::default(),
        codes: codes.to_vec(),
    };
    assert!(Columns::new(2).add(Facet::Country, None, codes(&[0, 0])));
    assert!(!Columns::new(2).add(Facet::Country, None, codes(&[0])));
    assert!(!Columns::new(2).add(Facet::Country, None, codes(&[0, 1])));

    let refused = |change: &dyn Fn(&mut Columns)| {
        let mut columns = Columns::new(2);
        (columns.amounts.values, columns.amounts.flags) = (vec![1, 2], vec![Flags::COUNTED; 2]);
        change(&mut columns);
        Index::of_columns(columns).is_none()
    };
    assert!(!refused(&|_| {}));
    assert!(refused(&|columns| columns.amounts.flags.truncate(1)));
    assert!(refused(&|columns| columns.amounts.weights = vec![1, 0]));
    assert!(refused(&|columns| columns.amounts.weights = vec![u32::MAX, 1]));
    assert!(refused(&|columns| columns.amounts.weights = vec![1]));
    assert!(refused(&|columns| columns.overlaps = vec![0, 3]));
    let amount = Amount { low: 1, high: 1, counted: true, ..Amount::default() };
    let entry = EntryAmount { audience: 0, side: Side::Planned, amount };
    assert!(refused(&|columns| columns.entries = vec![(2, entry)]));
    assert!(refused(&|columns| columns.entries = vec![(1, entry)]), "there is no audience");
}
