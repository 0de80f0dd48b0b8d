//! Years typed as from and to: the way to a range that needs neither a pointer nor a chart.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{Props, Step};
use crate::locale::Key;
use crate::query::Action;

/// Two fields and a button.
#[component]
pub fn YearRange(props: &Props) -> Html {
    let from = use_node_ref();
    let to = use_node_ref();
    let wrong = use_state(|| false);
    let ranges = props.snapshot.selection.years().ranges();
    let data = props.snapshot.report.index.years();
    let first = ranges.first().map(|range| range.0).filter(|year| *year > 0).or(data.map(|years| years.0));
    let last = ranges.last().map(|range| range.1).filter(|year| *year < 9999).or(data.map(|years| years.1));
    let text = |year: Option<u16>| year.map(|year| year.to_string()).unwrap_or_default();
    let onsubmit = {
        let (from, to, wrong, step) = (from.clone(), to.clone(), wrong.clone(), props.step.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match (year(&from), year(&to)) {
                (Some(from), Some(to)) => {
                    wrong.set(false);
                    step.emit(Step::Commit(Action::Years(from, to)));
                }
                _ => wrong.set(true),
            }
        })
    };
    let field = |node: NodeRef, label: Key, value: String| {
        html! {
            <label>
                <span>{ props.say(label) }</span>
                <input ref={node} type="text" inputmode="numeric" maxlength="4" size="4" {value} autocomplete="off" />
            </label>
        }
    };
    html! {
        <form class="year-range" {onsubmit} novalidate=true>
            { field(from, Key::YearFrom, text(first)) }
            { field(to, Key::YearTo, text(last)) }
            <button type="submit" class="plain">{ props.say(Key::YearApply) }</button>
            <p class="wrong" role="alert">{ wrong.then(|| props.say(Key::YearRangeWrong)) }</p>
        </form>
    }
}

/// Four digits.
fn year(field: &NodeRef) -> Option<u16> {
    let text = field.cast::<HtmlInputElement>()?.value();
    let text = text.trim();
    (text.len() == 4).then(|| text.parse().ok()).flatten()
}
