//! A button that saves a file and says under which name, and what readers can do whose browser saves nothing.
//!
//! Invariant: every obstacle that the browser lets us know or suspect is named with the line that removes it, beside the
//! same content as text to copy.

use yew::prelude::*;

use super::browser_services::{BrowserAction, Obstacle};
use super::buttons::StatusButton;
use super::context::DialogContext;
use super::copy_text::{copy_button, copy_field};
use crate::locale::Sentence;
use crate::ui::tag_builder::tag;

/// A file that the reader asks for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TextFile {
    /// Its name, to which the browser's side adds the time.
    pub name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// Its content.
    pub text: String,
}

/// A button that saves a file and then says so. `file` writes it when the reader asks for it: ten thousand records take a
/// moment. `on_doubt` gets the content if the browser may have saved nothing.
pub fn save_button(
    context: &DialogContext,
    label: Sentence,
    class: &'static str,
    file: impl Fn() -> TextFile + 'static,
    on_doubt: Callback<String>,
) -> Html {
    let saving = context.clone();
    let action = Callback::from(move |say: Callback<String>| {
        let TextFile { name, media_type, text } = file();
        let saved = saving.services.save_text(&name, media_type, &text);
        let obstacle = saving.services.obstacle_to(BrowserAction::Save);
        if obstacle != Some(Obstacle::Forbidden) {
            say.emit(saving.loaded.locale.fill(Sentence::Saved, &[("name", &saved)]));
        }
        if obstacle.is_some() {
            on_doubt.emit(text);
        }
    });
    html! { <StatusButton {context} {label} {class} {action} /> }
}

/// What is said of a file whose content is too long to be copied: under which name it was saved, and what may have kept
/// the browser from it.
pub fn saved_status(context: &DialogContext, name: &str) -> String {
    let saved = context.loaded.locale.fill(Sentence::Saved, &[("name", name)]);
    match (context.services.obstacle_to(BrowserAction::Save), save_obstacle(context)) {
        (Some(Obstacle::Forbidden), Some(why)) => why,
        (_, Some(why)) => format!("{saved}. {why}"),
        (_, None) => saved,
    }
}

/// What keeps the browser from saving, or may do so, and what removes it.
fn save_obstacle(context: &DialogContext) -> Option<String> {
    let sentence = match context.services.obstacle_to(BrowserAction::Save)? {
        Obstacle::Forbidden => Sentence::SaveForbidden,
        Obstacle::App => Sentence::SaveInApp,
        Obstacle::Frame | Obstacle::Insecure => Sentence::SaveInFrame,
    };
    Some(context.loaded.locale.fill(sentence, &[("address", &context.cited.address)]))
}

/// What a reader can do whose browser may have saved nothing: why it may be so, and the content to copy. Nothing, if no
/// obstacle is known.
pub fn saved_otherwise(context: &DialogContext, text: &str) -> Html {
    let Some(why) = save_obstacle(context) else { return Html::default() };
    tag("div", "otherwise")
        .child(tag("p", "").text(&why))
        .child(copy_field(&context.say(Sentence::SaveAsText), text, "5"))
        .child(copy_button(context, Sentence::SaveCopyText, text.to_owned(), Callback::noop()))
        .html()
}
