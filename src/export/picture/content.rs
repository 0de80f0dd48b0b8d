//! What is in a picture, as plain data: the one place that knows how `view` says a chart.

use super::legend_samples::{LegendSample, of_cell, of_mark};
use crate::charts::{Chart, GridCell, Orientation, ShadeScale};
use crate::export::PageInfo;
use crate::locale::Sentence;
use crate::model::Text;
use crate::view::{
    ChartBlock, FacetChart, MarkStyle, Matrix, ViewContext, bar_chart, filter_sentence, foot, goal_chart, matrix,
    year_chart,
};

/// What is in a picture.
#[derive(Debug, Clone, PartialEq)]
pub struct PictureContent {
    /// What the chart shows.
    pub title: String,
    /// Which view it is of.
    pub filter: String,
    /// What it rests on.
    pub measure: String,
    /// The chart.
    pub body: PictureChart,
    /// What its forms mean.
    pub legend: Vec<LegendSample>,
    /// How to read it.
    pub notes: Vec<String>,
    /// Who publishes the data, of when they are, under which terms, and where the view is.
    pub source: Vec<String>,
    /// Bars grow to the left, and lines of text begin at the right.
    pub mirrored: bool,
}

/// The chart of a picture.
#[derive(Debug, Clone, PartialEq)]
pub enum PictureChart {
    /// Bars, each with its words.
    Bars(Chart, Vec<Row>),
    /// Columns, each with its words, and the numbers at the grid lines from 0 upwards.
    Columns(Chart, Vec<Row>, Vec<String>),
    /// Rows of cells under their headings.
    Grid(Vec<String>, Vec<GridRow>),
}

impl PictureChart {
    /// Whether a part of it is drawn back: what the filter leaves out, which a chart of that facet shows all the same.
    fn is_faded(&self) -> bool {
        match self {
            PictureChart::Bars(chart, _) | PictureChart::Columns(chart, ..) => {
                chart.marks.iter().any(|mark| mark.faded)
            }
            PictureChart::Grid(_, rows) => {
                rows.iter().flat_map(|(_, cells)| cells.iter().flatten()).any(|(_, ink)| ink.faded)
            }
        }
    }
}

/// The words of a mark: its label, its number, and what stands beside that, which may be empty.
pub type Row = [String; 3];

/// A row of cells: its label, and for each place the number in it and how it is drawn.
pub type GridRow = (String, Vec<Option<(String, GridCell)>>);

/// The picture of a block.
pub fn picture_content(context: &ViewContext, block: ChartBlock, page: &PageInfo) -> Option<PictureContent> {
    let mut picture_content = match block {
        ChartBlock::Year => {
            let years = year_chart(context);
            columns(years.marks, years.ticks)
        }
        ChartBlock::Matrix => grid(matrix(context)),
        ChartBlock::Goal => {
            let goals = goal_chart(context);
            let unseen: Vec<String> = goals.unseen.iter().map(|(number, _)| number.to_string()).collect();
            let mut picture_content = of_bars(context, goals.marks);
            picture_content.measure = format!("{} {}", picture_content.measure, goals.basis);
            if !unseen.is_empty() {
                let line = [context.locale.say(Sentence::GoalsUnseen), unseen.join(" · ")];
                picture_content.notes.insert(0, line.join(": "));
            }
            picture_content
        }
        _ => of_bars(context, bar_chart(context, block)?),
    };
    if picture_content.body.is_faded() {
        picture_content.notes.insert(0, context.locale.say(Sentence::PictureFaded));
    }
    picture_content.filter = filter_sentence(context);
    picture_content.source = source(context, page);
    picture_content.mirrored = context.locale.direction() == "rtl";
    Some(picture_content)
}

fn of_bars(context: &ViewContext, marks: FacetChart) -> PictureContent {
    let goals = marks.block == ChartBlock::Goal;
    let rows = marks.rows.iter().map(|row| {
        let label = match row.value.number().filter(|_| goals) {
            Some(number) => format!("{number} {}", row.label),
            None => row.label.clone(),
        };
        [label, row.number.clone(), beside(&[&row.activities, &row.beside])]
    });
    let rows = rows.collect();
    let about = marks.rows.iter().any(|row| !row.activities.is_empty());
    let mut picture_content = around(&marks, Orientation::Bars);
    if about {
        picture_content.measure = format!("{} {}", picture_content.measure, context.locale.say(Sentence::GreyFigures));
    }
    picture_content.body = PictureChart::Bars(marks.chart, rows);
    picture_content
}

fn columns(marks: FacetChart, ticks: Vec<String>) -> PictureContent {
    let rows = marks.rows.iter().map(|row| [row.label.clone(), row.short.clone(), String::new()]).collect();
    // Beside a column is no room for the number of its plans.
    let planned = marks.rows.iter().filter(|row| !row.beside.is_empty());
    let planned: Vec<String> = planned.map(|row| format!("{}: {}", row.label, row.beside)).collect();
    let mut picture_content = around(&marks, Orientation::Columns);
    if !planned.is_empty() {
        picture_content.notes.insert(0, planned.join(" · "));
    }
    picture_content.body = PictureChart::Columns(marks.chart, rows, ticks);
    picture_content
}

/// What stands around bars or columns.
fn around(marks: &FacetChart, orientation: Orientation) -> PictureContent {
    let legend = marks.legend.iter().map(|(form, meaning)| of_mark(*form, orientation, meaning.clone()));
    let notes = marks.note.iter().cloned().collect();
    empty(marks.title.clone(), marks.subtitle.clone(), legend.collect(), notes)
}

fn grid(matrix: Matrix) -> PictureContent {
    let cell = |shade| GridCell { shade, open: false, planned: false, faded: false };
    let shades = matrix.shades.into_iter().map(|(shade, range)| of_cell(cell(shade), range));
    let forms = matrix.legend.into_iter().map(|(form, meaning)| {
        let sample = match form {
            MarkStyle::Planned => GridCell { planned: true, ..cell(0) },
            _ => GridCell { open: true, ..cell(ShadeScale::MOST) },
        };
        of_cell(sample, meaning)
    });
    let legend = shades.chain(forms).collect();
    let mut picture_content = empty(matrix.title, matrix.subtitle, legend, matrix.note.into_iter().collect());
    let rows = matrix.rows.into_iter().map(|row| {
        let cells = row.cells.into_iter().map(|place| {
            let place = place?;
            // The sign for no number is not to be read on the lines of plans, which say the same.
            let number = if place.ink.planned { String::new() } else { place.number };
            Some((number, place.ink))
        });
        (row.label, cells.collect())
    });
    picture_content.body = PictureChart::Grid(matrix.years, rows.collect());
    picture_content
}

fn empty(title: String, measure: String, legend: Vec<LegendSample>, notes: Vec<String>) -> PictureContent {
    let body = PictureChart::Grid(Vec::new(), Vec::new());
    PictureContent { title, filter: String::new(), measure, body, legend, notes, source: Vec::new(), mirrored: false }
}

fn beside(texts: &[&String]) -> String {
    let texts: Vec<&str> = texts.iter().map(|text| text.as_str()).filter(|text| !text.is_empty()).collect();
    texts.join(" · ")
}

fn source(context: &ViewContext, page: &PageInfo) -> Vec<String> {
    let foot = foot(context);
    let publisher = |name: &Text| context.locale.fill(Sentence::PictureSource, &[("publisher", name)]);
    let data = match (foot.data, &context.data.publisher, &context.data.updated) {
        // Who publishes the data, and no date: the name alone would not say what it is.
        (Some(_), Some(name), None) => Some(publisher(name)),
        (data, ..) => data,
    };
    let line: Vec<String> = data.into_iter().chain(foot.license.map(|(license, _)| license)).collect();
    [line.join(" · "), page.link.clone()].into_iter().filter(|line| !line.is_empty()).collect()
}
