//! The layout of bars: labels in a column, and each number after the end of its bar.

use super::builder::{LABEL, MARGIN, MUTED_COLOUR, NUMBER, PictureBuilder, ROW_LABEL_LINE, SMALL, reached_share};
use crate::charts::Chart;
use crate::export::picture::text_width::{text_width, wrap};
use crate::export::picture::{MarkLabels, TextAnchor, TextStyle};

/// Lays out bars.
pub(super) fn lay_out(builder: &mut PictureBuilder, chart: &Chart, rows: &[MarkLabels]) {
    let widest = |column: usize, size: f64| {
        let texts = rows.iter().filter_map(|row| row.get(column));
        texts.map(|text| text_width(text, size)).fold(0.0, f64::max)
    };
    let number_width = |number: &str| text_width(number, NUMBER.size * 1.1) + 8.0;
    let numbers_width = rows.iter().map(|[_, number, extra]| number_width(number) + text_width(extra, SMALL.size));
    let numbers_width = numbers_width.fold(0.0, f64::max) + 12.0;
    let labels_width = widest(0, LABEL.size).clamp(60.0, 300.0);
    let bar_start = MARGIN + labels_width + 14.0;
    let length = (builder.width - MARGIN - bar_start - numbers_width).max(120.0);
    // The plans of a mark are drawn below what was reached, in the rest of the breadth.
    let reached_share = reached_share(chart);
    let breadth = if reached_share < 1.0 { 24.0 } else { 18.0 };
    let mut rects = Vec::new();
    for ([label, number, extra], mark) in rows.iter().zip(&chart.marks) {
        let lines = wrap(label, LABEL.size, labels_width);
        let height = (lines.len().max(1) as f64 * ROW_LABEL_LINE).max(breadth) + 11.0;
        let top = builder.y + (height - breadth) / 2.0;
        // Texts are centred on the part for what was reached.
        let middle = top + breadth * reached_share / 2.0;
        builder.row_label(&lines, middle);
        rects.push(builder.rect(bar_start, top, length, breadth));
        let end = bar_start + length * chart.scale.share(mark.end.upper(mark.low)).max(0.004) + 9.0;
        let style = if mark.outside { TextStyle { colour: MUTED_COLOUR, ..NUMBER } } else { NUMBER };
        builder.text(number, end, middle + 5.0, style, TextAnchor::Start);
        builder.text(extra, end + number_width(number), middle + 5.0, SMALL, TextAnchor::Start);
        builder.y += height;
    }
    builder.marks(chart, rects);
}
