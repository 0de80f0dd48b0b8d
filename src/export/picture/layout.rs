//! The layout of a picture from top to bottom: texts, the chart, its legend, texts.

mod bars;
mod builder;
mod columns;
mod grid;

use self::builder::{FILTER, MARGIN, PictureLayout, SMALL, TITLE, WIDTH};
use super::{Picture, PictureChart, PictureContent};

/// Lays out a picture.
pub fn picture(content: &PictureContent) -> Picture {
    let width = match &content.chart {
        PictureChart::Grid(years, rows) => grid::picture_width(years, rows),
        _ => WIDTH,
    };
    let mut layout =
        PictureLayout { width, y: MARGIN, mirrored: content.mirrored, texts: Vec::new(), drawings: Vec::new() };
    layout.lines(&content.title, TITLE);
    layout.lines(&content.filter, FILTER);
    layout.lines(&content.subtitle, SMALL);
    layout.y += 16.0;
    match &content.chart {
        PictureChart::Bars(chart, rows) => bars::lay_out(&mut layout, chart, rows),
        PictureChart::Columns(chart, rows, ticks) => columns::lay_out(&mut layout, chart, rows, ticks),
        PictureChart::Grid(years, rows) => grid::lay_out(&mut layout, years, rows),
    }
    layout.y += 12.0;
    layout.legend(&content.legend);
    for note in &content.notes {
        layout.lines(note, SMALL);
    }
    layout.y += 8.0;
    for line in &content.source {
        layout.lines(line, SMALL);
    }
    let height = (layout.y + MARGIN - 8.0).ceil() as u32;
    let PictureLayout { texts, drawings, .. } = layout;
    Picture { title: content.title.clone(), width: width as u32, height, mirrored: content.mirrored, drawings, texts }
}
