//! What could not be used: parts of the link, values of the data. Everything else is shown all the same.

use yew::prelude::*;

use super::{Props, Step};
use crate::locale::Key;
use crate::view;

/// So many faults are named one by one.
const MOST: usize = 50;

/// The notices, if there is something to say.
pub fn notices(props: &Props) -> Html {
    let report = &props.snapshot.report;
    let dropped = view::dropped(&report.locale, &props.snapshot.dropped);
    let dismiss = props.step.reform(|_| Step::Dismiss);
    let found = view::issues(&report.locale, &report.issues, MOST);
    let items = |lines: Vec<String>| {
        let lines = lines.into_iter().map(|line| html! { <li><bdi>{ line }</bdi></li> });
        html! { <ul>{ for lines }</ul> }
    };
    html! {
        <div class="notices">
            <div>
                if !dropped.is_empty() {
                    <section class="notice" role="alert">
                        <div>
                            <p>{ props.say(Key::LinkNotice) }</p>
                            { items(dropped) }
                        </div>
                        <button type="button" onclick={dismiss}>{ props.say(Key::NoticeDismiss) }</button>
                    </section>
                }
            </div>
            <div>
                if !found.is_empty() {
                    <details class="notice">
                        <summary>{ report.locale.count(Key::IssuesNotice, report.issues.len() as u64, &[]) }</summary>
                        { items(found) }
                    </details>
                }
            </div>
        </div>
    }
}
