//! Country by year: a table element whose cells filter when they are pressed.

use yew::prelude::*;

use super::block_context::BlockContext;
use super::canvas_drawing::CanvasDrawing;
use super::chart_block::{canvas, chart_block, mark_button, more_button, notes, tooltip};
use super::tag_builder::{isolated, tag};
use crate::charts::HeatmapCell;
use crate::locale::Sentence;
use crate::query::{Facet, FacetValue};
use crate::view::{self, ChartBlock, MatrixRow};

/// How many countries are shown before the reader asks for the rest.
const INITIAL_ROWS: usize = 12;

/// The largest matrix whose other countries are rendered too, hidden except on paper: some browsers print what is
/// rendered at the moment when the reader prints. Those of a larger one are rendered when the print begins.
const MAX_HIDDEN_CELLS: usize = 1000;

/// The matrix. A long one scrolls inside its own box, where its headings stay visible.
pub fn matrix(context: &BlockContext, drawings: &mut Vec<CanvasDrawing>) -> Html {
    let mut matrix = view::matrix(&context.view);
    let count = matrix.rows.len();
    let long = count > INITIAL_ROWS + 2;
    let expanded = context.state.expanded_charts.contains(&ChartBlock::Matrix);
    let is_later = |index: usize, row: &MatrixRow| {
        let stays = context.view.selection.contains(Facet::Country, &row.value) || row.value == FacetValue::Unknown;
        long && !expanded && index >= INITIAL_ROWS && !stays
    };
    if count * matrix.years.len() > MAX_HIDDEN_CELLS && !context.props.snapshot.printing {
        let mut indices = 0..count;
        matrix.rows.retain(|row| indices.next().is_some_and(|index| !is_later(index, row)));
    }
    let mut years = tag("tr", "").child(tag("td", ""));
    for year in &matrix.years {
        years = years.child(tag("th", "").attribute("scope", "col").child(isolated(year)));
    }
    let mut rows = tag("tbody", "");
    let mut is_first = true;
    for (index, row) in matrix.rows.iter().enumerate() {
        let mut line = tag("tr", if is_later(index, row) { "later" } else { "" })
            .key(&row.value.key())
            .child(tag("th", "").attribute("scope", "row").child(isolated(&row.label)));
        for cell in &row.cells {
            let mut table_cell = tag("td", "");
            if let Some(cell) = cell {
                let button =
                    mark_button(context, &cell.pick, &cell.spoken, cell.selected, std::mem::take(&mut is_first));
                let HeatmapCell { shade, outside, planned, at_least } = cell.heatmap_cell;
                let mut classes = format!("mark slot shade-{shade}");
                for (applies, class) in [(outside, " outside"), (planned, " planned"), (at_least, " at-least")] {
                    classes.push_str(if applies { class } else { "" });
                }
                let button = button.attribute("class", classes);
                // An element of its own: WebKit does not turn the text of a button, which reads upwards on paper.
                table_cell = table_cell.child(button.child(isolated(&cell.number)));
            }
            line = line.child(table_cell);
        }
        rows = rows.child(line);
    }
    let mut shades = Vec::new();
    for (shade, range) in &matrix.shades {
        let class = format!("shade shade-{shade}");
        shades.push(
            tag("li", "")
                .attribute("class", class)
                .child(tag("i", "swatch").attribute("aria-hidden", "true"))
                .text(range)
                .html(),
        );
    }
    let caption = tag("caption", "unseen").text(&matrix.title);
    let table =
        tag("table", "").attribute("data-roving", "").child(caption).child(tag("thead", "").child(years)).child(rows);
    let scroll_box = tag("div", if expanded { "matrix expanded" } else { "matrix" })
        .key("drawing")
        .properties(&format!("--longest:{}", matrix.longest))
        .attribute("tabindex", "0")
        .attribute("role", "group")
        .sentence_attribute("aria-label", context, Sentence::MatrixLabel)
        .child(tag("div", "grid").child(canvas()).child(table));
    let mut body = vec![scroll_box.html(), tooltip(context)];
    if long {
        body.push(more_button(context, ChartBlock::Matrix, count, true));
    }
    body.push(notes(context, &matrix.legend, shades, matrix.note.as_ref()));
    let cells = matrix.rows.iter().flat_map(|row| row.cells.iter().flatten()).map(|cell| cell.heatmap_cell).collect();
    drawings.push(CanvasDrawing::for_cells(cells));
    chart_block(
        context,
        ChartBlock::Matrix,
        "block matrix-block",
        [&matrix.title, &matrix.heading, &matrix.subtitle],
        body,
    )
}
