//! The frame of every chart: heading, what it rests on, files to take away, legend, note, and the tip that says a mark
//! in full.

use yew::prelude::*;

use super::desk::{Desk, Turn};
use super::el::{El, button, el};
use crate::locale::Sentence;
use crate::view::{ChartBlock, MarkStyle, PictureFormat, Request};

/// A chart's block. `size` is the class that decides how wide it is; the parts of the body have keys.
pub fn block(desk: &Desk, block: ChartBlock, size: &'static str, title: &str, rests_on: &str, body: Vec<Html>) -> Html {
    let mut files = el("p", "files");
    for (format, name) in [(PictureFormat::Svg, "SVG"), (PictureFormat::Png, "PNG")] {
        let label = desk.scene.locale.fill(Sentence::ChartFile, &[("format", name), ("title", title)]);
        let ask = Request::Picture(block, format).code();
        files = files.kid(button("plain").at("data-ask", ask).at("aria-label", label).text(name));
    }
    el("section", size)
        .key(block.code())
        .at("part", block.code())
        .at("data-block", block.code())
        .kid(el("div", "block-head").kid(el("h3", "").text(title)).kid(files))
        .kid(el("p", "sub").text(rests_on))
        .kid(el("div", "body").kids(body))
        .html()
}

/// What the forms of marks mean, and what there is to say about the chart.
pub fn notes(desk: &Desk, legend: &[(MarkStyle, String)], shades: Vec<Html>, note: Option<&String>) -> Html {
    let mut list = el("ul", "legend").says_in("aria-label", desk, Sentence::Legend).kids(shades);
    for (form, meaning) in legend {
        list = list.kid(el("li", form.code()).kid(el("i", "swatch").at("aria-hidden", "true")).text(meaning));
    }
    let mut notes = el("div", "notes").key("notes").kid(list);
    if let Some(note) = note {
        notes = notes.kid(el("p", "sums").text(note));
    }
    notes.html()
}

/// The place where a drawing goes.
pub fn canvas() -> Html {
    el("canvas", "").at("aria-hidden", "true").html()
}

/// The button that shows the rest of a long list.
pub fn more(desk: &Desk, block: ChartBlock, whole: usize) -> Html {
    let locale = desk.scene.locale;
    let label = if desk.ui.expanded.contains(&block) {
        locale.say(Sentence::ShowFewer)
    } else {
        locale.fill(Sentence::ShowAll, &[("n", &locale.number(whole as u64))])
    };
    el("p", "more").key("more").kid(button("plain").press(desk.turn(Turn::Expand(block))).text(&label)).html()
}

/// A mark that filters when it is pressed: one stop of the Tab key for the whole list, arrow keys inside it.
pub fn mark(desk: &Desk, pick: &str, spoken: &str, selected: bool, first: bool) -> El {
    let fixed = desk.scene.options.is_fixed(pick);
    button("mark")
        .at("data-pick", pick.to_owned())
        .at("aria-label", spoken.to_owned())
        .says("aria-pressed", selected)
        .at("tabindex", if first { "0" } else { "-1" })
        .flag("aria-disabled", fixed)
}

/// Says a mark in full, with the way to what it is made of. It is filled when a mark is pointed at or has the focus, and
/// stands behind the marks, so that the Tab key leads from a mark to it.
pub fn tip(desk: &Desk) -> Html {
    let open = button("plain").at("data-ask", "").say(desk, Sentence::AskMadeOf);
    el("div", "tip").key("tip").flag("hidden", true).kid(el("p", "")).kid(open).html()
}
