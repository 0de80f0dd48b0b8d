//! Columns: numbers above them, turned where they do not fit side by side, and labels below.

use super::builder::{INK, MARGIN, PictureLayout, SMALL, strip};
use crate::charts::{Chart, Mark};
use crate::export::picture::text_width::{width, wrap};
use crate::export::picture::{Row, TextAnchor, TextLine, TextStyle};

const HEIGHT: f64 = 280.0;
const NUMBER: TextStyle = TextStyle { colour: INK, ..SMALL };

/// Lays out columns.
pub(super) fn place(layout: &mut PictureLayout, chart: &Chart, rows: &[Row], ticks: &[String]) {
    let margin = ticks.iter().map(|tick| width(tick, SMALL.size)).fold(0.0, f64::max) + 10.0;
    let room = (layout.wide - 2.0 * MARGIN - margin) / rows.len().max(1) as f64;
    let longest = rows.iter().map(|[_, number, _]| width(number, SMALL.size)).fold(0.0, f64::max);
    // Where numbers do not fit side by side they are turned, and kept apart from the words above.
    let turned = longest + 6.0 > room;
    let above = |mark: &Mark| HEIGHT * (1.0 - chart.scale.share(mark.end.upper(mark.low))) - 6.0;
    let over = rows.iter().zip(&chart.marks).map(|([_, number, _], mark)| width(number, SMALL.size) - above(mark));
    layout.y += if turned { over.fold(0.0, f64::max) + 10.0 } else { 18.0 };
    let top = layout.y;
    for (at, tick) in ticks.iter().enumerate() {
        let share = at as f64 / (ticks.len().saturating_sub(1)).max(1) as f64;
        layout.text(tick, MARGIN + margin - 8.0, top + HEIGHT * (1.0 - share) + 4.0, SMALL, TextAnchor::End);
    }
    // The last is what is undated, a long word; where it has no room beside the years it has a line of its own.
    let years = rows.iter().rev().skip(1).map(|[label, ..]| width(label, SMALL.size)).fold(0.0, f64::max);
    let every = ((years.min(60.0) + 6.0) / room).ceil().max(1.0) as usize;
    let undated = rows.last().map_or(0.0, |[label, ..]| width(label, SMALL.size));
    let lower = if (undated + years) / 2.0 + 6.0 > room * every as f64 { 15.0 } else { 0.0 };
    let last = rows.len().saturating_sub(1);
    let breadth = (room * 0.72).min(56.0);
    // A number stands over what was reached, and never over plans.
    let aside = breadth * (strip(chart) - 1.0) / 2.0;
    let mut slots = Vec::new();
    for (at, ([label, number, _], mark)) in rows.iter().zip(&chart.marks).enumerate() {
        let middle = MARGIN + margin + room * (at as f64 + 0.5);
        slots.push(layout.slot(middle - breadth / 2.0, top, breadth, HEIGHT));
        let end = top + above(mark);
        if !turned {
            layout.text(number, middle + aside, end, NUMBER, TextAnchor::Middle);
        } else if !number.is_empty() {
            let (text, x) = (number.clone(), layout.along(middle + aside) + 4.0);
            // Turned text begins below, in whichever direction its language is written.
            let anchor = if layout.mirrored { TextAnchor::End } else { TextAnchor::Start };
            layout.texts.push(TextLine { text, x, y: end, style: NUMBER, anchor, turned });
        }
        if at == last || at % every == 0 && at + every <= last {
            for (line_at, line) in wrap(label, SMALL.size, (room * every as f64).max(56.0)).iter().enumerate() {
                let down = 17.0 + line_at as f64 * 14.0 + if at == last { lower } else { 0.0 };
                layout.text(line, middle, top + HEIGHT + down, SMALL, TextAnchor::Middle);
            }
        }
    }
    layout.y += HEIGHT + 34.0 + lower;
    layout.marks(chart, slots);
}
