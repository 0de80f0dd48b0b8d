//! Country by year: a real table, whose cells filter when they are pressed.

use yew::prelude::*;

use super::chart::{block, canvas, mark, more, notes, tip};
use super::desk::Desk;
use super::el::{el, isolated};
use super::paint::Painting;
use crate::locale::Sentence;
use crate::query::{Facet, FacetValue};
use crate::view::{self, ChartBlock};

/// So many countries are shown before the rest is asked for.
const FIRST: usize = 12;

/// The matrix. A long one scrolls in a frame of its own, with its headings in sight.
pub fn matrix(desk: &Desk, paintings: &mut Vec<Painting>) -> Html {
    let mut matrix = view::matrix(&desk.scene);
    let whole = matrix.rows.len();
    let long = whole > FIRST + 2;
    let expanded = desk.ui.expanded.contains(&ChartBlock::Matrix);
    if long && !expanded {
        let mut at = 0;
        matrix.rows.retain(|row| {
            at += 1;
            let chosen = desk.scene.selection.contains(Facet::Country, &row.value);
            at <= FIRST || chosen || row.value == FacetValue::Unknown
        });
    }
    let mut years = el("tr", "").kid(el("td", ""));
    for year in &matrix.years {
        years = years.kid(el("th", "").at("scope", "col").kid(isolated(year)));
    }
    let mut rows = el("tbody", "");
    let mut first = true;
    for row in &matrix.rows {
        let mut line =
            el("tr", "").key(&row.value.key()).kid(el("th", "").at("scope", "row").kid(isolated(&row.label)));
        for cell in &row.cells {
            let mut place = el("td", "");
            if let Some(cell) = cell {
                let button = mark(desk, &cell.pick, &cell.spoken, cell.selected, std::mem::take(&mut first));
                let dark = if cell.ink.shade > 3 && !cell.ink.faded { "mark slot dark" } else { "mark slot" };
                place = place.kid(button.at("class", dark).text(&cell.number));
            }
            line = line.kid(place);
        }
        rows = rows.kid(line);
    }
    let mut shades = Vec::new();
    for (shade, range) in &matrix.shades {
        let class = format!("shade shade-{shade}");
        shades
            .push(el("li", "").at("class", class).kid(el("i", "swatch").at("aria-hidden", "true")).text(range).html());
    }
    let caption = el("caption", "unseen").text(&matrix.title);
    let table = el("table", "").at("data-rove", "").kid(caption).kid(el("thead", "").kid(years)).kid(rows);
    let frame = el("div", if expanded { "matrix expanded" } else { "matrix" })
        .key("drawing")
        .at("tabindex", "0")
        .at("role", "group")
        .says_in("aria-label", desk, Sentence::MatrixLabel)
        .kid(el("div", "grid").kid(canvas()).kid(table));
    let mut body = vec![frame.html(), tip(desk)];
    if long {
        body.push(more(desk, ChartBlock::Matrix, whole));
    }
    body.push(notes(desk, &matrix.legend, shades, matrix.note.as_ref()));
    let room = if matrix.room > FIRST + 2 { FIRST + 1 } else { matrix.room };
    let cells = matrix.rows.iter().flat_map(|row| row.cells.iter().flatten()).map(|cell| cell.ink).collect();
    paintings.push(Painting::of_cells(cells, matrix.longest, room));
    block(desk, ChartBlock::Matrix, "block matrix-block", &matrix.title, &matrix.subtitle, body)
}
