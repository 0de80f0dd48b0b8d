//! Pressing marks: a mark toggles its value, a cell its country and its year. The view that a mark leads to has the
//! numbers of the mark; the way from a number to its sources depends on that.

use outreach_report::link::{decode, encode};
use outreach_report::model::DataSet;
use outreach_report::query::{Facet, FacetValue, Index, Measure, Selection, SelectionAction, Totals};
use outreach_report::view::{self, ChartBlock, ViewContext};
use proptest::prelude::*;
use proptest::test_runner::Config;

use crate::support::oracle::PlainSelection;
use crate::support::unicode_fold::UnicodeFold;
use crate::support::view_fixture::ViewFixture;
use crate::support::{data_set, generate};

fn config(cases: u32) -> Config {
    Config { cases, failure_persistence: None, max_shrink_iters: 1024, ..Config::default() }
}

/// Parses and counts a document under a selection.
fn counted(document: &serde_json::Value, plain: &PlainSelection) -> (DataSet, Index, Selection, Totals) {
    let data = data_set(document);
    let index = Index::new(&data, &UnicodeFold);
    let selection = generate::selection(plain);
    let totals = Totals::of(&index, &selection, &UnicodeFold);
    (data, index, selection, totals)
}

/// All marks that belong to one facet: all rows of all facets.
fn marks(totals: &Totals) -> Vec<(Facet, FacetValue)> {
    let rows_of = |facet| totals.facet(facet).iter().map(move |row| (facet, row.value.clone()));
    Facet::ALL.into_iter().flat_map(rows_of).collect()
}

/// What a cell of the matrix picks.
fn cell_pick(country: &FacetValue, year: &FacetValue) -> Selection {
    let mut mark = Selection::with_value(Facet::Country, country.clone());
    mark.insert(Facet::Year, year.clone());
    mark
}

/// The selection after pressing a mark, as the screen does it.
fn press(selection: &Selection, mark: &Selection) -> Selection {
    SelectionAction::Pick(Box::new(mark.clone())).apply(selection)
}

/// The facets whose filters differ.
fn changed_facets(a: &Selection, b: &Selection) -> Vec<Facet> {
    let differs = |facet: &Facet| {
        let mut other = a.clone();
        other.copy_filter(*facet, b);
        other != *a
    };
    Facet::ALL.into_iter().filter(differs).collect()
}

proptest! {
    #![proptest_config(config(150))]

    /// A mark of one facet adds its value to the filter or removes it, whatever else is chosen. The second press undoes
    /// the first.
    #[test]
    fn a_mark_toggles(document in generate::document(), plain in generate::plain_selection()) {
        let (_, _, selection, totals) = counted(&document, &plain);
        for (facet, value) in marks(&totals) {
            let mark = Selection::with_value(facet, value.clone());
            let once = press(&selection, &mark);
            let was_chosen = selection.contains(facet, &value);
            prop_assert_eq!(once.contains(facet, &value), !was_chosen, "{:?} {:?}", facet, value);
            prop_assert_eq!(changed_facets(&selection, &once), vec![facet]);
            for row in totals.facet(facet).iter().filter(|row| row.value != value) {
                prop_assert_eq!(once.contains(facet, &row.value), selection.contains(facet, &row.value));
            }
            prop_assert_eq!(press(&once, &mark), selection.clone(), "{:?} {:?}", facet, value);
        }
    }

    /// A cell chooses its country and its year, and no other countries and years. Pressed again, it clears both
    /// filters.
    #[test]
    fn a_cell_chooses_both(document in generate::document(), plain in generate::plain_selection()) {
        let (_, _, selection, totals) = counted(&document, &plain);
        let mut cleared = selection.clone();
        [Facet::Country, Facet::Year].into_iter().for_each(|facet| cleared.clear(facet));
        for cell in &totals.cells {
            let mark = cell_pick(&cell.country, &cell.year);
            // If the cell is already the only choice in both facets, this is the second press.
            if selection.narrowed(&mark) == selection {
                prop_assert_eq!(press(&selection, &mark), cleared.clone());
                continue;
            }
            let once = press(&selection, &mark);
            prop_assert_eq!(once.chosen(Facet::Country, None), vec![cell.country.clone()]);
            prop_assert_eq!(once.chosen(Facet::Year, None), vec![cell.year.clone()]);
            let changed = changed_facets(&selection, &once);
            prop_assert!(changed.iter().all(|facet| matches!(facet, Facet::Country | Facet::Year)), "{:?}", changed);
            prop_assert_eq!(press(&once, &mark), cleared.clone());
        }
    }

    /// The view that a mark leads to has the totals of the mark, for every row of every facet, including audiences.
    #[test]
    fn a_mark_is_the_total_of_its_view(document in generate::document(), plain in generate::plain_selection()) {
        let (_, index, selection, totals) = counted(&document, &plain);
        for facet in Facet::ALL {
            for row in totals.facet(facet) {
                let mark = Selection::with_value(facet, row.value.clone());
                let view = Totals::of(&index, &selection.narrowed(&mark), &UnicodeFold);
                let numbers = (view.activities, view.reached, view.planned);
                prop_assert_eq!(numbers, (row.activities, row.reached, row.planned), "{:?}", row);
            }
        }
    }

    /// The same for every cell. The view has the same cells, and only this one is selected.
    #[test]
    fn a_cell_is_the_total_of_its_view(document in generate::document(), plain in generate::plain_selection()) {
        let (_, index, selection, totals) = counted(&document, &plain);
        for cell in &totals.cells {
            let view = Totals::of(&index, &selection.narrowed(&cell_pick(&cell.country, &cell.year)), &UnicodeFold);
            let numbers = (view.activities, view.reached, view.planned);
            prop_assert_eq!(numbers, (cell.activities, cell.reached, cell.planned), "{:?}", cell);
            let selected = view.cells.iter().filter(|cell| cell.selected);
            let selected: Vec<_> = selected.map(|cell| (&cell.country, &cell.year)).collect();
            prop_assert_eq!(selected, vec![(&cell.country, &cell.year)]);
            prop_assert_eq!(view.cells.len(), totals.cells.len());
        }
    }

    /// The pick of a mark on the screen is a link that decodes to the mark, and to no other.
    #[test]
    fn picks_are_links(
        document in generate::document(), plain in generate::plain_selection(), activities in any::<bool>(),
    ) {
        let mut selection = generate::selection(&plain);
        selection.measure = if activities { Measure::Activities } else { Measure::People };
        let shown = ViewFixture::new(&document, selection);
        let context = shown.view_context();
        let read = |pick: &str| {
            let decoded = decode(pick, &shown.data, &shown.index);
            (decoded.problems.is_empty() && encode(&decoded.selection) == pick).then_some(decoded.selection)
        };
        for (block, row) in chart_rows(&context) {
            let facet = block.facet().unwrap();
            // The generated selection may choose a code that nothing defines, which a link cannot choose.
            let needs_no_table = matches!(facet, Facet::Country | Facet::Year | Facet::Goal);
            let is_known = needs_no_table || row.value == FacetValue::Unknown;
            if is_known || shown.index.has(facet, &row.value) {
                let mark = Selection::with_value(facet, row.value);
                prop_assert_eq!(read(&row.pick), Some(mark), "{}", row.pick);
            }
        }
        for cell in view::matrix(&context).rows.into_iter().flat_map(|row| row.cells).flatten() {
            let mark = read(&cell.pick);
            let mut counted_cells = shown.totals.cells.iter();
            let counted = counted_cells.find(|counted| mark == Some(cell_pick(&counted.country, &counted.year)));
            prop_assert_eq!(counted.map(|counted| counted.selected), Some(cell.selected), "{}", cell.pick);
        }
    }
}

/// The rows of all charts that belong to one facet, with their blocks.
fn chart_rows(context: &ViewContext) -> Vec<(ChartBlock, view::MarkTexts)> {
    let bars = ChartBlock::ALL.into_iter().filter_map(|block| view::bar_chart(context, block));
    let charts = bars.chain([view::year_chart(context).facet_chart, view::goal_chart(context).facet_chart]);
    charts.flat_map(|chart| chart.mark_texts.into_iter().map(move |row| (chart.block, row))).collect()
}

/// Known selections after known presses, both written as links.
#[test]
fn presses_as_links() {
    let shown = ViewFixture::from_link(&crate::support::built_in(), "");
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
    assert_eq!(
        pressed("country=BT&year=2022", "country=BT&year=2023"),
        "country=BT&year=2023",
        "another cell replaces the first"
    );
    assert_eq!(pressed("country=BT&sort=title", "country=BT&year=unknown"), "country=BT&year=unknown&sort=title");
    assert_eq!(pressed("country=BT", ""), "country=BT", "an empty pick changes nothing");
}

/// Narrowing a view by a mark keeps measure, sort order, basis of goals and search.
#[test]
fn narrowing_keeps_the_rest() {
    let shown = ViewFixture::from_link(&crate::support::built_in(), "");
    let read = |link: &str| decode(link, &shown.data, &shown.index).selection;
    let all = "country=BD&year=2019&sdg=5&kind=training&q=law&basis=theme&measure=activities&sort=title";
    let narrowed = |mark: &str| encode(&read(all).narrowed(&read(mark)));
    assert_eq!(narrowed("country=BT"), all.replace("country=BD", "country=BT"));
    assert_eq!(narrowed("sdg=16&sort=people&q=x"), all.replace("sdg=5", "sdg=16"), "only the filters of a mark count");
    assert_eq!(narrowed("audience=youth"), all.replace("training&", "training&audience=youth&"));
    assert_eq!(narrowed("country=BT&year=2022"), all.replace("country=BD&year=2019", "country=BT&year=2022"));
    assert_eq!(narrowed(""), all);
}
