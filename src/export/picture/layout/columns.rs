//! The layout of columns: numbers above them, rotated if they do not fit side by side, and labels below.

use super::builder::{MARGIN, PictureBuilder, SMALL, TEXT_COLOUR, reached_share};
use crate::charts::{Chart, Mark};
use crate::export::picture::text_width::{text_width, wrap};
use crate::export::picture::{MarkLabels, TextAnchor, TextLine, TextStyle};

const HEIGHT: f64 = 280.0;
const NUMBER: TextStyle = TextStyle { colour: TEXT_COLOUR, ..SMALL };

/// Lays out columns.
pub(super) fn lay_out(builder: &mut PictureBuilder, chart: &Chart, rows: &[MarkLabels], ticks: &[String]) {
    let tick_width = ticks.iter().map(|tick| text_width(tick, SMALL.size)).fold(0.0, f64::max) + 10.0;
    let column_spacing = (builder.width - 2.0 * MARGIN - tick_width) / rows.len().max(1) as f64;
    let longest_number = rows.iter().map(|[_, number, _]| text_width(number, SMALL.size)).fold(0.0, f64::max);
    // Numbers that do not fit side by side are rotated, and must not overlap the texts above the chart.
    let rotated = longest_number + 6.0 > column_spacing;
    let number_bottom = |mark: &Mark| HEIGHT * (1.0 - chart.scale.share(mark.end.upper(mark.low))) - 6.0;
    let overflow = rows
        .iter()
        .zip(&chart.marks)
        .map(|([_, number, _], mark)| text_width(number, SMALL.size) - number_bottom(mark));
    builder.y += if rotated { overflow.fold(0.0, f64::max) + 10.0 } else { 18.0 };
    let top = builder.y;
    for (tick, number) in ticks.iter().zip(chart.scale.ticks()) {
        let share = chart.scale.share(number);
        builder.text(tick, MARGIN + tick_width - 8.0, top + HEIGHT * (1.0 - share) + 4.0, SMALL, TextAnchor::End);
    }
    // The last label is the word for the undated, which is long. If it does not fit next to the years, it is on the
    // next line.
    let widest_year = rows.iter().rev().skip(1).map(|[label, ..]| text_width(label, SMALL.size)).fold(0.0, f64::max);
    let label_interval = ((widest_year.min(60.0) + 6.0) / column_spacing).ceil().max(1.0) as usize;
    let undated_width = rows.last().map_or(0.0, |[label, ..]| text_width(label, SMALL.size));
    let undated_offset =
        if (undated_width + widest_year) / 2.0 + 6.0 > column_spacing * label_interval as f64 { 15.0 } else { 0.0 };
    let last = rows.len().saturating_sub(1);
    let breadth = (column_spacing * 0.72).min(56.0);
    // A number is above the part for what was reached, and never above the plans.
    let number_offset = breadth * (reached_share(chart) - 1.0) / 2.0;
    let mut rects = Vec::new();
    for (index, ([label, number, _], mark)) in rows.iter().zip(&chart.marks).enumerate() {
        let middle = MARGIN + tick_width + column_spacing * (index as f64 + 0.5);
        rects.push(builder.rect(middle - breadth / 2.0, top, breadth, HEIGHT));
        let number_y = top + number_bottom(mark);
        let style = if mark.outside { SMALL } else { NUMBER };
        if !rotated {
            builder.text(number, middle + number_offset, number_y, style, TextAnchor::Middle);
        } else if !number.is_empty() {
            let (text, x) = (number.clone(), builder.x_from_start(middle + number_offset) + 4.0);
            // Rotated text begins at its lower end, whatever the direction of its language.
            let anchor = if builder.mirrored { TextAnchor::End } else { TextAnchor::Start };
            builder.texts.push(TextLine { text, x, y: number_y, style, anchor, rotated });
        }
        if index == last || index % label_interval == 0 && index + label_interval <= last {
            for (line_index, line) in
                wrap(label, SMALL.size, (column_spacing * label_interval as f64).max(56.0)).iter().enumerate()
            {
                let label_y = 17.0 + line_index as f64 * 14.0 + if index == last { undated_offset } else { 0.0 };
                builder.text(line, middle, top + HEIGHT + label_y, SMALL, TextAnchor::Middle);
            }
        }
    }
    builder.y += HEIGHT + 34.0 + undated_offset;
    builder.marks(chart, rects);
}
