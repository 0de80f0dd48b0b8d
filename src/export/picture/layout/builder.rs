//! A picture that is laid out from top to bottom. Positions count from the side where lines of text begin.

use crate::charts::{Chart, Colour, MarkRect, REACHED_BREADTH, Shapes};
use crate::export::picture::legend_samples::{self, LegendSample};
use crate::export::picture::text_width::{text_width, wrap};
use crate::export::picture::{Drawing, TextAnchor, TextLine, TextStyle};

/// The width of a picture, unless a matrix needs more.
pub(super) const WIDTH: f64 = 960.0;
pub(super) const MARGIN: f64 = 32.0;
pub(super) const TEXT_COLOUR: Colour = Colour(0x17, 0x21, 0x2b);
pub(super) const MUTED_COLOUR: Colour = Colour(0x5b, 0x68, 0x75);
pub(super) const BACKGROUND: Colour = Colour(0xff, 0xff, 0xff);
pub(super) const TITLE: TextStyle = TextStyle { size: 24.0, bold: true, colour: TEXT_COLOUR };
pub(super) const FILTER: TextStyle = TextStyle { size: 15.0, bold: false, colour: TEXT_COLOUR };
pub(super) const LABEL: TextStyle = TextStyle { size: 14.0, bold: false, colour: TEXT_COLOUR };
pub(super) const NUMBER: TextStyle = TextStyle { size: 14.0, bold: true, colour: TEXT_COLOUR };
pub(super) const SMALL: TextStyle = TextStyle { size: 12.0, bold: false, colour: MUTED_COLOUR };

/// The height of a line of a row's label.
pub(super) const ROW_LABEL_LINE: f64 = 17.0;

/// A picture under construction: `y` is the upper end of the free space.
pub(super) struct PictureBuilder {
    pub(super) width: f64,
    pub(super) y: f64,
    pub(super) mirrored: bool,
    pub(super) texts: Vec<TextLine>,
    pub(super) drawings: Vec<Drawing>,
}

impl PictureBuilder {
    /// The x position at this distance from the side where lines begin.
    pub(super) fn x_from_start(&self, x: f64) -> f64 {
        if self.mirrored { self.width - x } else { x }
    }

    /// The rectangle that begins at this distance from the side where lines begin.
    pub(super) fn rect(&self, x: f64, y: f64, width: f64, height: f64) -> MarkRect {
        MarkRect { x: if self.mirrored { self.width - x - width } else { x }, y, width, height }
    }

    pub(super) fn text(&mut self, text: &str, x: f64, y: f64, style: TextStyle, anchor: TextAnchor) {
        if !text.is_empty() {
            let (text, x) = (text.to_owned(), self.x_from_start(x));
            self.texts.push(TextLine { text, x, y, style, anchor, rotated: false });
        }
    }

    /// The lines of a row's label, centred on `y`.
    pub(super) fn row_label(&mut self, lines: &[String], y: f64) {
        let first = y + 5.0 - lines.len().saturating_sub(1) as f64 * ROW_LABEL_LINE / 2.0;
        for (index, line) in lines.iter().enumerate() {
            self.text(line, MARGIN, first + index as f64 * ROW_LABEL_LINE, LABEL, TextAnchor::Start);
        }
    }

    /// A paragraph over the whole width.
    pub(super) fn lines(&mut self, text: &str, style: TextStyle) {
        for line in wrap(text, style.size, self.width - 2.0 * MARGIN) {
            self.y += style.size * 1.15;
            let y = self.y;
            self.text(&line, MARGIN, y, style, TextAnchor::Start);
            self.y += style.size * 0.25;
        }
    }

    pub(super) fn marks(&mut self, chart: &Chart, rects: Vec<MarkRect>) {
        self.drawings.push(Drawing { shapes: Shapes::Marks(chart.clone()), rects });
    }

    /// The legend: samples with their meaning, side by side, in as many lines as needed.
    pub(super) fn legend(&mut self, legend: &[LegendSample]) {
        let mut x = MARGIN;
        for LegendSample { shapes, rect, width: sample_width, meaning } in legend {
            let text_start = if *sample_width > 0.0 { sample_width + 7.0 } else { 0.0 };
            let needed = text_start + text_width(meaning, SMALL.size);
            if x > MARGIN && x + needed > self.width - MARGIN {
                x = MARGIN;
                self.y += 20.0;
            }
            if *sample_width > 0.0 {
                let rect = self.rect(x + rect.x, self.y + rect.y, rect.width, rect.height);
                self.drawings.push(Drawing { shapes: shapes.clone(), rects: vec![rect] });
            }
            let y = self.y + legend_samples::HEIGHT / 2.0 + 4.5;
            self.text(meaning, x + text_start, y, SMALL, TextAnchor::Start);
            x += needed + 18.0;
        }
        if !legend.is_empty() {
            self.y += legend_samples::HEIGHT + 10.0;
        }
    }
}

/// The share of a mark's breadth for what was reached: all of it, unless the chart has plans.
pub(super) fn reached_share(chart: &Chart) -> f64 {
    if chart.has_plans() { REACHED_BREADTH } else { 1.0 }
}
