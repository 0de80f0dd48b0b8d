//! Where everything stands in a picture: words above, the chart, what its forms mean, words below.

mod bars;
mod columns;
mod grid;

use super::legend_samples;
use super::text_width::{width, wrap};
use super::{Drawing, LegendSample, Picture, PictureChart, PictureContent, Shapes, TextAnchor, TextLine, TextStyle};
use crate::charts::{Chart, Colour, REACHED_BREADTH, Slot};

/// How wide a picture is, unless a matrix needs more.
const WIDTH: f64 = 960.0;
const MARGIN: f64 = 32.0;
const INK: Colour = Colour(0x17, 0x21, 0x2b);
const MUTED: Colour = Colour(0x5b, 0x68, 0x75);
const PAPER: Colour = Colour(0xff, 0xff, 0xff);
const TITLE: TextStyle = TextStyle { size: 24.0, bold: true, colour: INK };
const FILTER: TextStyle = TextStyle { size: 15.0, bold: false, colour: INK };
const LABEL: TextStyle = TextStyle { size: 14.0, bold: false, colour: INK };
const NUMBER: TextStyle = TextStyle { size: 14.0, bold: true, colour: INK };
const SMALL: TextStyle = TextStyle { size: 12.0, bold: false, colour: MUTED };

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

/// A sheet that is filled from the top.
struct PictureLayout {
    wide: f64,
    y: f64,
    mirrored: bool,
    texts: Vec<TextLine>,
    drawings: Vec<Drawing>,
}

impl PictureLayout {
    /// The place that lies so far from the side where lines begin.
    fn along(&self, x: f64) -> f64 {
        if self.mirrored { self.wide - x } else { x }
    }

    /// The slot that begins so far from that side.
    fn slot(&self, x: f64, y: f64, width: f64, height: f64) -> Slot {
        Slot { x: if self.mirrored { self.wide - x - width } else { x }, y, width, height }
    }

    fn text(&mut self, text: &str, x: f64, y: f64, style: TextStyle, anchor: TextAnchor) {
        if !text.is_empty() {
            let (text, x) = (text.to_owned(), self.along(x));
            self.texts.push(TextLine { text, x, y, style, anchor, turned: false });
        }
    }

    /// A paragraph over the whole width.
    fn lines(&mut self, text: &str, style: TextStyle) {
        for line in wrap(text, style.size, self.wide - 2.0 * MARGIN) {
            self.y += style.size * 1.15;
            let y = self.y;
            self.text(&line, MARGIN, y, style, TextAnchor::Start);
            self.y += style.size * 0.25;
        }
    }

    fn marks(&mut self, chart: &Chart, slots: Vec<Slot>) {
        self.drawings.push(Drawing { shapes: Shapes::Marks(chart.clone()), slots });
    }

    /// Samples with their meaning, side by side as far as there is room.
    fn legend(&mut self, legend: &[LegendSample]) {
        let mut x = MARGIN;
        for LegendSample { shapes, slot, width: sample, meaning } in legend {
            let taken = sample + 7.0 + width(meaning, SMALL.size);
            if x > MARGIN && x + taken > self.wide - MARGIN {
                x = MARGIN;
                self.y += 20.0;
            }
            let slot = self.slot(x + slot.x, self.y + slot.y, slot.width, slot.height);
            self.drawings.push(Drawing { shapes: shapes.clone(), slots: vec![slot] });
            let y = self.y + legend_samples::HEIGHT / 2.0 + 4.5;
            self.text(meaning, x + sample + 7.0, y, SMALL, TextAnchor::Start);
            x += taken + 18.0;
        }
        if !legend.is_empty() {
            self.y += legend_samples::HEIGHT + 10.0;
        }
    }
}

/// How much of a mark's breadth is for what was reached: all, unless the chart has plans.
fn strip(chart: &Chart) -> f64 {
    if chart.marks.iter().any(|mark| mark.planned.is_some()) { REACHED_BREADTH } else { 1.0 }
}
