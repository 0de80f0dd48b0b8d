//! The texts around charts in known views: why marks add up to more than the total, how many activities a chart rests
//! on, what its legend explains, and the years of a matrix that is too wide to show every year.

use outreach_report::query::{FacetValue, Measure, SelectionAction, Totals};
use outreach_report::view::{self, ChartBlock, EmbedOptions, FacetChart, MarkStyle};
use serde_json::{Value, json};

use crate::support::view_fixture::{ViewFixture, report};

/// A chart of one facet.
fn chart(shown: &ViewFixture, block: ChartBlock) -> FacetChart {
    match block {
        ChartBlock::Year => view::year_chart(&shown.view_context()).facet_chart,
        ChartBlock::Goal => view::goal_chart(&shown.view_context()).facet_chart,
        block => view::bar_chart(&shown.view_context(), block).unwrap(),
    }
}

fn built_in(link: &str) -> ViewFixture {
    ViewFixture::from_link(&crate::support::built_in(), link)
}

/// The notes of the built-in data set. A separate script counted their numbers.
#[test]
fn bars_add_up_to_more() {
    let note = |link: &str, block| chart(&built_in(link), block).note;
    for (block, expected) in [
        (ChartBlock::Year, "Together 158: 1 activity counts in several. Each counted once: 157."),
        (ChartBlock::Country, "Together 186: 15 activities count in several. Each counted once: 157."),
        (ChartBlock::Goal, "Together 178: 9 activities count in several. Each counted once: 157."),
        (ChartBlock::Audience, "Together 167: 8 activities count in several. Each counted once: 157."),
        (ChartBlock::Donor, "Together 164: 7 activities count in several. Each counted once: 157."),
    ] {
        assert_eq!(note("measure=activities", block).as_deref(), Some(expected), "{block:?}");
    }
    assert_eq!(note("measure=activities", ChartBlock::Kind), None, "an activity has one kind");
    let goals = "Together 59: 3 activities count in several. Each counted once: 49.";
    assert_eq!(
        note("country=BD&measure=activities", ChartBlock::Goal).as_deref(),
        Some(goals),
        "with the numbers of the selection"
    );

    let people = "Together at least 22,781: 9 activities count in several. Each counted once: at least 13,351.";
    assert_eq!(note("", ChartBlock::Goal).as_deref(), Some(people));
    // Each person counts in one audience and one kind: the difference comes from overlaps alone.
    let overlap = |sum: &str| {
        format!(
            "Together at least {sum}. In the total, activities that probably reached the same people count once: at least \
             13,351."
        )
    };
    assert_eq!(note("", ChartBlock::Audience), Some(overlap("13,485")));
    assert_eq!(note("", ChartBlock::Kind), Some(overlap("13,456")));
}

/// The subtitle says that a chart ignores its own filter. Otherwise it is there only if no headline says as much.
#[test]
fn what_a_chart_rests_on() {
    let subtitle = |link: &str, block| chart(&built_in(link), block).subtitle;
    let whole = "Rests on 157 activities; 86 give a number.";
    let past = |facet: &str| format!("Not filtered by {facet}, so that you can compare. ");
    assert_eq!(subtitle("", ChartBlock::Country), "");
    assert_eq!(subtitle("country=BT", ChartBlock::Country), past("country") + whole);
    assert_eq!(subtitle("country=BT", ChartBlock::Year), "");
    let rests_on = |link: &str, block| view::rests_on(&built_in(link).view_context(), block);
    assert_eq!(rests_on("country=BT", ChartBlock::Year), "Rests on 25 activities; 18 give a number.");
    assert_eq!(rests_on("country=BT&year=2022&measure=activities", ChartBlock::Kind), "Rests on 11 activities.");
    assert_eq!(rests_on("kind=treaty-action", ChartBlock::Donor), "Rests on 1 activity; 0 gives a number.");
    let matrix = |link: &str| view::matrix(&built_in(link).view_context()).subtitle;
    assert_eq!(matrix("country=BT&year=2022"), past("country and year") + whole);
    assert_eq!(matrix("kind=treaty-action&measure=activities"), "");
    let mut alone = built_in("country=BT");
    alone.options = EmbedOptions::parse("year country", "", "");
    let years = view::year_chart(&alone.view_context()).facet_chart;
    assert_eq!(years.subtitle, "Rests on 25 activities; 18 give a number.");
    assert_eq!(years.heading, "People reached, as reported, by year", "nothing else says the measure");
}

/// Records with one reach entry each, in the given countries.
fn document_of(entries: &[(&str, u64, &str, &str)]) -> Value {
    let record = |(index, (country, count, bound, status)): (usize, &(&str, u64, &str, &str))| {
        json!({
            "id": format!("r{index}"), "title": "T", "countries": [country], "date": "2020",
            "reach": [{ "count": count, "bound": bound, "status": status }],
        })
    };
    report(entries.iter().enumerate().map(record).collect::<Vec<_>>().into())
}

/// The rows that a chart does not show have one number together: that of a selection of all their values.
#[test]
fn what_is_not_shown_is_counted_once() {
    for link in ["", "year=2019..&measure=activities", "basis=theme&q=training", "country=BT~LK"] {
        for (block, first_rows) in [
            (ChartBlock::Country, 5),
            (ChartBlock::Goal, 5),
            (ChartBlock::Kind, 2),
            (ChartBlock::Audience, 3),
            (ChartBlock::Donor, 8),
        ] {
            let shown = built_in(link);
            let context = shown.view_context();
            let chart = chart(&shown, block);
            let hidden = chart.mark_texts.iter().skip(first_rows).filter(|row| !row.stays());
            let values: Vec<FacetValue> = hidden.map(|row| row.value.clone()).collect();
            let others = view::other_rows(&context, &chart, first_rows);
            if values.len() < 2 {
                assert_eq!(others, None);
                continue;
            }
            let others = others.unwrap();
            let facet = block.facet().unwrap();
            let mut selection = SelectionAction::Clear(facet).apply(context.selection);
            for value in &values {
                selection.insert(facet, value.clone());
            }
            let totals = Totals::of(context.index, &selection, context.locale.formats());
            let number = match selection.measure {
                Measure::People => context.locale.tally_short(&totals.reached),
                Measure::Activities => context.locale.number(totals.activities as u64),
            };
            assert_eq!(others.short_number, number, "{block:?} {link}");
            assert_eq!(others.label, format!("Others ({}), each activity once", values.len()));
        }
    }
}

/// The legend of a shortened chart explains only the mark styles that are left.
#[test]
fn a_shortened_chart_explains_the_styles_that_are_left() {
    let document = document_of(&[
        ("BD", 90, "exact", "reached"),
        ("BT", 50, "at-least", "reached"),
        ("NP", 10, "about", "reached"),
    ]);
    let styles = |chart: &FacetChart| chart.legend.iter().map(|(style, _)| style.code()).collect::<Vec<_>>();
    let mut shortened = chart(&ViewFixture::from_link(&document, ""), ChartBlock::Country);
    assert_eq!(styles(&shortened), ["at-least", "about"]);
    // The other rows may stay, for paper.
    shortened.shorten(2, false);
    assert_eq!((shortened.mark_texts.len(), styles(&shortened)), (4, vec!["at-least"]));
    shortened.shorten(2, true);
    let rows: Vec<&str> = shortened.mark_texts.iter().map(|row| row.label.as_str()).collect();
    assert_eq!((rows, styles(&shortened)), (vec!["Bangladesh", "Bhutan", "No country stated"], vec!["at-least"]));
    assert_eq!(shortened.chart.marks.len(), 3);
    shortened.shorten(1, true);
    assert_eq!(styles(&shortened), [""; 0]);
    // A chosen row is never removed.
    let mut chosen = chart(&ViewFixture::from_link(&document, "country=NP"), ChartBlock::Country);
    chosen.shorten(1, true);
    assert_eq!((chosen.mark_texts.len(), styles(&chosen)), (3, vec!["about", "outside"]));
}

/// The legend does not distinguish the mark styles of plans from those of people reached, and explains nothing if
/// activities are counted.
#[test]
fn legends_of_known_views() {
    let meanings = |document: &Value, link: &str| {
        let chart = chart(&ViewFixture::from_link(document, link), ChartBlock::Country);
        chart.legend.into_iter().map(|(_, meaning)| meaning).collect::<Vec<_>>().join(" · ")
    };
    let all = document_of(&[
        ("BD", 90, "at-least", "reached"),
        ("BT", 50, "about", "reached"),
        ("NP", 10, "at-most", "reached"),
        ("IN", 10, "exact", "planned"),
    ]);
    assert_eq!(meanings(&all, ""), "≥ at least · ~ about · low–high · planned, not added");
    assert_eq!(meanings(&all, "measure=activities"), "");
    assert_eq!(meanings(&document_of(&[("BD", 5, "at-least", "planned")]), ""), "≥ at least · planned, not added");
    assert_eq!(meanings(&report(json!([{ "id": "a", "title": "A" }])), "measure=activities"), "not stated");
    assert_eq!(meanings(&report(json!([{ "id": "a", "title": "A" }])), ""), "", "no grey mark is visible");
    assert_eq!(
        meanings(&all, "country=NP"),
        "≥ at least · ~ about · low–high · planned, not added · outside the filter"
    );
}

/// Signs that stand in the place of a number are explained where they are, and so is what differs from the axis.
#[test]
fn legends_of_years_and_of_the_matrix() {
    let mut document = document_of(&[
        ("BD", 900, "at-least", "reached"),
        ("BT", 50, "about", "reached"),
        ("NP", 10, "exact", "planned"),
    ]);
    for (index, year) in ["2020", "2021", "2022"].into_iter().enumerate() {
        document["activities"][index]["date"] = year.into();
    }
    let words = |legend: Vec<(MarkStyle, String)>| {
        legend.into_iter().map(|(_, meaning)| meaning).collect::<Vec<_>>().join(" · ")
    };
    let year = |link: &str| {
        words(view::year_chart(&ViewFixture::from_link(&document, link).view_context()).facet_chart.legend)
    };
    let matrix = |link: &str| words(view::matrix(&ViewFixture::from_link(&document, link).view_context()).legend);
    let common = "≥ at least · ~ about · planned, not added";
    assert_eq!(year(""), format!("{common} · beyond the axis · – no number"));
    assert_eq!(year("year=2020"), format!("{common} · beyond the axis · outside the filter · – no number"));
    assert_eq!(year("measure=activities"), "");
    assert_eq!(matrix(""), format!("{common} · – no number"));
    assert_eq!(matrix("year=2020"), format!("{common} · outside the filter · – no number"));
    assert_eq!(matrix("measure=activities"), "");
}

/// If there are too many years to show all, the matrix shows those with an activity in any country, whatever the
/// filter.
#[test]
fn a_matrix_of_centuries() {
    let mut document =
        document_of(&[("BD", 5, "exact", "reached"), ("BT", 7, "exact", "reached"), ("BT", 9, "exact", "reached")]);
    for (index, year) in ["1815", "1919", "2020"].into_iter().enumerate() {
        document["activities"][index]["date"] = year.into();
    }
    for link in ["", "country=BD", "country=BT&year=2020"] {
        let matrix = view::matrix(&ViewFixture::from_link(&document, link).view_context());
        assert_eq!(matrix.years, ["1815", "1919", "2020", "Undated"], "{link}");
        let picks: Vec<String> =
            matrix.rows.iter().flat_map(|row| row.cells.iter().flatten().map(|cell| cell.pick.clone())).collect();
        assert_eq!(picks, ["country=BT&year=1919", "country=BT&year=2020", "country=BD&year=1815"], "{link}");
    }
}
