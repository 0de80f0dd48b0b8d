//! The totals in a row. Each one opens its breakdown.

use yew::prelude::*;

use super::block_context::BlockContext;
use super::tag_builder::{button, tag};
use crate::locale::Sentence;
use crate::view::{self, DialogRequest};

/// A tile per total.
pub fn tiles(context: &BlockContext) -> Html {
    let mut list = tag("ul", "tiles").key("tiles").attribute("part", "tiles").sentence_attribute(
        "aria-label",
        context,
        Sentence::TilesLabel,
    );
    let open_label = context.say(Sentence::OpenBreakdown);
    for tile in view::tiles(&context.view) {
        let mut number = tag("span", "number");
        for (tag_name, class, text) in
            [("span", "word", &tile.before), ("strong", "", &tile.number), ("span", "word", &tile.after)]
        {
            if !text.is_empty() {
                number = number.child(tag(tag_name, class).text(text)).text(" ");
            }
        }
        let tile_button = button("")
            .attribute("data-request", DialogRequest::Breakdown(tile.total).code())
            .attribute("title", open_label.clone());
        let tile_button = tile_button
            .child(number)
            .child(tag("span", "label").text(&tile.label))
            .child(tag("span", "unseen").text(&open_label));
        let class = format!("tile {}", tile.name);
        list = list.child(tag("li", "").attribute("class", class).key(tile.name).child(tile_button));
    }
    list.html()
}
