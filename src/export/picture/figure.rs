//! What is in a picture, as plain data: the one place that knows how `view` says a chart.

use super::samples::{Sample, of_cell, of_mark};
use crate::charts::{Chart, GridCell, Orientation, ShadeScale};
use crate::export::Page;
use crate::locale::Key;
use crate::model::Text;
use crate::view::{Block, Form, Marks, Matrix, Scene, bars, filter_sentence, foot, goals, matrix, years};

/// What is in a picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What the chart shows.
    pub title: String,
    /// Which view it is of.
    pub filter: String,
    /// What it rests on.
    pub measure: String,
    /// The chart.
    pub body: Body,
    /// What its forms mean.
    pub legend: Vec<Sample>,
    /// How to read it.
    pub notes: Vec<String>,
    /// Who publishes the data, of when they are, under which terms, and where the view is.
    pub source: Vec<String>,
    /// Bars grow to the left, and lines of text begin at the right.
    pub mirrored: bool,
}

/// The chart of a picture.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    /// Bars, each with its words.
    Bars(Chart, Vec<Row>),
    /// Columns, each with its words, and the numbers at the grid lines from 0 upwards.
    Columns(Chart, Vec<Row>, Vec<String>),
    /// Rows of cells under their headings.
    Grid(Vec<String>, Vec<GridRow>),
}

impl Body {
    /// Whether a part of it is drawn back: what the filter leaves out, which a chart of that facet shows all the same.
    fn is_faded(&self) -> bool {
        match self {
            Body::Bars(chart, _) | Body::Columns(chart, ..) => chart.marks.iter().any(|mark| mark.faded),
            Body::Grid(_, rows) => rows.iter().flat_map(|(_, cells)| cells.iter().flatten()).any(|(_, ink)| ink.faded),
        }
    }
}

/// The words of a mark: its label, its number, and what stands beside that, which may be empty.
pub type Row = [String; 3];

/// A row of cells: its label, and for each place the number in it and how it is drawn.
pub type GridRow = (String, Vec<Option<(String, GridCell)>>);

/// The picture of a block.
pub fn figure(scene: &Scene, block: Block, page: &Page) -> Option<Figure> {
    let mut figure = match block {
        Block::Year => {
            let years = years(scene);
            columns(years.marks, years.ticks)
        }
        Block::Matrix => grid(matrix(scene)),
        Block::Goal => {
            let goals = goals(scene);
            let unseen: Vec<String> = goals.unseen.iter().map(|(number, _)| number.to_string()).collect();
            let mut figure = of_bars(scene, goals.marks);
            figure.measure = format!("{} {}", figure.measure, goals.basis);
            if !unseen.is_empty() {
                let line = [scene.locale.say(Key::GoalsUnseen), unseen.join(" · ")];
                figure.notes.insert(0, line.join(": "));
            }
            figure
        }
        _ => of_bars(scene, bars(scene, block)?),
    };
    if figure.body.is_faded() {
        figure.notes.insert(0, scene.locale.say(Key::PictureFaded));
    }
    figure.filter = filter_sentence(scene);
    figure.source = source(scene, page);
    figure.mirrored = scene.locale.direction() == "rtl";
    Some(figure)
}

fn of_bars(scene: &Scene, marks: Marks) -> Figure {
    let goals = marks.block == Block::Goal;
    let rows = marks.rows.iter().map(|row| {
        let label = match row.value.number().filter(|_| goals) {
            Some(number) => format!("{number} {}", row.label),
            None => row.label.clone(),
        };
        [label, row.number.clone(), beside(&[&row.activities, &row.beside])]
    });
    let rows = rows.collect();
    let about = marks.rows.iter().any(|row| !row.activities.is_empty());
    let mut figure = around(&marks, Orientation::Bars);
    if about {
        figure.measure = format!("{} {}", figure.measure, scene.locale.say(Key::GreyFigures));
    }
    figure.body = Body::Bars(marks.chart, rows);
    figure
}

fn columns(marks: Marks, ticks: Vec<String>) -> Figure {
    let rows = marks.rows.iter().map(|row| [row.label.clone(), row.short.clone(), String::new()]).collect();
    // Beside a column is no room for the number of its plans.
    let planned = marks.rows.iter().filter(|row| !row.beside.is_empty());
    let planned: Vec<String> = planned.map(|row| format!("{}: {}", row.label, row.beside)).collect();
    let mut figure = around(&marks, Orientation::Columns);
    if !planned.is_empty() {
        figure.notes.insert(0, planned.join(" · "));
    }
    figure.body = Body::Columns(marks.chart, rows, ticks);
    figure
}

/// What stands around bars or columns.
fn around(marks: &Marks, orientation: Orientation) -> Figure {
    let legend = marks.legend.iter().map(|(form, meaning)| of_mark(*form, orientation, meaning.clone()));
    let notes = marks.note.iter().cloned().collect();
    empty(marks.title.clone(), marks.subtitle.clone(), legend.collect(), notes)
}

fn grid(matrix: Matrix) -> Figure {
    let cell = |shade| GridCell { shade, open: false, planned: false, faded: false };
    let shades = matrix.shades.into_iter().map(|(shade, range)| of_cell(cell(shade), range));
    let forms = matrix.legend.into_iter().map(|(form, meaning)| {
        let sample = match form {
            Form::Planned => GridCell { planned: true, ..cell(0) },
            _ => GridCell { open: true, ..cell(ShadeScale::MOST) },
        };
        of_cell(sample, meaning)
    });
    let legend = shades.chain(forms).collect();
    let mut figure = empty(matrix.title, matrix.subtitle, legend, matrix.note.into_iter().collect());
    let rows = matrix.rows.into_iter().map(|row| {
        let cells = row.cells.into_iter().map(|place| {
            let place = place?;
            // The sign for no number is not to be read on the lines of plans, which say the same.
            let number = if place.ink.planned { String::new() } else { place.number };
            Some((number, place.ink))
        });
        (row.label, cells.collect())
    });
    figure.body = Body::Grid(matrix.years, rows.collect());
    figure
}

fn empty(title: String, measure: String, legend: Vec<Sample>, notes: Vec<String>) -> Figure {
    let body = Body::Grid(Vec::new(), Vec::new());
    Figure { title, filter: String::new(), measure, body, legend, notes, source: Vec::new(), mirrored: false }
}

fn beside(texts: &[&String]) -> String {
    let texts: Vec<&str> = texts.iter().map(|text| text.as_str()).filter(|text| !text.is_empty()).collect();
    texts.join(" · ")
}

fn source(scene: &Scene, page: &Page) -> Vec<String> {
    let foot = foot(scene);
    let publisher = |name: &Text| scene.locale.fill(Key::PictureSource, &[("publisher", name)]);
    let data = match (foot.data, &scene.data.publisher, &scene.data.updated) {
        // Who publishes the data, and no date: the name alone would not say what it is.
        (Some(_), Some(name), None) => Some(publisher(name)),
        (data, ..) => data,
    };
    let line: Vec<String> = data.into_iter().chain(foot.license.map(|(license, _)| license)).collect();
    [line.join(" · "), page.link.clone()].into_iter().filter(|line| !line.is_empty()).collect()
}
