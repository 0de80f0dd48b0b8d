//! Form fields: a choice among few, a number of pixels, a short text.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::export::FRAME_LIMITS;
use crate::ui::tag_builder::{TagBuilder, tag};

fn labelled(label: &str, input: TagBuilder) -> Html {
    tag("label", "field").child(tag("span", "").text(label)).child(input).html()
}

/// A choice among few options, each with its name and whether it can be chosen now. `on_choose` gets the index of the
/// option.
pub fn select_field(
    label: &str,
    options: &[(String, bool)],
    selected: Option<usize>,
    on_choose: Callback<usize>,
) -> Html {
    let on_change = Callback::from(move |event: Event| {
        let field = event.target_dyn_into::<HtmlSelectElement>();
        if let Some(index) = field.and_then(|field| usize::try_from(field.selected_index()).ok()) {
            on_choose.emit(index);
        }
    });
    let option = |(index, (name, enabled)): (usize, &(String, bool))| {
        tag("option", "")
            .bool_attribute("selected", selected == Some(index))
            .bool_attribute("disabled", !enabled)
            .text(name)
            .html()
    };
    labelled(label, tag("select", "").on_change(on_change).children(options.iter().enumerate().map(option).collect()))
}

/// A short text. `on_done` gets the text after the reader has changed it.
pub fn text_field(label: &str, value: &str, on_done: Callback<String>) -> Html {
    let on_change = Callback::from(move |event: Event| {
        if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
            on_done.emit(field.value());
        }
    });
    let input =
        tag("input", "").attribute("type", "text").attribute("spellcheck", "false").attribute("autocapitalize", "none");
    labelled(label, input.value(value).on_change(on_change))
}

/// A number of pixels; `placeholder` shows what applies if the field is empty. Text that is not a number is removed,
/// and a number beyond the limits becomes the nearest limit.
pub fn pixel_field(label: &str, value: Option<u32>, placeholder: String, on_done: Callback<Option<u32>>) -> Html {
    let on_change = Callback::from(move |event: Event| {
        if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
            let number = field.value().trim().parse::<u32>().ok();
            let number = number.map(|number| number.clamp(FRAME_LIMITS.0, FRAME_LIMITS.1));
            // Set here, because an unchanged number renders nothing and would leave the typed text in the field.
            field.set_value(&number_text(number));
            on_done.emit(number);
        }
    });
    let input = tag("input", "")
        .attribute("type", "text")
        .attribute("inputmode", "numeric")
        .attribute("placeholder", placeholder);
    labelled(label, input.value(&number_text(value)).on_change(on_change))
}

fn number_text(number: Option<u32>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}
