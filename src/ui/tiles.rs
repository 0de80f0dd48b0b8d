//! The totals in a row. Each opens what it is made of.

use yew::prelude::*;

use super::desk::Desk;
use super::el::{button, el};
use crate::locale::Sentence;
use crate::view::{self, Request};

/// A tile per total.
pub fn tiles(desk: &Desk) -> Html {
    let mut list = el("ul", "tiles").key("tiles").at("part", "tiles").says_in("aria-label", desk, Sentence::TilesLabel);
    let open = desk.say(Sentence::AskMadeOf);
    for tile in view::tiles(&desk.scene) {
        let mut number = el("span", "number");
        for (tag, class, text) in
            [("span", "word", &tile.before), ("strong", "", &tile.number), ("span", "word", &tile.after)]
        {
            if !text.is_empty() {
                number = number.kid(el(tag, class).text(text)).text(" ");
            }
        }
        let press = button("").at("data-ask", Request::Breakdown(tile.total).code()).at("title", open.clone());
        let press = press.kid(number).kid(el("span", "label").text(&tile.label)).kid(el("span", "unseen").text(&open));
        let class = format!("tile {}", tile.name);
        list = list.kid(el("li", "").at("class", class).key(tile.name).kid(press));
    }
    list.html()
}
