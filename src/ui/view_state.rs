//! What the screen is made from.

use std::ops::Deref;
use std::rc::Rc;

use yew::prelude::*;

use crate::link::LinkProblem;
use crate::locale::Locale;
use crate::model::{DataSet, Issue};
use crate::query::{Index, Selection, SelectionAction, Totals};
use crate::view::{EmbedOptions, Request, ViewContext};

/// A data set ready to be shown. Made once per data set and language.
pub struct LoadedReport {
    /// The data.
    pub data: DataSet,
    /// Their index.
    pub index: Index,
    /// What was wrong with them.
    pub issues: Vec<Issue>,
    /// The language.
    pub locale: Locale,
}

/// One state of the screen.
pub struct ViewState {
    /// What is shown.
    pub report: Rc<LoadedReport>,
    /// What the reader has filtered to.
    pub selection: Selection,
    /// The numbers of the selection.
    pub totals: Totals,
    /// What the last link said that was not understood.
    pub problems: Vec<LinkProblem>,
    /// The address of this view; `None` when there is none that would open it again.
    pub address: Option<AttrValue>,
    /// The same with one record open: [`crate::view::RECORD_ID_PLACEHOLDER`] stands for its id.
    pub record_address: Option<AttrValue>,
    /// The record that the link asks for, by its place in the data set.
    pub opened_record: Option<usize>,
    /// The page is being printed: long tables are shown in full.
    pub printing: bool,
    /// How the page frames the widget.
    pub options: Rc<EmbedOptions>,
    /// Changes when sizes, colours or the sharpness of the screen did, and canvases have to be drawn again.
    pub appearance: u32,
}

/// A shared state of the screen. Two are equal when they are the same.
#[derive(Clone)]
pub struct Snapshot(Rc<ViewState>);

/// Something that the reader did.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// A press or a choice: Back undoes it.
    Commit(SelectionAction),
    /// The next of a row of changes, such as a drag or typing: Back undoes the whole row.
    Continue(SelectionAction),
    /// The notice about the link was read.
    DismissNotice,
    /// The annex is to answer a question about a view. `press_y` is how far down the window the reader pressed, in pixels
    /// of the page: the answer opens there.
    Request {
        /// The question.
        request: Request,
        /// The view that it is about.
        selection: Box<Selection>,
        /// Where the reader pressed.
        press_y: f64,
    },
}

/// What every block of the screen is given.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The state of the screen.
    pub snapshot: Snapshot,
    /// Where steps go.
    pub on_message: Callback<Message>,
}

impl Snapshot {
    /// Shares a state.
    pub fn new(view: ViewState) -> Self {
        Self(Rc::new(view))
    }

    /// What the blocks of `view` look at.
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
