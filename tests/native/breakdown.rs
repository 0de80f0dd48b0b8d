//! What a total is made of: over random data sets and selections its records, groups and words are those that the oracle
//! of `support` counts, and none of them is lost.

use std::collections::BTreeSet;

use outreach_report::query::{Side, WomenAndMen, WomenAndMenTotal, activity_amount};
use outreach_report::view::{self, GroupKind, RecordGroup, TotalKind, ViewContext};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::generate;
use crate::support::oracle;
use crate::support::shown::{Shown, report};
use crate::support::spoken::{activities, highest, words};

/// The sums of the lower and upper ends of the records of some groups.
fn sum_note(context: &ViewContext, groups: &[RecordGroup], side: Side, kinds: &[GroupKind]) -> (u64, u64) {
    let records = groups.iter().filter(|group| kinds.contains(&group.kind)).flat_map(|group| &group.records);
    records.fold((0, 0), |(low, high), row| {
        let amount = activity_amount(&context.data.activities[*row], context.selection, side);
        (low + amount.low, high + amount.high)
    })
}

fn check(context: &ViewContext, truth: &Value, listed: &[usize]) -> Result<(), TestCaseError> {
    for (total, side, key) in
        [(TotalKind::People, Side::Reached, "people"), (TotalKind::Planned, Side::Planned, "planned")]
    {
        let made_of = view::breakdown(context, total);
        let tally = &truth[key];
        let (low, _) = sum_note(context, &made_of.groups, side, &[GroupKind::Counted(side)]);
        prop_assert_eq!(Some(low), tally["low"].as_u64(), "{:?}: what is counted adds up to the lower figure", total);
        if let Some(wanted) = tally["high"].as_u64() {
            let (_, high) =
                sum_note(context, &made_of.groups, side, &[GroupKind::Counted(side), GroupKind::Overlap(side)]);
            prop_assert_eq!(high, wanted, "{:?}: with those that overlap, to the upper one", total);
        }
        let counted: usize = made_of
            .groups
            .iter()
            .filter(|group| matches!(group.kind, GroupKind::Counted(_) | GroupKind::Overlap(_)))
            .map(|group| group.records.len())
            .sum();
        prop_assert_eq!(counted as u64, tally["counted"].as_u64().unwrap(), "{:?}: activities with a number", total);
        let said = words(tally);
        let number = tally["qualifier"] != "none" && said != "given in words";
        let noun = if highest(tally) == 1 { "person" } else { "people" };
        let found = made_of.title.to_lowercase();
        prop_assert!(!number || found.starts_with(&format!("{said} {noun}")), "{}", found);
    }
    // Every record of the view has its place, and none that is not of the view.
    for total in [TotalKind::People, TotalKind::Activities, TotalKind::Countries, TotalKind::Goals] {
        let groups = view::groups(context, total);
        let placed: BTreeSet<usize> = groups.iter().flat_map(|group| group.records.iter().copied()).collect();
        prop_assert_eq!(placed.into_iter().collect::<Vec<_>>(), listed, "{:?}", total);
    }
    let n = truth["activities"].as_u64().unwrap() as usize;
    prop_assert_eq!(view::breakdown(context, TotalKind::Activities).title, activities(n));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_total_is_made_of_what_the_oracle_counts(document in generate::document(), wish in generate::wish()) {
        let shown = Shown::new(&document, generate::selection(&wish));
        check(&shown.view_context(), &oracle::totals(&document, &wish), &oracle::listed(&document, &wish))?;
    }

    /// The lines of countries and goals are counted over the view itself, also where it is filtered by the very facet:
    /// each says what the oracle says of the view narrowed to that value alone.
    #[test]
    fn a_value_has_the_numbers_of_the_view(document in generate::document(), wish in generate::wish()) {
        let shown = Shown::new(&document, generate::selection(&wish));
        let facets = [(TotalKind::Countries, "country"), (TotalKind::Goals, "sdg")];
        for (total, facet) in facets.into_iter().filter(|(_, facet)| !wish.filters(facet)) {
            for line in view::breakdown(&shown.view_context(), total).values {
                let mut narrowed = wish.clone();
                narrowed.chosen.insert(facet, [line.value.key().into_owned()].into());
                let truth = oracle::totals(&document, &narrowed);
                let n = truth["activities"].as_u64().unwrap() as usize;
                let wanted = format!("{} · {} reached", activities(n), words(&truth["people"]));
                prop_assert_eq!(line.numbers, wanted);
            }
        }
    }
}

/// Each record says the counts that its group is about, and no others.
#[test]
fn a_record_says_what_its_group_is_about() {
    let document = report(json!([{ "id": "a", "title": "Mixed", "countries": ["BT"], "reach": [
        { "status": "reached", "count": 30, "bound": "at-least", "audience": "students" },
        { "status": "planned", "count": 500, "audience": "officials" },
        { "status": "reached", "count": 9000, "mode": "online-media" },
        { "count": 7 },
    ] }]));
    let shown = Shown::link(&document, "");
    let context = shown.view_context();
    let said: Vec<(GroupKind, Vec<String>)> = view::groups(&context, TotalKind::People)
        .iter()
        .map(|group| (group.kind, view::items(&context, group, 10).remove(0).lines))
        .collect();
    let wanted = [
        (GroupKind::Counted(Side::Reached), vec!["at least 30 students".to_owned()]),
        (GroupKind::Planned, vec!["500 officials".to_owned()]),
        (GroupKind::Online, vec!["9,000 audience not stated".to_owned()]),
        (GroupKind::NoStatus, vec!["7 audience not stated".to_owned()]),
    ];
    assert_eq!(said, wanted);
    assert_eq!(view::breakdown(&context, TotalKind::People).filter, "Nothing is filtered.");
}

/// Of those that overlap only the largest is counted; the others are named.
#[test]
fn overlaps_are_named() {
    let record = |id: &str, count: u64| json!({ "id": id, "title": id, "overlap": "same", "reach": [{ "status": "reached", "count": count }] });
    let shown = Shown::link(&report(json!([record("small", 10), record("large", 90), record("equal", 90)])), "");
    let groups = view::groups(&shown.view_context(), TotalKind::People);
    let records: Vec<_> = groups.iter().map(|group| (group.kind, group.records.clone())).collect();
    assert_eq!(
        records,
        [(GroupKind::Counted(Side::Reached), vec![1]), (GroupKind::Overlap(Side::Reached), vec![0, 2])]
    );
}

/// Few people of one sex are never told with a place, nor is the other part, from which they could be worked out.
#[test]
fn few_of_one_sex_are_withheld_with_a_place() {
    let entry = |women: u64, men: u64| json!({ "status": "reached", "count": women + men, "women": women, "men": men });
    let shown = Shown::link(
        &report(json!([
            { "id": "few", "title": "Few", "countries": ["BT"], "reach": [entry(9, 31)] },
            { "id": "ten", "title": "Ten", "countries": ["BT"], "reach": [entry(10, 0)] },
            { "id": "nowhere", "title": "Nowhere", "reach": [entry(9, 31)] },
        ])),
        "",
    );
    let parts: Vec<WomenAndMen> = shown
        .data
        .activities
        .iter()
        .map(|activity| WomenAndMen::of(&activity.reach[0], activity, &shown.selection))
        .collect();
    let given = |women, men| WomenAndMen::Given { women: Some(women), men: Some(men) };
    assert_eq!(parts, [WomenAndMen::Withheld, given(10, 0), given(9, 31)]);
    let coverage = WomenAndMenTotal::of(&shown.data, &shown.selection, &shown.totals);
    assert_eq!(coverage, WomenAndMenTotal { counts: 3, given: 3, women: 28, men: 62 });
    let made_of = view::breakdown(&shown.view_context(), TotalKind::People);
    assert_eq!(made_of.women_and_men.as_deref(), Some("Women and men: given for 3 of 3 counts: 28 women, 62 men."));
    let lines: String = made_of
        .groups
        .iter()
        .flat_map(|group| view::items(&shown.view_context(), group, 10))
        .flat_map(|item| item.lines)
        .collect();
    assert!(
        lines.contains("too few to be given with a place") && lines.matches("women 9, men 31").count() == 1,
        "{lines}"
    );
}
