//! Buttons that several dialogs have.

use yew::prelude::*;

use super::context::DialogContext;
use crate::locale::Sentence;
use crate::ui::tag_builder::{button, tag};

/// A button for something of less importance.
pub fn plain_button(context: &DialogContext, name: Sentence, pressed: Callback<MouseEvent>) -> Html {
    button("plain").on_click(pressed).text(&context.say(name)).html()
}

/// Props of [`CopyButton`].
#[derive(Clone, PartialEq, Properties)]
pub struct CopyButtonProps {
    /// What is shown.
    pub context: DialogContext,
    /// What the button is called.
    pub label: Sentence,
    /// What it copies.
    pub text: String,
}

/// A button that copies a text, and says whether that worked.
#[component]
pub fn CopyButton(props: &CopyButtonProps) -> Html {
    let CopyButtonProps { context, label, text } = props;
    let copied = use_state(|| None::<(String, bool)>);
    let onclick = {
        let (services, text, copied) = (context.services.clone(), text.clone(), copied.clone());
        Callback::from(move |_: MouseEvent| {
            let (copied, of) = (copied.clone(), text.clone());
            services.copy_text(&text, Callback::from(move |done| copied.set(Some((of.clone(), done)))));
        })
    };
    // What was said of another text is no longer true.
    let said = copied
        .as_ref()
        .filter(|(of, _)| of == text)
        .map(|(_, done)| context.say(if *done { Sentence::Copied } else { Sentence::CopyFailed }));
    tag("span", "copy")
        .child(button("primary").on_click(onclick).text(&context.say(*label)))
        .child(tag("span", "").attribute("role", "status").text(&said.unwrap_or_default()))
        .html()
}
