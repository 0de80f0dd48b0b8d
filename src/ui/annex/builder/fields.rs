//! Fields: a choice among few, a number of pixels, a word.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::export::FRAME_LIMITS;

/// A choice among few, each with its name and whether it can be chosen now.
pub fn choice(label: &str, names: &[(String, bool)], chosen: Option<usize>, picked: Callback<usize>) -> Html {
    let onchange = Callback::from(move |event: Event| {
        let field = event.target_dyn_into::<HtmlSelectElement>();
        field.and_then(|field| usize::try_from(field.selected_index()).ok()).into_iter().for_each(|at| picked.emit(at));
    });
    let options = names.iter().enumerate().map(|(at, (name, can))| {
        html! { <option key={at} selected={chosen == Some(at)} disabled={!can}>{ name }</option> }
    });
    html! {
        <label class="field"><span>{ label }</span><select {onchange}>{ for options }</select></label>
    }
}

/// A word.
pub fn words(label: &str, value: &str, done: Callback<String>) -> Html {
    let onchange = Callback::from(move |event: Event| {
        event.target_dyn_into::<HtmlInputElement>().into_iter().for_each(|field| done.emit(field.value()));
    });
    html! {
        <label class="field">
            <span>{ label }</span>
            <input type="text" spellcheck="false" autocapitalize="none" value={value.to_owned()} {onchange} />
        </label>
    }
}

/// Props of [`Pixels`].
#[derive(Clone, PartialEq, Properties)]
pub struct PixelsProps {
    /// What the field is called.
    pub label: String,
    /// The number.
    pub value: Option<u32>,
    /// What holds without a number.
    pub without: String,
    /// Another number was given, or none.
    pub done: Callback<Option<u32>>,
}

/// A number of pixels. What is no number goes, and what is beyond the limits becomes the nearest.
#[component]
pub fn Pixels(props: &PixelsProps) -> Html {
    let PixelsProps { label, value, without, done } = props;
    let done = done.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
            let number = field.value().trim().parse::<u32>().ok();
            let number = number.map(|number| number.clamp(FRAME_LIMITS.0, FRAME_LIMITS.1));
            // The field follows at once, even where the number is the one that was there.
            field.set_value(&text(number));
            done.emit(number);
        }
    });
    html! {
        <label class="field">
            <span>{ label }</span>
            <input type="text" inputmode="numeric" placeholder={without.clone()} value={text(*value)} {onchange} />
        </label>
    }
}

fn text(number: Option<u32>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}
