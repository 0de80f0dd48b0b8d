//! The event listeners of the screen: clicks, keys, pointer and focus.
//!
//! Marks and elements that open a dialog share listeners at the root instead of having one each: an element states its
//! purpose by `data-pick` (the filter of a mark, as a link) or `data-request` (the code of a request to the dialogs).

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::Element;
use yew::html::{
    onfocusin, onkeydown, onpointercancel, onpointerdown, onpointerleave, onpointermove, onpointerover, onpointerup,
};
use yew::prelude::*;

use super::dom::{closest_target, query};
use super::press::{handle_click, handle_key};
use super::tag_builder::TagBuilder;
use super::ui_state::UiAction;
use super::year_drag::{self, DragState, YearRange};
use super::{AppProps, Message, roving_focus, tooltip};
use crate::query::SelectionAction;

/// Adds the listeners to the screen's root element.
pub fn add_listeners(
    screen: TagBuilder,
    props: &AppProps,
    report: &NodeRef,
    drag: &Rc<RefCell<DragState>>,
    dispatch: &Callback<UiAction>,
) -> TagBuilder {
    let root = {
        let report = report.clone();
        move || report.cast::<Element>()
    };
    let on_click = {
        let (props, drag) = (props.clone(), drag.clone());
        Callback::from(move |event: MouseEvent| {
            if !year_drag::is_end_of_drag(&drag) {
                handle_click(&props, &event);
            }
        })
    };
    let on_key = {
        let (props, drag, root, dispatch) = (props.clone(), drag.clone(), root.clone(), dispatch.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(report) = root() else { return };
            // With these keys held it is the browser's or the page's: Alt and an arrow go back.
            if event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            match event.key().as_str() {
                "Escape" => {
                    if tooltip::hide(&report) || query(&report, ".panel").is_some() {
                        event.prevent_default();
                        dispatch.emit(UiAction::TypeYears(None));
                        dispatch.emit(UiAction::OpenMenu(None));
                    }
                }
                "Enter" | " " => handle_key(&props, &event),
                _ => {
                    if let Some(mark) = closest_target(&event, "[data-roving] [data-pick]") {
                        let target = roving_focus::move_focus(&event, &mark);
                        let range = year_drag::on_mark_key(&drag, &mark, target.as_ref(), event.shift_key());
                        send_range(&props, range);
                    }
                }
            }
        })
    };
    let on_focus = {
        let root = root.clone();
        Callback::from(move |event: FocusEvent| {
            if let Some(mark) = closest_target(&event, "[data-pick]") {
                roving_focus::set_tab_stop(&mark);
            }
            point_at(root(), &event);
        })
    };
    let on_over = {
        let root = root.clone();
        Callback::from(move |event: PointerEvent| point_at(root(), &event))
    };
    let on_leave = Callback::from(move |_: PointerEvent| {
        if let Some(report) = root() {
            tooltip::hide(&report);
        }
    });
    let on_down = {
        let drag = drag.clone();
        Callback::from(move |event: PointerEvent| year_drag::on_pointer_down(&drag, &event))
    };
    let on_move = {
        let (props, drag) = (props.clone(), drag.clone());
        Callback::from(move |event: PointerEvent| {
            if let Some(plot) = closest_target(&event, ".plot") {
                send_range(&props, year_drag::on_pointer_move(&drag, &event, &plot));
            }
        })
    };
    let on_up = {
        let drag = drag.clone();
        Callback::from(move |_: PointerEvent| year_drag::on_pointer_up(&drag))
    };
    screen
        .on_click(on_click)
        .listener(Rc::new(onkeydown::Wrapper::new(on_key)))
        .listener(Rc::new(onfocusin::Wrapper::new(on_focus)))
        .listener(Rc::new(onpointerover::Wrapper::new(on_over)))
        .listener(Rc::new(onpointerleave::Wrapper::new(on_leave)))
        .listener(Rc::new(onpointerdown::Wrapper::new(on_down)))
        .listener(Rc::new(onpointermove::Wrapper::new(on_move)))
        .listener(Rc::new(onpointerup::Wrapper::new(on_up.clone())))
        .listener(Rc::new(onpointercancel::Wrapper::new(on_up)))
}

/// Shows the tooltip of the mark at which an event is, or hides the tooltip if the event is at something else.
fn point_at(report: Option<Element>, event: &Event) {
    let Some(report) = report else { return };
    if let Some(mark) = closest_target(event, "[data-pick]") {
        tooltip::show(&report, &mark);
    } else if closest_target(event, ".tooltip").is_none() {
        tooltip::hide(&report);
    }
}

/// Filters by a range of years that the reader is choosing in the chart.
fn send_range(props: &AppProps, range: Option<YearRange>) {
    if let Some(YearRange { from, to, starts }) = range {
        let action = SelectionAction::Years(from, to);
        props.on_message.emit(if starts { Message::Commit(action) } else { Message::Continue(action) });
    }
}
