//! Where everything stands in a picture: words above, the chart, what its forms mean, words below.

mod bars;
mod columns;
mod grid;

use super::samples;
use super::words::{width, wrap};
use super::{Anchor, Body, Drawing, Figure, Line, Picture, Sample, Shapes, Type};
use crate::charts::{Chart, Colour, REACHED_BREADTH, Slot};

/// How wide a picture is, unless a matrix needs more.
const WIDTH: f64 = 960.0;
const MARGIN: f64 = 32.0;
const INK: Colour = Colour(0x17, 0x21, 0x2b);
const MUTED: Colour = Colour(0x5b, 0x68, 0x75);
const PAPER: Colour = Colour(0xff, 0xff, 0xff);
const TITLE: Type = Type { size: 24.0, bold: true, colour: INK };
const FILTER: Type = Type { size: 15.0, bold: false, colour: INK };
const LABEL: Type = Type { size: 14.0, bold: false, colour: INK };
const NUMBER: Type = Type { size: 14.0, bold: true, colour: INK };
const SMALL: Type = Type { size: 12.0, bold: false, colour: MUTED };

/// Lays out a figure.
pub fn picture(figure: &Figure) -> Picture {
    let wide = match &figure.body {
        Body::Grid(years, rows) => grid::wide(years, rows),
        _ => WIDTH,
    };
    let mut sheet = Sheet { wide, y: MARGIN, mirrored: figure.mirrored, texts: Vec::new(), inks: Vec::new() };
    sheet.lines(&figure.title, TITLE);
    sheet.lines(&figure.filter, FILTER);
    sheet.lines(&figure.measure, SMALL);
    sheet.y += 16.0;
    match &figure.body {
        Body::Bars(chart, rows) => bars::place(&mut sheet, chart, rows),
        Body::Columns(chart, rows, ticks) => columns::place(&mut sheet, chart, rows, ticks),
        Body::Grid(years, rows) => grid::place(&mut sheet, years, rows),
    }
    sheet.y += 12.0;
    sheet.legend(&figure.legend);
    for note in &figure.notes {
        sheet.lines(note, SMALL);
    }
    sheet.y += 8.0;
    for line in &figure.source {
        sheet.lines(line, SMALL);
    }
    let height = (sheet.y + MARGIN - 8.0).ceil() as u32;
    let Sheet { texts, inks, .. } = sheet;
    Picture { title: figure.title.clone(), width: wide as u32, height, mirrored: figure.mirrored, inks, texts }
}

/// A sheet that is filled from the top.
struct Sheet {
    wide: f64,
    y: f64,
    mirrored: bool,
    texts: Vec<Line>,
    inks: Vec<Drawing>,
}

impl Sheet {
    /// The place that lies so far from the side where lines begin.
    fn along(&self, x: f64) -> f64 {
        if self.mirrored { self.wide - x } else { x }
    }

    /// The slot that begins so far from that side.
    fn slot(&self, x: f64, y: f64, width: f64, height: f64) -> Slot {
        Slot { x: if self.mirrored { self.wide - x - width } else { x }, y, width, height }
    }

    fn text(&mut self, text: &str, x: f64, y: f64, look: Type, anchor: Anchor) {
        if !text.is_empty() {
            let (text, x) = (text.to_owned(), self.along(x));
            self.texts.push(Line { text, x, y, look, anchor, turned: false });
        }
    }

    /// A paragraph over the whole width.
    fn lines(&mut self, text: &str, look: Type) {
        for line in wrap(text, look.size, self.wide - 2.0 * MARGIN) {
            self.y += look.size * 1.15;
            let y = self.y;
            self.text(&line, MARGIN, y, look, Anchor::Start);
            self.y += look.size * 0.25;
        }
    }

    fn marks(&mut self, chart: &Chart, slots: Vec<Slot>) {
        self.inks.push(Drawing { ink: Shapes::Marks(chart.clone()), slots });
    }

    /// Samples with their meaning, side by side as far as there is room.
    fn legend(&mut self, legend: &[Sample]) {
        let mut x = MARGIN;
        for Sample { ink, slot, width: sample, meaning } in legend {
            let taken = sample + 7.0 + width(meaning, SMALL.size);
            if x > MARGIN && x + taken > self.wide - MARGIN {
                x = MARGIN;
                self.y += 20.0;
            }
            let slot = self.slot(x + slot.x, self.y + slot.y, slot.width, slot.height);
            self.inks.push(Drawing { ink: ink.clone(), slots: vec![slot] });
            let y = self.y + samples::HEIGHT / 2.0 + 4.5;
            self.text(meaning, x + sample + 7.0, y, SMALL, Anchor::Start);
            x += taken + 18.0;
        }
        if !legend.is_empty() {
            self.y += samples::HEIGHT + 10.0;
        }
    }
}

/// How much of a mark's breadth is for what was reached: all, unless the chart has plans.
fn strip(chart: &Chart) -> f64 {
    if chart.marks.iter().any(|mark| mark.planned.is_some()) { REACHED_BREADTH } else { 1.0 }
}
