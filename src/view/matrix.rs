//! Country by year: a cell for each pair that has an activity.

use super::facet_chart::{rests_on, spoken, title};
use super::legend::{MarkStyle, explained};
use super::year_chart::shown_years;
use super::{ChartBlock, ViewContext};
use crate::charts::{GridCell, ShadeScale};
use crate::link::encode;
use crate::locale::Sentence;
use crate::query::{CellTotal, Facet, FacetValue, Measure, Qualifier, Selection};
use crate::sort::sorted;

/// The matrix with the words around it.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    /// What it shows.
    pub title: String,
    /// How many activities it rests on.
    pub subtitle: String,
    /// The years of its columns, the undated last.
    pub years: Vec<String>,
    /// A row per country, the one with most first, and what is not stated last.
    pub rows: Vec<MatrixRow>,
    /// How many rows there are when nothing is filtered.
    pub room: usize,
    /// How many characters the longest number has.
    pub longest: usize,
    /// Which numbers each shade stands for, the lightest first.
    pub shades: Vec<(u8, String)>,
    /// What other forms mean; only those that are seen.
    pub legend: Vec<(MarkStyle, String)>,
    /// That there is nothing to see.
    pub note: Option<String>,
}

/// A country.
#[derive(Debug, Clone, PartialEq)]
pub struct MatrixRow {
    /// Its value in the facet.
    pub value: FacetValue,
    /// Its name.
    pub label: String,
    /// A place per year, `None` where nothing was done.
    pub cells: Vec<Option<MatrixCell>>,
}

/// A cell that has an activity.
#[derive(Debug, Clone, PartialEq)]
pub struct MatrixCell {
    /// What pressing it filters by, as a link.
    pub pick: String,
    /// The number in signs.
    pub number: String,
    /// All of it in words.
    pub spoken: String,
    /// Whether it is filtered by.
    pub selected: bool,
    /// How it is drawn.
    pub ink: GridCell,
}

/// The matrix of a view.
pub fn matrix(context: &ViewContext) -> Matrix {
    let ViewContext { totals, selection, locale, data, index, .. } = context;
    let measure = selection.measure;
    let mut years = shown_years(context);
    // Where years are too many to show all, those of other countries than the chosen ones have their place too.
    for cell in totals.cells.iter().filter(|cell| cell.year != FacetValue::Unknown) {
        if let Err(place) = years.binary_search(&cell.year) {
            years.insert(place, cell.year.clone());
        }
    }
    years.push(FacetValue::Unknown);
    let shades = ShadeScale::up_to(totals.cells.iter().map(|cell| measured(cell, measure)).max().unwrap_or_default());
    let filtered = selection.is_filtered(Facet::Country) || selection.is_filtered(Facet::Year);

    // Cells come by country, so that those of a row stand together.
    let mut countries: Vec<(FacetValue, u64, &[CellTotal])> = Vec::new();
    let mut rest = totals.cells.as_slice();
    while let Some(first) = rest.first() {
        let many = rest.iter().take_while(|cell| cell.country == first.country).count();
        let (row, others) = rest.split_at(many);
        let size = row.iter().fold(0_u64, |sum, cell| sum.saturating_add(measured(cell, measure)));
        countries.push((first.country.clone(), size, row));
        rest = others;
    }
    // What is not stated is always in sight, so that nothing disappears without a word.
    if !countries.is_empty() && countries.iter().all(|(country, ..)| *country != FacetValue::Unknown) {
        countries.push((FacetValue::Unknown, 0, &[]));
    }
    let countries = sorted(&countries, &mut |(a, a_size, _), (b, b_size, _)| {
        let unknown = |value: &FacetValue| *value == FacetValue::Unknown;
        unknown(a).cmp(&unknown(b)).then(b_size.cmp(a_size)).then_with(|| a.cmp(b))
    });

    let mut rows = Vec::new();
    for (value, _, found) in countries {
        let label = locale.value(data, Facet::Country, &value);
        let cell = |year: &FacetValue| {
            let cell = found.iter().find(|cell| cell.year == *year)?;
            Some(words(context, &label, cell, &shades, filtered))
        };
        let cells = years.iter().map(cell).collect();
        rows.push(MatrixRow { value, label, cells });
    }
    let all = || rows.iter().flat_map(|row: &MatrixRow| row.cells.iter().flatten());
    let forms = [
        (MarkStyle::AtLeast, all().any(|cell| cell.ink.open)),
        (MarkStyle::Planned, all().any(|cell| cell.ink.planned)),
    ];
    Matrix {
        title: title(context, ChartBlock::Matrix),
        subtitle: rests_on(context, (totals.matrix_total.activities, totals.matrix_total.people.counted)),
        years: years.iter().map(|year| locale.value(data, Facet::Year, year)).collect(),
        room: index.values(Facet::Country).count() + 1,
        longest: all().map(|cell| cell.number.chars().count()).max().unwrap_or_default(),
        shades: shades.ranges().into_iter().map(|(from, to, shade)| (shade, range(context, from, to))).collect(),
        legend: forms.into_iter().filter(|(_, seen)| *seen).map(|(form, _)| explained(context, form)).collect(),
        note: rows.is_empty().then(|| locale.say(Sentence::ChartEmpty)),
        rows,
    }
}

fn words(context: &ViewContext, country: &str, cell: &CellTotal, shades: &ShadeScale, filtered: bool) -> MatrixCell {
    let ViewContext { locale, data, selection, .. } = context;
    let in_people = selection.measure == Measure::People;
    let year = locale.value(data, Facet::Year, &cell.year);
    let label = locale.fill(Sentence::ListJoin, &[("a", country), ("b", &year)]);
    let only_words = cell.people.qualifier == Qualifier::AtLeast && cell.people.counted == 0;
    let number = match selection.measure {
        Measure::Activities => locale.number(cell.activities as u64),
        // Words such as "hundreds" have no room in a cell; the sign says that it is more than nothing.
        Measure::People if only_words => locale.fill(Sentence::AtLeastShort, &[("n", "")]).trim().to_owned(),
        Measure::People => locale.tally_short(&cell.people),
    };
    let mut mark = Selection::with_value(Facet::Country, cell.country.clone());
    mark.insert(Facet::Year, cell.year.clone());
    MatrixCell {
        pick: encode(&mark),
        number,
        spoken: spoken(context, &label, cell.activities, &cell.people, &cell.planned),
        selected: cell.selected,
        ink: GridCell {
            shade: shades.of(measured(cell, selection.measure)),
            open: in_people && cell.people.qualifier == Qualifier::AtLeast,
            planned: in_people && cell.planned.qualifier != Qualifier::None && cell.people.qualifier == Qualifier::None,
            faded: filtered && !cell.selected && !is_chosen(context, cell),
        },
    }
}

/// Whether a cell lies in what is chosen: by each of the two facets that is filtered.
fn is_chosen(context: &ViewContext, cell: &CellTotal) -> bool {
    let passes = |facet, value| !context.selection.is_filtered(facet) || context.selection.contains(facet, value);
    passes(Facet::Country, &cell.country) && passes(Facet::Year, &cell.year)
}

fn range(context: &ViewContext, from: u64, to: u64) -> String {
    let (low, high) = (context.locale.number(from), context.locale.number(to));
    if from == to { high } else { context.locale.fill(Sentence::RangeShort, &[("low", &low), ("high", &high)]) }
}

fn measured(cell: &CellTotal, measure: Measure) -> u64 {
    match measure {
        Measure::People => cell.people.low,
        Measure::Activities => cell.activities as u64,
    }
}
