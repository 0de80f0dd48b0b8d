//! Buttons that several dialogs use.

use yew::prelude::*;

use super::browser_services::{BrowserAction, Obstacle};
use super::context::DialogContext;
use crate::locale::Sentence;
use crate::ui::tag_builder::{button, tag};

/// A button for a secondary action.
pub fn plain_button(context: &DialogContext, label: Sentence, on_click: Callback<MouseEvent>) -> Html {
    button("plain").on_click(on_click).text(&context.say(label)).html()
}

/// What is said of a text that was not copied.
fn copy_failure(context: &DialogContext) -> Sentence {
    match context.services.obstacle_to(BrowserAction::Copy) {
        Some(Obstacle::Insecure) => Sentence::CopyNeedsHttps,
        Some(_) => Sentence::CopyNeedsFrame,
        None => Sentence::CopyFailed,
    }
}

/// Props of [`CopyButton`].
#[derive(Clone, PartialEq, Properties)]
pub struct CopyButtonProps {
    /// The dialog.
    pub context: DialogContext,
    /// The button's label.
    pub label: Sentence,
    /// The text to copy.
    pub text: String,
    /// Called if the browser does not copy it.
    #[prop_or_default]
    pub on_failed: Callback<()>,
}

/// A button that copies a text and then says whether that worked.
#[component]
pub fn CopyButton(props: &CopyButtonProps) -> Html {
    let CopyButtonProps { context, label, text, on_failed } = props;
    let outcome = use_state(|| None::<(String, bool)>);
    let on_click = {
        let (services, text, outcome, on_failed) =
            (context.services.clone(), text.clone(), outcome.clone(), on_failed.clone());
        Callback::from(move |_: MouseEvent| {
            let (outcome, copied, on_failed) = (outcome.clone(), text.clone(), on_failed.clone());
            let done = move |worked| {
                outcome.set(Some((copied.clone(), worked)));
                if !worked {
                    on_failed.emit(());
                }
            };
            services.copy_text(&text, Callback::from(done));
        })
    };
    // An outcome for another text no longer applies.
    let status = outcome
        .as_ref()
        .filter(|(copied, _)| copied == text)
        .map(|(_, worked)| context.say(if *worked { Sentence::Copied } else { copy_failure(context) }));
    tag("span", "copy")
        .child(button("primary").on_click(on_click).text(&context.say(*label)))
        .child(tag("span", "").attribute("role", "status").text(&status.unwrap_or_default()))
        .html()
}
