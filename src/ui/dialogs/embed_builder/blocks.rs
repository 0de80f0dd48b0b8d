//! The fields for the blocks: which are shown, and in which order.

use web_sys::Element;
use yew::prelude::*;

use super::state::{BuilderHandle, on_change};
use crate::locale::Sentence;
use crate::ui::dialogs::context::DialogContext;
use crate::ui::dom;
use crate::ui::tag_builder::{button, tag};

/// Moves the focus to the button of the block that has just moved: Yew keeps the row elements in order, so the focus
/// would stay at the old position.
pub fn focus_moved_block(list: &NodeRef, moved: Option<(usize, bool)>) {
    let target = moved.zip(list.cast::<Element>()).and_then(|((index, up), list)| {
        dom::query(&list, &format!("li:nth-child({}) .{}", index + 1, if up { "up" } else { "down" }))
    });
    if let Some(button) = target {
        dom::focus(&button);
    }
}

/// The list of blocks, each with a checkbox and buttons that move it.
pub fn block_fields(context: &DialogContext, builder: &BuilderHandle, list: &NodeRef) -> Html {
    let count = builder.embed.blocks().len();
    let names: Vec<String> =
        builder.embed.blocks().iter().map(|(block, _)| block.name(&context.loaded.locale)).collect();
    let rows = names.iter().enumerate().map(|(index, name)| row(context, builder, index, name)).collect();
    let status = builder.moved.and_then(|(index, _)| {
        let (position, n) = ((index + 1).to_string(), count.to_string());
        Some(
            context
                .loaded
                .locale
                .fill(Sentence::EmbedMoved, &[("block", names.get(index)?), ("at", &position), ("n", &n)]),
        )
    });
    tag("fieldset", "blocks")
        .child(tag("legend", "").text(&context.say(Sentence::EmbedBlocks)))
        .child(tag("p", "hint").text(&context.say(Sentence::EmbedBlocksAbout)))
        .child(tag("ol", "").node_ref(list).children(rows))
        .child(tag("p", "unseen").attribute("role", "status").text(&status.unwrap_or_default()))
        .html()
}

fn row(context: &DialogContext, builder: &BuilderHandle, index: usize, name: &str) -> Html {
    let blocks = builder.embed.blocks();
    let is_shown = blocks.get(index).is_some_and(|(_, shown)| *shown);
    let last = blocks.len().saturating_sub(1);
    let move_button = |label: Sentence, class: &'static str, up: bool, at_end: bool| {
        let on_click = on_change(builder, move |state, _: MouseEvent| {
            state.moved = state.embed.move_block(index, up).map(|index| (index, up));
        });
        // Not disabled at an end of the list: a reader who has just moved a block there would lose the focus.
        button(class)
            .attribute("aria-label", context.loaded.locale.fill(label, &[("block", name)]))
            .aria_bool("aria-disabled", at_end)
            .on_click(on_click)
            .child(tag("span", "way").attribute("aria-hidden", "true"))
    };
    let checkbox = tag("input", "")
        .attribute("type", "checkbox")
        .checked(is_shown)
        .bool_attribute("disabled", !builder.embed.can_toggle(index))
        .on_change(on_change(builder, move |state, _: Event| state.embed.toggle(index)));
    tag("li", "")
        .child(tag("label", "").child(checkbox).child(tag("span", "").text(name)))
        .child(move_button(Sentence::EmbedUp, "move up", true, index == 0))
        .child(move_button(Sentence::EmbedDown, "move down", false, index == last))
        .html()
}
