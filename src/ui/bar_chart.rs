//! Bars: a list of buttons, each over the mark that it stands for.

use yew::prelude::*;

use super::block_context::BlockContext;
use super::canvas_drawing::CanvasDrawing;
use super::chart_block::{self, block, canvas, mark, more, notes, tooltip};
use super::tag_builder::{button, isolated, tag};
use crate::locale::Sentence;
use crate::query::FacetValue;
use crate::view::{self, ChartBlock, ChartRow, FacetChart};

/// So many bars of a chart are shown before the rest is asked for.
fn first(block: ChartBlock) -> usize {
    if matches!(block, ChartBlock::Country | ChartBlock::Goal) { 12 } else { 8 }
}

/// Bars for the values of a facet.
pub fn bar_chart(context: &BlockContext, which: ChartBlock, drawings: &mut Vec<CanvasDrawing>) -> Html {
    if which == ChartBlock::Goal {
        return goals(context, drawings);
    }
    let Some(marks) = view::bar_chart(&context.view, which) else { return Html::default() };
    let size = if which == ChartBlock::Country { "block half country" } else { "block third" };
    let (title, rests_on) = (marks.title.clone(), about(context, &marks));
    let body = body(context, marks, drawings);
    block(context, which, size, &title, &rests_on, body)
}

/// Bars for the goals that activities serve; the other goals as tiles.
fn goals(context: &BlockContext, drawings: &mut Vec<CanvasDrawing>) -> Html {
    let goals = view::goal_chart(&context.view);
    let mut bases = tag("span", "");
    for (label, action) in goals.other_bases {
        bases = bases.child(button("plain").key(&label).on_click(context.on_commit(action)).text(&label));
    }
    let mut unseen = tag("ul", "").attribute("data-roving", "");
    for (at, (number, label)) in goals.unseen.into_iter().enumerate() {
        let pick = view::goal_pick(number);
        let tile = mark(context, &pick, &label, false, at == 0).attribute("title", label.clone());
        let tile = tile.attribute("class", format!("mark goal goal-{number}")).text(&number.to_string());
        unseen = unseen.child(tag("li", "").key(&pick).child(tile));
    }
    let (title, rests_on) = (goals.marks.title.clone(), about(context, &goals.marks));
    let mut all = vec![tag("p", "basis").key("basis").text(&goals.basis).child(bases).html()];
    all.extend(body(context, goals.marks, drawings));
    let tiles = tag("div", "goals-unseen")
        .key("unseen")
        .child(tag("p", "").sentence(context, Sentence::GoalsUnseen))
        .child(unseen);
    all.push(tiles.html());
    block(context, ChartBlock::Goal, "block half sdg", &title, &rests_on, all)
}

/// What a chart rests on, and how its numbers are read.
fn about(context: &BlockContext, marks: &FacetChart) -> String {
    let mut about = marks.subtitle.clone();
    if marks.rows.iter().any(|row| !row.activities.is_empty()) {
        about.push(' ');
        about.push_str(&context.say(Sentence::GreyFigures));
    }
    about
}

fn body(context: &BlockContext, mut marks: FacetChart, drawings: &mut Vec<CanvasDrawing>) -> Vec<Html> {
    let (which, whole, first) = (marks.block, marks.rows.len(), first(marks.block));
    let long = whole > first + 2;
    if long && !context.state.expanded_charts.contains(&which) {
        marks.shorten(first);
    }
    let mut list = tag("ul", "").attribute("data-roving", "");
    for (at, row) in marks.rows.iter().enumerate() {
        list = list.child(tag("li", "").key(&row.pick).child(bar(context, row, at == 0)));
    }
    let room = if marks.room > first + 2 { first + 1 } else { marks.room };
    let drawing = tag("div", "bars").key("drawing").child(canvas()).child(list);
    let mut body: Vec<Html> = vec![drawing.html(), tooltip(context)];
    if long {
        body.push(more(context, which, whole));
    }
    body.push(notes(context, &marks.legend, Vec::new(), marks.note.as_ref()));
    drawings.push(CanvasDrawing::for_marks(which, marks, room));
    body
}

/// The button of a bar: its name, its place in the drawing with its number, and all of it in words.
fn bar(context: &BlockContext, row: &ChartRow, first: bool) -> Html {
    let mut name = tag("span", "name").attribute("aria-hidden", "true");
    if let (true, FacetValue::Number(number)) = (row.pick.starts_with("sdg"), &row.value) {
        let tile = tag("span", "").attribute("class", format!("goal goal-{number}"));
        name = name.child(tile.text(&number.to_string()));
    }
    let mut value = tag("span", "value").child(tag("span", "").text(&row.number));
    for (class, text) in [("rests-on", &row.activities), ("beside", &row.beside)] {
        if !text.is_empty() {
            value = value.child(tag("span", class).text(text));
        }
    }
    let track = tag("span", "track").attribute("aria-hidden", "true").child(tag("span", "slot").child(value));
    chart_block::mark(context, &row.pick, &row.spoken, row.selected, first)
        .child(name.child(isolated(&row.label)))
        .child(track)
        .html()
}
