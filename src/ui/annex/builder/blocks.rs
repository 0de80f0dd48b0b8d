//! The blocks: which are shown, and in which order.

use web_sys::Element;
use yew::prelude::*;

use super::Chosen;
use crate::locale::Key;
use crate::ui::annex::Shown;
use crate::ui::dom;

/// Props of [`Blocks`].
#[derive(Clone, PartialEq, Properties)]
pub struct BlocksProps {
    /// What is shown.
    pub shown: Shown,
    /// What is chosen.
    pub chosen: Chosen,
}

/// A move: where the block stands now, and whether it went up.
type Moved = (usize, bool);

/// The list of blocks.
#[component]
pub fn Blocks(props: &BlocksProps) -> Html {
    let BlocksProps { shown, chosen } = props;
    let list = use_node_ref();
    let moved = use_state(|| None::<Moved>);
    {
        let list = list.clone();
        // The block went on, and the focus goes with it.
        use_effect_with(*moved, move |moved| {
            let found = moved.zip(list.cast::<Element>()).and_then(|((at, up), list)| {
                dom::one(&list, &format!("li:nth-child({}) .{}", at + 1, if up { "up" } else { "down" }))
            });
            found.iter().for_each(dom::focus);
        });
    }
    let blocks = chosen.embed.blocks();
    let count = blocks.len();
    let name = |at: usize| blocks.get(at).map(|(part, _)| part.name(&shown.report.locale)).unwrap_or_default();
    let rows = (0..count).map(|at| row(props, at, &name(at), &moved));
    let said = moved.map(|(at, _)| {
        let (at_text, n) = ((at + 1).to_string(), count.to_string());
        shown.report.locale.fill(Key::EmbedMoved, &[("block", &name(at)), ("at", &at_text), ("n", &n)])
    });
    html! {
        <fieldset class="blocks">
            <legend>{ shown.say(Key::EmbedBlocks) }</legend>
            <p class="about">{ shown.say(Key::EmbedBlocksAbout) }</p>
            <ol ref={list}>{ for rows }</ol>
            <p class="unseen" role="status">{ said }</p>
        </fieldset>
    }
}

fn row(props: &BlocksProps, at: usize, name: &str, moved: &UseStateHandle<Option<Moved>>) -> Html {
    let BlocksProps { shown, chosen } = props;
    let checked = chosen.embed.blocks().get(at).is_some_and(|(_, shown)| *shown);
    let toggle = chosen.change(move |embed, _: Event| embed.toggle(at));
    let last = chosen.embed.blocks().len().saturating_sub(1);
    let button = |key: Key, up: bool, ends: bool| {
        let label = shown.report.locale.fill(key, &[("block", name)]);
        let (class, moved, chosen) = (if up { "move up" } else { "move down" }, moved.clone(), chosen.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            let mut next = chosen.embed.clone();
            if let Some(to) = next.shift(at, up) {
                chosen.set.emit(next);
                moved.set(Some((to, up)));
            }
        });
        // Not disabled at an end of the list: that would take the focus away from who has just moved a block there.
        html! {
            <button type="button" {class} aria-label={label} aria-disabled={ends.then_some("true")} {onclick}>
                <span class="arrow" aria-hidden="true"></span>
            </button>
        }
    };
    html! {
        <li>
            <label>
                <input type="checkbox" {checked} disabled={!chosen.embed.lets_toggle(at)} onchange={toggle} />
                <span>{ name }</span>
            </label>
            { button(Key::EmbedUp, true, at == 0) }
            { button(Key::EmbedDown, false, at == last) }
        </li>
    }
}
