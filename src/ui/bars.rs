//! Bars: a list of buttons, each over the mark that it stands for.

use yew::prelude::*;

use super::chart::{self, block, canvas, mark, more, notes, tip};
use super::desk::Desk;
use super::el::{button, el, isolated};
use super::paint::Painting;
use crate::locale::Sentence;
use crate::query::FacetValue;
use crate::view::{self, ChartBlock, ChartRow, FacetChart};

/// So many bars of a chart are shown before the rest is asked for.
fn first(block: ChartBlock) -> usize {
    if matches!(block, ChartBlock::Country | ChartBlock::Goal) { 12 } else { 8 }
}

/// Bars for the values of a facet.
pub fn bars(desk: &Desk, which: ChartBlock, paintings: &mut Vec<Painting>) -> Html {
    if which == ChartBlock::Goal {
        return goals(desk, paintings);
    }
    let Some(marks) = view::bar_chart(&desk.scene, which) else { return Html::default() };
    let size = if which == ChartBlock::Country { "block half country" } else { "block third" };
    let (title, rests_on) = (marks.title.clone(), about(desk, &marks));
    let body = body(desk, marks, paintings);
    block(desk, which, size, &title, &rests_on, body)
}

/// Bars for the goals that activities serve; the other goals as tiles.
fn goals(desk: &Desk, paintings: &mut Vec<Painting>) -> Html {
    let goals = view::goal_chart(&desk.scene);
    let mut bases = el("span", "");
    for (label, action) in goals.other_bases {
        bases = bases.kid(button("plain").key(&label).press(desk.commit(action)).text(&label));
    }
    let mut unseen = el("ul", "").at("data-rove", "");
    for (at, (number, label)) in goals.unseen.into_iter().enumerate() {
        let pick = view::goal_pick(number);
        let tile = mark(desk, &pick, &label, false, at == 0).at("title", label.clone());
        let tile = tile.at("class", format!("mark goal goal-{number}")).text(&number.to_string());
        unseen = unseen.kid(el("li", "").key(&pick).kid(tile));
    }
    let (title, rests_on) = (goals.marks.title.clone(), about(desk, &goals.marks));
    let mut all = vec![el("p", "basis").key("basis").text(&goals.basis).kid(bases).html()];
    all.extend(body(desk, goals.marks, paintings));
    let tiles = el("div", "goals-unseen").key("unseen").kid(el("p", "").say(desk, Sentence::GoalsUnseen)).kid(unseen);
    all.push(tiles.html());
    block(desk, ChartBlock::Goal, "block half sdg", &title, &rests_on, all)
}

/// What a chart rests on, and how its numbers are read.
fn about(desk: &Desk, marks: &FacetChart) -> String {
    let mut about = marks.subtitle.clone();
    if marks.rows.iter().any(|row| !row.activities.is_empty()) {
        about.push(' ');
        about.push_str(&desk.say(Sentence::GreyFigures));
    }
    about
}

fn body(desk: &Desk, mut marks: FacetChart, paintings: &mut Vec<Painting>) -> Vec<Html> {
    let (which, whole, first) = (marks.block, marks.rows.len(), first(marks.block));
    let long = whole > first + 2;
    if long && !desk.ui.expanded.contains(&which) {
        marks.shorten(first);
    }
    let mut list = el("ul", "").at("data-rove", "");
    for (at, row) in marks.rows.iter().enumerate() {
        list = list.kid(el("li", "").key(&row.pick).kid(bar(desk, row, at == 0)));
    }
    let room = if marks.room > first + 2 { first + 1 } else { marks.room };
    let drawing = el("div", "bars").key("drawing").kid(canvas()).kid(list);
    let mut body: Vec<Html> = vec![drawing.html(), tip(desk)];
    if long {
        body.push(more(desk, which, whole));
    }
    body.push(notes(desk, &marks.legend, Vec::new(), marks.note.as_ref()));
    paintings.push(Painting::of_marks(which, marks, room));
    body
}

/// The button of a bar: its name, its place in the drawing with its number, and all of it in words.
fn bar(desk: &Desk, row: &ChartRow, first: bool) -> Html {
    let mut name = el("span", "name").at("aria-hidden", "true");
    if let (true, FacetValue::Number(number)) = (row.pick.starts_with("sdg"), &row.value) {
        let tile = el("span", "").at("class", format!("goal goal-{number}"));
        name = name.kid(tile.text(&number.to_string()));
    }
    let mut value = el("span", "value").kid(el("span", "").text(&row.number));
    for (class, text) in [("rests-on", &row.activities), ("beside", &row.beside)] {
        if !text.is_empty() {
            value = value.kid(el("span", class).text(text));
        }
    }
    let track = el("span", "track").at("aria-hidden", "true").kid(el("span", "slot").kid(value));
    chart::mark(desk, &row.pick, &row.spoken, row.selected, first).kid(name.kid(isolated(&row.label))).kid(track).html()
}
