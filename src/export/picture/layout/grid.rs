//! A matrix: headings above, labels at the side, a number in each cell. It takes the usual width with smaller numbers
//! where they can still be read, and else as much width as it needs.

use super::builder::{INK, LABEL, MARGIN, PAPER, PictureLayout, SMALL, WIDTH};
use crate::charts::Shapes;
use crate::export::picture::text_width::{width, wrap};
use crate::export::picture::{Drawing, GridRow, TextAnchor, TextStyle};

const ROW: f64 = 26.0;
/// From this shade on, numbers are light.
const DARK: u8 = 4;
/// A matrix of more rows has its headings at the bottom too.
const LONG: usize = 20;
/// How large numbers are where there is room, and how small they may be to save width.
const SIZES: [f64; 3] = [12.0, 11.0, 10.0];

/// How wide the picture is.
pub(super) fn wide(years: &[String], rows: &[GridRow]) -> f64 {
    measure(years, rows).0
}

/// The width of the picture, of the labels and of a column, and the size of numbers.
fn measure(years: &[String], rows: &[GridRow]) -> (f64, f64, f64, f64) {
    let labels = rows.iter().map(|(label, _)| width(label, LABEL.size)).fold(0.0, f64::max).min(260.0) + 14.0;
    let numbers = || rows.iter().flat_map(|(_, cells)| cells.iter().flatten()).map(|(number, _)| number);
    let columns = years.len().max(1) as f64;
    let needed = |size: f64| {
        let texts = numbers().chain(years).map(|text| width(text, size));
        texts.fold(20.0, f64::max) + 8.0
    };
    let rest = WIDTH - 2.0 * MARGIN - labels;
    match SIZES.into_iter().find(|size| needed(*size) * columns <= rest) {
        // Few columns are no broader than is good for the eye.
        Some(size) => (WIDTH, labels, (rest / columns).min(72.0), size),
        None => ((2.0 * MARGIN + labels + needed(11.0) * columns).ceil(), labels, needed(11.0), 11.0),
    }
}

/// Lays out a matrix.
pub(super) fn place(layout: &mut PictureLayout, years: &[String], rows: &[GridRow]) {
    let (_, labels, column, size) = measure(years, rows);
    let heading = TextStyle { size, ..SMALL };
    let middle = |at: usize| MARGIN + labels + column * (at as f64 + 0.5);
    let headings = |layout: &mut PictureLayout| {
        layout.y += size;
        for (at, year) in years.iter().enumerate() {
            let y = layout.y;
            layout.text(year, middle(at), y, heading, TextAnchor::Middle);
        }
        layout.y += 8.0;
    };
    headings(layout);
    let (mut cells, mut slots) = (Vec::new(), Vec::new());
    for (label, places) in rows {
        let lines = wrap(label, LABEL.size, labels - 14.0);
        let height = (lines.len() as f64 * 17.0 + 6.0).max(ROW);
        let centre = layout.y + height / 2.0;
        let above = lines.len().saturating_sub(1) as f64 * 8.5;
        for (at, line) in lines.iter().enumerate() {
            layout.text(line, MARGIN, centre + 5.0 - above + at as f64 * 17.0, LABEL, TextAnchor::Start);
        }
        for (at, place) in places.iter().enumerate() {
            let Some((number, cell)) = place else { continue };
            slots.push(layout.slot(middle(at) - column / 2.0, layout.y, column, height));
            cells.push(*cell);
            let colour = if cell.shade >= DARK && !cell.faded { PAPER } else { INK };
            let style = TextStyle { size, bold: false, colour };
            layout.text(number, middle(at), centre + size * 0.36, style, TextAnchor::Middle);
        }
        layout.y += height;
    }
    layout.drawings.push(Drawing { shapes: Shapes::Cells(cells), slots });
    if rows.len() > LONG {
        layout.y += 4.0;
        headings(layout);
    }
}
