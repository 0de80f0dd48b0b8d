//! Fields: a choice among few, a number of pixels, a word.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::export::FRAME_LIMITS;
use crate::ui::el::{El, el};

/// A field with its label.
fn field(label: &str, input: El) -> Html {
    el("label", "field").kid(el("span", "").text(label)).kid(input).html()
}

/// A choice among few, each with its name and whether it can be chosen now.
pub fn choice(label: &str, names: &[(String, bool)], chosen: Option<usize>, picked: Callback<usize>) -> Html {
    let heard = Callback::from(move |event: Event| {
        let field = event.target_dyn_into::<HtmlSelectElement>();
        if let Some(at) = field.and_then(|field| usize::try_from(field.selected_index()).ok()) {
            picked.emit(at);
        }
    });
    let option = |(at, (name, can)): (usize, &(String, bool))| {
        el("option", "").flag("selected", chosen == Some(at)).flag("disabled", !can).text(name).html()
    };
    field(label, el("select", "").ticked(heard).kids(names.iter().enumerate().map(option).collect()))
}

/// A word.
pub fn word(label: &str, value: &str, done: Callback<String>) -> Html {
    let heard = Callback::from(move |event: Event| {
        if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
            done.emit(field.value());
        }
    });
    let input = el("input", "").at("type", "text").at("spellcheck", "false").at("autocapitalize", "none");
    field(label, input.value(value).ticked(heard))
}

/// A number of pixels; `without` says what holds where there is none. What is no number goes, and what is beyond the
/// limits becomes the nearest.
pub fn pixels(label: &str, value: Option<u32>, without: String, done: Callback<Option<u32>>) -> Html {
    let heard = Callback::from(move |event: Event| {
        if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
            let number = field.value().trim().parse::<u32>().ok();
            let number = number.map(|number| number.clamp(FRAME_LIMITS.0, FRAME_LIMITS.1));
            // The field follows at once, even where the number is the one that was there.
            field.set_value(&text(number));
            done.emit(number);
        }
    });
    let input = el("input", "").at("type", "text").at("inputmode", "numeric").at("placeholder", without);
    field(label, input.value(&text(value)).ticked(heard))
}

fn text(number: Option<u32>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}
