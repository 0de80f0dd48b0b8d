//! The sentence at the top, read out again after each change.

use yew::prelude::*;

use super::Props;
use crate::locale::Key;
use crate::query::Action;
use crate::view;

/// Title, headline and how sure it is.
pub fn headline(props: &Props) -> Html {
    let scene = props.snapshot.scene();
    let headline = view::headline(&scene);
    let date = scene.data.updated.as_ref().map(|updated| scene.locale.when(updated));
    let date = date.map(|date| scene.locale.fill(Key::DataOf, &[("date", &date)]));
    let spoken = headline.text();
    let parts = headline.sentence.iter().map(|part| {
        let live = matches!(part.gap.as_deref(), Some("people" | "activities"));
        let class = live.then_some("live");
        html! { <span {class}>{ &part.text }</span> }
    });
    html! {
        <div class="headline" part="headline">
            <p class="title">
                <bdi>{ scene.data.title.as_deref().unwrap_or_default() }</bdi>
                <span class="date">{ date }</span>
            </p>
            <h2>{ for parts }</h2>
            <p class="detail">{ headline.detail }</p>
            <p class="way-back">
                if headline.empty && scene.selection.is_narrowed() {
                    <button type="button" class="primary" onclick={props.commit(Action::ClearAll)}>
                        { props.say(Key::ClearAll) }
                    </button>
                }
            </p>
            <p class="unseen" role="status">{ spoken }</p>
        </div>
    }
}
