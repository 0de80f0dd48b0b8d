//! The totals in a row. Each opens what it is made of.

use yew::prelude::*;

use super::block_context::BlockContext;
use super::tag_builder::{button, tag};
use crate::locale::Sentence;
use crate::view::{self, Request};

/// A tile per total.
pub fn tiles(context: &BlockContext) -> Html {
    let mut list = tag("ul", "tiles").key("tiles").attribute("part", "tiles").sentence_attribute(
        "aria-label",
        context,
        Sentence::TilesLabel,
    );
    let open = context.say(Sentence::OpenBreakdown);
    for tile in view::tiles(&context.view) {
        let mut number = tag("span", "number");
        for (name, class, text) in
            [("span", "word", &tile.before), ("strong", "", &tile.number), ("span", "word", &tile.after)]
        {
            if !text.is_empty() {
                number = number.child(tag(name, class).text(text)).text(" ");
            }
        }
        let press = button("")
            .attribute("data-request", Request::Breakdown(tile.total).code())
            .attribute("title", open.clone());
        let press =
            press.child(number).child(tag("span", "label").text(&tile.label)).child(tag("span", "unseen").text(&open));
        let class = format!("tile {}", tile.name);
        list = list.child(tag("li", "").attribute("class", class).key(tile.name).child(press));
    }
    list.html()
}
