//! The content of a picture, as plain data. This is the only module of pictures that reads the charts of `view`.

use super::legend_samples::{LegendSample, cell_sample, mark_sample, sign};
use crate::charts::{Chart, HeatmapCell, Orientation, ShadeScale};
use crate::export::CitationContext;
use crate::locale::Sentence;
use crate::model::Text;
use crate::view::{
    ChartBlock, FacetChart, MarkStyle, MarkTexts, Matrix, ViewContext, bar_chart, filter_sentence, foot, goal_chart,
    matrix, rests_on, year_chart,
};

/// The content of a picture.
#[derive(Debug, Clone, PartialEq)]
pub struct PictureContent {
    /// The title of the chart.
    pub title: String,
    /// The active filters in a sentence.
    pub filter: String,
    /// What the chart counts.
    pub subtitle: String,
    /// The chart.
    pub chart: PictureChart,
    /// The mark styles, each with a sample and its meaning.
    pub legend: Vec<LegendSample>,
    /// Sentences on how to read it.
    pub notes: Vec<String>,
    /// The publisher, date and licence of the data, and the address of the view.
    pub source: Vec<String>,
    /// Bars grow to the left, and lines of text begin at the right.
    pub mirrored: bool,
}

/// The chart of a picture.
#[derive(Debug, Clone, PartialEq)]
pub enum PictureChart {
    /// Bars, each with its texts.
    Bars(Chart, Vec<MarkLabels>),
    /// Columns, each with its texts, and the numbers at the grid lines from 0 upwards.
    Columns(Chart, Vec<MarkLabels>, Vec<String>),
    /// The headings of a matrix and its rows of cells.
    Matrix(Vec<String>, Vec<PictureMatrixRow>),
}

/// The texts of a mark: its label, its number, and further numbers, which may be empty.
pub type MarkLabels = [String; 3];

/// A row of a matrix: its label, and for each column the number and the cell; `None` for an empty cell.
pub type PictureMatrixRow = (String, Vec<Option<(String, HeatmapCell)>>);

/// The content of the picture of a block.
pub fn picture_content(context: &ViewContext, block: ChartBlock, cited: &CitationContext) -> Option<PictureContent> {
    let mut content = match block {
        ChartBlock::Year => {
            let years = year_chart(context);
            column_content(context, years.facet_chart, years.ticks)
        }
        ChartBlock::Matrix => matrix_content(matrix(context)),
        ChartBlock::Goal => {
            let goals = goal_chart(context);
            let unseen: Vec<String> = goals.unseen.iter().map(|(number, _)| number.to_string()).collect();
            let mut content = bar_content(context, goals.facet_chart);
            content.notes.insert(0, goals.basis);
            if !unseen.is_empty() {
                let line = [context.locale.say(Sentence::GoalsUnseen), unseen.join(" · ")];
                content.notes.insert(0, line.join(": "));
            }
            content
        }
        _ => bar_content(context, bar_chart(context, block)?),
    };
    content.filter = filter_sentence(context);
    if content.subtitle.is_empty() {
        content.subtitle = rests_on(context, block);
    }
    content.source = source_lines(context, cited);
    content.mirrored = context.locale.direction() == "rtl";
    Some(content)
}

fn bar_content(context: &ViewContext, facet_chart: FacetChart) -> PictureContent {
    let goals = facet_chart.block == ChartBlock::Goal;
    let rows = facet_chart.mark_texts.iter().map(|row| {
        let label = match row.value.number().filter(|_| goals) {
            Some(number) => format!("{number} {}", row.label),
            None => row.label.clone(),
        };
        [label, row.number.clone(), beside(context, row)]
    });
    let rows = rows.collect();
    let mut content = mark_content(&facet_chart, Orientation::Bars);
    content.chart = PictureChart::Bars(facet_chart.chart, rows);
    content
}

fn column_content(context: &ViewContext, facet_chart: FacetChart, ticks: Vec<String>) -> PictureContent {
    let rows =
        facet_chart.mark_texts.iter().map(|row| [row.label.clone(), row.short_number.clone(), String::new()]).collect();
    // There is no space at a column for the number of its plans, so plans are listed in a note.
    let planned = facet_chart.mark_texts.iter().filter(|row| !row.planned.is_empty());
    let planned_line = |number: &str| context.locale.fill(Sentence::PlannedLine, &[("number", number)]);
    let planned: Vec<String> = planned.map(|row| format!("{}: {}", row.label, planned_line(&row.planned))).collect();
    let mut content = mark_content(&facet_chart, Orientation::Columns);
    if !planned.is_empty() {
        content.notes.insert(0, planned.join(" · "));
    }
    content.chart = PictureChart::Columns(facet_chart.chart, rows, ticks);
    content
}

/// The title, subtitle, legend and note of a chart of bars or columns.
fn mark_content(facet_chart: &FacetChart, orientation: Orientation) -> PictureContent {
    let legend = facet_chart.legend.iter().map(|(style, meaning)| mark_sample(*style, orientation, meaning.clone()));
    let notes = facet_chart.note.iter().cloned().collect();
    content_without_chart(facet_chart.title.clone(), facet_chart.subtitle.clone(), legend.collect(), notes)
}

fn matrix_content(matrix: Matrix) -> PictureContent {
    let cell = |shade| HeatmapCell { shade, at_least: false, planned: false, outside: false };
    let shades = matrix.shades.into_iter().map(|(shade, range)| cell_sample(cell(shade), range));
    let styles = matrix.legend.into_iter().map(|(style, meaning)| {
        let sample = match style {
            MarkStyle::About => return sign(meaning),
            MarkStyle::Planned => HeatmapCell { planned: true, ..cell(0) },
            MarkStyle::NoNumber => cell(0),
            MarkStyle::Outside => HeatmapCell { outside: true, ..cell(1) },
            _ => HeatmapCell { at_least: true, ..cell(ShadeScale::MAX) },
        };
        cell_sample(sample, meaning)
    });
    let legend = shades.chain(styles).collect();
    let mut content = content_without_chart(matrix.title, matrix.subtitle, legend, matrix.note.into_iter().collect());
    let rows = matrix.rows.into_iter().map(|row| {
        let cells = row.cells.into_iter().map(|cell| {
            let cell = cell?;
            // The symbol for no number could not be read on the lines of plans, which say the same.
            let number = if cell.heatmap_cell.planned { String::new() } else { cell.number };
            Some((number, cell.heatmap_cell))
        });
        (row.label, cells.collect())
    });
    content.chart = PictureChart::Matrix(matrix.years, rows.collect());
    content
}

fn content_without_chart(
    title: String,
    measure: String,
    legend: Vec<LegendSample>,
    notes: Vec<String>,
) -> PictureContent {
    let body = PictureChart::Matrix(Vec::new(), Vec::new());
    PictureContent {
        title,
        filter: String::new(),
        subtitle: measure,
        chart: body,
        legend,
        notes,
        source: Vec::new(),
        mirrored: false,
    }
}

/// What follows the number of a bar: its activities, its plans, and activities whose goal is only inferred.
fn beside(context: &ViewContext, row: &MarkTexts) -> String {
    let locale = context.locale;
    let line = |sentence, number: &String| (!number.is_empty()).then(|| locale.fill(sentence, &[("number", number)]));
    let texts = [
        line(Sentence::PictureActivities, &row.activities),
        line(Sentence::PlannedLine, &row.planned),
        line(Sentence::PictureInferred, &row.inferred),
    ];
    texts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn source_lines(context: &ViewContext, cited: &CitationContext) -> Vec<String> {
    let foot = foot(context);
    let publisher_line = |name: &Text| context.locale.fill(Sentence::PictureSource, &[("publisher", name)]);
    let data = match (foot.data, &context.data.publisher, &context.data.updated) {
        // A publisher and no date: the name alone would not show that it is the publisher.
        (Some(_), Some(name), None) => Some(publisher_line(name)),
        (data, ..) => data,
    };
    let line: Vec<String> = data.into_iter().chain(foot.license.map(|(license, _)| license)).collect();
    [line.join(" · "), cited.address.clone()].into_iter().filter(|line| !line.is_empty()).collect()
}
