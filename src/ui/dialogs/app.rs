//! The dialog that is open, if one is.

use yew::prelude::*;

use super::breakdown::Breakdown;
use super::changes::changed;
use super::context::{DialogContext, DialogKind};
use super::dialog::Dialog;
use super::embed_builder::Builder;
use super::share::Share;
use crate::locale::Sentence;
use crate::view;

/// So many faults of the data are named one by one.
const MOST_ISSUES: usize = 500;

/// Props of [`App`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is shown; nothing as long as nobody asks.
    pub context: Option<DialogContext>,
    /// The dialog was closed.
    pub closed: Callback<()>,
}

/// All of the annex.
#[component]
pub fn App(props: &Props) -> Html {
    // What the reader went on to, from the dialog that is open.
    let embedding = use_state(|| None::<DialogContext>);
    let dialog = props.context.as_ref().map(|context| {
        let kind = if embedding.as_ref() == Some(context) { DialogKind::Embed } else { context.kind };
        let (title, content) = match kind {
            DialogKind::Breakdown(total) => {
                (view::breakdown_title(&context.view_context(), total), html! { <Breakdown {context} {total} /> })
            }
            DialogKind::Share => (context.say(Sentence::ShareTitle), html! { <Share {context} embed={embed(&embedding, context)} /> }),
            DialogKind::Embed => (context.say(Sentence::EmbedButton), html! { <Builder {context} /> }),
            DialogKind::Issues => {
                let found = &context.report.issues;
                let title = context.report.locale.count(Sentence::IssuesNotice, found.len() as u64, &[]);
                let lines = view::issue_lines(&context.report.locale, found, MOST_ISSUES).into_iter();
                (
                    title,
                    html! { <ul class="issues">{ for lines.map(|line| html! { <li><bdi>{ line }</bdi></li> }) }</ul> },
                )
            }
            DialogKind::Changed => {
                let earlier = context.earlier.as_ref();
                let title = earlier.map(|earlier| earlier.title.clone()).unwrap_or_default();
                (title, earlier.map(|earlier| changed(context, earlier, &props.closed)).unwrap_or_default())
            }
            DialogKind::PictureFailed => (context.say(Sentence::PictureTitle), html! { <p>{ context.say(Sentence::PictureFailed) }</p> }),
        };
        let wide = kind == DialogKind::Embed;
        let close = context.say(Sentence::DialogClose);
        let (language, direction) = (context.report.locale.language(), context.report.locale.direction());
        html! {
            <Dialog {title} {close} {language} {direction} press_y={context.press_y} {wide} closed={props.closed.clone()}>{ content }</Dialog>
        }
    });
    html! { <div class="dialogs">{ dialog }</div> }
}

/// Goes on to the code that puts the report on another page.
fn embed(embedding: &UseStateHandle<Option<DialogContext>>, context: &DialogContext) -> Callback<()> {
    let (embedding, context) = (embedding.clone(), context.clone());
    Callback::from(move |()| embedding.set(Some(context.clone())))
}
