//! Where everything stands in a picture: words above, the chart, what its forms mean, words below.

mod bars;
mod builder;
mod columns;
mod grid;

use self::builder::{FILTER, MARGIN, PictureLayout, SMALL, TITLE, WIDTH};
use super::{Picture, PictureChart, PictureContent};

/// Lays out a figure.
pub fn picture(picture_content: &PictureContent) -> Picture {
    let wide = match &picture_content.body {
        PictureChart::Grid(years, rows) => grid::wide(years, rows),
        _ => WIDTH,
    };
    let mut layout =
        PictureLayout { wide, y: MARGIN, mirrored: picture_content.mirrored, texts: Vec::new(), drawings: Vec::new() };
    layout.lines(&picture_content.title, TITLE);
    layout.lines(&picture_content.filter, FILTER);
    layout.lines(&picture_content.measure, SMALL);
    layout.y += 16.0;
    match &picture_content.body {
        PictureChart::Bars(chart, rows) => bars::place(&mut layout, chart, rows),
        PictureChart::Columns(chart, rows, ticks) => columns::place(&mut layout, chart, rows, ticks),
        PictureChart::Grid(years, rows) => grid::place(&mut layout, years, rows),
    }
    layout.y += 12.0;
    layout.legend(&picture_content.legend);
    for note in &picture_content.notes {
        layout.lines(note, SMALL);
    }
    layout.y += 8.0;
    for line in &picture_content.source {
        layout.lines(line, SMALL);
    }
    let height = (layout.y + MARGIN - 8.0).ceil() as u32;
    let PictureLayout { texts, drawings, .. } = layout;
    Picture {
        title: picture_content.title.clone(),
        width: wide as u32,
        height,
        mirrored: picture_content.mirrored,
        drawings,
        texts,
    }
}
