//! A text to copy: a button, and a field whose text is selected for readers whose browser does not let the button copy.

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::html::onfocus;
use yew::prelude::*;

use super::browser_services::{BrowserAction, Obstacle};
use super::buttons::StatusButton;
use super::context::DialogContext;
use crate::locale::Sentence;
use crate::ui::tag_builder::{TagBuilder, tag};

/// A button that copies a text and says whether that worked. `on_failed` is called if the browser does not copy it.
pub fn copy_button(context: &DialogContext, label: Sentence, text: String, on_failed: Callback<()>) -> Html {
    let (copying, copied) = (context.clone(), text.clone());
    let action = Callback::from(move |say: Callback<String>| {
        let (context, on_failed) = (copying.clone(), on_failed.clone());
        let done = move |worked: bool| {
            say.emit(context.say(if worked { Sentence::Copied } else { failure(&context) }));
            if !worked {
                on_failed.emit(());
            }
        };
        copying.services.copy_text(&copied, Callback::from(done));
    });
    html! { <StatusButton {context} {label} class="primary" {text} {action} /> }
}

/// A field of some rows with a text, which is selected when the field gets the focus.
pub fn copy_field(label: &str, text: &str, rows: &'static str) -> TagBuilder {
    let on_focus = Callback::from(|event: FocusEvent| {
        event.target_dyn_into::<HtmlTextAreaElement>().into_iter().for_each(|field| field.select());
    });
    tag("textarea", "")
        .bool_attribute("readonly", true)
        .attribute("rows", rows)
        .attribute("spellcheck", "false")
        .attribute("aria-label", label.to_owned())
        .value(text)
        .listener(Rc::new(onfocus::Wrapper::new(on_focus)))
}

/// What is said of a text that was not copied.
fn failure(context: &DialogContext) -> Sentence {
    match context.services.obstacle_to(BrowserAction::Copy) {
        Some(Obstacle::Insecure) => Sentence::CopyNeedsHttps,
        Some(_) => Sentence::CopyNeedsFrame,
        None => Sentence::CopyFailed,
    }
}
