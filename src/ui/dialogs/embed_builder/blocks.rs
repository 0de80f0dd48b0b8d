//! The blocks: which are shown, and in which order.

use web_sys::Element;
use yew::prelude::*;

use super::state::{Chosen, change};
use crate::locale::Sentence;
use crate::ui::dialogs::context::DialogContext;
use crate::ui::dom;
use crate::ui::tag_builder::{button, tag};

/// Gives the focus to the button of a block that has moved: the block went on, and the focus goes with it.
pub fn follow(list: &NodeRef, moved: Option<(usize, bool)>) {
    let found = moved.zip(list.cast::<Element>()).and_then(|((at, up), list)| {
        dom::query(&list, &format!("li:nth-child({}) .{}", at + 1, if up { "up" } else { "down" }))
    });
    if let Some(button) = found {
        dom::focus(&button);
    }
}

/// The list of blocks.
pub fn blocks(context: &DialogContext, chosen: &Chosen, list: &NodeRef) -> Html {
    let count = chosen.embed.blocks().len();
    let names: Vec<String> = chosen.embed.blocks().iter().map(|(part, _)| part.name(&context.report.locale)).collect();
    let rows = names.iter().enumerate().map(|(at, name)| row(context, chosen, at, name)).collect();
    let said = chosen.moved.and_then(|(at, _)| {
        let (place, n) = ((at + 1).to_string(), count.to_string());
        Some(context.report.locale.fill(Sentence::EmbedMoved, &[("block", names.get(at)?), ("at", &place), ("n", &n)]))
    });
    tag("fieldset", "blocks")
        .child(tag("legend", "").text(&context.say(Sentence::EmbedBlocks)))
        .child(tag("p", "hint").text(&context.say(Sentence::EmbedBlocksAbout)))
        .child(tag("ol", "").node_ref(list).children(rows))
        .child(tag("p", "unseen").attribute("role", "status").text(&said.unwrap_or_default()))
        .html()
}

fn row(context: &DialogContext, chosen: &Chosen, at: usize, name: &str) -> Html {
    let blocks = chosen.embed.blocks();
    let ticked = blocks.get(at).is_some_and(|(_, context)| *context);
    let last = blocks.len().saturating_sub(1);
    let go = |key: Sentence, class: &'static str, up: bool, ends: bool| {
        let pressed = change(chosen, move |state, _: MouseEvent| {
            state.moved = state.embed.shift(at, up).map(|to| (to, up));
        });
        // Not disabled at an end of the list: that would take the focus away from who has just moved a block there.
        button(class)
            .attribute("aria-label", context.report.locale.fill(key, &[("block", name)]))
            .aria_bool("aria-disabled", ends)
            .on_click(pressed)
            .child(tag("span", "way").attribute("aria-hidden", "true"))
    };
    let tick = tag("input", "")
        .attribute("type", "checkbox")
        .checked(ticked)
        .bool_attribute("disabled", !chosen.embed.lets_toggle(at))
        .on_change(change(chosen, move |state, _: Event| state.embed.toggle(at)));
    tag("li", "")
        .child(tag("label", "").child(tick).child(tag("span", "").text(name)))
        .child(go(Sentence::EmbedUp, "move up", true, at == 0))
        .child(go(Sentence::EmbedDown, "move down", false, at == last))
        .html()
}
