//! Figures calculated by hand from the facts: of the five reference documents, seven records in all, and of the whole
//! data set.
//!
//! The seven records, with what they count:
//! - `scope`: BD 2023, officials 39 exact; goals 4 8 13 16 17
//! - `school`: BD 2023, students at least 60; goals 4 8 13 16 17
//! - `masters`: BD undated, trainers 50 exact, officials 1,250 planned; no goal; project of two donors
//! - `pupils`: BT 2022, students at least 394; goals 4 5 16
//! - `sop`: BT 2022, officials at least 100; goals 4 5 16
//! - `treaty`: BT 2023, mixed, law-enforcement, youth: only words ("hundreds", "tens of thousands"); no goal
//! - `bhopal`: IN 2019, nobody counted; goal 16, which its project declares too

use outreach_report::link::decode;
use outreach_report::model::DataSet;
use outreach_report::query::{Facet, Index, Qualifier, Tally, Totals};

use crate::support::unicode_fold::UnicodeFold;
use Qualifier::{AtLeast, Exact, Range};

/// The seven records of the reference documents, with the tables of the whole data set.
fn reference() -> DataSet {
    let mut document = crate::support::built_in();
    document["activities"].as_array_mut().unwrap().retain(|record| !record["seed"].is_null());
    crate::support::data_set(&document)
}

fn whole() -> DataSet {
    crate::support::data_set(&crate::support::built_in())
}

/// The totals of a selection, written as a link.
fn totals(data: &DataSet, link: &str) -> Totals {
    let index = Index::new(data, &UnicodeFold);
    let decoded = decode(link, data, &index);
    assert_eq!(decoded.problems, [], "{link}");
    Totals::of(&index, &decoded.selection, &UnicodeFold)
}

/// A tally from its five fields.
fn tally(low: u64, high: Option<u64>, qualifier: Qualifier, counted: usize, uncounted: usize) -> Tally {
    Tally { low, high, qualifier, counted, uncounted }
}

fn at_least(low: u64, counted: usize, uncounted: usize) -> Tally {
    tally(low, None, AtLeast, counted, uncounted)
}

fn exact(number: u64, counted: usize, uncounted: usize) -> Tally {
    tally(number, Some(number), Exact, counted, uncounted)
}

fn no_number(uncounted: usize) -> Tally {
    tally(0, Some(0), Qualifier::None, 0, uncounted)
}

/// The rows of a facet: key, activities, people.
fn rows(totals: &Totals, facet: Facet) -> Vec<(String, usize, Tally)> {
    totals.facet(facet).iter().map(|row| (row.value.key().into_owned(), row.activities, row.reached)).collect()
}

fn check(totals: &Totals, facet: Facet, expected: &[(&str, usize, Tally)]) {
    let actual = rows(totals, facet);
    let expected: Vec<_> =
        expected.iter().map(|(key, activities, people)| (key.to_string(), *activities, *people)).collect();
    assert_eq!(actual, expected, "{facet:?}");
}

#[test]
fn the_reference_documents_as_a_whole() {
    let totals = totals(&reference(), "");
    assert_eq!(totals.activities, 7);
    // 39 + 60 + 50 + 394 + 100 = 643; five records have a number, treaty and bhopal have none.
    assert_eq!(totals.reached, at_least(643, 5, 2));
    assert_eq!(totals.planned, exact(1250, 1, 6));
    // BD 39 + 60 + 50 = 149; BT 394 + 100 = 494, treaty is uncounted.
    check(
        &totals,
        Facet::Country,
        &[
            ("BD", 3, at_least(149, 3, 0)),
            ("BT", 3, at_least(494, 2, 1)),
            ("IN", 1, no_number(1)),
            ("unknown", 0, no_number(0)),
        ],
    );
    // 2022: 394 + 100; 2023: 39 + 60 and treaty; masters has no date.
    check(
        &totals,
        Facet::Year,
        &[
            ("2019", 1, no_number(1)),
            ("2022", 2, at_least(494, 2, 0)),
            ("2023", 3, at_least(99, 2, 1)),
            ("unknown", 1, exact(50, 1, 0)),
        ],
    );
    // 4: 39 + 60 + 394 + 100 = 593; 16: the same and bhopal; unknown: masters 50, treaty only in words.
    check(
        &totals,
        Facet::Goal,
        &[
            ("4", 4, at_least(593, 4, 0)),
            ("5", 2, at_least(494, 2, 0)),
            ("8", 2, at_least(99, 2, 0)),
            ("13", 2, at_least(99, 2, 0)),
            ("16", 5, at_least(593, 4, 1)),
            ("17", 2, at_least(99, 2, 0)),
            ("unknown", 2, at_least(50, 1, 1)),
        ],
    );
    // Officials 39 + 100, and 1,250 planned; students 60 + 394; bhopal names no audience.
    check(
        &totals,
        Facet::Audience,
        &[
            ("law-enforcement", 1, at_least(0, 0, 1)),
            ("mixed", 1, at_least(0, 0, 1)),
            ("officials", 3, at_least(139, 2, 1)),
            ("students", 2, at_least(454, 2, 0)),
            ("trainers", 1, exact(50, 1, 0)),
            ("youth", 1, at_least(0, 0, 1)),
            ("unknown", 1, no_number(1)),
        ],
    );
    // dk and no are the donors of the project of masters; eu: 39 + 60; us-state-jtip: 394 + 100; treaty names no donor.
    check(
        &totals,
        Facet::Donor,
        &[
            ("dk", 1, exact(50, 1, 0)),
            ("eu", 2, at_least(99, 2, 0)),
            ("gb-cssf", 1, no_number(1)),
            ("no", 1, exact(50, 1, 0)),
            ("us-state-jtip", 2, at_least(494, 2, 0)),
            ("unknown", 1, at_least(0, 0, 1)),
        ],
    );
}

#[test]
fn the_reference_documents_filtered() {
    let data = reference();
    let sum = |link: &str| {
        let totals = totals(&data, link);
        (totals.activities, totals.reached, totals.planned)
    };
    assert_eq!(sum("country=BD"), (3, at_least(149, 3, 0), exact(1250, 1, 2))); // 39 + 60 + 50
    assert_eq!(sum("year=2023"), (3, at_least(99, 2, 1), no_number(3))); // 39 + 60, treaty
    assert_eq!(sum("year=2019..2022"), (3, at_least(494, 2, 1), no_number(3))); // bhopal, 394 + 100
    assert_eq!(sum("year=unknown"), (1, exact(50, 1, 0), exact(1250, 1, 0)));
    assert_eq!(sum("sdg=5"), (2, at_least(494, 2, 0), no_number(2))); // 394 + 100
    assert_eq!(sum("sdg=8~unknown"), (4, at_least(149, 3, 1), exact(1250, 1, 3))); // 39 + 60, 50, treaty
    assert_eq!(sum("country=BT&year=2023"), (1, at_least(0, 0, 1), no_number(1))); // treaty: only words
    assert_eq!(sum("country=IN"), (1, no_number(1), no_number(1)));
    assert_eq!(sum("q=bhutan"), (3, at_least(494, 2, 1), no_number(3))); // the three of BT, found in their headlines
}

/// Under an audience filter every number counts only the entries of that audience.
#[test]
fn the_reference_documents_by_audience() {
    let totals = totals(&reference(), "audience=officials");
    // scope 39, sop 100; in masters only the plan is about officials: its 50 trainers do not count.
    assert_eq!((totals.activities, totals.reached), (3, at_least(139, 2, 1)));
    assert_eq!(totals.planned, exact(1250, 1, 2));
    check(
        &totals,
        Facet::Country,
        &[("BD", 2, exact(39, 1, 1)), ("BT", 1, at_least(100, 1, 0)), ("unknown", 0, no_number(0))],
    );
    // The rows of the audience facet itself ignore its filter.
    assert_eq!(totals.facet(Facet::Audience).len(), 7);
    let selected: Vec<_> =
        totals.facet(Facet::Audience).iter().filter(|row| row.selected).map(|row| row.value.key()).collect();
    assert_eq!(selected, ["officials"]);
}

/// Goals by basis. All seven records have the theme TIP, which goals 5, 8 and 16 name.
#[test]
fn the_reference_documents_by_basis() {
    let data = reference();
    let theme = totals(&data, "basis=theme");
    let all = at_least(643, 5, 2);
    // Goal 10 comes from the theme SOM: 39 + 60. Every record has a goal.
    check(
        &theme,
        Facet::Goal,
        &[
            ("4", 4, at_least(593, 4, 0)),
            ("5", 7, all),
            ("8", 7, all),
            ("10", 2, at_least(99, 2, 0)),
            ("13", 2, at_least(99, 2, 0)),
            ("16", 7, all),
            ("17", 2, at_least(99, 2, 0)),
            ("unknown", 0, no_number(0)),
        ],
    );
    // The page of bhopal states its goal itself: without the goals of projects nothing changes.
    assert_eq!(rows(&totals(&data, "basis=stated"), Facet::Goal), rows(&totals(&data, ""), Facet::Goal));
    assert_eq!(totals(&data, "sdg=5&basis=theme").reached, all);
    assert_eq!(totals(&data, "sdg=10&basis=theme").activities, 2);
    assert_eq!(totals(&data, "sdg=10").activities, 0);
}

/// The whole data set, as counted by an independent script. Because of an overlap, the 900 and 1,511 pupils of Tsirang
/// count as 1,511.
#[test]
fn the_whole_data_set() {
    let data = whole();
    let sum = |link: &str| {
        let totals = totals(&data, link);
        (totals.activities, totals.reached, totals.planned)
    };
    assert_eq!(sum(""), (157, at_least(13_351, 86, 71), at_least(1905, 4, 153)));
    assert_eq!(sum("country=BT&year=2022"), (11, at_least(8834, 10, 1), no_number(11)));
    assert_eq!(sum("country=BT"), (25, at_least(9442, 18, 7), no_number(25)));
    assert_eq!(sum("country=BD"), (49, at_least(1939, 32, 17), exact(1305, 2, 47)));
    // Two meetings of one group, 16 and 20: at least 20 people, at most 36.
    assert_eq!(sum("country=LY"), (2, tally(20, Some(36), Range, 2, 0), no_number(2)));
    assert_eq!(sum("country=MV"), (8, exact(65, 2, 6), no_number(8)));
    assert_eq!(sum("year=2014"), (2, tally(439, Some(439), Qualifier::About, 2, 0), no_number(2)));
    assert_eq!(sum("year=2010..2015"), (16, at_least(830, 8, 8), no_number(16)));
    assert_eq!(sum("year=unknown"), (2, exact(50, 1, 1), exact(1250, 1, 1)));
    assert_eq!(sum("sdg=16"), (14, at_least(4783, 11, 3), no_number(14)));
    assert_eq!(sum("sdg=16&basis=stated"), (11, at_least(4698, 9, 2), no_number(11)));
    assert_eq!(sum("sdg=10&basis=theme"), (60, at_least(1805, 38, 22), exact(55, 1, 59)));
    assert_eq!(sum("country=BD~NP&year=2019..2023&sdg=5~16"), (3, at_least(99, 3, 0), no_number(3)));
    assert_eq!(sum("kind=training~workshop&donor=eu"), (27, at_least(833, 20, 7), no_number(27)));
    assert_eq!(sum("audience=students"), (10, at_least(9117, 10, 0), no_number(10)));
    assert_eq!(sum("country=BT&audience=students"), (6, at_least(8776, 6, 0), no_number(6)));
    assert_eq!(sum("project=glo-act-asia-middle-east"), (11, tally(333, Some(396), Range, 10, 1), no_number(11)));
    // Views of a campaign are not participants: its audience has one activity and no people.
    assert_eq!(sum("audience=general-public"), (1, no_number(1), no_number(1)));
}
