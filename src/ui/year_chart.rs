//! By year: columns that the reader can press, drag across, and move between with the keyboard.

use yew::prelude::*;

use super::block_context::BlockContext;
use super::canvas_drawing::CanvasDrawing;
use super::chart_block::{canvas, chart_block, mark_button, notes, slot, tooltip};
use super::tag_builder::{isolated, tag};
use crate::locale::Sentence;
use crate::view::{self, ChartBlock};

/// Columns by year.
pub fn year_chart(context: &BlockContext, drawings: &mut Vec<CanvasDrawing>) -> Html {
    let years = view::year_chart(&context.view);
    let chart = years.facet_chart;
    let mut ticks = tag("ol", "ticks").attribute("aria-hidden", "true");
    for tick in years.ticks.iter().rev() {
        ticks = ticks.child(tag("li", "").key(tick).text(tick));
    }
    let mut list =
        tag("ul", "").attribute("data-roving", "").sentence_attribute("aria-label", context, Sentence::YearHint);
    for (index, (texts, mark)) in chart.mark_texts.iter().zip(&chart.chart.marks).enumerate() {
        let name = tag("span", "name").attribute("aria-hidden", "true");
        let value = tag("span", "value").text(&texts.short_number);
        let track = tag("span", "track").attribute("aria-hidden", "true").child(slot(&chart.chart, mark).child(value));
        let column = mark_button(context, &texts.pick, &texts.spoken, texts.selected, index == 0)
            .bool_attribute("data-empty", texts.empty)
            .child(name.child(isolated(&texts.label)))
            .child(track);
        list = list.child(tag("li", if mark.outside { "outside" } else { "" }).key(&texts.pick).child(column));
    }
    let plot = tag("div", "plot").child(canvas()).child(list);
    let has_gap = chart.chart.scale.axis_share() < 1.0;
    let class = if has_gap { "columns with-gap" } else { "columns" };
    let longest = chart.mark_texts.iter().map(|texts| texts.short_number.chars().count()).max().unwrap_or_default();
    let columns = tag("div", class)
        .key("drawing")
        .properties(&format!("--longest:{longest};--ticks:{}", years.ticks.len() - 1))
        .bool_attribute("data-plans", chart.chart.has_plans())
        .bool_attribute("hidden", chart.empty)
        .child(ticks)
        .child(plot);
    let body = vec![columns.html(), tooltip(context), notes(context, &chart.legend, Vec::new(), chart.note.as_ref())];
    let texts = [chart.title.clone(), chart.heading.clone(), chart.subtitle.clone()];
    drawings.push(CanvasDrawing::for_marks(ChartBlock::Year, chart));
    chart_block(context, ChartBlock::Year, "block year", texts.each_ref().map(String::as_str), body)
}
