//! Pressing marks: a mark toggles its value, a cell its country and its year; and the view that a mark stands for has
//! the mark's numbers. The way from a number to its sources rests on that.

use outreach_report::link::{decode, encode};
use outreach_report::model::DataSet;
use outreach_report::query::{Facet, FacetValue, Index, Measure, Selection, SelectionAction, Totals};
use outreach_report::view::{self, ChartBlock, ViewContext};
use proptest::prelude::*;
use proptest::test_runner::Config;

use crate::support::fold::Tables;
use crate::support::oracle::Wish;
use crate::support::shown::Shown;
use crate::support::{data_set, generate};

fn config(cases: u32) -> Config {
    Config { cases, failure_persistence: None, max_shrink_iters: 1024, ..Config::default() }
}

/// A document as it is counted, and the totals of a wish.
fn counted(document: &serde_json::Value, wish: &Wish) -> (DataSet, Index, Selection, Totals) {
    let data = data_set(document);
    let index = Index::new(&data, &Tables);
    let selection = generate::selection(wish);
    let totals = Totals::of(&index, &selection, &Tables);
    (data, index, selection, totals)
}

/// The marks of one facet each: all rows of all facets.
fn marks(totals: &Totals) -> Vec<(Facet, FacetValue)> {
    let of = |facet| totals.facet(facet).iter().map(move |row| (facet, row.value.clone()));
    Facet::ALL.into_iter().flat_map(of).collect()
}

fn of_cell(country: &FacetValue, year: &FacetValue) -> Selection {
    let mut mark = Selection::with_value(Facet::Country, country.clone());
    mark.insert(Facet::Year, year.clone());
    mark
}

/// The selection after pressing a mark, as the screen does it.
fn press(selection: &Selection, mark: &Selection) -> Selection {
    SelectionAction::Pick(Box::new(mark.clone())).apply(selection)
}

/// The facets whose filters differ.
fn changed(a: &Selection, b: &Selection) -> Vec<Facet> {
    let differs = |facet: &Facet| {
        let mut other = a.clone();
        other.copy_filter(*facet, b);
        other != *a
    };
    Facet::ALL.into_iter().filter(differs).collect()
}

proptest! {
    #![proptest_config(config(150))]

    /// A mark of one facet adds its value or takes it out, whatever else is chosen; pressed twice it gives back what was.
    #[test]
    fn a_mark_toggles(document in generate::document(), wish in generate::wish()) {
        let (_, _, selection, totals) = counted(&document, &wish);
        for (facet, value) in marks(&totals) {
            let mark = Selection::with_value(facet, value.clone());
            let once = press(&selection, &mark);
            prop_assert_eq!(once.contains(facet, &value), !selection.contains(facet, &value), "{:?} {:?}", facet, value);
            prop_assert_eq!(changed(&selection, &once), vec![facet]);
            for row in totals.facet(facet).iter().filter(|row| row.value != value) {
                prop_assert_eq!(once.contains(facet, &row.value), selection.contains(facet, &row.value));
            }
            prop_assert_eq!(press(&once, &mark), selection.clone(), "{:?} {:?}", facet, value);
        }
    }

    /// A cell chooses its country and its year and no others of them; pressed again it clears both.
    #[test]
    fn a_cell_chooses_both(document in generate::document(), wish in generate::wish()) {
        let (_, _, selection, totals) = counted(&document, &wish);
        let mut cleared = selection.clone();
        [Facet::Country, Facet::Year].into_iter().for_each(|facet| cleared.clear(facet));
        for cell in &totals.cells {
            let mark = of_cell(&cell.country, &cell.year);
            // The cell that is already all that is chosen of the two is pressed for the second time.
            if selection.narrowed(&mark) == selection {
                prop_assert_eq!(press(&selection, &mark), cleared.clone());
                continue;
            }
            let once = press(&selection, &mark);
            prop_assert_eq!(once.chosen(Facet::Country, None), vec![cell.country.clone()]);
            prop_assert_eq!(once.chosen(Facet::Year, None), vec![cell.year.clone()]);
            let others = changed(&selection, &once);
            prop_assert!(others.iter().all(|facet| matches!(facet, Facet::Country | Facet::Year)), "{:?}", others);
            prop_assert_eq!(press(&once, &mark), cleared.clone());
        }
    }

    /// The view that a mark stands for adds up to what the mark says: every row of every facet, audiences among them.
    #[test]
    fn a_mark_is_the_total_of_its_view(document in generate::document(), wish in generate::wish()) {
        let (_, index, selection, totals) = counted(&document, &wish);
        for facet in Facet::ALL {
            for row in totals.facet(facet) {
                let mark = Selection::with_value(facet, row.value.clone());
                let view = Totals::of(&index, &selection.narrowed(&mark), &Tables);
                let numbers = (view.activities, view.people, view.planned);
                prop_assert_eq!(numbers, (row.activities, row.people, row.planned), "{:?}", row);
            }
        }
    }

    /// The same for every cell; and the cells of the view are those of the whole, one of them chosen.
    #[test]
    fn a_cell_is_the_total_of_its_view(document in generate::document(), wish in generate::wish()) {
        let (_, index, selection, totals) = counted(&document, &wish);
        for cell in &totals.cells {
            let view = Totals::of(&index, &selection.narrowed(&of_cell(&cell.country, &cell.year)), &Tables);
            let numbers = (view.activities, view.people, view.planned);
            prop_assert_eq!(numbers, (cell.activities, cell.people, cell.planned), "{:?}", cell);
            let chosen: Vec<_> = view.cells.iter().filter(|cell| cell.selected).map(|cell| (&cell.country, &cell.year)).collect();
            prop_assert_eq!(chosen, vec![(&cell.country, &cell.year)]);
            prop_assert_eq!(view.cells.len(), totals.cells.len());
        }
    }

    /// What stands on the screen's marks as a link is read back as the mark, and as no other.
    #[test]
    fn picks_are_links(document in generate::document(), wish in generate::wish(), activities in any::<bool>()) {
        let mut selection = generate::selection(&wish);
        selection.measure = if activities { Measure::Activities } else { Measure::People };
        let shown = Shown::new(&document, selection);
        let context = shown.view_context();
        let read = |pick: &str| {
            let decoded = decode(pick, &shown.data, &shown.index);
            (decoded.problems.is_empty() && encode(&decoded.selection) == pick).then_some(decoded.selection)
        };
        for (block, row) in chart_rows(&context) {
            let facet = block.facet().unwrap();
            // A code that nothing defines cannot be chosen on the screen; the wish chose it all the same.
            let known = matches!(facet, Facet::Country | Facet::Year | Facet::Goal) || row.value == FacetValue::Unknown;
            if known || shown.index.has(facet, &row.value) {
                let mark = Selection::with_value(facet, row.value);
                prop_assert_eq!(read(&row.pick), Some(mark), "{}", row.pick);
            }
        }
        for cell in view::matrix(&context).rows.into_iter().flat_map(|row| row.cells).flatten() {
            let mark = read(&cell.pick);
            let found = shown.totals.cells.iter().find(|found| mark == Some(of_cell(&found.country, &found.year)));
            prop_assert_eq!(found.map(|found| found.selected), Some(cell.selected), "{}", cell.pick);
        }
    }
}

/// The marks of all charts of one facet.
fn chart_rows(context: &ViewContext) -> Vec<(ChartBlock, view::ChartRow)> {
    let bars = ChartBlock::ALL.into_iter().filter_map(|block| view::bar_chart(context, block));
    let charts = bars.chain([view::year_chart(context).facet_chart, view::goal_chart(context).facet_chart]);
    charts.flat_map(|marks| marks.rows.into_iter().map(move |row| (marks.block, row))).collect()
}

/// Presses of known marks on known selections, written as links.
#[test]
fn presses_as_links() {
    let shown = Shown::link(&crate::support::embedded(), "");
    let read = |link: &str| decode(link, &shown.data, &shown.index).selection;
    let pressed = |link: &str, mark: &str| encode(&press(&read(link), &read(mark)));
    assert_eq!(pressed("", "country=BT"), "country=BT");
    assert_eq!(pressed("country=BD&q=law", "country=BT"), "country=BD~BT&q=law");
    assert_eq!(pressed("country=BD~BT", "country=BT"), "country=BD");
    assert_eq!(pressed("year=2019..2023", "year=2021"), "year=2019~2020~2022~2023");
    assert_eq!(pressed("year=2019..", "year=unknown"), "year=2019..~unknown");
    assert_eq!(pressed("", "country=BT&year=2022"), "country=BT&year=2022");
    assert_eq!(pressed("country=BD~BT&year=2019..&sdg=5", "country=BT&year=2022"), "country=BT&year=2022&sdg=5");
    assert_eq!(pressed("country=BT&year=2022&sdg=5", "country=BT&year=2022"), "sdg=5");
    assert_eq!(pressed("country=BT&year=2022", "country=BT&year=2023"), "country=BT&year=2023", "the next cell");
    assert_eq!(pressed("country=BT&sort=title", "country=BT&year=unknown"), "country=BT&year=unknown&sort=title");
    assert_eq!(pressed("country=BT", ""), "country=BT", "what picks nothing changes nothing");
}

/// Of a view narrowed by a mark how it is shown stays: measure, order, goals and search.
#[test]
fn narrowing_keeps_the_rest() {
    let shown = Shown::link(&crate::support::embedded(), "");
    let read = |link: &str| decode(link, &shown.data, &shown.index).selection;
    let all = "country=BD&year=2019&sdg=5&kind=training&q=law&basis=theme&measure=activities&sort=title";
    let narrowed = |mark: &str| encode(&read(all).narrowed(&read(mark)));
    assert_eq!(narrowed("country=BT"), all.replace("country=BD", "country=BT"));
    assert_eq!(narrowed("sdg=16&sort=people&q=x"), all.replace("sdg=5", "sdg=16"), "only the filters of a mark count");
    assert_eq!(narrowed("audience=youth"), all.replace("training&", "training&audience=youth&"));
    assert_eq!(narrowed("country=BT&year=2022"), all.replace("country=BD&year=2019", "country=BT&year=2022"));
    assert_eq!(narrowed(""), all);
}
