//! The dialog that is open, if one is.

use yew::prelude::*;

use super::breakdown::Breakdown;
use super::changes::change_list;
use super::context::{DialogContext, DialogKind};
use super::dialog::Dialog;
use super::embed_builder::EmbedBuilder;
use super::picture::picture_otherwise;
use super::share::Share;
use crate::locale::Sentence;
use crate::view;

/// The most issues of a data set that are listed one by one.
const MAX_ISSUES: usize = 500;

/// Props of [`DialogsApp`].
#[derive(Clone, PartialEq, Properties)]
pub struct DialogsAppProps {
    /// The open dialog; `None` before the first request and after the dialog is closed.
    pub context: Option<DialogContext>,
    /// Called when the dialog has been closed.
    pub on_close: Callback<()>,
}

/// All dialogs of a widget; one at most is open.
#[component]
pub fn DialogsApp(props: &DialogsAppProps) -> Html {
    // The open dialog if the reader has gone on from it to the embed builder, which is shown instead.
    let builder_for = use_state(|| None::<DialogContext>);
    let dialog = props.context.as_ref().map(|context| {
        let kind = if builder_for.as_ref() == Some(context) { DialogKind::Embed } else { context.kind };
        let (title, content) = match kind {
            DialogKind::Breakdown(total) => {
                (view::breakdown_title(&context.view_context(), total), html! { <Breakdown {context} {total} /> })
            }
            DialogKind::Share => (context.say(Sentence::ShareTitle), html! { <Share {context} on_embed={open_builder(&builder_for, context)} /> }),
            DialogKind::Embed => (context.say(Sentence::EmbedButton), html! { <EmbedBuilder {context} /> }),
            DialogKind::Issues => {
                let issues = &context.loaded.issues;
                let title = context.loaded.locale.count(Sentence::IssuesNotice, issues.len() as u64, &[]);
                let lines = view::issue_lines(&context.loaded.locale, issues, MAX_ISSUES).into_iter();
                (
                    title,
                    html! { <ul class="issues">{ for lines.map(|line| html! { <li><bdi>{ line }</bdi></li> }) }</ul> },
                )
            }
            DialogKind::Changes => {
                let earlier = context.earlier.as_ref();
                let title = earlier.map(|earlier| earlier.title.clone()).unwrap_or_default();
                (title, earlier.map(|earlier| change_list(context, earlier, &props.on_close)).unwrap_or_default())
            }
            DialogKind::PictureFailed(block) => (context.say(Sentence::PictureTitle), picture_otherwise(context, block, true)),
            DialogKind::PictureUnsaved(block) => (context.say(Sentence::PictureTitle), picture_otherwise(context, Some(block), false)),
        };
        let wide = kind == DialogKind::Embed;
        let close = context.say(Sentence::DialogClose);
        let (language, direction) = (context.loaded.locale.language(), context.loaded.locale.direction());
        html! {
            <Dialog {title} {close} {language} {direction} press_y={context.press_y} {wide} on_close={props.on_close.clone()}>{ content }</Dialog>
        }
    });
    html! { <div class="dialogs">{ dialog }</div> }
}

/// A callback that goes on from a dialog to the embed builder.
fn open_builder(builder_for: &UseStateHandle<Option<DialogContext>>, context: &DialogContext) -> Callback<()> {
    let (builder_for, context) = (builder_for.clone(), context.clone());
    Callback::from(move |()| builder_for.set(Some(context.clone())))
}
