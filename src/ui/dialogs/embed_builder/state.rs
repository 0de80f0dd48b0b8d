//! What is chosen so far in the builder.
//!
//! Invariant: one reducer for all of it. Changes are applied to what is there by then, so that an answer of the host that
//! comes late undoes no choice.

use std::rc::Rc;

use yew::prelude::*;

use crate::export::{EmbedChoices, Release};

/// What is chosen, and what is known.
#[derive(Clone, PartialEq)]
pub struct State {
    /// What is chosen of the report.
    pub embed: EmbedChoices,
    /// What can be pinned; nothing as long as the host has not answered.
    pub release: Option<Option<Release>>,
    /// Which form of the code is shown.
    pub form: usize,
    /// The block that has just moved: where it stands now, and whether it went up.
    pub moved: Option<(usize, bool)>,
}

/// A change of it.
pub type Change = Box<dyn FnOnce(&mut State)>;

impl Reducible for State {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let mut next = (*self).clone();
        // After any other change the focus belongs to that.
        next.moved = None;
        change(&mut next);
        if next == *self { self } else { Rc::new(next) }
    }
}

/// What is chosen, in the hands of the dialog.
pub type Chosen = UseReducerHandle<State>;

/// What makes a change, of a value that a field gives.
pub fn change<T: 'static>(chosen: &Chosen, change: impl Fn(&mut State, T) + Copy + 'static) -> Callback<T> {
    let to = chosen.dispatcher();
    Callback::from(move |value| to.dispatch(Box::new(move |state| change(state, value))))
}
