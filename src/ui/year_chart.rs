//! By year: columns that can be pressed, dragged across, and walked with the keyboard.

use yew::prelude::*;

use super::block_context::BlockContext;
use super::canvas_drawing::CanvasDrawing;
use super::chart_block::{block, canvas, mark, notes, tooltip};
use super::tag_builder::{isolated, tag};
use crate::locale::Sentence;
use crate::view::{self, ChartBlock};

/// Columns by year.
pub fn year_chart(context: &BlockContext, drawings: &mut Vec<CanvasDrawing>) -> Html {
    let years = view::year_chart(&context.view);
    let marks = years.marks;
    let count = marks.rows.len();
    let mut ticks = tag("ol", "ticks").attribute("aria-hidden", "true");
    for tick in years.ticks.iter().rev() {
        ticks = ticks.child(tag("li", "").key(tick).text(tick));
    }
    let mut list =
        tag("ul", "").attribute("data-roving", "").sentence_attribute("aria-label", context, Sentence::YearChartLabel);
    for (at, row) in marks.rows.iter().enumerate() {
        let year = row.value.number();
        // On a narrow screen every fifth year keeps its label, but for those that would run into the undated.
        let minor = year.is_some_and(|year| at != 0 && (year % 5 != 0 || at + 3 >= count));
        let name = tag("span", if minor { "name minor" } else { "name" }).attribute("aria-hidden", "true");
        let value = tag("span", "value").text(&row.short);
        let track = tag("span", "track").attribute("aria-hidden", "true").child(tag("span", "slot").child(value));
        let column = mark(context, &row.pick, &row.spoken, row.selected, at == 0)
            .child(name.child(isolated(&row.label)))
            .child(track);
        let class = if year.is_some() { "" } else { "undated" };
        list = list.child(tag("li", class).key(&row.pick).child(column));
    }
    let plot = tag("div", "plot").child(canvas()).child(list);
    let columns = tag("div", "columns").key("drawing").bool_attribute("hidden", marks.empty).child(ticks).child(plot);
    let body = vec![columns.html(), tooltip(context), notes(context, &marks.legend, Vec::new(), marks.note.as_ref())];
    let (title, mut about) = (marks.title.clone(), marks.subtitle.clone());
    about.push(' ');
    about.push_str(&context.say(Sentence::YearHint));
    drawings.push(CanvasDrawing::for_marks(ChartBlock::Year, marks, 0));
    block(context, ChartBlock::Year, "block year", &title, &about, body)
}
