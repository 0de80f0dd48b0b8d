//! The dialog that is open, if one is.

use yew::prelude::*;

use super::builder::Builder;
use super::changed::changed;
use super::made_of::Breakdown;
use super::sheet::Sheet;
use super::take::Take;
use super::{Shown, Subject};
use crate::locale::Sentence;
use crate::view;

/// So many faults of the data are named one by one.
const MOST_ISSUES: usize = 500;

/// Props of [`App`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is shown; nothing as long as nobody asks.
    pub shown: Option<Shown>,
    /// The dialog was closed.
    pub closed: Callback<()>,
}

/// All of the annex.
#[component]
pub fn App(props: &Props) -> Html {
    // What the reader went on to, from the dialog that is open.
    let embedding = use_state(|| None::<Shown>);
    let dialog = props.shown.as_ref().map(|shown| {
        let subject = if embedding.as_ref() == Some(shown) { Subject::Embed } else { shown.subject };
        let (title, content) = match subject {
            Subject::Breakdown(total) => {
                (view::breakdown_title(&shown.view_context(), total), html! { <Breakdown {shown} {total} /> })
            }
            Subject::Take => (shown.say(Sentence::TakeTitle), html! { <Take {shown} embed={embed(&embedding, shown)} /> }),
            Subject::Embed => (shown.say(Sentence::EmbedButton), html! { <Builder {shown} /> }),
            Subject::Issues => {
                let found = &shown.report.issues;
                let title = shown.report.locale.count(Sentence::IssuesNotice, found.len() as u64, &[]);
                let lines = view::issue_lines(&shown.report.locale, found, MOST_ISSUES).into_iter();
                (
                    title,
                    html! { <ul class="issues">{ for lines.map(|line| html! { <li><bdi>{ line }</bdi></li> }) }</ul> },
                )
            }
            Subject::Changed => {
                let past = shown.past.as_ref();
                let title = past.map(|past| past.title.clone()).unwrap_or_default();
                (title, past.map(|past| changed(shown, past, &props.closed)).unwrap_or_default())
            }
            Subject::Sorry => (shown.say(Sentence::PictureTitle), html! { <p>{ shown.say(Sentence::PictureFailed) }</p> }),
        };
        let wide = subject == Subject::Embed;
        let close = shown.say(Sentence::DialogClose);
        let (language, direction) = (shown.report.locale.language(), shown.report.locale.direction());
        html! {
            <Sheet {title} {close} {language} {direction} near={shown.near} {wide} closed={props.closed.clone()}>{ content }</Sheet>
        }
    });
    html! { <div class="annex">{ dialog }</div> }
}

/// Goes on to the code that puts the report on another page.
fn embed(embedding: &UseStateHandle<Option<Shown>>, shown: &Shown) -> Callback<()> {
    let (embedding, shown) = (embedding.clone(), shown.clone());
    Callback::from(move |()| embedding.set(Some(shown.clone())))
}
