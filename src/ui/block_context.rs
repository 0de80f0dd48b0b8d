//! What every block of the screen is rendered from.

use yew::prelude::*;

use super::ui_state::{UiAction, UiState};
use super::{Message, Props};
use crate::locale::Sentence;
use crate::query::SelectionAction;
use crate::view::ViewContext;

/// What a block is rendered from.
pub struct BlockContext<'a> {
    /// The state of the view, and where messages go.
    pub props: &'a Props,
    /// What the blocks of `view` look at.
    pub view: ViewContext<'a>,
    /// The state of the screen apart from the view.
    pub state: &'a UiState,
    /// Where changes of that state go.
    pub dispatch: UseReducerDispatcher<UiState>,
}

impl BlockContext<'_> {
    /// A sentence of the screen's language.
    pub fn say(&self, key: Sentence) -> String {
        self.view.locale.say(key)
    }

    /// A callback that changes the selection, with a history entry.
    pub fn on_commit<E: 'static>(&self, action: SelectionAction) -> Callback<E> {
        self.props.on_message.reform(move |_| Message::Commit(action.clone()))
    }

    /// A callback that changes the state of the screen.
    pub fn on_ui_action<E: 'static>(&self, action: UiAction) -> Callback<E> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |_| dispatch.dispatch(action.clone()))
    }
}
