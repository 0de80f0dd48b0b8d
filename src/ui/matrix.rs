//! Country by year: a real table, whose cells filter when they are pressed.

use yew::prelude::*;

use super::block_context::BlockContext;
use super::canvas_drawing::CanvasDrawing;
use super::chart_block::{block, canvas, mark, more, notes, tooltip};
use super::tag_builder::{isolated, tag};
use crate::locale::Sentence;
use crate::query::{Facet, FacetValue};
use crate::view::{self, ChartBlock};

/// So many countries are shown before the rest is asked for.
const FIRST: usize = 12;

/// The matrix. A long one scrolls in a frame of its own, with its headings in sight.
pub fn matrix(context: &BlockContext, drawings: &mut Vec<CanvasDrawing>) -> Html {
    let mut matrix = view::matrix(&context.view);
    let whole = matrix.rows.len();
    let long = whole > FIRST + 2;
    let expanded = context.state.expanded_charts.contains(&ChartBlock::Matrix);
    if long && !expanded {
        let mut at = 0;
        matrix.rows.retain(|row| {
            at += 1;
            let chosen = context.view.selection.contains(Facet::Country, &row.value);
            at <= FIRST || chosen || row.value == FacetValue::Unknown
        });
    }
    let mut years = tag("tr", "").child(tag("td", ""));
    for year in &matrix.years {
        years = years.child(tag("th", "").attribute("scope", "col").child(isolated(year)));
    }
    let mut rows = tag("tbody", "");
    let mut first = true;
    for row in &matrix.rows {
        let mut line = tag("tr", "")
            .key(&row.value.key())
            .child(tag("th", "").attribute("scope", "row").child(isolated(&row.label)));
        for cell in &row.cells {
            let mut place = tag("td", "");
            if let Some(cell) = cell {
                let button = mark(context, &cell.pick, &cell.spoken, cell.selected, std::mem::take(&mut first));
                let dark = if cell.ink.shade > 3 && !cell.ink.faded { "mark slot dark" } else { "mark slot" };
                place = place.child(button.attribute("class", dark).text(&cell.number));
            }
            line = line.child(place);
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
    let frame = tag("div", if expanded { "matrix expanded" } else { "matrix" })
        .key("drawing")
        .attribute("tabindex", "0")
        .attribute("role", "group")
        .sentence_attribute("aria-label", context, Sentence::MatrixLabel)
        .child(tag("div", "grid").child(canvas()).child(table));
    let mut body = vec![frame.html(), tooltip(context)];
    if long {
        body.push(more(context, ChartBlock::Matrix, whole));
    }
    body.push(notes(context, &matrix.legend, shades, matrix.note.as_ref()));
    let room = if matrix.room > FIRST + 2 { FIRST + 1 } else { matrix.room };
    let cells = matrix.rows.iter().flat_map(|row| row.cells.iter().flatten()).map(|cell| cell.ink).collect();
    drawings.push(CanvasDrawing::for_cells(cells, matrix.longest, room));
    block(context, ChartBlock::Matrix, "block matrix-block", &matrix.title, &matrix.subtitle, body)
}
