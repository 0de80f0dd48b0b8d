//! The chart by year: every year from the first to the last, so that a gap is seen as a gap, and the undated apart.

use super::Scene;
use super::marks::{Marks, marks, words};
use crate::charts::Orientation;
use crate::locale::Key;
use crate::order::sorted;
use crate::query::{Facet, FacetRow, Measure, Qualifier, Tally, Value};

/// More years than this are not drawn one by one: only those that have something are.
const WIDEST: u16 = 80;

/// The chart by year.
#[derive(Debug, Clone, PartialEq)]
pub struct Years {
    /// Columns by year, in their order; the undated last.
    pub marks: Marks,
    /// The numbers at the grid lines, from 0 upwards.
    pub ticks: Vec<String>,
    /// What can be done with it.
    pub hint: String,
}

/// The chart by year of a view.
pub fn years(scene: &Scene) -> Years {
    let listed = scene.totals.facet(Facet::Year);
    let numbers = || listed.iter().filter_map(|row| row.value.number()).chain(data_years(scene));
    let span = numbers().min().zip(numbers().max());
    let all: Vec<Value> = match span {
        Some((first, last)) if last - first <= WIDEST => (first..=last).map(Value::Number).collect(),
        _ => listed.iter().filter(|row| row.value != Value::Unknown).map(|row| row.value.clone()).collect(),
    };
    let empty: Vec<FacetRow> = all
        .iter()
        .filter(|value| scene.totals.row(Facet::Year, value).is_none())
        .map(|value| nothing(scene, value))
        .collect();
    let mut rows: Vec<&FacetRow> = listed.iter().filter(|row| row.value != Value::Unknown).collect();
    rows.extend(&empty);
    let mut rows = sorted(&rows, &mut |a, b| a.value.cmp(&b.value));
    rows.extend(listed.iter().filter(|row| row.value == Value::Unknown));

    let mut marks = marks(scene, Facet::Year, Key::ByYear, Key::SumsYear, &rows, Orientation::Columns);
    if scene.selection.measure == Measure::People && !marks.empty {
        marks.notes.insert(0, scene.locale.say(Key::LegendMarks));
    }
    let ticks = marks.chart.scale.ticks().into_iter().map(|tick| scene.locale.number(tick)).collect();
    for (row, words_of) in rows.iter().zip(&mut marks.rows) {
        // A year without activities says so, and is not labelled with a dash.
        if row.activities == 0 {
            *words_of = words(scene, Facet::Year, row, &marks.chart.scale);
            words_of.number = String::new();
        }
    }
    Years { marks, ticks, hint: scene.locale.say(Key::YearHint) }
}

fn data_years(scene: &Scene) -> impl Iterator<Item = u16> {
    scene.index.years().into_iter().flat_map(|(first, last)| [first, last])
}

fn nothing(scene: &Scene, value: &Value) -> FacetRow {
    let none = Tally { low: 0, high: Some(0), qualifier: Qualifier::None, counted: 0, uncounted: 0 };
    let selected = scene.selection.contains(Facet::Year, value);
    FacetRow { value: value.clone(), selected, activities: 0, people: none, planned: none, firm: None }
}
