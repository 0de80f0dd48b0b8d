//! Compares the matrix of country by year with the cells of the oracle.

use std::collections::BTreeSet;

use outreach_report::charts::ShadeScale;
use outreach_report::query::FacetValue;
use outreach_report::view::{self, ChartBlock, Matrix, MatrixCell, ViewContext};
use serde_json::Value;

use super::charts::{heading, in_people, legend, measured};
use super::{Check, OracleCounts, digits, same, to_usize};
use crate::support::tally_texts::{activities_in_words, in_symbols, in_words};

pub(super) fn matrix(context: &ViewContext, counts: &OracleCounts) -> Check {
    let matrix = view::matrix(context);
    let expected = counts.matrix["cells"].as_array().unwrap();
    heading(context, ChartBlock::Matrix, [&matrix.title, &matrix.heading, &matrix.subtitle], &counts.matrix)?;
    same("note", matrix.note.is_some(), expected.is_empty())?;

    // The matrix has exactly the cells of the oracle, each in the row of its country and the column of its year.
    let mut cell_count = 0;
    for row in &matrix.rows {
        same("a column per year", row.cells.len(), matrix.years.len())?;
        for (year, cell) in matrix.years.iter().zip(&row.cells) {
            let year = if year == "Undated" { "unknown" } else { year };
            let pair = |cell: &&Value| cell["country"] == *row.value.key() && cell["year"] == year;
            let pair_text = format!("{} {year}", row.value.key());
            match (cell, expected.iter().find(pair)) {
                (Some(cell), Some(expected)) => {
                    cell_count += 1;
                    check(context, counts, &format!("{}, {}", row.label, year_name(year)), cell, expected)
                        .map_err(|error| format!("{pair_text}: {error}"))?;
                }
                (cell, expected) => same(&pair_text, cell.is_some(), expected.is_some())?,
            }
        }
    }
    same("cells", cell_count, expected.len())?;
    same("undated last", matrix.years.last().map(String::as_str), Some("Undated"))?;

    let size = |value: &FacetValue| {
        let cells = expected.iter().filter(|cell| cell["country"] == *value.key());
        (*value != FacetValue::Unknown, cells.map(|cell| measured(context, cell)).sum::<u64>())
    };
    same("largest first", matrix.rows.is_sorted_by(|a, b| size(&a.value) >= size(&b.value)), true)?;
    let last = matrix.rows.last().map(|row| &row.value);
    same("not stated last", last, (!expected.is_empty()).then_some(&FacetValue::Unknown))?;

    let is_used = |style: &&str| match *style {
        "planned" => in_people(context) && expected.iter().any(only_planned),
        "outside" => expected.iter().any(|cell| is_outside(counts, cell)),
        style => {
            let qualifier = if style == "no-number" { "none" } else { style };
            in_people(context) && expected.iter().any(|cell| cell["people"]["qualifier"] == qualifier)
        }
    };
    let styles: BTreeSet<&str> =
        ["at-least", "about", "planned", "outside", "no-number"].into_iter().filter(is_used).collect();
    legend(&matrix.legend, &styles)?;
    shades(context, &matrix, expected)
}

fn year_name(year: &str) -> &str {
    if year == "unknown" { "Undated" } else { year }
}

/// Whether a cell has plans but no number of people reached.
fn only_planned(cell: &Value) -> bool {
    cell["planned"]["qualifier"] != "none" && cell["people"]["qualifier"] == "none"
}

fn check(context: &ViewContext, counts: &OracleCounts, label: &str, cell: &MatrixCell, expected: &Value) -> Check {
    let (people, planned) = (&expected["people"], &expected["planned"]);
    let n = to_usize(&expected["activities"]);
    let mut spoken = match &*in_words(people) {
        _ if !in_people(context) => format!("{label}: {}", activities_in_words(n)),
        "no number" => format!("{label}: {}, no number of people", activities_in_words(n)),
        "given in words" => format!("{label}: {}, people reached given only in words", activities_in_words(n)),
        number => format!("{label}: {number} reached, {}", activities_in_words(n)),
    };
    if in_people(context) && planned["qualifier"] != "none" {
        spoken += &format!("; {} planned, not added", in_words(planned));
    }
    same("spoken", &cell.spoken, &spoken)?;
    let number = match &*in_symbols(people) {
        _ if !in_people(context) => digits(n),
        "in words" => "≥".to_owned(),
        symbols => symbols.to_owned(),
    };
    same("number", &cell.number, &number)?;
    same("selected", cell.selected, expected["selected"] == true)?;
    same("open", cell.heatmap_cell.at_least, in_people(context) && people["qualifier"] == "at-least")?;
    same("planned", cell.heatmap_cell.planned, in_people(context) && only_planned(expected))?;
    same("outside", cell.heatmap_cell.outside, is_outside(counts, expected))
}

/// Whether another country or another year than the cell's is chosen.
fn is_outside(counts: &OracleCounts, cell: &Value) -> bool {
    let passes =
        |facet: &str| !counts.selection.filters(facet) || counts.selection.has(facet, cell[facet].as_str().unwrap());
    !(passes("country") && passes("year"))
}

/// Larger numbers have no lighter shades, zero has no shade, each number is in the range that the legend gives for its
/// shade, and each shade of the legend has a number.
fn shades(context: &ViewContext, matrix: &Matrix, expected: &[Value]) -> Check {
    let cells = || matrix.rows.iter().flat_map(|row| row.cells.iter().flatten());
    let mut numbers: Vec<(u64, u8)> = Vec::new();
    for cell in cells() {
        let counted = expected.iter().find(|expected| pick(expected) == cell.pick);
        let number = counted.map(|counted| measured(context, counted));
        numbers.push((number.ok_or(format!("{} picks no cell", cell.pick))?, cell.heatmap_cell.shade));
    }
    numbers.sort_unstable();
    same("darker for more", numbers.is_sorted_by(|a, b| a.1 <= b.1), true)?;
    same("zero has no shade", numbers.iter().all(|(number, shade)| (*number == 0) == (*shade == 0)), true)?;
    let largest = numbers.last().filter(|(number, _)| *number > 0);
    same("the largest is darkest", largest.map(|(_, shade)| *shade), largest.map(|_| ShadeScale::MAX))?;
    let is_drawn = |shade: u8| cells().any(|cell| cell.heatmap_cell.shade == shade && !cell.heatmap_cell.outside);
    same("a shade that is not drawn", matrix.shades.iter().find(|(shade, _)| !is_drawn(*shade)), None)?;
    let parsed = |text: &str| text.replace(',', "").parse::<u64>().unwrap_or_default();
    for (number, shade) in numbers.into_iter().filter(|(number, shade)| *number > 0 && is_drawn(*shade)) {
        let range = matrix.shades.iter().find(|(known, _)| *known == shade).map(|(_, range)| range.clone());
        let range = range.ok_or(format!("shade {shade} is not explained"))?;
        let (from, to) = range.split_once('–').unwrap_or((&range, &range));
        same("in its range", (number, &range, (parsed(from)..=parsed(to)).contains(&number)), (number, &range, true))?;
    }
    Ok(())
}

/// The link that a cell picks.
fn pick(cell: &Value) -> String {
    format!("country={}&year={}", cell["country"].as_str().unwrap(), cell["year"].as_str().unwrap())
}
