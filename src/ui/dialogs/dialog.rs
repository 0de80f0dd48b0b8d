//! A dialog element: the browser takes care of Escape, the focus, and the page behind it.

use web_sys::{HtmlDialogElement, HtmlElement};
use yew::prelude::*;

/// The least distance between the dialog and the top and bottom of the window, in pixels.
const MARGIN: f64 = 16.0;
/// How far above the press the dialog begins, in pixels.
const OFFSET_ABOVE_PRESS: f64 = 80.0;
/// The room for what a reader opens in the dialog, in pixels of its height: it grows downwards.
const ROOM: f64 = 640.0;

/// Props of [`Dialog`].
#[derive(Clone, PartialEq, Properties)]
pub struct DialogProps {
    /// Its heading.
    pub title: String,
    /// The label of the button that closes it.
    pub close: String,
    /// The language of its texts.
    pub language: &'static str,
    /// The writing direction of its texts.
    pub direction: &'static str,
    /// The distance in pixels from the top of the window to where the reader pressed.
    pub press_y: f64,
    /// Whether it is as wide as two columns.
    pub wide: bool,
    /// Called when it has been closed.
    pub on_close: Callback<()>,
    /// Its content.
    pub children: Html,
}

/// An open dialog, near where the reader pressed: in an iframe as tall as its content the middle may not be visible.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((props.press_y, props.wide), move |(press_y, _)| {
            // Fails if the dialog is already open or no longer on the page; neither matters.
            if let Some(element) = dialog.cast::<HtmlDialogElement>() {
                let _ = element.show_modal();
            }
            if let Some(element) = dialog.cast::<HtmlElement>() {
                set_top(&element, *press_y);
            }
        });
    }
    let close = {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| {
            dialog.cast::<HtmlDialogElement>().into_iter().for_each(|dialog| dialog.close());
        })
    };
    let on_click = {
        let dialog = dialog.clone();
        // The backdrop belongs to the dialog element: a press on it has the dialog itself as its target and nothing
        // inside it.
        Callback::from(move |event: MouseEvent| {
            let dialog = dialog.cast::<HtmlDialogElement>();
            let target = event.target_dyn_into::<HtmlDialogElement>();
            target.filter(|target| dialog.as_ref() == Some(target)).into_iter().for_each(|dialog| dialog.close());
        })
    };
    let onclose = props.on_close.reform(|_: Event| ());
    let class = if props.wide { "dialog wide" } else { "dialog" };
    // A wide dialog has fields to move the focus to, with which its body scrolls, and begins at its heading. Tab passes its
    // body over, which it would not in Firefox without a tabindex. The body of any other dialog can have the focus itself.
    let body_focus = if props.wide { "-1" } else { "0" };
    let body_name = (!props.wide).then_some("dialog-title");
    let title_focus = props.wide.then_some("-1");
    let body_role = (!props.wide).then_some("group");
    html! {
        <dialog ref={dialog} {class} aria-labelledby="dialog-title" lang={props.language} dir={props.direction} {onclose} onclick={on_click}>
            <div class="dialog-inside">
                <div class="dialog-head">
                    <h2 id="dialog-title" tabindex={title_focus}>{ &props.title }</h2>
                    <button type="button" class="close" aria-label={props.close.clone()} onclick={close}>
                        <span class="close-cross" aria-hidden="true"></span>
                    </button>
                </div>
                <div class="dialog-body" tabindex={body_focus} role={body_role} aria-labelledby={body_name}>{ props.children.clone() }</div>
            </div>
        </dialog>
    }
}

/// Passes the top of the dialog to the style sheet, as a custom property.
fn set_top(element: &HtmlElement, press_y: f64) {
    // Setting and removing a custom property never fails on an HTML element. The height is measured without the
    // property, when nothing but the window limits it.
    let _ = element.style().remove_property("--top");
    let window_height =
        gloo::utils::window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let lowest = window_height - element.get_bounding_client_rect().height().max(ROOM) - MARGIN;
    let top = (press_y - OFFSET_ABOVE_PRESS).min(lowest).max(MARGIN);
    let _ = element.style().set_property("--top", &format!("{top:.0}px"));
}
