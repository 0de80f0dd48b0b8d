//! Country by year, held against the cells of the oracle.

use std::collections::BTreeSet;

use outreach_report::charts::ShadeScale;
use outreach_report::query::FacetValue;
use outreach_report::view::{self, ChartBlock, Matrix, MatrixCell, ViewContext};
use serde_json::Value;

use super::charts::{heading, in_people, legend, measured};
use super::{Check, Truth, count, digits, same};
use crate::support::spoken::{activities, signs, words};

pub(super) fn matrix(context: &ViewContext, truth: &Truth) -> Check {
    let matrix = view::matrix(context);
    let wanted = truth.matrix["cells"].as_array().unwrap();
    heading(context, ChartBlock::Matrix, (&matrix.title, &matrix.subtitle), &truth.matrix)?;
    same("note", matrix.note.is_some(), wanted.is_empty())?;

    // Every pair that the oracle has stands at its country and its year, and nothing else does.
    let mut found = 0;
    for row in &matrix.rows {
        same("a place per year", row.cells.len(), matrix.years.len())?;
        for (year, cell) in matrix.years.iter().zip(&row.cells) {
            let year = if year == "Undated" { "unknown" } else { year };
            let pair = |cell: &&Value| cell["country"] == *row.value.key() && cell["year"] == year;
            let at = format!("{} {year}", row.value.key());
            match (cell, wanted.iter().find(pair)) {
                (Some(cell), Some(wanted)) => {
                    found += 1;
                    check(context, truth, &format!("{}, {}", row.label, name(year)), cell, wanted)
                        .map_err(|error| format!("{at}: {error}"))?;
                }
                (cell, wanted) => same(&at, cell.is_some(), wanted.is_some())?,
            }
        }
    }
    same("cells", found, wanted.len())?;
    same("undated last", matrix.years.last().map(String::as_str), Some("Undated"))?;

    let size = |value: &FacetValue| {
        let row = wanted.iter().filter(|cell| cell["country"] == *value.key());
        (*value != FacetValue::Unknown, row.map(|cell| measured(context, cell)).sum::<u64>())
    };
    same("largest first", matrix.rows.is_sorted_by(|a, b| size(&a.value) >= size(&b.value)), true)?;
    let last = matrix.rows.last().map(|row| &row.value);
    same("not stated last", last, (!wanted.is_empty()).then_some(&FacetValue::Unknown))?;

    let open = in_people(context) && wanted.iter().any(|cell| cell["people"]["qualifier"] == "at-least");
    let planned = in_people(context) && wanted.iter().any(only_planned);
    let forms: BTreeSet<&str> =
        [open.then_some("at-least"), planned.then_some("planned")].into_iter().flatten().collect();
    legend(&matrix.legend, &forms)?;
    shades(context, &matrix, wanted)
}

fn name(year: &str) -> &str {
    if year == "unknown" { "Undated" } else { year }
}

/// Whether there are plans and nothing else.
fn only_planned(cell: &Value) -> bool {
    cell["planned"]["qualifier"] != "none" && cell["people"]["qualifier"] == "none"
}

fn check(context: &ViewContext, truth: &Truth, label: &str, cell: &MatrixCell, wanted: &Value) -> Check {
    let (people, planned) = (&wanted["people"], &wanted["planned"]);
    let n = count(&wanted["activities"]);
    let mut spoken = match &*words(people) {
        _ if !in_people(context) => format!("{label}: {}", activities(n)),
        "no number" => format!("{label}: {}, no number of people", activities(n)),
        "given in words" => format!("{label}: {}, people reached given only in words", activities(n)),
        number => format!("{label}: {number} reached, {}", activities(n)),
    };
    if in_people(context) && planned["qualifier"] != "none" {
        spoken += &format!("; {} planned, not added", words(planned));
    }
    same("spoken", &cell.spoken, &spoken)?;
    let number = match &*signs(people) {
        _ if !in_people(context) => digits(n),
        "in words" => "≥".to_owned(),
        signs => signs.to_owned(),
    };
    same("number", &cell.number, &number)?;
    same("selected", cell.selected, wanted["selected"] == true)?;
    same("open", cell.grid_cell.open, in_people(context) && people["qualifier"] == "at-least")?;
    same("planned", cell.grid_cell.planned, in_people(context) && only_planned(wanted))?;
    // Drawn back where another country or another year is chosen.
    let passes = |facet: &str| !truth.wish.filters(facet) || truth.wish.has(facet, wanted[facet].as_str().unwrap());
    same("faded", cell.grid_cell.faded, !(passes("country") && passes("year")))
}

/// Larger numbers have no lighter shades, nothing to measure has none, and the legend has the number in its range.
fn shades(context: &ViewContext, matrix: &Matrix, wanted: &[Value]) -> Check {
    let all = || matrix.rows.iter().flat_map(|row| row.cells.iter().flatten());
    let mut numbers: Vec<(u64, u8)> = Vec::new();
    for cell in all() {
        let number = wanted.iter().find(|wanted| picks(wanted) == cell.pick);
        numbers.push((
            number.map(|cell| measured(context, cell)).ok_or(format!("{} picks no cell", cell.pick))?,
            cell.grid_cell.shade,
        ));
    }
    numbers.sort_unstable();
    same("darker for more", numbers.is_sorted_by(|a, b| a.1 <= b.1), true)?;
    same("nothing is no shade", numbers.iter().all(|(number, shade)| (*number == 0) == (*shade == 0)), true)?;
    let largest = numbers.last().filter(|(number, _)| *number > 0);
    same("the largest is darkest", largest.map(|(_, shade)| *shade), largest.map(|_| ShadeScale::MAX))?;
    let digits = |text: &str| text.replace(',', "").parse::<u64>().unwrap_or_default();
    for (number, shade) in numbers.into_iter().filter(|(number, _)| *number > 0) {
        let range = matrix.shades.iter().find(|(known, _)| *known == shade).map(|(_, range)| range.clone());
        let range = range.ok_or(format!("shade {shade} is not explained"))?;
        let (from, to) = range.split_once('–').unwrap_or((&range, &range));
        same("in its range", (number, &range, (digits(from)..=digits(to)).contains(&number)), (number, &range, true))?;
    }
    Ok(())
}

/// The link of a cell.
fn picks(cell: &Value) -> String {
    format!("country={}&year={}", cell["country"].as_str().unwrap(), cell["year"].as_str().unwrap())
}
