//! A list of marks: one stop of the Tab key for the whole chart, arrow keys inside it, a press filters.
//!
//! Events are heard on the list, not on each mark: a mark says where it stands by the attribute `data-at`.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::{Element, Event, HtmlElement, KeyboardEvent};
use yew::prelude::*;

/// The marks of a chart as the keyboard sees them.
#[derive(Clone, PartialEq)]
pub struct Rove {
    marks: Rc<RefCell<Vec<NodeRef>>>,
    current: UseStateHandle<usize>,
}

/// A list of marks that the Tab key enters once.
#[hook]
pub fn use_rove() -> Rove {
    Rove { marks: use_mut_ref(Vec::new), current: use_state(|| 0) }
}

impl Rove {
    /// The node of the mark at this place.
    pub fn node(&self, at: usize) -> NodeRef {
        let mut marks = self.marks.borrow_mut();
        while marks.len() <= at {
            marks.push(NodeRef::default());
        }
        marks.get(at).cloned().unwrap_or_default()
    }

    /// The `tabindex` of the mark at this place, of so many.
    pub fn tab_index(&self, at: usize, of: usize) -> &'static str {
        // Marks come and go with the filters: the key must never lead nowhere.
        if at == (*self.current).min(of.saturating_sub(1)) { "0" } else { "-1" }
    }

    /// Takes down that the mark at this place has the focus.
    pub fn focused(&self, at: usize) {
        if *self.current != at {
            self.current.set(at);
        }
    }

    /// Moves with an arrow key, Home or End, and says where to. Arrows to the left and right follow the direction
    /// of the text. `of` is how many marks there are.
    pub fn key(&self, event: &KeyboardEvent, at: usize, of: usize) -> Option<usize> {
        let mirrored = self.node(at).cast::<Element>().is_some_and(|element| is_mirrored(&element));
        let key = event.key();
        let forward = if mirrored { "ArrowLeft" } else { "ArrowRight" };
        let to = match key.as_str() {
            "Home" => 0,
            "End" => of.checked_sub(1)?,
            "ArrowDown" => at + 1,
            "ArrowUp" => at.checked_sub(1)?,
            "ArrowLeft" | "ArrowRight" if key == forward => at + 1,
            "ArrowLeft" | "ArrowRight" => at.checked_sub(1)?,
            _ => return None,
        };
        if to >= of {
            return None;
        }
        event.prevent_default();
        // Focusing a button that is shown does not fail.
        let _ = self.node(to).cast::<HtmlElement>()?.focus();
        Some(to)
    }
}

/// The place of the mark that an event is about.
pub fn mark_of(event: &Event) -> Option<usize> {
    let target = event.target_dyn_into::<Element>()?;
    let mark = target.closest("[data-at]").ok().flatten()?;
    mark.get_attribute("data-at")?.parse().ok()
}

/// Whether text runs from right to left there.
pub fn is_mirrored(element: &Element) -> bool {
    let style = gloo::utils::window().get_computed_style(element).ok().flatten();
    style.and_then(|style| style.get_property_value("direction").ok()).is_some_and(|direction| direction == "rtl")
}
