//! By year: columns that can be pressed, dragged across, and walked with the keyboard.

use yew::prelude::*;

use super::chart::{block, canvas, mark, notes, tip};
use super::desk::Desk;
use super::el::{el, isolated};
use super::paint::Painting;
use crate::locale::Sentence;
use crate::view::{self, ChartBlock};

/// Columns by year.
pub fn years(desk: &Desk, paintings: &mut Vec<Painting>) -> Html {
    let years = view::year_chart(&desk.scene);
    let marks = years.marks;
    let count = marks.rows.len();
    let mut ticks = el("ol", "ticks").at("aria-hidden", "true");
    for tick in years.ticks.iter().rev() {
        ticks = ticks.kid(el("li", "").key(tick).text(tick));
    }
    let mut list = el("ul", "").at("data-rove", "").says_in("aria-label", desk, Sentence::YearChartLabel);
    for (at, row) in marks.rows.iter().enumerate() {
        let year = row.value.number();
        // On a narrow screen every fifth year keeps its label, but for those that would run into the undated.
        let minor = year.is_some_and(|year| at != 0 && (year % 5 != 0 || at + 3 >= count));
        let name = el("span", if minor { "name minor" } else { "name" }).at("aria-hidden", "true");
        let value = el("span", "value").text(&row.short);
        let track = el("span", "track").at("aria-hidden", "true").kid(el("span", "slot").kid(value));
        let column =
            mark(desk, &row.pick, &row.spoken, row.selected, at == 0).kid(name.kid(isolated(&row.label))).kid(track);
        let class = if year.is_some() { "" } else { "undated" };
        list = list.kid(el("li", class).key(&row.pick).kid(column));
    }
    let plot = el("div", "plot").kid(canvas()).kid(list);
    let columns = el("div", "columns").key("drawing").flag("hidden", marks.empty).kid(ticks).kid(plot);
    let body = vec![columns.html(), tip(desk), notes(desk, &marks.legend, Vec::new(), marks.note.as_ref())];
    let (title, mut about) = (marks.title.clone(), marks.subtitle.clone());
    about.push(' ');
    about.push_str(&desk.say(Sentence::YearHint));
    paintings.push(Painting::of_marks(ChartBlock::Year, marks, 0));
    block(desk, ChartBlock::Year, "block year", &title, &about, body)
}
