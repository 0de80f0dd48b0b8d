//! The listeners of the screen: presses, keys, the pointer and the focus.
//!
//! Events of marks and of everything that opens the annex are heard here, once, and not on each of them: an element says
//! what it is for by `data-pick` (the filter that it stands for, as a link) or `data-request` (a question to the annex).

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::Element;
use yew::html::{
    onfocusin, onkeydown, onpointercancel, onpointerdown, onpointerleave, onpointermove, onpointerover, onpointerup,
};
use yew::prelude::*;

use super::dom::closest_target;
use super::press;
use super::scroll_anchor::ScrollAnchor;
use super::tag_builder::TagBuilder;
use super::ui_state::{UiAction, UiState};
use super::year_drag::{self, DragState};
use super::{Props, roving_focus, tooltip};

/// Has the screen hear the reader.
pub fn listen(
    screen: TagBuilder,
    props: &Props,
    report: &NodeRef,
    drag: &Rc<RefCell<DragState>>,
    anchor: &Rc<RefCell<ScrollAnchor>>,
    dispatch: &UseReducerDispatcher<UiState>,
) -> TagBuilder {
    let root = {
        let report = report.clone();
        move || report.cast::<Element>()
    };
    let click = {
        let (props, drag, anchor) = (props.clone(), drag.clone(), anchor.clone());
        Callback::from(move |event: MouseEvent| {
            anchor.borrow_mut().remember(&event);
            if !year_drag::ends_drag(&drag) && !press::press(&props, &event) {
                anchor.borrow_mut().take();
            }
        })
    };
    let keys = {
        let (props, drag, root) = (props.clone(), drag.clone(), root.clone());
        let (dispatch, anchor) = (dispatch.clone(), anchor.clone());
        Callback::from(move |event: KeyboardEvent| {
            anchor.borrow_mut().take();
            let Some(report) = root() else { return };
            match event.key().as_str() {
                "Escape" => {
                    if tooltip::hide(&report) || closest_target(&event, ".picker").is_some() {
                        event.stop_propagation();
                        dispatch.dispatch(UiAction::OpenPicker(None));
                    }
                }
                "Enter" | " " => press::press_words(&props, &event),
                _ => {
                    if let Some(mark) = closest_target(&event, "[data-roving] [data-pick]") {
                        let to = roving_focus::move_focus(&event, &mark);
                        year_drag::key(&drag, &mark, to.as_ref(), event.shift_key(), &props.on_message);
                    }
                }
            }
        })
    };
    let focused = {
        let root = root.clone();
        Callback::from(move |event: FocusEvent| {
            let Some(report) = root() else { return };
            if let Some(mark) = closest_target(&event, "[data-pick]") {
                roving_focus::set_tab_stop(&mark);
                tooltip::show(&report, &mark);
            } else if closest_target(&event, ".tooltip").is_none() {
                tooltip::hide(&report);
            }
        })
    };
    let over = {
        let root = root.clone();
        Callback::from(move |event: PointerEvent| {
            let Some(report) = root() else { return };
            if let Some(mark) = closest_target(&event, "[data-pick]") {
                tooltip::show(&report, &mark);
            } else if closest_target(&event, ".tooltip").is_none() {
                tooltip::hide(&report);
            }
        })
    };
    let left = Callback::from(move |_: PointerEvent| {
        if let Some(report) = root() {
            tooltip::hide(&report);
        }
    });
    let down = {
        let (drag, anchor) = (drag.clone(), anchor.clone());
        Callback::from(move |event: PointerEvent| {
            anchor.borrow_mut().take();
            year_drag::down(&drag, &event);
        })
    };
    let moved = {
        let (drag, on_message) = (drag.clone(), props.on_message.clone());
        Callback::from(move |event: PointerEvent| year_drag::moved(&drag, &event, &on_message))
    };
    let up = {
        let drag = drag.clone();
        Callback::from(move |_: PointerEvent| year_drag::up(&drag))
    };
    screen
        .on_click(click)
        .listener(Rc::new(onkeydown::Wrapper::new(keys)))
        .listener(Rc::new(onfocusin::Wrapper::new(focused)))
        .listener(Rc::new(onpointerover::Wrapper::new(over)))
        .listener(Rc::new(onpointerleave::Wrapper::new(left)))
        .listener(Rc::new(onpointerdown::Wrapper::new(down)))
        .listener(Rc::new(onpointermove::Wrapper::new(moved)))
        .listener(Rc::new(onpointerup::Wrapper::new(up.clone())))
        .listener(Rc::new(onpointercancel::Wrapper::new(up)))
}
