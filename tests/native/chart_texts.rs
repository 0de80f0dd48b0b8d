//! What stands around charts in known views: why marks add up to more than the total, what a chart rests on, what its
//! legend explains, and matrices too wide to show every year.

use outreach_report::view::{self, ChartBlock, FacetChart};
use serde_json::{Value, json};

use crate::support::shown::{Shown, report};

/// A chart of one facet.
fn chart(shown: &Shown, block: ChartBlock) -> FacetChart {
    match block {
        ChartBlock::Year => view::year_chart(&shown.view_context()).facet_chart,
        ChartBlock::Goal => view::goal_chart(&shown.view_context()).facet_chart,
        block => view::bar_chart(&shown.view_context(), block).unwrap(),
    }
}

fn embedded(link: &str) -> Shown {
    Shown::link(&crate::support::embedded(), link)
}

/// The sentences of the whole set, with numbers that a script of its own has counted.
#[test]
fn bars_add_up_to_more() {
    let note = |link: &str, block| chart(&embedded(link), block).note;
    for (block, wanted) in [
        (ChartBlock::Year, "Columns add up to 158 because 1 activity touches several years; distinct total 157."),
        (ChartBlock::Country, "Bars add up to 186 because 15 activities are in several countries; distinct total 157."),
        (ChartBlock::Goal, "Bars add up to 178 because 9 activities serve several goals; distinct total 157."),
        (ChartBlock::Audience, "Bars add up to 167 because 8 activities have several audiences; distinct total 157."),
        (ChartBlock::Donor, "Bars add up to 164 because 7 activities have several donors; distinct total 157."),
    ] {
        assert_eq!(note("measure=activities", block).as_deref(), Some(wanted), "{block:?}");
    }
    assert_eq!(note("measure=activities", ChartBlock::Kind), None, "an activity has one kind");
    let goals = "Bars add up to 59 because 3 activities serve several goals; distinct total 49.";
    assert_eq!(
        note("country=BD&measure=activities", ChartBlock::Goal).as_deref(),
        Some(goals),
        "with the live numbers"
    );

    let people =
        "Bars add up to at least 22,781 because 9 activities serve several goals; distinct total at least 13,351.";
    assert_eq!(note("", ChartBlock::Goal).as_deref(), Some(people));
    // Whoever is in two audiences or kinds counts in one of them: what differs is what overlaps.
    let overlap = |sum: &str| {
        format!(
            "Bars add up to at least {sum}; in the total, activities that probably reached the same people count once: \
             distinct total at least 13,351."
        )
    };
    assert_eq!(note("", ChartBlock::Audience), Some(overlap("13,485")));
    assert_eq!(note("", ChartBlock::Kind), Some(overlap("13,456")));
}

/// What a chart rests on looks past its own filter, and only past that.
#[test]
fn what_a_chart_rests_on() {
    let rests_on = |link: &str, block| chart(&embedded(link), block).subtitle;
    let whole = "Rests on 157 activities; 86 give a number.";
    assert_eq!(rests_on("", ChartBlock::Country), whole);
    assert_eq!(rests_on("country=BT", ChartBlock::Country), whole);
    assert_eq!(rests_on("country=BT", ChartBlock::Year), "Rests on 25 activities; 18 give a number.");
    assert_eq!(rests_on("country=BT&year=2022", ChartBlock::Kind), "Rests on 11 activities; 10 give a number.");
    assert_eq!(rests_on("country=BT&year=2022&measure=activities", ChartBlock::Kind), "Rests on 11 activities.");
    assert_eq!(rests_on("kind=treaty-action", ChartBlock::Donor), "Rests on 1 activity; 0 gives a number.");
    let matrix = |link: &str| view::matrix(&embedded(link).view_context()).subtitle;
    assert_eq!(matrix("country=BT&year=2022"), whole);
    assert_eq!(matrix("kind=treaty-action&measure=activities"), "Rests on 1 activity.");
}

/// Records in countries of their own, each with one entry.
fn entries(entries: &[(&str, u64, &str, &str)]) -> Value {
    let record = |(at, (country, count, bound, status)): (usize, &(&str, u64, &str, &str))| {
        json!({
            "id": format!("r{at}"), "title": "T", "countries": [country], "date": "2020",
            "reach": [{ "count": count, "bound": bound, "status": status }],
        })
    };
    report(entries.iter().enumerate().map(record).collect::<Vec<_>>().into())
}

/// A chart that is cut short explains the forms that are left.
#[test]
fn a_shortened_chart_explains_what_is_left() {
    let document =
        entries(&[("BD", 90, "exact", "reached"), ("BT", 50, "at-least", "reached"), ("NP", 10, "about", "reached")]);
    let forms = |marks: &FacetChart| marks.legend.iter().map(|(form, _)| form.code()).collect::<Vec<_>>();
    let mut marks = chart(&Shown::link(&document, ""), ChartBlock::Country);
    assert_eq!(forms(&marks), ["at-least", "about"]);
    marks.shorten(2);
    let rows: Vec<&str> = marks.rows.iter().map(|row| row.label.as_str()).collect();
    assert_eq!((rows, forms(&marks)), (vec!["Bangladesh", "Bhutan", "No country stated"], vec!["at-least"]));
    assert_eq!(marks.chart.marks.len(), 3);
    marks.shorten(1);
    assert_eq!(forms(&marks), [""; 0]);
    // What is chosen stays in sight.
    let mut chosen = chart(&Shown::link(&document, "country=NP"), ChartBlock::Country);
    chosen.shorten(1);
    assert_eq!((chosen.rows.len(), forms(&chosen)), (3, vec!["about"]));
}

/// In the legend a form of plans is one of reached people too, and nothing is explained where activities are counted.
#[test]
fn legends_of_known_views() {
    let forms = |document: &Value, link: &str| {
        let marks = chart(&Shown::link(document, link), ChartBlock::Country);
        marks.legend.into_iter().map(|(_, meaning)| meaning).collect::<Vec<_>>().join(" · ")
    };
    let all = entries(&[
        ("BD", 90, "at-least", "reached"),
        ("BT", 50, "about", "reached"),
        ("NP", 10, "at-most", "reached"),
        ("IN", 10, "exact", "planned"),
    ]);
    assert_eq!(forms(&all, ""), "at least · about · up to · planned, not added");
    assert_eq!(forms(&all, "measure=activities"), "");
    assert_eq!(forms(&entries(&[("BD", 5, "at-least", "planned")]), ""), "at least · planned, not added");
    assert_eq!(forms(&report(json!([{ "id": "a", "title": "A" }])), "measure=activities"), "not stated");
    assert_eq!(forms(&report(json!([{ "id": "a", "title": "A" }])), ""), "", "there is no grey to be seen");
}

/// Where the years are too many to show every one, those that have something are shown, of whichever country.
#[test]
fn a_matrix_of_centuries() {
    let mut document =
        entries(&[("BD", 5, "exact", "reached"), ("BT", 7, "exact", "reached"), ("BT", 9, "exact", "reached")]);
    for (at, year) in ["1815", "1919", "2020"].into_iter().enumerate() {
        document["activities"][at]["date"] = year.into();
    }
    for link in ["", "country=BD", "country=BT&year=2020"] {
        let matrix = view::matrix(&Shown::link(&document, link).view_context());
        assert_eq!(matrix.years, ["1815", "1919", "2020", "Undated"], "{link}");
        let picks: Vec<String> =
            matrix.rows.iter().flat_map(|row| row.cells.iter().flatten().map(|cell| cell.pick.clone())).collect();
        assert_eq!(picks, ["country=BT&year=1919", "country=BT&year=2020", "country=BD&year=1815"], "{link}");
    }
}
