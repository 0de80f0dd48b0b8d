//! The blocks: which are shown, and in which order.

use web_sys::Element;
use yew::prelude::*;

use super::state::{Chosen, change};
use crate::locale::Sentence;
use crate::ui::annex::Shown;
use crate::ui::dom;
use crate::ui::el::{button, el};

/// Gives the focus to the button of a block that has moved: the block went on, and the focus goes with it.
pub fn follow(list: &NodeRef, moved: Option<(usize, bool)>) {
    let found = moved.zip(list.cast::<Element>()).and_then(|((at, up), list)| {
        dom::one(&list, &format!("li:nth-child({}) .{}", at + 1, if up { "up" } else { "down" }))
    });
    if let Some(button) = found {
        dom::focus(&button);
    }
}

/// The list of blocks.
pub fn blocks(shown: &Shown, chosen: &Chosen, list: &NodeRef) -> Html {
    let count = chosen.embed.blocks().len();
    let names: Vec<String> = chosen.embed.blocks().iter().map(|(part, _)| part.name(&shown.report.locale)).collect();
    let rows = names.iter().enumerate().map(|(at, name)| row(shown, chosen, at, name)).collect();
    let said = chosen.moved.and_then(|(at, _)| {
        let (place, n) = ((at + 1).to_string(), count.to_string());
        Some(shown.report.locale.fill(Sentence::EmbedMoved, &[("block", names.get(at)?), ("at", &place), ("n", &n)]))
    });
    el("fieldset", "blocks")
        .kid(el("legend", "").text(&shown.say(Sentence::EmbedBlocks)))
        .kid(el("p", "hint").text(&shown.say(Sentence::EmbedBlocksAbout)))
        .kid(el("ol", "").node(list).kids(rows))
        .kid(el("p", "unseen").at("role", "status").text(&said.unwrap_or_default()))
        .html()
}

fn row(shown: &Shown, chosen: &Chosen, at: usize, name: &str) -> Html {
    let blocks = chosen.embed.blocks();
    let ticked = blocks.get(at).is_some_and(|(_, shown)| *shown);
    let last = blocks.len().saturating_sub(1);
    let go = |key: Sentence, class: &'static str, up: bool, ends: bool| {
        let pressed = change(chosen, move |state, _: MouseEvent| {
            state.moved = state.embed.shift(at, up).map(|to| (to, up));
        });
        // Not disabled at an end of the list: that would take the focus away from who has just moved a block there.
        button(class)
            .at("aria-label", shown.report.locale.fill(key, &[("block", name)]))
            .says("aria-disabled", ends)
            .press(pressed)
            .kid(el("span", "way").at("aria-hidden", "true"))
    };
    let tick = el("input", "")
        .at("type", "checkbox")
        .checked(ticked)
        .flag("disabled", !chosen.embed.lets_toggle(at))
        .ticked(change(chosen, move |state, _: Event| state.embed.toggle(at)));
    el("li", "")
        .kid(el("label", "").kid(tick).kid(el("span", "").text(name)))
        .kid(go(Sentence::EmbedUp, "move up", true, at == 0))
        .kid(go(Sentence::EmbedDown, "move down", false, at == last))
        .html()
}
