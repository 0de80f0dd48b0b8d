//! The active filters. The line has the same height whatever is filtered, so that the page does not jump.

use yew::prelude::*;

use super::desk::Desk;
use super::el::{button, el, isolated};
use crate::locale::Sentence;
use crate::query::SelectionAction;
use crate::view;

/// A chip per active filter, and one that clears them all.
pub fn chips(desk: &Desk) -> Html {
    let chips = view::chips(&desk.scene);
    let free = chips.iter().filter(|chip| chip.remove.is_some()).count();
    let mut list = el("ul", "").says_in("aria-label", desk, Sentence::ActiveFilters);
    for chip in &chips {
        let label = isolated(&chip.label);
        let item = match &chip.remove {
            Some(remove) => button("chip")
                .at("aria-label", chip.remove_label.clone())
                .press(desk.commit(remove.clone()))
                .kid(label)
                .kid(el("span", "cross").at("aria-hidden", "true")),
            None => el("span", "chip fixed").kid(label),
        };
        list = list.kid(el("li", "").key(&chip.key).kid(item));
    }
    let mut line = el("div", "chips").key("chips").at("part", "chips").kid(list);
    if chips.is_empty() {
        line = line.kid(el("p", "none").say(desk, Sentence::NoFilters));
    }
    if free > 1 {
        let clear = button("plain").press(desk.commit(SelectionAction::ClearAll)).say(desk, Sentence::ClearAll);
        line = line.kid(clear);
    }
    line.html()
}
