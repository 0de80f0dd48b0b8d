//! The sentence at the top, and the ways to what it rests on.

use yew::prelude::*;

use super::block_context::BlockContext;
use super::tag_builder::{TagBuilder, button, isolated, tag};
use crate::locale::Sentence;
use crate::query::SelectionAction;
use crate::view::{self, Request, TotalKind};

/// Title, headline and how sure it is.
pub fn headline(context: &BlockContext) -> Html {
    let scene = &context.view;
    let headline = view::headline(scene);
    let date = scene.data.updated.as_ref().map(|updated| scene.locale.date(updated));
    let date = date.map(|date| scene.locale.fill(Sentence::DataOf, &[("date", &date)]));
    let mut sentence = tag("h2", "");
    for part in &headline.sentence {
        let total = match part.gap.as_deref() {
            Some("people") => Some(TotalKind::People),
            Some("activities") => Some(TotalKind::Activities),
            _ => None,
        };
        // Not a button, which would not break into lines as the sentence does.
        let words = match total {
            Some(total) => tag("span", "live")
                .attribute("role", "button")
                .attribute("tabindex", "0")
                .attribute("data-request", breakdown_request(total)),
            None => tag("span", ""),
        };
        sentence = sentence.child(words.text(&part.text));
    }
    let how = button("plain")
        .attribute("data-request", breakdown_request(TotalKind::People))
        .sentence(context, Sentence::HowWeCount);
    let mut way_back = tag("p", "way-back");
    if headline.empty && scene.selection.is_narrowed() {
        let clear = button("primary")
            .on_click(context.on_commit(SelectionAction::ClearAll))
            .sentence(context, Sentence::ClearAll);
        way_back = way_back.child(clear);
    }
    let name = tag("p", "title")
        .child(isolated(scene.data.title.as_deref().unwrap_or_default()))
        .child(tag("span", "date").text(&date.unwrap_or_default()));
    tag("div", "headline")
        .key("headline")
        .attribute("part", "headline")
        .child(tag("div", "over").child(name).child(share_button(context)))
        .child(sentence)
        .child(tag("p", "detail").text(&headline.detail).text(" ").child(how))
        .child(way_back)
        .html()
}

/// The button that leads to link, citation and files.
pub fn share_button(context: &BlockContext) -> TagBuilder {
    button("plain").attribute("data-request", Request::Share.code()).sentence(context, Sentence::ShareAndCite)
}

fn breakdown_request(total: TotalKind) -> String {
    Request::Breakdown(total).code()
}
