//! The active filters. Without a filter nothing is shown.

use yew::prelude::*;

use super::block_context::BlockContext;
use super::tag_builder::{button, isolated, tag};
use crate::locale::Sentence;
use crate::query::SelectionAction;
use crate::view::{self, Block};

/// A chip per active filter, and a button that clears all of them.
pub fn chips(context: &BlockContext) -> Html {
    let chips = view::chips(&context.view);
    let removable = chips.iter().filter(|chip| chip.remove.is_some()).count();
    let mut list = tag("ul", "").sentence_attribute("aria-label", context, Sentence::ActiveFilters);
    for chip in &chips {
        let label = isolated(&chip.label);
        let item = match &chip.remove {
            Some(remove) => button("chip")
                .attribute("aria-label", chip.remove_label.clone())
                .on_click(context.on_commit(remove.clone()))
                .child(label)
                .child(tag("span", "cross").attribute("aria-hidden", "true")),
            None => tag("span", "chip fixed").child(label),
        };
        list = list.child(tag("li", "").key(&chip.key).child(item));
    }
    let mut line = tag("div", "chips").key("chips").attribute("part", "chips").child(list);
    // An empty view has the same button under its headline.
    let is_offered = context.view.totals.rows.is_empty() && context.view.options.blocks.contains(&Block::Headline);
    if removable > 1 && !is_offered {
        let clear = button("plain")
            .on_click(context.on_commit(SelectionAction::ClearAll))
            .sentence(context, Sentence::ClearAll);
        line = line.child(clear);
    }
    line.html()
}
