//! The breakdown of a total: over random data sets and selections its sections and texts agree with the oracle of
//! `support`, and every record is in a section.

use std::collections::BTreeSet;

use outreach_report::query::{Side, WomenAndMen, WomenAndMenTotal, activity_amount};
use outreach_report::view::{self, RecordSection, SectionKind, TotalKind, ViewContext};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::english;
use crate::support::generate;
use crate::support::oracle;
use crate::support::tally_texts::{activities_in_words, highest, in_words};
use crate::support::view_fixture::{ViewFixture, report};

/// The sums of the lower and of the upper ends of the records in sections of some kinds.
fn sum_of_sections(context: &ViewContext, sections: &[RecordSection], side: Side, kinds: &[SectionKind]) -> (u64, u64) {
    let records = sections.iter().filter(|section| kinds.contains(&section.kind)).flat_map(|section| &section.rows);
    records.fold((0, 0), |(low, high), row| {
        let amount = activity_amount(&context.data.activities[*row], context.selection, side);
        (low + amount.low, high + amount.high)
    })
}

fn check(context: &ViewContext, totals: &Value, listed: &[usize]) -> Result<(), TestCaseError> {
    for (total, side, key) in
        [(TotalKind::People, Side::Reached, "people"), (TotalKind::Planned, Side::Planned, "planned")]
    {
        let breakdown = view::breakdown(context, total);
        let tally = &totals[key];
        let (low, _) = sum_of_sections(context, &breakdown.sections, side, &[SectionKind::Counted(side)]);
        prop_assert_eq!(Some(low), tally["low"].as_u64(), "{:?}: counted records add up to the lower end", total);
        if let Some(expected) = tally["high"].as_u64() {
            let (_, high) = sum_of_sections(
                context,
                &breakdown.sections,
                side,
                &[SectionKind::Counted(side), SectionKind::Overlap(side)],
            );
            prop_assert_eq!(high, expected, "{:?}: with overlapping records, to the upper end", total);
        }
        let counted: usize = breakdown
            .sections
            .iter()
            .filter(|section| matches!(section.kind, SectionKind::Counted(_) | SectionKind::Overlap(_)))
            .map(|section| section.rows.len())
            .sum();
        prop_assert_eq!(counted as u64, tally["counted"].as_u64().unwrap(), "{:?}: activities with a number", total);
        let tally_text = in_words(tally);
        let has_number = tally["qualifier"] != "none" && tally_text != "given in words";
        let noun = if highest(tally) == 1 { "person" } else { "people" };
        let title = breakdown.title.to_lowercase();
        prop_assert!(!has_number || title.starts_with(&format!("{tally_text} {noun}")), "{}", title);
    }
    // The sections have exactly the records of the view.
    for total in [TotalKind::People, TotalKind::Activities, TotalKind::Countries, TotalKind::Goals] {
        let sections = view::sections(context, total);
        let grouped: BTreeSet<usize> = sections.iter().flat_map(|section| section.rows.iter().copied()).collect();
        prop_assert_eq!(grouped.into_iter().collect::<Vec<_>>(), listed, "{:?}", total);
    }
    let n = totals["activities"].as_u64().unwrap() as usize;
    prop_assert_eq!(view::breakdown(context, TotalKind::Activities).title, activities_in_words(n));
    check_groups(context)
}

/// The lists of groups by kind stand over the sections of records, so each number is that of a section: what is counted,
/// and what is left out for each reason.
fn check_groups(context: &ViewContext) -> Result<(), TestCaseError> {
    let (mut counted, mut left_out) = (0, Vec::new());
    for section in view::sections(context, TotalKind::People) {
        let items = view::items(context, &section, usize::MAX);
        let groups: usize = items.iter().map(|item| item.lines.len()).sum();
        match section.kind {
            SectionKind::Counted(_) => counted = groups,
            SectionKind::ProjectTotal => continue,
            // Records without any group are in this section too.
            SectionKind::NoNumber(_) if groups == 0 => continue,
            _ => left_out.push(groups as u64),
        }
        let noun = if groups == 1 { "group" } else { "groups" };
        let words =
            format!("· {} {noun} in {}", english::number(groups as u64), activities_in_words(section.rows.len()));
        let has_groups = !matches!(section.kind, SectionKind::NoNumber(_));
        prop_assert!(!has_groups || section.title.ends_with(&words), "{} is not {}", section.title, words);
    }
    let lists = view::counting_note(context).lists;
    let list = |word: &str| lists.iter().find(|list| list.title.starts_with(word));
    let lines = |word| {
        list(word).map_or(vec![], |list| list.lines.iter().filter_map(|line| english::leading_number(line)).collect())
    };
    prop_assert_eq!(lines("Counted").iter().sum::<u64>(), counted as u64);
    let mut said = lines("Left out");
    said.sort();
    left_out.sort();
    prop_assert_eq!(said, left_out);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_breakdown_has_what_the_oracle_counts(document in generate::document(), plain in generate::plain_selection()) {
        let shown = ViewFixture::new(&document, generate::selection(&plain));
        check(&shown.view_context(), &oracle::totals(&document, &plain), &oracle::listed(&document, &plain))?;
    }

    /// The lines of countries and goals have the numbers of the view: each has what the oracle counts for the view
    /// narrowed to this value alone.
    #[test]
    fn a_value_has_the_numbers_of_the_view(document in generate::document(), plain in generate::plain_selection()) {
        let shown = ViewFixture::new(&document, generate::selection(&plain));
        let facets = [(TotalKind::Countries, "country"), (TotalKind::Goals, "sdg")];
        for (total, facet) in facets.into_iter().filter(|(_, facet)| !plain.filters(facet)) {
            for value_line in view::breakdown(&shown.view_context(), total).values {
                let mut narrowed = plain.clone();
                narrowed.chosen.insert(facet, [value_line.value.key().into_owned()].into());
                let totals = oracle::totals(&document, &narrowed);
                let n = totals["activities"].as_u64().unwrap() as usize;
                let expected = format!("{} · {} reached", activities_in_words(n), in_words(&totals["people"]));
                prop_assert_eq!(value_line.numbers, expected);
            }
        }
    }
}

/// A record in a section lists the counts that its section is about, and no others.
#[test]
fn a_record_lists_the_counts_of_its_section() {
    let document = report(json!([{ "id": "a", "title": "Mixed", "countries": ["BT"], "reach": [
        { "status": "reached", "count": 30, "bound": "at-least", "audience": "students" },
        { "status": "planned", "count": 500, "audience": "officials" },
        { "status": "reached", "count": 9000, "mode": "online-media" },
        { "count": 7 },
    ] }]));
    let shown = ViewFixture::from_link(&document, "");
    let context = shown.view_context();
    let lines: Vec<(SectionKind, Vec<String>)> = view::sections(&context, TotalKind::People)
        .iter()
        .map(|section| (section.kind, view::items(&context, section, 10).remove(0).lines))
        .collect();
    let expected = [
        (SectionKind::Counted(Side::Reached), vec!["at least 30 students".to_owned()]),
        (SectionKind::Planned, vec!["500 officials".to_owned()]),
        (SectionKind::Online, vec!["9,000 audience not stated".to_owned()]),
        (SectionKind::NoStatus, vec!["7 audience not stated".to_owned()]),
    ];
    assert_eq!(lines, expected);
    assert_eq!(view::breakdown(&context, TotalKind::People).filter, "Nothing is filtered.");
}

/// Of records that overlap only the largest is counted; the others are listed in a section of their own.
#[test]
fn overlaps_are_listed() {
    let record = |id: &str, count: u64| json!({ "id": id, "title": id, "overlap": "same", "reach": [{ "status": "reached", "count": count }] });
    let shown =
        ViewFixture::from_link(&report(json!([record("small", 10), record("large", 90), record("equal", 90)])), "");
    let sections = view::sections(&shown.view_context(), TotalKind::People);
    let records: Vec<_> = sections.iter().map(|section| (section.kind, section.rows.clone())).collect();
    assert_eq!(
        records,
        [(SectionKind::Counted(Side::Reached), vec![1]), (SectionKind::Overlap(Side::Reached), vec![0, 2])]
    );
}

/// A small number of one sex is withheld if the record names a place. The number of the other sex is withheld too,
/// because the small one could be calculated from it.
#[test]
fn few_of_one_sex_are_withheld_in_records_with_a_place() {
    let entry = |women: u64, men: u64| json!({ "status": "reached", "count": women + men, "women": women, "men": men });
    let shown = ViewFixture::from_link(
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
    let total = WomenAndMenTotal::of(&shown.data, &shown.selection, &shown.totals);
    assert_eq!(total, WomenAndMenTotal { counts: 3, given: 3, women: 28, men: 62 });
    let breakdown = view::breakdown(&shown.view_context(), TotalKind::People);
    assert_eq!(
        breakdown.women_and_men.as_deref(),
        Some("Women and men: given for 3 of the 3 groups with a number: 28 women, 62 men.")
    );
    let lines: String = breakdown
        .sections
        .iter()
        .flat_map(|section| view::items(&shown.view_context(), section, 10))
        .flat_map(|item| item.lines)
        .collect();
    assert!(
        lines.contains("too few to be given with a place") && lines.matches("women 9, men 31").count() == 1,
        "{lines}"
    );
}
