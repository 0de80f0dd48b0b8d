//! Buttons that several dialogs use.

use std::rc::Rc;

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
    #[prop_or_default]
    pub text: String,
    /// Called if the browser does not copy it.
    #[prop_or_default]
    pub on_failed: Callback<()>,
    /// The button's class.
    #[prop_or("primary")]
    pub class: &'static str,
    /// What the button does instead of copying, for buttons that save or share: one component for all of them, because
    /// each costs more than a kilobyte. It gets a callback that says what became of it.
    #[prop_or_default]
    pub action: Option<Callback<Callback<String>>>,
}

/// A button that copies a text, or does something else, and then says whether that worked.
#[component]
pub fn CopyButton(props: &CopyButtonProps) -> Html {
    let CopyButtonProps { context, label, text, class, .. } = props;
    // The text that was copied, and what is said of it.
    let outcome = use_state(|| None::<(String, String)>);
    let on_click = {
        let (props, outcome) = (props.clone(), outcome.clone());
        Callback::from(move |_: MouseEvent| {
            let (outcome, copied) = (outcome.clone(), props.text.clone());
            let say = Callback::from(move |status: String| outcome.set(Some((copied.clone(), status))));
            match &props.action {
                Some(action) => action.emit(say),
                None => copy(&props, say),
            }
        })
    };
    // An outcome for another text no longer applies.
    let status = outcome.as_ref().filter(|(copied, _)| copied == text).map(|(_, status)| status.as_str());
    tag("span", "copy")
        .child(button(class).on_click(on_click).text(&context.say(*label)))
        .child(tag("span", "").attribute("role", "status").text(status.unwrap_or_default()))
        .html()
}

fn copy(props: &CopyButtonProps, say: Callback<String>) {
    let (context, on_failed) = (props.context.clone(), props.on_failed.clone());
    let services = Rc::clone(&props.context.services);
    let done = move |worked: bool| {
        say.emit(context.say(if worked { Sentence::Copied } else { copy_failure(&context) }));
        if !worked {
            on_failed.emit(());
        }
    };
    services.copy_text(&props.text, Callback::from(done));
}
