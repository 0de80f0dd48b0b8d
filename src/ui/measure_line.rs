//! The switch between people and activities as the measure of charts, and the key of the forms of their marks. It stays
//! in view while the reader scrolls.

use yew::prelude::*;

use super::block_context::BlockContext;
use super::canvas_drawing::CanvasDrawing;
use super::chart_block::style_list;
use super::tag_builder::{button, tag};
use crate::locale::Sentence;
use crate::query::{Measure, SelectionAction};
use crate::view::MarkStyle;

/// The switch and the key. The key explains what these drawings show, and nothing else.
pub fn measure_line(context: &BlockContext, drawings: &[CanvasDrawing]) -> Html {
    let mut measures = tag("div", "switch").attribute("role", "group").sentence_attribute(
        "aria-label",
        context,
        Sentence::MeasureLabel,
    );
    for (measure, key) in
        [(Measure::People, Sentence::MeasurePeople), (Measure::Activities, Sentence::MeasureActivities)]
    {
        let option = button("").aria_bool("aria-pressed", context.view.selection.measure == measure);
        measures = measures
            .child(option.on_click(context.on_commit(SelectionAction::Measure(measure))).sentence(context, key));
    }
    let used = |style: &MarkStyle| {
        drawings.iter().flat_map(|drawing| &drawing.legend).find(|(used, _)| used == style).cloned()
    };
    let styles: Vec<_> = MarkStyle::ALL.iter().filter_map(used).collect();
    tag("div", "measure").key("measure").child(measures).child(style_list(context, &styles, Vec::new())).html()
}
