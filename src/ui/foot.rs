//! The foot: data date, licence, and the address of this view.

use web_sys::Element;
use yew::prelude::*;

use super::{Props, Step};
use crate::locale::Key;
use crate::view::{self, Topic, Total};

/// The foot. The licence line always stays.
pub fn foot(props: &Props) -> Html {
    let foot = view::foot(&props.snapshot.scene());
    let license = foot.license.map(|(name, link)| match link {
        Some(link) => {
            html! { <a href={link.to_string()} rel="license noopener noreferrer" target="_blank"><bdi>{ name }</bdi></a> }
        }
        None => html! { <bdi>{ name }</bdi> },
    });
    html! {
        <div class="foot" part="foot">
            <p>{ ask(props, Topic::MadeOf(Total::People), Key::HowWeCount) }</p>
            <p>{ ask(props, Topic::Take, Key::ShareAndCite) }</p>
            <p><bdi>{ foot.data }</bdi></p>
            <p>{ license }</p>
            <p>
                if let Some(address) = props.snapshot.address.clone() {
                    <a href={address}>{ props.say(Key::FootLink) }</a>
                }
            </p>
        </div>
    }
}

/// A button that asks the annex about the view that is shown.
fn ask(props: &Props, topic: Topic, label: Key) -> Html {
    let selection = Box::new(props.snapshot.selection.clone());
    let onclick = props.step.reform(move |event: MouseEvent| {
        // A press with the keyboard has no place of its own: it is where the button is.
        let near = event.target_dyn_into::<Element>().map_or(0.0, |pressed| pressed.get_bounding_client_rect().top());
        Step::Ask { topic, selection: selection.clone(), near }
    });
    html! { <button type="button" class="plain" aria-haspopup="dialog" {onclick}>{ props.say(label) }</button> }
}
