//! The line and the sentence at the top, and the buttons that lead to its breakdown and to sharing.

use yew::prelude::*;

use super::block_context::BlockContext;
use super::tag_builder::{TagBuilder, button, isolated, tag};
use super::view_link::view_link;
use crate::locale::Sentence;
use crate::query::SelectionAction;
use crate::view::{self, Block, DialogRequest, TotalKind};

/// What the report is about, in one line at the top, and the button for sharing if there is a headline.
pub fn subject_line(context: &BlockContext) -> Html {
    let subject = view::subject_line(&context.view);
    let mut name = tag("p", "title").child(isolated(&subject.title));
    for text in &subject.about {
        name = name.child(tag("span", "also").child(isolated(text)));
    }
    if subject.is_part {
        let link = view_link(context, context.props.snapshot.address.clone(), Sentence::WholeReport);
        name = name.child(tag("span", "also").child(link));
    }
    let mut line = tag("div", "over").key("subject").child(name);
    if context.view.options.blocks.contains(&Block::Headline) {
        line = line.child(share_button(context));
    }
    line.html()
}

/// The headline, and how certain its numbers are.
pub fn headline(context: &BlockContext) -> Html {
    let view_context = &context.view;
    let headline = view::headline(view_context);
    let mut sentence = tag("h2", "");
    for part in &headline.sentence {
        let total = match part.gap.as_deref() {
            Some("people") => Some(TotalKind::People),
            Some("activities") => Some(TotalKind::Activities),
            _ => None,
        };
        // Not a button element, which would not wrap across lines as the sentence does.
        let span = match total {
            Some(total) => tag("span", "live")
                .attribute("role", "button")
                .attribute("tabindex", "0")
                .attribute("data-request", breakdown_request(total)),
            None => tag("span", ""),
        };
        sentence = sentence.child(span.text(&part.text));
    }
    // Nothing is counted in an empty view.
    let how_button = button("plain")
        .bool_attribute("hidden", headline.empty)
        .attribute("data-request", breakdown_request(TotalKind::People))
        .sentence(context, Sentence::HowWeCount);
    let mut clear_line = tag("span", "way-back");
    if headline.empty && view_context.selection.is_narrowed() {
        let clear = button("primary")
            .on_click(context.on_commit(SelectionAction::ClearAll))
            .sentence(context, Sentence::ClearAll);
        clear_line = clear_line.child(clear);
    }
    tag("div", "headline")
        .key("headline")
        .attribute("part", "headline")
        .child(sentence)
        .child(tag("p", "detail").text(&headline.detail).text(" ").child(how_button).child(clear_line))
        .html()
}

/// The button that opens the dialog with link, citation and files.
pub fn share_button(context: &BlockContext) -> TagBuilder {
    button("plain").attribute("data-request", DialogRequest::Share.code()).sentence(context, Sentence::ShareAndCite)
}

fn breakdown_request(total: TotalKind) -> String {
    DialogRequest::Breakdown(total).code()
}
