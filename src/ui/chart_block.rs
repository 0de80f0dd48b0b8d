//! The frame of every chart: heading, what it rests on, files to take away, legend, note, and the tip that says a mark
//! in full.

use yew::prelude::*;

use super::block_context::BlockContext;
use super::tag_builder::{TagBuilder, button, tag};
use super::ui_state::UiAction;
use crate::locale::Sentence;
use crate::view::{ChartBlock, MarkStyle, PictureFormat, Request};

/// A chart's block. `size` is the class that decides how wide it is; the parts of the body have keys.
pub fn block(
    context: &BlockContext,
    block: ChartBlock,
    size: &'static str,
    title: &str,
    rests_on: &str,
    body: Vec<Html>,
) -> Html {
    let mut files = tag("p", "files");
    for (format, name) in [(PictureFormat::Svg, "SVG"), (PictureFormat::Png, "PNG")] {
        let label = context.view.locale.fill(Sentence::ChartFile, &[("format", name), ("title", title)]);
        let ask = Request::Picture(block, format).code();
        files = files.child(button("plain").attribute("data-request", ask).attribute("aria-label", label).text(name));
    }
    tag("section", size)
        .key(block.code())
        .attribute("part", block.code())
        .attribute("data-chart", block.code())
        .child(tag("div", "block-head").child(tag("h3", "").text(title)).child(files))
        .child(tag("p", "sub").text(rests_on))
        .child(tag("div", "body").children(body))
        .html()
}

/// What the forms of marks mean, and what there is to say about the chart.
pub fn notes(context: &BlockContext, legend: &[(MarkStyle, String)], shades: Vec<Html>, note: Option<&String>) -> Html {
    let mut list = tag("ul", "legend").sentence_attribute("aria-label", context, Sentence::Legend).children(shades);
    for (form, meaning) in legend {
        list =
            list.child(tag("li", form.code()).child(tag("i", "swatch").attribute("aria-hidden", "true")).text(meaning));
    }
    let mut notes = tag("div", "notes").key("notes").child(list);
    if let Some(note) = note {
        notes = notes.child(tag("p", "sums").text(note));
    }
    notes.html()
}

/// The place where a drawing goes.
pub fn canvas() -> Html {
    tag("canvas", "").attribute("aria-hidden", "true").html()
}

/// The button that shows the rest of a long list.
pub fn more(context: &BlockContext, block: ChartBlock, whole: usize) -> Html {
    let locale = context.view.locale;
    let label = if context.state.expanded_charts.contains(&block) {
        locale.say(Sentence::ShowFewer)
    } else {
        locale.fill(Sentence::ShowAll, &[("n", &locale.number(whole as u64))])
    };
    tag("p", "more")
        .key("more")
        .child(button("plain").on_click(context.on_ui_action(UiAction::ToggleExpanded(block))).text(&label))
        .html()
}

/// A mark that filters when it is pressed: one stop of the Tab key for the whole list, arrow keys inside it.
pub fn mark(context: &BlockContext, pick: &str, spoken: &str, selected: bool, first: bool) -> TagBuilder {
    let fixed = context.view.options.is_fixed(pick);
    button("mark")
        .attribute("data-pick", pick.to_owned())
        .attribute("aria-label", spoken.to_owned())
        .aria_bool("aria-pressed", selected)
        .attribute("tabindex", if first { "0" } else { "-1" })
        .bool_attribute("aria-disabled", fixed)
}

/// Says a mark in full, with the way to what it is made of. It is filled when a mark is pointed at or has the focus, and
/// stands behind the marks, so that the Tab key leads from a mark to it.
pub fn tooltip(context: &BlockContext) -> Html {
    let open = button("plain").attribute("data-request", "").sentence(context, Sentence::OpenBreakdown);
    tag("div", "tooltip").key("tooltip").bool_attribute("hidden", true).child(tag("p", "")).child(open).html()
}
