//! What the screen is rendered from, and the messages it sends.

use std::ops::Deref;
use std::rc::Rc;

use yew::prelude::*;

use crate::link::LinkProblem;
use crate::locale::Locale;
use crate::model::{DataSet, Issue};
use crate::query::{Index, Selection, SelectionAction, Totals};
use crate::view::{EmbedOptions, Request, ViewContext};

/// A data set ready to be shown. Built once per data set and language.
pub struct LoadedReport {
    /// The data set.
    pub data: DataSet,
    /// The index over the data set.
    pub index: Index,
    /// What was wrong in the data set.
    pub issues: Vec<Issue>,
    /// The language.
    pub locale: Locale,
}

/// The state of the view, from which the screen is rendered.
pub struct ViewState {
    /// The data set that is shown.
    pub report: Rc<LoadedReport>,
    /// What the reader has filtered to.
    pub selection: Selection,
    /// The numbers of the selection.
    pub totals: Totals,
    /// The parts of the last link that were not understood.
    pub problems: Vec<LinkProblem>,
    /// The address of this view; `None` if no address would open it again.
    pub address: Option<AttrValue>,
    /// The address of this view with one record open, with [`crate::view::RECORD_ID_PLACEHOLDER`] in place of its id.
    pub record_address: Option<AttrValue>,
    /// The record that the link asks for, by its row.
    pub opened_record: Option<usize>,
    /// The page is being printed: long tables are shown in full.
    pub printing: bool,
    /// What the page asks for: blocks, locked and hidden facets.
    pub options: Rc<EmbedOptions>,
    /// A counter that changes when sizes, colours or the pixel density of the screen have changed, which requires
    /// drawing the canvases again.
    pub appearance: u32,
}

/// A shared [`ViewState`]. Two snapshots are equal only if they share the same state.
#[derive(Clone)]
pub struct Snapshot(Rc<ViewState>);

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
        request: Request,
        /// The selection of the view that it is about.
        selection: Box<Selection>,
        /// The distance in CSS pixels from the top of the window to where the reader pressed; the dialog opens near it.
        press_y: f64,
    },
}

/// Props of [`crate::ui::App`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The state to render from.
    pub snapshot: Snapshot,
    /// Receives the messages of the screen.
    pub on_message: Callback<Message>,
}

impl Snapshot {
    /// Shares a state.
    pub fn new(view: ViewState) -> Self {
        Self(Rc::new(view))
    }

    /// What the functions of `view` get.
    pub fn view_context(&self) -> ViewContext<'_> {
        let ViewState { report, selection, totals, options, .. } = &*self.0;
        ViewContext { data: &report.data, index: &report.index, selection, totals, options, locale: &report.locale }
    }
}

impl yew::html::ImplicitClone for Snapshot {}

impl Deref for Snapshot {
    type Target = ViewState;

    fn deref(&self) -> &ViewState {
        &self.0
    }
}

impl PartialEq for Snapshot {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
