//! The state of the embed builder.
//!
//! Invariant: one reducer holds all of it, and a change is applied to the state of that moment: a late answer of the
//! host undoes no choice.

use std::rc::Rc;

use yew::prelude::*;

use crate::export::{EmbedChoices, PinnedVersion};
use crate::locale::Sentence;

/// What the reader has chosen so far, and what is known about the host.
#[derive(Clone, PartialEq)]
pub struct BuilderState {
    /// The choices that become code.
    pub embed: EmbedChoices,
    /// The version that can be pinned, if the host offers one.
    pub pinned_version: Option<PinnedVersion>,
    /// Why no version can be pinned; `None` until the host has answered, and if one can be.
    pub not_pinned: Option<Sentence>,
    /// The index of the form of the code that is shown.
    pub form: usize,
    /// How wide the window of the preview is.
    pub preview_window: PreviewWindow,
    /// The block that has just moved: its index now, and whether it moved up.
    pub moved: Option<(usize, bool)>,
}

/// The window in which the preview shows the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PreviewWindow {
    /// That of a desk, made smaller to fit.
    Desk,
    /// That of a phone.
    Phone,
}

impl PreviewWindow {
    /// Its width in pixels.
    pub fn width(self) -> u32 {
        match self {
            Self::Desk => 1_120,
            Self::Phone => 390,
        }
    }
}

/// A change of the state.
pub type BuilderAction = Box<dyn FnOnce(&mut BuilderState)>;

impl Reducible for BuilderState {
    type Action = BuilderAction;

    fn reduce(self: Rc<Self>, change: BuilderAction) -> Rc<Self> {
        let mut next = (*self).clone();
        // Any other change keeps the focus where it was made.
        next.moved = None;
        change(&mut next);
        if next == *self { self } else { Rc::new(next) }
    }
}

/// The handle to the state that the dialog's parts get.
pub type BuilderHandle = UseReducerHandle<BuilderState>;

/// A callback that changes the state by the value of a field or event.
pub fn on_change<T: 'static>(
    builder: &BuilderHandle,
    change: impl Fn(&mut BuilderState, T) + Copy + 'static,
) -> Callback<T> {
    let dispatcher = builder.dispatcher();
    Callback::from(move |value| dispatcher.dispatch(Box::new(move |state| change(state, value))))
}
