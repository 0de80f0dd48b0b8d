//! Bars: a list of buttons. Each button covers the canvas mark whose number it names.

use yew::prelude::*;

use super::block_context::BlockContext;
use super::canvas_drawing::CanvasDrawing;
use super::chart_block::{canvas, chart_block, mark_button, more_button, notes, slot, tooltip};
use super::tag_builder::{TagBuilder, button, isolated, tag};
use super::ui_state::UiAction;
use crate::locale::Sentence;
use crate::query::{FacetValue, Measure};
use crate::view::{self, ChartBlock, FacetChart, MarkStyle, MarkTexts};

/// How many bars a phone shows before the reader asks for the rest, beside those that always stay (`bars.css`).
const NARROW_ROWS: usize = 5;

/// The longest chart whose other bars are rendered too, hidden except on paper: some browsers print what is rendered at
/// the moment when the reader prints. The bars of a longer one are rendered when the print begins.
const MAX_HIDDEN_ROWS: usize = 60;

/// How many bars of a chart are shown before the reader asks for the rest.
fn initial_rows(block: ChartBlock) -> usize {
    if matches!(block, ChartBlock::Country | ChartBlock::Goal) { 12 } else { 8 }
}

/// Bars for the values of a facet. `behind_tab`: a phone does not show it now.
pub fn bar_chart(
    context: &BlockContext,
    block: ChartBlock,
    behind_tab: bool,
    drawings: &mut Vec<CanvasDrawing>,
) -> Html {
    if block == ChartBlock::Goal {
        return goal_chart(context, drawings);
    }
    let Some(chart) = view::bar_chart(&context.view, block) else { return Html::default() };
    let size = match (block, behind_tab) {
        (ChartBlock::Country, _) => "block half country",
        (_, true) => "block third behind",
        _ => "block third",
    };
    let texts = [chart.title.clone(), chart.heading.clone(), chart.subtitle.clone()];
    let body = chart_body(context, chart, drawings);
    chart_block(context, block, size, texts.each_ref().map(String::as_str), body)
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
    let chart = &goals.facet_chart;
    let texts = [chart.title.clone(), chart.heading.clone(), chart.subtitle.clone()];
    let mut body = vec![tag("p", "basis").key("basis").text(&goals.basis).child(bases).html()];
    body.extend(chart_body(context, goals.facet_chart, drawings));
    let tiles = tag("div", "goals-unseen")
        .key("unseen")
        .child(tag("p", "").sentence(context, Sentence::GoalsUnseen))
        .child(unseen_list);
    body.push(tiles.html());
    chart_block(context, ChartBlock::Goal, "block half sdg", texts.each_ref().map(String::as_str), body)
}

fn chart_body(context: &BlockContext, mut chart: FacetChart, drawings: &mut Vec<CanvasDrawing>) -> Vec<Html> {
    let (block, count, initial) = (chart.block, chart.mark_texts.len(), initial_rows(chart.block));
    let long = count > initial + 2;
    let expanded = context.state.expanded_charts.contains(&block);
    let shortened = long && !expanded;
    let mut others = Vec::new();
    // A phone shows fewer bars, so it gathers more.
    for (first_rows, class) in [(initial, "other"), (NARROW_ROWS, "other stays")] {
        if !expanded && (long || first_rows < initial) {
            others.extend(view::other_rows(&context.view, &chart, first_rows).map(|texts| (class, texts)));
        }
    }
    if shortened {
        chart.shorten(initial, count > MAX_HIDDEN_ROWS && !context.props.snapshot.printing);
    }
    // Pictures and pages of text have words in its place.
    let no_number = context.say(Sentence::NoNumberShort);
    if chart.mark_texts.iter().any(|texts| texts.short_number == no_number) {
        chart.legend.push((MarkStyle::NoNumber, context.say(Sentence::LegendNoNumber)));
    }
    let columns = columns(&chart, context.view.selection.measure);
    let mut heads =
        tag("p", "heads").attribute("aria-hidden", "true").child(tag("span", "name")).child(tag("span", ""));
    for (head, _) in &columns {
        heads = heads.child(tag("span", "").sentence(context, *head));
    }
    let mut list = tag("ul", "").attribute("data-roving", "");
    for (index, (texts, mark)) in chart.mark_texts.iter().zip(&chart.chart.marks).enumerate() {
        let class = match texts.stays() {
            true => "stays",
            false if shortened && index >= initial => "later",
            false => "",
        };
        if texts.value == FacetValue::Unknown {
            for (class, others) in &others {
                list = list.child(tag("li", class).key(class).child(others_button(context, block, others, &columns)));
            }
        }
        let button = bar_button(context, texts, slot(&chart.chart, mark), &columns, index == 0);
        list = list.child(tag("li", class).key(&texts.pick).child(button));
    }
    let class = if expanded { "bars all" } else { "bars" };
    let drawing = tag("div", class).key("drawing").child(canvas()).child(heads).child(list);
    let mut body: Vec<Html> = vec![drawing.html(), tooltip(context)];
    if count > NARROW_ROWS {
        body.push(more_button(context, block, count, long));
    }
    body.push(notes(context, &chart.legend, Vec::new(), chart.note.as_ref()));
    drawings.push(CanvasDrawing::for_marks(block, chart));
    body
}

/// A column of figures: its head, and its figure in a row.
type Column = (Sentence, fn(&MarkTexts) -> &String);

/// The columns that have a figure in some row.
fn columns(chart: &FacetChart, measure: Measure) -> Vec<Column> {
    let first = match measure {
        Measure::People => Sentence::ColumnPeople,
        Measure::Activities => Sentence::MeasureActivities,
    };
    let all: [Column; 4] = [
        (first, |texts| &texts.short_number),
        (Sentence::MeasureActivities, |texts| &texts.activities),
        (Sentence::ColumnPlanned, |texts| &texts.planned),
        (Sentence::ColumnInferred, |texts| &texts.inferred),
    ];
    let used = |(_, figure): &Column| chart.mark_texts.iter().any(|texts| !figure(texts).is_empty());
    all.into_iter().filter(used).collect()
}

/// The button of a bar: its name, its rectangle in the drawing, its figures, and a label that says all of it.
fn bar_button(context: &BlockContext, texts: &MarkTexts, slot: TagBuilder, columns: &[Column], is_first: bool) -> Html {
    let mut name = tag("span", "name").attribute("aria-hidden", "true");
    if let (true, FacetValue::Number(number)) = (texts.pick.starts_with("sdg"), &texts.value) {
        let tile = tag("span", "").attribute("class", format!("goal goal-{number}"));
        name = name.child(tile.text(&number.to_string()));
    }
    let bar = mark_button(context, &texts.pick, &texts.spoken, texts.selected, is_first)
        .bool_attribute("data-empty", texts.empty)
        .child(name.child(isolated(&texts.label)))
        .child(slot);
    with_figures(bar, texts, columns)
}

/// The button that stands for the bars that are not shown, and shows them.
fn others_button(context: &BlockContext, block: ChartBlock, texts: &MarkTexts, columns: &[Column]) -> Html {
    let open = button("others")
        // The next stop after the bars is the button of their tooltip; "Show all" does the same.
        .attribute("tabindex", "-1")
        .attribute("aria-label", texts.spoken.clone())
        .on_click(context.on_ui_action(UiAction::ToggleExpanded(block)))
        .child(tag("span", "name").text(&texts.label))
        .child(tag("span", ""));
    with_figures(open, texts, columns)
}

fn with_figures(mut bar: TagBuilder, texts: &MarkTexts, columns: &[Column]) -> Html {
    for (_, figure) in columns {
        bar = bar.child(tag("span", "value").attribute("aria-hidden", "true").text(figure(texts)));
    }
    bar.html()
}
