//! The chart by year: every year from the first to the last, so that a gap is seen as a gap, and the undated apart.

use super::facet_chart::{FacetChart, facet_chart, words};
use super::{ChartBlock, ViewContext};
use crate::charts::Orientation;
use crate::query::{Facet, FacetRow, FacetValue, Qualifier, Tally};
use crate::sort::sorted;

/// More years than this are not drawn one by one: only those that have something are.
const WIDEST: u16 = 80;

/// The chart by year.
#[derive(Debug, Clone, PartialEq)]
pub struct YearChart {
    /// Columns by year, in their order; the undated last.
    pub marks: FacetChart,
    /// The numbers at the grid lines, from 0 upwards.
    pub ticks: Vec<String>,
}

/// The chart by year of a view.
pub fn year_chart(context: &ViewContext) -> YearChart {
    let listed = context.totals.facet(Facet::Year);
    let empty: Vec<FacetRow> = shown_years(context)
        .iter()
        .filter(|value| context.totals.row(Facet::Year, value).is_none())
        .map(|value| nothing(context, value))
        .collect();
    let mut rows: Vec<&FacetRow> = listed.iter().filter(|row| row.value != FacetValue::Unknown).collect();
    rows.extend(&empty);
    let mut rows = sorted(&rows, &mut |a, b| a.value.cmp(&b.value));
    rows.extend(listed.iter().filter(|row| row.value == FacetValue::Unknown));

    let mut marks = facet_chart(context, ChartBlock::Year, Facet::Year, &rows, Orientation::Columns);
    let ticks = marks.chart.scale.ticks().into_iter().map(|tick| context.locale.number(tick)).collect();
    for (row, words_of) in rows.iter().zip(&mut marks.rows) {
        // A year without activities says so, and is not labelled with a dash.
        if row.activities == 0 {
            *words_of = words(context, Facet::Year, row, &marks.chart.scale);
            words_of.number.clear();
            words_of.short.clear();
        }
    }
    YearChart { marks, ticks }
}

/// The years that charts show: all from the first to the last, or where those are too many only years that have
/// something.
pub(super) fn shown_years(context: &ViewContext) -> Vec<FacetValue> {
    let listed = context.totals.facet(Facet::Year);
    let data = context.index.years().into_iter().flat_map(|(first, last)| [first, last]);
    let numbers = listed.iter().filter_map(|row| row.value.number()).chain(data);
    let span = numbers.clone().min().zip(numbers.max());
    match span {
        Some((first, last)) if last - first <= WIDEST => (first..=last).map(FacetValue::Number).collect(),
        _ => listed.iter().filter(|row| row.value != FacetValue::Unknown).map(|row| row.value.clone()).collect(),
    }
}

fn nothing(context: &ViewContext, value: &FacetValue) -> FacetRow {
    let none = Tally { low: 0, high: Some(0), qualifier: Qualifier::None, counted: 0, uncounted: 0 };
    let selected = context.selection.contains(Facet::Year, value);
    FacetRow { value: value.clone(), selected, activities: 0, people: none, planned: none, firm: None }
}
