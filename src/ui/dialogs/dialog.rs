//! A dialog: the browser's own, so that Escape, the keyboard's place and what lies behind are its business.

use web_sys::{HtmlDialogElement, HtmlElement};
use yew::prelude::*;

/// Room that is kept around the dialog, and how far above the press it begins.
const EDGE: f64 = 16.0;
const ABOVE: f64 = 80.0;

/// Props of [`Dialog`].
#[derive(Clone, PartialEq, Properties)]
pub struct DialogProps {
    /// Its heading.
    pub title: String,
    /// What the button that closes it is called.
    pub close: String,
    /// The language of its words.
    pub language: &'static str,
    /// In which direction they are written.
    pub direction: &'static str,
    /// How far down the window the reader pressed.
    pub press_y: f64,
    /// Whether it takes the room of two columns.
    pub wide: bool,
    /// It was closed.
    pub closed: Callback<()>,
    /// What is in it.
    pub children: Html,
}

/// An open dialog, near where the reader pressed: in a frame as tall as its content the middle may be out of sight.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((props.press_y, props.wide), move |(press_y, _)| {
            // A dialog that is open already, or taken off the page at once, needs no opening.
            if let Some(element) = dialog.cast::<HtmlDialogElement>() {
                let _ = element.show_modal();
            }
            if let Some(element) = dialog.cast::<HtmlElement>() {
                place(&element, *press_y);
            }
        });
    }
    let close = {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| {
            dialog.cast::<HtmlDialogElement>().into_iter().for_each(|dialog| dialog.close());
        })
    };
    let backdrop = {
        let dialog = dialog.clone();
        // The backdrop belongs to the dialog: a press on it is one on the dialog and on nothing inside it.
        Callback::from(move |event: MouseEvent| {
            let dialog = dialog.cast::<HtmlDialogElement>();
            let outside = event.target_dyn_into::<HtmlDialogElement>();
            outside.filter(|pressed| dialog.as_ref() == Some(pressed)).into_iter().for_each(|dialog| dialog.close());
        })
    };
    let onclose = props.closed.reform(|_: Event| ());
    let class = if props.wide { "dialog wide" } else { "dialog" };
    html! {
        <dialog ref={dialog} {class} aria-labelledby="dialog-title" lang={props.language} dir={props.direction} {onclose} onclick={backdrop}>
            <div class="dialog-inside">
                <div class="dialog-head">
                    <h2 id="dialog-title">{ &props.title }</h2>
                    <button type="button" class="close" aria-label={props.close.clone()} onclick={close}>
                        <span class="close-cross" aria-hidden="true"></span>
                    </button>
                </div>
                <div class="dialog-body" tabindex="0" role="group" aria-labelledby="dialog-title">{ props.children.clone() }</div>
            </div>
        </dialog>
    }
}

/// Tells the style sheet how far down the dialog begins.
fn place(element: &HtmlElement, press_y: f64) {
    // Setting and removing a custom property fails on no element that has a style. Measured from the top, where nothing
    // but the window limits it.
    let _ = element.style().remove_property("--top");
    let window = gloo::utils::window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let lowest = window - element.get_bounding_client_rect().height() - EDGE;
    let top = (press_y - ABOVE).min(lowest).max(EDGE);
    let _ = element.style().set_property("--top", &format!("{top:.0}px"));
}
