//! Bars: labels in a column, and each number beyond the end of its bar.

use super::builder::{LABEL, MARGIN, NUMBER, PictureLayout, SMALL, strip};
use crate::charts::Chart;
use crate::export::picture::text_width::{width, wrap};
use crate::export::picture::{Row, TextAnchor};

/// Lays out bars.
pub(super) fn place(layout: &mut PictureLayout, chart: &Chart, rows: &[Row]) {
    let widest = |column: usize, size: f64| {
        let texts = rows.iter().filter_map(|row| row.get(column));
        texts.map(|text| width(text, size)).fold(0.0, f64::max)
    };
    let facet_total = |number: &str| width(number, NUMBER.size * 1.1) + 8.0;
    let numbers = rows.iter().map(|[_, number, beside]| facet_total(number) + width(beside, SMALL.size));
    let numbers = numbers.fold(0.0, f64::max) + 12.0;
    let labels = widest(0, LABEL.size).clamp(60.0, 300.0);
    let first = MARGIN + labels + 14.0;
    let length = (layout.wide - MARGIN - first - numbers).max(120.0);
    // Plans lie under what was reached, and take a third of the breadth.
    let strip = strip(chart);
    let breadth = if strip < 1.0 { 24.0 } else { 18.0 };
    let mut slots = Vec::new();
    for ([label, number, beside], mark) in rows.iter().zip(&chart.marks) {
        let lines = wrap(label, LABEL.size, labels);
        let height = (lines.len().max(1) as f64 * 17.0).max(breadth) + 11.0;
        let top = layout.y + (height - breadth) / 2.0;
        // Words stand beside what was reached.
        let middle = top + breadth * strip / 2.0;
        let above = (lines.len().max(1) - 1) as f64 * 8.5;
        for (at, line) in lines.iter().enumerate() {
            layout.text(line, MARGIN, middle + 5.0 - above + at as f64 * 17.0, LABEL, TextAnchor::Start);
        }
        slots.push(layout.slot(first, top, length, breadth));
        let end = first + length * chart.scale.share(mark.end.upper(mark.low)).max(0.004) + 9.0;
        layout.text(number, end, middle + 5.0, NUMBER, TextAnchor::Start);
        layout.text(beside, end + facet_total(number), middle + 5.0, SMALL, TextAnchor::Start);
        layout.y += height;
    }
    layout.marks(chart, slots);
}
