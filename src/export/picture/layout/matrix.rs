//! The layout of a matrix: headings above, labels at the side, a number in each cell. It has the usual width if its
//! numbers fit in a readable size, otherwise as much width as it needs.

use super::builder::{
    BACKGROUND, LABEL, MARGIN, MUTED_COLOUR, PictureBuilder, ROW_LABEL_LINE, SMALL, TEXT_COLOUR, WIDTH,
};
use crate::charts::{HeatmapCell, Shapes};
use crate::export::picture::text_width::{text_width, wrap};
use crate::export::picture::{Drawing, PictureMatrixRow, TextAnchor, TextStyle};

const MIN_ROW_HEIGHT: f64 = 26.0;
/// The first shade on which numbers are light.
const FIRST_DARK_SHADE: u8 = 4;
/// A matrix with more rows than this has its headings at the bottom too.
const MAX_ROWS_WITHOUT_FOOT: usize = 20;
/// The font sizes of numbers, the preferred one first; smaller ones save width.
const NUMBER_SIZES: [f64; 3] = [12.0, 11.0, 10.0];

/// The width of the picture.
pub(super) fn picture_width(years: &[String], rows: &[PictureMatrixRow]) -> f64 {
    measure(years, rows).0
}

/// The width of the picture, of the labels and of a column, and the size of numbers.
fn measure(years: &[String], rows: &[PictureMatrixRow]) -> (f64, f64, f64, f64) {
    let label_width = rows.iter().map(|(label, _)| text_width(label, LABEL.size)).fold(0.0, f64::max).min(260.0) + 14.0;
    let numbers = || rows.iter().flat_map(|(_, cells)| cells.iter().flatten()).map(|(number, _)| number);
    let columns = years.len().max(1) as f64;
    let needed_width = |size: f64| {
        let texts = numbers().chain(years).map(|text| text_width(text, size));
        texts.fold(20.0, f64::max) + 8.0
    };
    let available_width = WIDTH - 2.0 * MARGIN - label_width;
    match NUMBER_SIZES.into_iter().find(|size| needed_width(*size) * columns <= available_width) {
        // A few columns are not stretched over the whole width, which would be hard to read.
        Some(size) => (WIDTH, label_width, (available_width / columns).min(72.0), size),
        None => {
            ((2.0 * MARGIN + label_width + needed_width(11.0) * columns).ceil(), label_width, needed_width(11.0), 11.0)
        }
    }
}

/// Lays out a matrix.
pub(super) fn lay_out(builder: &mut PictureBuilder, years: &[String], rows: &[PictureMatrixRow]) {
    let (_, label_width, column_width, size) = measure(years, rows);
    let heading = TextStyle { size, ..SMALL };
    let middle = |index: usize| MARGIN + label_width + column_width * (index as f64 + 0.5);
    let headings = |builder: &mut PictureBuilder| {
        builder.y += size;
        for (index, year) in years.iter().enumerate() {
            let y = builder.y;
            builder.text(year, middle(index), y, heading, TextAnchor::Middle);
        }
        builder.y += 8.0;
    };
    headings(builder);
    let (mut cells, mut rects) = (Vec::new(), Vec::new());
    for (label, row_cells) in rows {
        let lines = wrap(label, LABEL.size, label_width - 14.0);
        let height = (lines.len() as f64 * ROW_LABEL_LINE + 6.0).max(MIN_ROW_HEIGHT);
        let centre = builder.y + height / 2.0;
        builder.row_label(&lines, centre);
        for (index, cell_content) in row_cells.iter().enumerate() {
            let Some((number, cell)) = cell_content else { continue };
            rects.push(builder.rect(middle(index) - column_width / 2.0, builder.y, column_width, height));
            cells.push(*cell);
            let colour = match cell {
                HeatmapCell { outside: true, .. } => MUTED_COLOUR,
                HeatmapCell { shade: FIRST_DARK_SHADE.., .. } => BACKGROUND,
                _ => TEXT_COLOUR,
            };
            let style = TextStyle { size, bold: false, colour };
            builder.text(number, middle(index), centre + size * 0.36, style, TextAnchor::Middle);
        }
        builder.y += height;
    }
    builder.drawings.push(Drawing { shapes: Shapes::Cells(cells), rects });
    if rows.len() > MAX_ROWS_WITHOUT_FOOT {
        builder.y += 4.0;
        headings(builder);
    }
}
