//! What every block of the screen is rendered from.

use yew::prelude::*;

use super::ui_state::{UiAction, UiState};
use super::{AppProps, Message};
use crate::locale::Sentence;
use crate::query::SelectionAction;
use crate::view::ViewContext;

/// What a block is rendered from.
pub struct BlockContext<'a> {
    /// The snapshot of the view, and the callback for messages.
    pub props: &'a AppProps,
    /// What the functions of `view` get.
    pub view: ViewContext<'a>,
    /// What the screen remembers beside the view.
    pub state: &'a UiState,
    /// Changes that state before the next frame. The state of another report gives way to the initial state.
    pub dispatch: Callback<UiAction>,
}

impl BlockContext<'_> {
    /// A sentence in the screen's language.
    pub fn say(&self, key: Sentence) -> String {
        self.view.locale.say(key)
    }

    /// A callback that changes the selection and adds a history entry.
    pub fn on_commit<E: 'static>(&self, action: SelectionAction) -> Callback<E> {
        self.props.on_message.reform(move |_| Message::Commit(action.clone()))
    }

    /// A callback that changes the UI state.
    pub fn on_ui_action<E: 'static>(&self, action: UiAction) -> Callback<E> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |_| dispatch.emit(action.clone()))
    }
}
