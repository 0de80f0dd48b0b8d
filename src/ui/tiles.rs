//! The totals in a row.

use yew::prelude::*;

use super::Props;
use crate::locale::Key;
use crate::view;

/// A tile per total.
pub fn tiles(props: &Props) -> Html {
    let tiles = view::tiles(&props.snapshot.scene()).into_iter().map(|tile| {
        html! {
            <li key={tile.name} class={format!("tile {}", tile.name)}>
                <p class="number">
                    <span class="word">{ tile.before }</span>
                    <strong>{ tile.number }</strong>
                    <span class="word">{ tile.after }</span>
                </p>
                <p class="label">{ tile.label }</p>
            </li>
        }
    });
    html! { <ul class="tiles" part="tiles" aria-label={props.say(Key::TilesLabel)}>{ for tiles }</ul> }
}
