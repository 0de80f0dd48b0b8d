//! The messages that the screen sends to the widget.

use crate::query::{Selection, SelectionAction};
use crate::view::DialogRequest;

/// What the screen sends to the widget.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// A change that Back undoes.
    Commit(SelectionAction),
    /// A further change in a series, such as a drag or typing: Back undoes the whole series.
    Continue(SelectionAction),
    /// The reader has dismissed the notice about the link.
    DismissNotice,
    /// A request to the dialogs about a view.
    Request {
        /// The request.
        request: DialogRequest,
        /// What the view is narrowed to, if the request is about a mark. The widget knows the view, which may have changed
        /// since the screen was rendered.
        pick: Option<Box<Selection>>,
        /// The distance in CSS pixels from the top of the window to where the reader pressed; the dialog opens near it.
        press_y: f64,
    },
}
