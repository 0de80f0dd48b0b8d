//! Buttons that several dialogs use.

use yew::prelude::*;

use super::context::DialogContext;
use crate::locale::Sentence;
use crate::ui::tag_builder::{button, tag};

/// A button for a secondary action.
pub fn plain_button(context: &DialogContext, label: Sentence, on_click: Callback<MouseEvent>) -> Html {
    button("plain").on_click(on_click).text(&context.say(label)).html()
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
}

/// A button that copies a text and then says whether that worked.
#[component]
pub fn CopyButton(props: &CopyButtonProps) -> Html {
    let CopyButtonProps { context, label, text } = props;
    let outcome = use_state(|| None::<(String, bool)>);
    let on_click = {
        let (services, text, outcome) = (context.services.clone(), text.clone(), outcome.clone());
        Callback::from(move |_: MouseEvent| {
            let (outcome, copied) = (outcome.clone(), text.clone());
            services.copy_text(&text, Callback::from(move |worked| outcome.set(Some((copied.clone(), worked)))));
        })
    };
    // An outcome for another text no longer applies.
    let status = outcome
        .as_ref()
        .filter(|(copied, _)| copied == text)
        .map(|(_, worked)| context.say(if *worked { Sentence::Copied } else { Sentence::CopyFailed }));
    tag("span", "copy")
        .child(button("primary").on_click(on_click).text(&context.say(*label)))
        .child(tag("span", "").attribute("role", "status").text(&status.unwrap_or_default()))
        .html()
}
