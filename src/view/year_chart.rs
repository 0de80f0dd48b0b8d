//! The chart by year: every year from the first to the last, because a gap must be visible as a gap, then the undated.

use super::facet_chart::{FacetChart, facet_chart, mark_texts};
use super::legend::{MarkStyle, with_meaning};
use super::{ChartBlock, ViewContext};
use crate::charts::Orientation;
use crate::locale::Sentence;
use crate::query::{Facet, FacetRow, FacetValue, Qualifier, Tally};
use crate::sort::sorted;

/// If the first and the last year are further apart than this, only years that have an activity are drawn.
const MAX_YEAR_SPAN: u16 = 80;

/// The chart by year.
#[derive(Debug, Clone, PartialEq)]
pub struct YearChart {
    /// A column for each year in order, then one for the undated.
    pub facet_chart: FacetChart,
    /// The numbers at the grid lines, from 0 upwards.
    pub ticks: Vec<String>,
}

/// The chart by year of a view.
pub fn year_chart(context: &ViewContext) -> YearChart {
    let facet_rows = context.totals.facet(Facet::Year);
    let empty_rows: Vec<FacetRow> = shown_years(context)
        .iter()
        .filter(|value| context.totals.facet_row(Facet::Year, value).is_none())
        .map(|value| empty_row(context, value))
        .collect();
    let mut rows: Vec<&FacetRow> = facet_rows.iter().filter(|row| row.value != FacetValue::Unknown).collect();
    rows.extend(&empty_rows);
    let mut rows = sorted(&rows, &mut |a, b| a.value.cmp(&b.value));
    rows.extend(facet_rows.iter().filter(|row| row.value == FacetValue::Unknown));

    let mut chart = facet_chart(context, ChartBlock::Year, Facet::Year, &rows, Orientation::Columns);
    let ticks = chart.chart.scale.ticks().into_iter().map(|tick| context.locale.number(tick)).collect();
    for (row, row_texts) in rows.iter().zip(&mut chart.mark_texts) {
        // A year without activities shows no number, not even the dash of other rows without a number.
        if row.activities == 0 {
            *row_texts = mark_texts(context, Facet::Year, row, &chart.chart.scale);
            row_texts.number.clear();
            row_texts.short_number.clear();
        }
    }
    let no_number = context.locale.say(Sentence::NoNumberShort);
    if chart.mark_texts.iter().any(|texts| texts.short_number == no_number) {
        chart.legend.push(with_meaning(context, MarkStyle::NoNumber));
    }
    YearChart { facet_chart: chart, ticks }
}

/// The years that charts show: all from the first to the last, or only those that have an activity if the first and the
/// last are too far apart.
pub(super) fn shown_years(context: &ViewContext) -> Vec<FacetValue> {
    let facet_rows = context.totals.facet(Facet::Year);
    let data_years = context.index.years().into_iter().flat_map(|(first, last)| [first, last]);
    let numbers = facet_rows.iter().filter_map(|row| row.value.number()).chain(data_years);
    let span = numbers.clone().min().zip(numbers.max());
    match span {
        Some((first, last)) if last - first <= MAX_YEAR_SPAN => (first..=last).map(FacetValue::Number).collect(),
        _ => facet_rows.iter().filter(|row| row.value != FacetValue::Unknown).map(|row| row.value.clone()).collect(),
    }
}

fn empty_row(context: &ViewContext, value: &FacetValue) -> FacetRow {
    let no_people = Tally { low: 0, high: Some(0), qualifier: Qualifier::None, counted: 0, uncounted: 0 };
    let selected = context.selection.contains(Facet::Year, value);
    FacetRow { value: value.clone(), selected, activities: 0, reached: no_people, planned: no_people, firm: None }
}
