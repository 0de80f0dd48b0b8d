//! Buttons that several dialogs use.

use yew::prelude::*;

use super::context::DialogContext;
use crate::locale::Sentence;
use crate::ui::tag_builder::{button, tag};

/// A button for a secondary action.
pub fn plain_button(context: &DialogContext, label: Sentence, on_click: Callback<MouseEvent>) -> Html {
    button("plain").on_click(on_click).text(&context.say(label)).html()
}

/// Props of [`StatusButton`].
#[derive(Clone, PartialEq, Properties)]
pub struct StatusButtonProps {
    /// The dialog.
    pub context: DialogContext,
    /// The button's label.
    pub label: Sentence,
    /// The button's class.
    pub class: &'static str,
    /// What the action is about. What was said of it no longer applies to another text.
    #[prop_or_default]
    pub text: String,
    /// What the button does. It gets a callback that says what became of it.
    pub action: Callback<Callback<String>>,
}

/// A button that says beside itself what became of its action. Copying, saving and sharing have it in common, because
/// each component costs more than a kilobyte.
#[component]
pub fn StatusButton(props: &StatusButtonProps) -> Html {
    let StatusButtonProps { context, label, class, text, action } = props;
    // What the last action was about, and what is said of it.
    let outcome = use_state(|| None::<(String, String)>);
    let on_click = {
        let (text, action, outcome) = (text.clone(), action.clone(), outcome.clone());
        Callback::from(move |_: MouseEvent| {
            let (text, outcome) = (text.clone(), outcome.clone());
            action.emit(Callback::from(move |status: String| outcome.set(Some((text.clone(), status)))));
        })
    };
    let status = outcome.as_ref().filter(|(about, _)| about == text).map(|(_, status)| status.as_str());
    tag("span", "copy")
        .child(button(class).on_click(on_click).text(&context.say(*label)))
        .child(tag("span", "").attribute("role", "status").text(status.unwrap_or_default()))
        .html()
}
