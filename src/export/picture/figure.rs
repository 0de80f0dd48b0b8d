//! What is in a picture, as plain data: the one place that knows how `view` says a chart.

use crate::charts::{Chart, Orientation};
use crate::export::Page;
use crate::locale::Key;
use crate::model::Text;
use crate::view::{Block, Marks, Scene, bars, filter_sentence, foot, goals, years};

/// What is in a picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What the chart shows.
    pub title: String,
    /// Which view it is of.
    pub filter: String,
    /// In which measure.
    pub measure: String,
    /// For each mark its label, its number, and how many activities it rests on, which may be empty.
    pub rows: Vec<[String; 3]>,
    /// The marks.
    pub chart: Chart,
    /// The numbers at the grid lines, from 0 upwards.
    pub ticks: Vec<String>,
    /// How to read it.
    pub notes: Vec<String>,
    /// Who publishes the data, of when they are, under which terms, and where the view is.
    pub source: Vec<String>,
    /// Bars grow to the left, and lines of text begin at the right.
    pub mirrored: bool,
}

/// The picture of a block; `None` for a block that has none.
pub fn figure(scene: &Scene, block: Block, page: &Page) -> Option<Figure> {
    let (marks, ticks) = match block {
        Block::Year => {
            let years = years(scene);
            Some((years.marks, years.ticks))
        }
        Block::Goal => Some((goals(scene).marks, Vec::new())),
        _ => bars(scene, block).map(|marks| (marks, Vec::new())),
    }?;
    let goals = block == Block::Goal;
    let Marks { title, subtitle, rows, mut chart, legend, note, .. } = marks;
    let meanings: Vec<String> = legend.into_iter().map(|(_, meaning)| meaning).collect();
    let notes = Some(meanings.join(" · ")).filter(|line| !line.is_empty()).into_iter().chain(note).collect();
    // In a picture nothing is chosen: it shows what it shows.
    chart.marks.iter_mut().for_each(|mark| mark.faded = false);
    let rows = rows.into_iter().map(|row| {
        let label = match row.value.number().filter(|_| goals) {
            Some(number) => format!("{number} {}", row.label),
            None => row.label,
        };
        let number = if chart.orientation == Orientation::Columns { row.short } else { row.number };
        let beside: Vec<String> = [row.activities, row.beside].into_iter().filter(|text| !text.is_empty()).collect();
        [label, number, beside.join(" · ")]
    });
    let foot = foot(scene);
    let source = scene.data.publisher.as_ref();
    let source = match (foot.data, source) {
        (Some(data), Some(_)) => Some(data),
        (data, publisher) => {
            data.or(publisher.map(|name: &Text| scene.locale.fill(Key::PictureSource, &[("publisher", name)])))
        }
    };
    let source: Vec<String> = source.into_iter().chain(foot.license.map(|(license, _)| license)).collect();
    Some(Figure {
        title,
        filter: filter_sentence(scene),
        measure: subtitle,
        rows: rows.collect(),
        ticks: if chart.orientation == Orientation::Columns { ticks } else { Vec::new() },
        chart,
        notes,
        source: [source.join(" · "), page.link.clone()].into_iter().filter(|line| !line.is_empty()).collect(),
        mirrored: scene.locale.language() == "ar",
    })
}
