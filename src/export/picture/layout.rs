//! Where everything stands in a picture: words above, marks, words below.

use plotters::prelude::IntoDrawingArea;

use super::paths::Paths;
use super::words::{Anchor, Type, escape, width, wrap, write};
use super::{Figure, Picture};
use crate::charts::{Colour, Orientation, Palette, Slot, draw};

const WIDTH: f64 = 960.0;
const MARGIN: f64 = 32.0;
const INK: &str = "#17212b";
const MUTED: &str = "#5b6875";
const TITLE: Type = Type { size: 24.0, bold: true, colour: INK };
const FILTER: Type = Type { size: 15.0, bold: false, colour: INK };
const LABEL: Type = Type { size: 14.0, bold: false, colour: INK };
const NUMBER: Type = Type { size: 14.0, bold: true, colour: INK };
const SMALL: Type = Type { size: 12.0, bold: false, colour: MUTED };
/// The light colours of the screen: a picture has a page of its own, which is white.
const PALETTE: Palette = Palette {
    stated: Colour(0x0b, 0x63, 0x94),
    unknown: Colour(0x8b, 0x96, 0xa0),
    grid: Colour(0xe2, 0xe6, 0xea),
    outline: Colour(0x7a, 0x86, 0x91),
    planned: Colour(0x5b, 0x68, 0x75),
};

/// Draws a figure.
pub fn picture(figure: &Figure) -> Picture {
    let mut sheet = Sheet { svg: String::new(), y: MARGIN, mirrored: figure.mirrored };
    sheet.lines(&figure.title, TITLE);
    sheet.lines(&figure.filter, FILTER);
    sheet.lines(&figure.measure, SMALL);
    sheet.y += 16.0;
    match figure.chart.orientation {
        Orientation::Bars => sheet.bars(figure),
        Orientation::Columns => sheet.columns(figure),
    }
    sheet.y += 12.0;
    for note in &figure.notes {
        sheet.lines(note, SMALL);
    }
    sheet.y += 8.0;
    for line in &figure.source {
        sheet.lines(line, SMALL);
    }
    let (wide, high) = (WIDTH as u32, (sheet.y + MARGIN - 8.0) as u32);
    let direction = if figure.mirrored { " direction=\"rtl\"" } else { "" };
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide}\" height=\"{high}\" viewBox=\"0 0 {wide} {high}\" \
         font-family=\"system-ui, sans-serif\" role=\"img\"{direction}>\n<title>{}</title>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n{}</svg>\n",
        escape(&figure.title),
        sheet.svg
    );
    Picture { svg, width: wide, height: high }
}

/// A sheet that is filled from the top.
struct Sheet {
    svg: String,
    y: f64,
    mirrored: bool,
}

impl Sheet {
    /// The place that lies so far from the side where lines begin.
    fn along(&self, x: f64) -> f64 {
        if self.mirrored { WIDTH - x } else { x }
    }

    fn text(&mut self, text: &str, x: f64, y: f64, look: Type, anchor: Anchor) {
        let x = self.along(x);
        write(&mut self.svg, text, (x, y), look, anchor, None);
    }

    /// A paragraph over the whole width.
    fn lines(&mut self, text: &str, look: Type) {
        for line in wrap(text, look.size, WIDTH - 2.0 * MARGIN) {
            self.y += look.size * 1.15;
            let y = self.y;
            self.text(&line, MARGIN, y, look, Anchor::Start);
            self.y += look.size * 0.25;
        }
    }

    fn bars(&mut self, figure: &Figure) {
        let widest = |column: usize, size: f64| {
            let texts = figure.rows.iter().filter_map(|row| row.get(column));
            texts.map(|text| width(text, size)).fold(0.0, f64::max)
        };
        let labels = widest(0, LABEL.size).clamp(60.0, 300.0);
        let numbers = widest(1, NUMBER.size * 1.05) + widest(2, SMALL.size) + 24.0;
        let first = MARGIN + labels + 14.0;
        let length = (WIDTH - MARGIN - first - numbers).max(120.0);
        let mut slots = Vec::new();
        for (row, mark) in figure.rows.iter().zip(&figure.chart.marks) {
            let [label, number, activities] = row;
            let lines = wrap(label, LABEL.size, labels);
            let height = lines.len().max(1) as f64 * 17.0 + 11.0;
            let top = self.y;
            for (at, line) in lines.iter().enumerate() {
                let y = top + 19.0 + at as f64 * 17.0;
                self.text(line, MARGIN, y, LABEL, Anchor::Start);
            }
            let x = if self.mirrored { WIDTH - first - length } else { first };
            slots.push(Slot { x, y: top + (height - 18.0) / 2.0, width: length, height: 18.0 });
            let end = first + length * figure.chart.scale.share(reach(mark)).max(0.004) + 9.0;
            let y = top + height / 2.0 + 5.0;
            self.text(number, end, y, NUMBER, Anchor::Start);
            let behind = end + width(number, NUMBER.size * 1.05) + 8.0;
            self.text(activities, behind, y, SMALL, Anchor::Start);
            self.y += height;
        }
        self.ink(figure, &slots);
    }

    fn columns(&mut self, figure: &Figure) {
        let ticks = figure.ticks.iter().map(|tick| width(tick, SMALL.size)).fold(0.0, f64::max) + 10.0;
        let count = figure.rows.len().max(1) as f64;
        let room = (WIDTH - 2.0 * MARGIN - ticks) / count;
        let longest = figure.rows.iter().map(|[_, number, _]| width(number, SMALL.size)).fold(0.0, f64::max);
        // Where numbers do not fit side by side they are turned, and kept apart from the words above.
        let turned = longest + 6.0 > room;
        self.y += if turned { longest + 8.0 } else { 18.0 };
        let (top, height) = (self.y, 280.0);
        for (at, tick) in figure.ticks.iter().enumerate() {
            let share = at as f64 / (figure.ticks.len().saturating_sub(1)).max(1) as f64;
            self.text(tick, MARGIN + ticks - 8.0, top + height * (1.0 - share) + 4.0, SMALL, Anchor::End);
        }
        let years = figure.rows.iter().map(|[label, ..]| width(label, SMALL.size)).fold(0.0, f64::max);
        let every = ((years.min(60.0) + 6.0) / room).ceil().max(1.0) as usize;
        let mut slots = Vec::new();
        let last = figure.rows.len().saturating_sub(1);
        for (at, (row, mark)) in figure.rows.iter().zip(&figure.chart.marks).enumerate() {
            let [label, number, _] = row;
            let middle = MARGIN + ticks + room * (at as f64 + 0.5);
            let breadth = (room * 0.72).min(56.0);
            let centre = self.along(middle);
            slots.push(Slot { x: centre - breadth / 2.0, y: top, width: breadth, height });
            let end = top + height * (1.0 - figure.chart.scale.share(reach(mark))) - 6.0;
            if turned {
                let at = (centre + 4.0, end);
                write(&mut self.svg, number, at, Type { colour: INK, ..SMALL }, Anchor::Start, Some(-90));
            } else {
                self.text(number, middle, end, Type { colour: INK, ..SMALL }, Anchor::Middle);
            }
            // The last is what is undated, and a long word; it has the lines below for itself.
            if at == last || at % every == 0 && at + every <= last {
                for (line_at, line) in wrap(label, SMALL.size, (room * every as f64).max(56.0)).iter().enumerate() {
                    self.text(line, middle, top + height + 17.0 + line_at as f64 * 14.0, SMALL, Anchor::Middle);
                }
            }
        }
        self.y += height + 34.0;
        self.ink(figure, &slots);
    }

    fn ink(&mut self, figure: &Figure, slots: &[Slot]) {
        let size = (WIDTH as u32, (self.y + MARGIN) as u32);
        let area = Paths { svg: &mut self.svg, size }.into_drawing_area();
        // Writing into a text never fails.
        let _ = draw(&area, &figure.chart, slots, &PALETTE, 1.0, figure.mirrored);
    }
}

/// Up to where a mark reaches: its number stands beyond that.
fn reach(mark: &crate::charts::Mark) -> u64 {
    mark.end.reaches(mark.low).max(mark.planned.map_or(0, |(low, end)| end.reaches(low)))
}
