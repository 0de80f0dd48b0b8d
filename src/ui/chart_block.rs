//! The parts that every chart has: heading, subtitle, files to download, legend, note, and the tooltip that describes a
//! mark in full.

use yew::prelude::*;

use super::block_context::BlockContext;
use super::tag_builder::{TagBuilder, button, tag};
use super::ui_state::UiAction;
use crate::charts::{Chart, Mark};
use crate::locale::Sentence;
use crate::view::{self, Block, ChartBlock, DialogRequest, MarkStyle, PictureFormat};

/// The block of a chart. `size` is the class that decides how wide it is; the texts are its title with the measure, its
/// heading and its subtitle, which may be empty. The nodes of `body` need keys.
pub fn chart_block(
    context: &BlockContext,
    block: ChartBlock,
    size: &'static str,
    [title, heading, subtitle]: [&str; 3],
    body: Vec<Html>,
) -> Html {
    let mut files = tag("p", "files");
    for (format, name) in [(PictureFormat::Svg, "SVG"), (PictureFormat::Png, "PNG")] {
        let label = context.view.locale.fill(Sentence::ChartFile, &[("format", name), ("title", title)]);
        let request = DialogRequest::Picture(block, format).code();
        files =
            files.child(button("plain").attribute("data-request", request).attribute("aria-label", label).text(name));
    }
    tag("section", size)
        .key(block.code())
        .attribute("part", block.code())
        .attribute("data-chart", block.code())
        .child(tag("div", "block-head").child(tag("h3", "").text(heading)).child(files))
        .child(tag("p", "sub").text(subtitle))
        .child(tag("div", "body").children(body))
        .html()
}

/// The note about the chart, if any; and the legend, which explains the mark styles, if the page does not show the key.
pub fn notes(context: &BlockContext, legend: &[(MarkStyle, String)], shades: Vec<Html>, note: Option<&String>) -> Html {
    let mut notes = tag("div", "notes").key("notes");
    if !shades.is_empty() || !has_key(context) {
        notes = notes.child(style_list(context, legend, shades));
    }
    if let Some(note) = note {
        notes = notes.child(tag("p", "sums").text(note));
    }
    notes.html()
}

/// Whether the page shows the key of all charts, beside the switch of measures.
pub fn has_key(context: &BlockContext) -> bool {
    context.view.options.blocks.contains(&Block::Filters)
}

/// The mark styles with their meanings, and items that come before them.
pub fn style_list(context: &BlockContext, styles: &[(MarkStyle, String)], first: Vec<Html>) -> Html {
    let mut list = tag("ul", "legend").sentence_attribute("aria-label", context, Sentence::Legend).children(first);
    for (style, meaning) in styles {
        list = list
            .child(tag("li", style.code()).child(tag("i", "swatch").attribute("aria-hidden", "true")).text(meaning));
    }
    list.html()
}

/// The canvas of a chart.
pub fn canvas() -> Html {
    tag("canvas", "").attribute("aria-hidden", "true").html()
}

/// The rectangle of a mark in the drawing. Its properties and classes are those from which paper, which has no canvas,
/// draws it.
pub fn slot(chart: &Chart, mark: &Mark) -> TagBuilder {
    let part = |element, first, mark: &Mark| {
        tag(element, "").attribute("class", view::mark_classes(first, mark, &chart.scale))
    };
    let reached = Mark { planned: None, ..mark.clone() };
    let slot = part("span", "slot", &reached).attribute("aria-hidden", "true").properties(&chart.mark_properties(mark));
    match mark.plans() {
        Some(plans) => slot.child(part("i", "plan", &plans).properties(&chart.mark_properties(&plans))),
        None => slot,
    }
}

/// The button that shows all `count` rows of a long chart, or only the initial ones again. A chart that is not `long` has
/// hidden rows only on a phone.
pub fn more_button(context: &BlockContext, block: ChartBlock, count: usize, long: bool) -> Html {
    let locale = context.view.locale;
    let label = if context.state.expanded_charts.contains(&block) {
        locale.say(Sentence::ShowFewer)
    } else {
        locale.fill(Sentence::ShowAll, &[("n", &locale.number(count as u64))])
    };
    tag("p", if long { "more" } else { "more narrow" })
        .key("more")
        .child(button("plain").on_click(context.on_ui_action(UiAction::ToggleExpanded(block))).text(&label))
        .html()
}

/// The button of a mark, which filters when it is pressed. The whole list is one tab stop, its first mark at the start;
/// arrow keys move inside it.
pub fn mark_button(context: &BlockContext, pick: &str, spoken: &str, selected: bool, is_first: bool) -> TagBuilder {
    let read_only = context.view.options.is_read_only(pick);
    button("mark")
        .attribute("data-pick", pick.to_owned())
        .attribute("aria-label", spoken.to_owned())
        .aria_bool("aria-pressed", selected)
        .attribute("tabindex", if is_first { "0" } else { "-1" })
        .bool_attribute("aria-disabled", read_only)
}

/// The tooltip, which describes a mark in full and has a button for its breakdown. It is filled when a mark is pointed
/// at or gets the focus. It follows the marks in the document, so the Tab key moves from a mark to it.
pub fn tooltip(context: &BlockContext) -> Html {
    let open_button = button("plain").attribute("data-request", "").sentence(context, Sentence::OpenBreakdown);
    tag("div", "tooltip")
        .key("tooltip")
        .attribute("popover", "manual")
        .bool_attribute("hidden", true)
        .child(tag("p", ""))
        .child(open_button)
        .html()
}
