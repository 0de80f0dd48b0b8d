//! Columns: numbers above them, turned where they do not fit side by side, and labels below.

use super::{Anchor, INK, Line, MARGIN, SMALL, Sheet, Type, reach};
use crate::charts::Chart;
use crate::export::picture::Row;
use crate::export::picture::words::{width, wrap};

const HEIGHT: f64 = 280.0;
const NUMBER: Type = Type { colour: INK, ..SMALL };

/// Lays out columns.
pub(super) fn place(sheet: &mut Sheet, chart: &Chart, rows: &[Row], ticks: &[String]) {
    let margin = ticks.iter().map(|tick| width(tick, SMALL.size)).fold(0.0, f64::max) + 10.0;
    let room = (sheet.wide - 2.0 * MARGIN - margin) / rows.len().max(1) as f64;
    let longest = rows.iter().map(|[_, number, _]| width(number, SMALL.size)).fold(0.0, f64::max);
    // Where numbers do not fit side by side they are turned, and kept apart from the words above.
    let turned = longest + 6.0 > room;
    sheet.y += if turned { longest + 8.0 } else { 18.0 };
    let top = sheet.y;
    for (at, tick) in ticks.iter().enumerate() {
        let share = at as f64 / (ticks.len().saturating_sub(1)).max(1) as f64;
        sheet.text(tick, MARGIN + margin - 8.0, top + HEIGHT * (1.0 - share) + 4.0, SMALL, Anchor::End);
    }
    let labels = rows.iter().map(|[label, ..]| width(label, SMALL.size)).fold(0.0, f64::max);
    let every = ((labels.min(60.0) + 6.0) / room).ceil().max(1.0) as usize;
    let last = rows.len().saturating_sub(1);
    let breadth = (room * 0.72).min(56.0);
    let mut slots = Vec::new();
    for (at, ([label, number, _], mark)) in rows.iter().zip(&chart.marks).enumerate() {
        let middle = MARGIN + margin + room * (at as f64 + 0.5);
        slots.push(sheet.slot(middle - breadth / 2.0, top, breadth, HEIGHT));
        let end = top + HEIGHT * (1.0 - chart.scale.share(reach(mark))) - 6.0;
        if !turned {
            sheet.text(number, middle, end, NUMBER, Anchor::Middle);
        } else if !number.is_empty() {
            let (text, x) = (number.clone(), sheet.along(middle) + 4.0);
            // Turned text begins below, in whichever direction its language is written.
            let anchor = if sheet.mirrored { Anchor::End } else { Anchor::Start };
            sheet.texts.push(Line { text, x, y: end, look: NUMBER, anchor, turned });
        }
        // The last is what is undated, and a long word; it has the lines below for itself.
        if at == last || at % every == 0 && at + every <= last {
            for (line_at, line) in wrap(label, SMALL.size, (room * every as f64).max(56.0)).iter().enumerate() {
                sheet.text(line, middle, top + HEIGHT + 17.0 + line_at as f64 * 14.0, SMALL, Anchor::Middle);
            }
        }
    }
    sheet.y += HEIGHT + 34.0;
    sheet.marks(chart, slots);
}
