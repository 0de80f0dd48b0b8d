//! The sentence at the top, and the ways to what it rests on.

use yew::prelude::*;

use super::desk::Desk;
use super::el::{El, button, el, isolated};
use crate::locale::Sentence;
use crate::query::SelectionAction;
use crate::view::{self, Request, TotalKind};

/// Title, headline and how sure it is.
pub fn headline(desk: &Desk) -> Html {
    let scene = &desk.scene;
    let headline = view::headline(scene);
    let date = scene.data.updated.as_ref().map(|updated| scene.locale.date(updated));
    let date = date.map(|date| scene.locale.fill(Sentence::DataOf, &[("date", &date)]));
    let mut sentence = el("h2", "");
    for part in &headline.sentence {
        let total = match part.gap.as_deref() {
            Some("people") => Some(TotalKind::People),
            Some("activities") => Some(TotalKind::Activities),
            _ => None,
        };
        // Not a button, which would not break into lines as the sentence does.
        let words = match total {
            Some(total) => el("span", "live").at("role", "button").at("tabindex", "0").at("data-ask", ask(total)),
            None => el("span", ""),
        };
        sentence = sentence.kid(words.text(&part.text));
    }
    let how = button("plain").at("data-ask", ask(TotalKind::People)).say(desk, Sentence::HowWeCount);
    let mut way_back = el("p", "way-back");
    if headline.empty && scene.selection.is_narrowed() {
        let clear = button("primary").press(desk.commit(SelectionAction::ClearAll)).say(desk, Sentence::ClearAll);
        way_back = way_back.kid(clear);
    }
    let name = el("p", "title")
        .kid(isolated(scene.data.title.as_deref().unwrap_or_default()))
        .kid(el("span", "date").text(&date.unwrap_or_default()));
    el("div", "headline")
        .key("headline")
        .at("part", "headline")
        .kid(el("div", "over").kid(name).kid(take(desk)))
        .kid(sentence)
        .kid(el("p", "detail").text(&headline.detail).text(" ").kid(how))
        .kid(way_back)
        .html()
}

/// The button that leads to link, citation and files.
pub fn take(desk: &Desk) -> El {
    button("plain").at("data-ask", Request::Take.code()).say(desk, Sentence::ShareAndCite)
}

fn ask(total: TotalKind) -> String {
    Request::Breakdown(total).code()
}
