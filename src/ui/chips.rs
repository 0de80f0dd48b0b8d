//! The active filters. Their line has the same height whatever is filtered, which keeps the page from jumping.

use yew::prelude::*;

use super::block_context::BlockContext;
use super::tag_builder::{button, isolated, tag};
use crate::locale::Sentence;
use crate::query::SelectionAction;
use crate::view;

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
    if chips.is_empty() {
        line = line.child(tag("p", "none").sentence(context, Sentence::NoFilters));
    }
    if removable > 1 {
        let clear = button("plain")
            .on_click(context.on_commit(SelectionAction::ClearAll))
            .sentence(context, Sentence::ClearAll);
        line = line.child(clear);
    }
    line.html()
}
