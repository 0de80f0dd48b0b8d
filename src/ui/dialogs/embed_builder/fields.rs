//! Fields: a choice among few, a number of pixels, a word.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::export::FRAME_LIMITS;
use crate::ui::tag_builder::{TagBuilder, tag};

/// A field with its label.
fn field(label: &str, input: TagBuilder) -> Html {
    tag("label", "field").child(tag("span", "").text(label)).child(input).html()
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
        tag("option", "")
            .bool_attribute("selected", chosen == Some(at))
            .bool_attribute("disabled", !can)
            .text(name)
            .html()
    };
    field(label, tag("select", "").on_change(heard).children(names.iter().enumerate().map(option).collect()))
}

/// A word.
pub fn word(label: &str, value: &str, done: Callback<String>) -> Html {
    let heard = Callback::from(move |event: Event| {
        if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
            done.emit(field.value());
        }
    });
    let input =
        tag("input", "").attribute("type", "text").attribute("spellcheck", "false").attribute("autocapitalize", "none");
    field(label, input.value(value).on_change(heard))
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
    let input =
        tag("input", "").attribute("type", "text").attribute("inputmode", "numeric").attribute("placeholder", without);
    field(label, input.value(&text(value)).on_change(heard))
}

fn text(number: Option<u32>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}
