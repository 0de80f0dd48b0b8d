//! How we count: what is in the total of this view, and what was left out.

use yew::prelude::*;

use super::Props;
use crate::locale::Key;
use crate::view;

/// The note, closed until it is asked for.
pub fn note(props: &Props) -> Html {
    let note = view::note(&props.snapshot.scene());
    let list = |label: Key, lines: &[String]| {
        if lines.is_empty() {
            return Html::default();
        }
        let lines = lines.iter().map(|line| html! { <li key={line.clone()}>{ line }</li> });
        html! { <div><h4>{ props.say(label) }</h4><ul>{ for lines }</ul></div> }
    };
    let rules = note.rules.iter().map(|rule| html! { <p key={rule.clone()}>{ rule }</p> });
    html! {
        <details class="note" part="note">
            <summary><h3>{ props.say(Key::HowWeCount) }</h3></summary>
            <div class="how">
                <p>{ &note.intro }</p>
                <p class="total">{ &note.total }</p>
                { list(Key::Counted, &note.counted) }
                { list(Key::LeftOut, &note.left_out) }
                <div>{ for rules }</div>
            </div>
        </details>
    }
}
