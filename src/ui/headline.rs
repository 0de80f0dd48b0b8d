//! The sentence at the top, and the buttons that lead to its breakdown and to sharing.

use yew::prelude::*;

use super::block_context::BlockContext;
use super::tag_builder::{TagBuilder, button, isolated, tag};
use crate::locale::Sentence;
use crate::query::SelectionAction;
use crate::view::{self, DialogRequest, TotalKind};

/// Title, headline, and how certain its numbers are.
pub fn headline(context: &BlockContext) -> Html {
    let view_context = &context.view;
    let headline = view::headline(view_context);
    let date = view_context.data.updated.as_ref().map(|updated| view_context.locale.date(updated));
    let date = date.map(|date| view_context.locale.fill(Sentence::DataOf, &[("date", &date)]));
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
    let how_button = button("plain")
        .attribute("data-request", breakdown_request(TotalKind::People))
        .sentence(context, Sentence::HowWeCount);
    let mut clear_line = tag("p", "way-back");
    if headline.empty && view_context.selection.is_narrowed() {
        let clear = button("primary")
            .on_click(context.on_commit(SelectionAction::ClearAll))
            .sentence(context, Sentence::ClearAll);
        clear_line = clear_line.child(clear);
    }
    let name = tag("p", "title")
        .child(isolated(view_context.data.title.as_deref().unwrap_or_default()))
        .child(tag("span", "date").text(&date.unwrap_or_default()));
    tag("div", "headline")
        .key("headline")
        .attribute("part", "headline")
        .child(tag("div", "over").child(name).child(share_button(context)))
        .child(sentence)
        .child(tag("p", "detail").text(&headline.detail).text(" ").child(how_button))
        .child(clear_line)
        .html()
}

/// The button that opens the dialog with link, citation and files.
pub fn share_button(context: &BlockContext) -> TagBuilder {
    button("plain").attribute("data-request", DialogRequest::Share.code()).sentence(context, Sentence::ShareAndCite)
}

fn breakdown_request(total: TotalKind) -> String {
    DialogRequest::Breakdown(total).code()
}
