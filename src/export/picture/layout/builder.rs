//! A picture that is laid out from the top down.

use crate::charts::{Chart, Colour, REACHED_BREADTH, Shapes, Slot};
use crate::export::picture::legend_samples::{self, LegendSample};
use crate::export::picture::text_width::{width, wrap};
use crate::export::picture::{Drawing, TextAnchor, TextLine, TextStyle};

/// How wide a picture is, unless a matrix needs more.
pub(super) const WIDTH: f64 = 960.0;
pub(super) const MARGIN: f64 = 32.0;
pub(super) const INK: Colour = Colour(0x17, 0x21, 0x2b);
pub(super) const MUTED: Colour = Colour(0x5b, 0x68, 0x75);
pub(super) const PAPER: Colour = Colour(0xff, 0xff, 0xff);
pub(super) const TITLE: TextStyle = TextStyle { size: 24.0, bold: true, colour: INK };
pub(super) const FILTER: TextStyle = TextStyle { size: 15.0, bold: false, colour: INK };
pub(super) const LABEL: TextStyle = TextStyle { size: 14.0, bold: false, colour: INK };
pub(super) const NUMBER: TextStyle = TextStyle { size: 14.0, bold: true, colour: INK };
pub(super) const SMALL: TextStyle = TextStyle { size: 12.0, bold: false, colour: MUTED };

/// A sheet that is filled from the top.
pub(super) struct PictureLayout {
    pub(super) wide: f64,
    pub(super) y: f64,
    pub(super) mirrored: bool,
    pub(super) texts: Vec<TextLine>,
    pub(super) drawings: Vec<Drawing>,
}

impl PictureLayout {
    /// The place that lies so far from the side where lines begin.
    pub(super) fn along(&self, x: f64) -> f64 {
        if self.mirrored { self.wide - x } else { x }
    }

    /// The slot that begins so far from that side.
    pub(super) fn slot(&self, x: f64, y: f64, width: f64, height: f64) -> Slot {
        Slot { x: if self.mirrored { self.wide - x - width } else { x }, y, width, height }
    }

    pub(super) fn text(&mut self, text: &str, x: f64, y: f64, style: TextStyle, anchor: TextAnchor) {
        if !text.is_empty() {
            let (text, x) = (text.to_owned(), self.along(x));
            self.texts.push(TextLine { text, x, y, style, anchor, turned: false });
        }
    }

    /// A paragraph over the whole width.
    pub(super) fn lines(&mut self, text: &str, style: TextStyle) {
        for line in wrap(text, style.size, self.wide - 2.0 * MARGIN) {
            self.y += style.size * 1.15;
            let y = self.y;
            self.text(&line, MARGIN, y, style, TextAnchor::Start);
            self.y += style.size * 0.25;
        }
    }

    pub(super) fn marks(&mut self, chart: &Chart, slots: Vec<Slot>) {
        self.drawings.push(Drawing { shapes: Shapes::Marks(chart.clone()), slots });
    }

    /// Samples with their meaning, side by side as far as there is room.
    pub(super) fn legend(&mut self, legend: &[LegendSample]) {
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
pub(super) fn strip(chart: &Chart) -> f64 {
    if chart.marks.iter().any(|mark| mark.planned.is_some()) { REACHED_BREADTH } else { 1.0 }
}
