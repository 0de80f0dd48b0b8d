//! The matrix of countries by years: a cell for each pair that has an activity.

use super::chart_titles::{heading, subtitle, title};
use super::facet_chart::spoken_text;
use super::legend::{MarkStyle, with_meaning};
use super::year_chart::shown_years;
use super::{ChartBlock, ViewContext};
use crate::charts::{HeatmapCell, ShadeScale};
use crate::link::encode;
use crate::locale::Sentence;
use crate::query::{Facet, FacetValue, MatrixCellTotal, Measure, Qualifier, Selection};
use crate::sort::sorted;

/// The matrix with its title, headings, legend and note.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    /// What the matrix shows.
    pub title: String,
    /// The heading on the screen; without the measure if the switch of measures is there.
    pub heading: String,
    /// That the filters by country and year do not apply, if there are any.
    pub subtitle: String,
    /// The headings of the columns: years, then the undated.
    pub years: Vec<String>,
    /// A row per country, the largest first, the unknown last.
    pub rows: Vec<MatrixRow>,
    /// The length of the longest number, in characters.
    pub longest: usize,
    /// The range of numbers of each shade that is drawn, the lightest first.
    pub shades: Vec<(u8, String)>,
    /// The mark styles of the cells, each with its meaning.
    pub legend: Vec<(MarkStyle, String)>,
    /// That the matrix is empty, if it is.
    pub note: Option<String>,
}

/// The row of a country.
#[derive(Debug, Clone, PartialEq)]
pub struct MatrixRow {
    /// Its value in the facet.
    pub value: FacetValue,
    /// Its name.
    pub label: String,
    /// A cell per year; `None` for a year without an activity.
    pub cells: Vec<Option<MatrixCell>>,
}

/// A cell that has an activity.
#[derive(Debug, Clone, PartialEq)]
pub struct MatrixCell {
    /// What pressing it filters by, as a link.
    pub pick: String,
    /// The number in symbols.
    pub number: String,
    /// The cell in words, for screen readers.
    pub spoken: String,
    /// Whether the cell is filtered by.
    pub selected: bool,
    /// How it is drawn.
    pub heatmap_cell: HeatmapCell,
}

/// The matrix of a view.
pub fn matrix(context: &ViewContext) -> Matrix {
    let ViewContext { totals, selection, locale, data, .. } = context;
    let measure = selection.measure;
    let mut years = shown_years(context);
    // If the span of years is too long to show all, the years of countries that are not chosen are still missing.
    for cell in totals.cells.iter().filter(|cell| cell.year != FacetValue::Unknown) {
        if let Err(position) = years.binary_search(&cell.year) {
            years.insert(position, cell.year.clone());
        }
    }
    years.push(FacetValue::Unknown);
    let shades = ShadeScale::of_numbers(totals.cells.iter().map(|cell| measured_number(cell, measure)));
    let filtered = selection.is_filtered(Facet::Country) || selection.is_filtered(Facet::Year);

    // Cells are sorted by country, so the cells of a row follow each other.
    let mut countries: Vec<(FacetValue, u64, &[MatrixCellTotal])> = Vec::new();
    let mut rest = totals.cells.as_slice();
    while let Some(first) = rest.first() {
        let length = rest.iter().take_while(|cell| cell.country == first.country).count();
        let (row, others) = rest.split_at(length);
        let size = row.iter().fold(0_u64, |sum, cell| sum.saturating_add(measured_number(cell, measure)));
        countries.push((first.country.clone(), size, row));
        rest = others;
    }
    // The row of the unknown is always shown, even if it is empty, to make clear that no record is dropped.
    if !countries.is_empty() && countries.iter().all(|(country, ..)| *country != FacetValue::Unknown) {
        countries.push((FacetValue::Unknown, 0, &[]));
    }
    let countries = sorted(&countries, &mut |(a, a_size, _), (b, b_size, _)| {
        let unknown = |value: &FacetValue| *value == FacetValue::Unknown;
        unknown(a).cmp(&unknown(b)).then(b_size.cmp(a_size)).then_with(|| a.cmp(b))
    });

    let mut rows = Vec::new();
    for (value, _, country_cells) in countries {
        let label = locale.value(data, Facet::Country, &value);
        let cell = |year: &FacetValue| {
            let cell = country_cells.iter().find(|cell| cell.year == *year)?;
            Some(matrix_cell(context, &label, cell, &shades, filtered))
        };
        let cells = years.iter().map(cell).collect();
        rows.push(MatrixRow { value, label, cells });
    }
    let all_cells = || rows.iter().flat_map(|row: &MatrixRow| row.cells.iter().flatten());
    let has =
        |qualifier| measure == Measure::People && totals.cells.iter().any(|cell| cell.reached.qualifier == qualifier);
    let styles = [
        (MarkStyle::AtLeast, has(Qualifier::AtLeast)),
        (MarkStyle::About, has(Qualifier::About)),
        (MarkStyle::Planned, all_cells().any(|cell| cell.heatmap_cell.planned)),
        (MarkStyle::Outside, all_cells().any(|cell| cell.heatmap_cell.outside)),
        (MarkStyle::NoNumber, has(Qualifier::None)),
    ];
    let is_drawn = |shade| all_cells().any(|cell| cell.heatmap_cell.shade == shade && !cell.heatmap_cell.outside);
    let drawn_shades = shades.ranges().into_iter().filter(|(.., shade)| is_drawn(*shade));
    Matrix {
        title: title(context, ChartBlock::Matrix),
        heading: heading(context, ChartBlock::Matrix),
        subtitle: subtitle(context, ChartBlock::Matrix),
        years: years.iter().map(|year| locale.value(data, Facet::Year, year)).collect(),
        longest: all_cells().map(|cell| cell.number.chars().count()).max().unwrap_or_default(),
        shades: drawn_shades.map(|(from, to, shade)| (shade, range_text(context, from, to))).collect(),
        legend: styles.into_iter().filter(|(_, used)| *used).map(|(style, _)| with_meaning(context, style)).collect(),
        note: rows.is_empty().then(|| locale.say(Sentence::ChartEmpty)),
        rows,
    }
}

fn matrix_cell(
    context: &ViewContext,
    country: &str,
    cell: &MatrixCellTotal,
    shades: &ShadeScale,
    filtered: bool,
) -> MatrixCell {
    let ViewContext { locale, data, selection, .. } = context;
    let in_people = selection.measure == Measure::People;
    let year = locale.value(data, Facet::Year, &cell.year);
    let label = locale.fill(Sentence::ListJoin, &[("a", country), ("b", &year)]);
    let only_words = cell.reached.qualifier == Qualifier::AtLeast && cell.reached.counted == 0;
    let number = match selection.measure {
        Measure::Activities => locale.number(cell.activities as u64),
        // Words such as "hundreds" do not fit into a cell; the symbol says that the number is more than zero.
        Measure::People if only_words => locale.fill(Sentence::AtLeastShort, &[("n", "")]).trim().to_owned(),
        Measure::People => locale.tally_short(&cell.reached),
    };
    let mut mark = Selection::with_value(Facet::Country, cell.country.clone());
    mark.insert(Facet::Year, cell.year.clone());
    MatrixCell {
        pick: encode(&mark),
        number,
        spoken: spoken_text(context, &label, cell.activities, &cell.reached, &cell.planned),
        selected: cell.selected,
        heatmap_cell: HeatmapCell {
            shade: shades.of(measured_number(cell, selection.measure)),
            at_least: in_people && cell.reached.qualifier == Qualifier::AtLeast,
            planned: in_people
                && cell.planned.qualifier != Qualifier::None
                && cell.reached.qualifier == Qualifier::None,
            outside: filtered && !cell.selected && !is_chosen(context, cell),
        },
    }
}

/// Whether a cell passes the filters by country and by year.
fn is_chosen(context: &ViewContext, cell: &MatrixCellTotal) -> bool {
    let passes = |facet, value| !context.selection.is_filtered(facet) || context.selection.contains(facet, value);
    passes(Facet::Country, &cell.country) && passes(Facet::Year, &cell.year)
}

fn range_text(context: &ViewContext, from: u64, to: u64) -> String {
    let (low, high) = (context.locale.number(from), context.locale.number(to));
    if from == to { high } else { context.locale.fill(Sentence::RangeShort, &[("low", &low), ("high", &high)]) }
}

fn measured_number(cell: &MatrixCellTotal, measure: Measure) -> u64 {
    match measure {
        Measure::People => cell.reached.low,
        Measure::Activities => cell.activities as u64,
    }
}
