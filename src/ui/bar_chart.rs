//! Bars: a list of buttons. Each button covers the canvas mark whose number it names.

use yew::prelude::*;

use super::block_context::BlockContext;
use super::canvas_drawing::CanvasDrawing;
use super::chart_block::{canvas, chart_block, mark_button, more_button, notes, tooltip};
use super::tag_builder::{button, isolated, tag};
use crate::locale::Sentence;
use crate::query::FacetValue;
use crate::view::{self, ChartBlock, FacetChart, MarkTexts};

/// How many bars of a chart are shown before the reader asks for the rest.
fn initial_rows(block: ChartBlock) -> usize {
    if matches!(block, ChartBlock::Country | ChartBlock::Goal) { 12 } else { 8 }
}

/// Bars for the values of a facet.
pub fn bar_chart(context: &BlockContext, block: ChartBlock, drawings: &mut Vec<CanvasDrawing>) -> Html {
    if block == ChartBlock::Goal {
        return goal_chart(context, drawings);
    }
    let Some(chart) = view::bar_chart(&context.view, block) else { return Html::default() };
    let size = if block == ChartBlock::Country { "block half country" } else { "block third" };
    let (title, subtitle) = (chart.title.clone(), subtitle(context, &chart));
    let body = chart_body(context, chart, drawings);
    chart_block(context, block, size, &title, &subtitle, body)
}

/// Bars for the goals that activities serve; the other goals as tiles.
fn goal_chart(context: &BlockContext, drawings: &mut Vec<CanvasDrawing>) -> Html {
    let goals = view::goal_chart(&context.view);
    let mut bases = tag("span", "");
    for (label, action) in goals.other_bases {
        bases = bases.child(button("plain").key(&label).on_click(context.on_commit(action)).text(&label));
    }
    let mut unseen_list = tag("ul", "").attribute("data-roving", "");
    for (index, (number, label)) in goals.unseen.into_iter().enumerate() {
        let pick = view::goal_pick(number);
        let tile = mark_button(context, &pick, &label, false, index == 0).attribute("title", label.clone());
        let tile = tile.attribute("class", format!("mark goal goal-{number}")).text(&number.to_string());
        unseen_list = unseen_list.child(tag("li", "").key(&pick).child(tile));
    }
    let (title, subtitle) = (goals.facet_chart.title.clone(), subtitle(context, &goals.facet_chart));
    let mut body = vec![tag("p", "basis").key("basis").text(&goals.basis).child(bases).html()];
    body.extend(chart_body(context, goals.facet_chart, drawings));
    let tiles = tag("div", "goals-unseen")
        .key("unseen")
        .child(tag("p", "").sentence(context, Sentence::GoalsUnseen))
        .child(unseen_list);
    body.push(tiles.html());
    chart_block(context, ChartBlock::Goal, "block half sdg", &title, &subtitle, body)
}

/// How many activities a chart counts, and how its numbers are read.
fn subtitle(context: &BlockContext, chart: &FacetChart) -> String {
    let mut subtitle = chart.subtitle.clone();
    if chart.mark_texts.iter().any(|texts| !texts.activities.is_empty()) {
        subtitle.push(' ');
        subtitle.push_str(&context.say(Sentence::GreyFigures));
    }
    subtitle
}

fn chart_body(context: &BlockContext, mut chart: FacetChart, drawings: &mut Vec<CanvasDrawing>) -> Vec<Html> {
    let (block, count, initial) = (chart.block, chart.mark_texts.len(), initial_rows(chart.block));
    let long = count > initial + 2;
    if long && !context.state.expanded_charts.contains(&block) {
        chart.shorten(initial);
    }
    let mut list = tag("ul", "").attribute("data-roving", "");
    for (index, texts) in chart.mark_texts.iter().enumerate() {
        list = list.child(tag("li", "").key(&texts.pick).child(bar_button(context, texts, index == 0)));
    }
    let unfiltered = chart.unfiltered_rows;
    let reserved_rows = if unfiltered > initial + 2 { initial + 1 } else { unfiltered };
    let drawing = tag("div", "bars").key("drawing").child(canvas()).child(list);
    let mut body: Vec<Html> = vec![drawing.html(), tooltip(context)];
    if long {
        body.push(more_button(context, block, count));
    }
    body.push(notes(context, &chart.legend, Vec::new(), chart.note.as_ref()));
    drawings.push(CanvasDrawing::for_marks(block, chart, reserved_rows));
    body
}

/// The button of a bar: its name, its rectangle in the drawing with its number, and a label that says all of it.
fn bar_button(context: &BlockContext, texts: &MarkTexts, is_first: bool) -> Html {
    let mut name = tag("span", "name").attribute("aria-hidden", "true");
    if let (true, FacetValue::Number(number)) = (texts.pick.starts_with("sdg"), &texts.value) {
        let tile = tag("span", "").attribute("class", format!("goal goal-{number}"));
        name = name.child(tile.text(&number.to_string()));
    }
    let mut value = tag("span", "value").child(tag("span", "").text(&texts.number));
    for (class, text) in [("rests-on", &texts.activities), ("beside", &texts.planned_and_inferred)] {
        if !text.is_empty() {
            value = value.child(tag("span", class).text(text));
        }
    }
    let track = tag("span", "track").attribute("aria-hidden", "true").child(tag("span", "slot").child(value));
    mark_button(context, &texts.pick, &texts.spoken, texts.selected, is_first)
        .child(name.child(isolated(&texts.label)))
        .child(track)
        .html()
}
