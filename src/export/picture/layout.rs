//! The layout of a picture from top to bottom: texts, the chart, its legend, texts.

mod bars;
mod builder;
mod columns;
mod matrix;

use self::builder::{FILTER, MARGIN, PictureBuilder, SMALL, TITLE, WIDTH};
use super::{Picture, PictureChart, PictureContent};

/// Lays out a picture.
pub fn picture(content: &PictureContent) -> Picture {
    let width = match &content.chart {
        PictureChart::Matrix(years, rows) => matrix::picture_width(years, rows),
        _ => WIDTH,
    };
    let mut builder =
        PictureBuilder { width, y: MARGIN, mirrored: content.mirrored, texts: Vec::new(), drawings: Vec::new() };
    builder.lines(&content.title, TITLE);
    builder.lines(&content.filter, FILTER);
    builder.lines(&content.subtitle, SMALL);
    builder.y += 16.0;
    match &content.chart {
        PictureChart::Bars(chart, rows) => bars::lay_out(&mut builder, chart, rows),
        PictureChart::Columns(chart, rows, ticks) => columns::lay_out(&mut builder, chart, rows, ticks),
        PictureChart::Matrix(years, rows) => matrix::lay_out(&mut builder, years, rows),
    }
    builder.y += 12.0;
    builder.legend(&content.legend);
    for note in &content.notes {
        builder.lines(note, SMALL);
    }
    builder.y += 8.0;
    for line in &content.source {
        builder.lines(line, SMALL);
    }
    let height = (builder.y + MARGIN - 8.0).ceil() as u32;
    let PictureBuilder { texts, drawings, .. } = builder;
    Picture { title: content.title.clone(), width: width as u32, height, mirrored: content.mirrored, drawings, texts }
}
