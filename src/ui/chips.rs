//! The active filters.

use yew::prelude::*;

use super::Props;
use crate::locale::Key;
use crate::query::Action;
use crate::view;

/// A chip per active filter, and one that clears them all.
pub fn chips(props: &Props) -> Html {
    let chips = view::chips(&props.snapshot.scene());
    let several = chips.len() > 1;
    let items = chips.into_iter().map(|chip| {
        html! {
            <li key={chip.key.clone()}>
                <button type="button" class="chip" aria-label={chip.remove_label} onclick={props.commit(chip.remove)}>
                    <bdi>{ chip.label }</bdi>
                    <span class="cross" aria-hidden="true"></span>
                </button>
            </li>
        }
    });
    html! {
        <div class="chips" part="chips">
            <ul aria-label={props.say(Key::ActiveFilters)}>{ for items }</ul>
            <div>
                if several {
                    <button type="button" class="plain" onclick={props.commit(Action::ClearAll)}>
                        { props.say(Key::ClearAll) }
                    </button>
                }
            </div>
        </div>
    }
}
