//! One row of the share dialog: its name, its main action, and a button that shows its other choices.

use yew::prelude::*;

use crate::locale::Sentence;
use crate::ui::dialogs::context::DialogContext;
use crate::ui::tag_builder::{button, tag};

/// What is in a row.
pub struct ShareRow {
    /// Its class, by which it is also identified.
    pub class: &'static str,
    /// Its name.
    pub title: Sentence,
    /// What it is for.
    pub about: String,
    /// The button of the main action.
    pub action: Html,
    /// What the reader can choose besides.
    pub choices: Html,
}

/// A row. The choices are always in the document, so that `aria-controls` leads somewhere, and hidden while it is closed.
pub fn row_html(context: &DialogContext, row: ShareRow, is_open: bool, on_toggle: Callback<MouseEvent>) -> Html {
    let ShareRow { class, title, about, action, choices } = row;
    let (title, more) = (context.say(title), context.say(Sentence::ShareMore));
    let toggle = button("share-more")
        .aria_bool("aria-expanded", is_open)
        .attribute("aria-controls", format!("{class}-choices"))
        .attribute("aria-label", format!("{more}: {title}"))
        .on_click(on_toggle)
        .text(&more)
        .child(tag("span", "way").attribute("aria-hidden", "true"));
    let name = tag("div", "share-name").child(tag("h3", "").text(&title)).child(tag("p", "").text(&about));
    let head = tag("div", "share-head").child(name).child(tag("div", "share-action").child(action)).child(toggle);
    let choices = tag("div", "choices")
        .attribute("id", format!("{class}-choices"))
        .bool_attribute("hidden", !is_open)
        .child(choices);
    tag("section", class).child(head).child(choices).html()
}
