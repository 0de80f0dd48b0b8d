//! What the screen hears of the reader's hand: presses, keys, the pointer and the focus.
//!
//! Events of marks and of everything that opens the annex are heard here, once, and not on each of them: an element says
//! what it is for by `data-pick` (the filter that it stands for, as a link) or `data-ask` (a question to the annex).

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::Element;
use yew::html::{
    onfocusin, onkeydown, onpointercancel, onpointerdown, onpointerleave, onpointermove, onpointerover, onpointerup,
};
use yew::prelude::*;

use super::desk::{Turn, Ui};
use super::dom::hit;
use super::drag::{self, Hand};
use super::el::El;
use super::press::{self, Pressed};
use super::{Props, rove, tip};

/// Has the screen hear the reader.
pub fn listen(
    screen: El,
    props: &Props,
    report: &NodeRef,
    hand: &Rc<RefCell<Hand>>,
    pressed: &Rc<RefCell<Pressed>>,
    turn: &UseReducerDispatcher<Ui>,
) -> El {
    let root = {
        let report = report.clone();
        move || report.cast::<Element>()
    };
    let click = {
        let (props, hand, pressed) = (props.clone(), hand.clone(), pressed.clone());
        Callback::from(move |event: MouseEvent| {
            pressed.borrow_mut().note(&event);
            if !drag::ends_drag(&hand) && !press::press(&props, &event) {
                pressed.borrow_mut().take();
            }
        })
    };
    let keys = {
        let (props, hand, root) = (props.clone(), hand.clone(), root.clone());
        let (turn, pressed) = (turn.clone(), pressed.clone());
        Callback::from(move |event: KeyboardEvent| {
            pressed.borrow_mut().take();
            let Some(report) = root() else { return };
            match event.key().as_str() {
                "Escape" => {
                    if tip::hide(&report) || hit(&event, ".picker").is_some() {
                        event.stop_propagation();
                        turn.dispatch(Turn::Open(None));
                    }
                }
                "Enter" | " " => press::press_words(&props, &event),
                _ => {
                    if let Some(mark) = hit(&event, "[data-rove] [data-pick]") {
                        let to = rove::move_focus(&event, &mark);
                        drag::key(&hand, &mark, to.as_ref(), event.shift_key(), &props.step);
                    }
                }
            }
        })
    };
    let focused = {
        let root = root.clone();
        Callback::from(move |event: FocusEvent| {
            let Some(report) = root() else { return };
            if let Some(mark) = hit(&event, "[data-pick]") {
                rove::take_tab(&mark);
                tip::show(&report, &mark);
            } else if hit(&event, ".tip").is_none() {
                tip::hide(&report);
            }
        })
    };
    let over = {
        let root = root.clone();
        Callback::from(move |event: PointerEvent| {
            let Some(report) = root() else { return };
            if let Some(mark) = hit(&event, "[data-pick]") {
                tip::show(&report, &mark);
            } else if hit(&event, ".tip").is_none() {
                tip::hide(&report);
            }
        })
    };
    let left = Callback::from(move |_: PointerEvent| {
        if let Some(report) = root() {
            tip::hide(&report);
        }
    });
    let down = {
        let (hand, pressed) = (hand.clone(), pressed.clone());
        Callback::from(move |event: PointerEvent| {
            pressed.borrow_mut().take();
            drag::down(&hand, &event);
        })
    };
    let moved = {
        let (hand, step) = (hand.clone(), props.step.clone());
        Callback::from(move |event: PointerEvent| drag::moved(&hand, &event, &step))
    };
    let up = {
        let hand = hand.clone();
        Callback::from(move |_: PointerEvent| drag::up(&hand))
    };
    screen
        .press(click)
        .hear(Rc::new(onkeydown::Wrapper::new(keys)))
        .hear(Rc::new(onfocusin::Wrapper::new(focused)))
        .hear(Rc::new(onpointerover::Wrapper::new(over)))
        .hear(Rc::new(onpointerleave::Wrapper::new(left)))
        .hear(Rc::new(onpointerdown::Wrapper::new(down)))
        .hear(Rc::new(onpointermove::Wrapper::new(moved)))
        .hear(Rc::new(onpointerup::Wrapper::new(up.clone())))
        .hear(Rc::new(onpointercancel::Wrapper::new(up)))
}
