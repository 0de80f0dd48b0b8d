//! The foot: data date, licence, and the address of this view.

use yew::prelude::*;

use super::Props;
use crate::locale::Key;
use crate::view;

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
