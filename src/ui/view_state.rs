//! What the screen is rendered from.

use std::ops::Deref;
use std::rc::Rc;

use yew::prelude::*;

use super::loaded_data_set::LoadedDataSet;
use super::message::Message;
use crate::link::LinkProblem;
use crate::query::{Selection, Totals};
use crate::view::{EmbedOptions, ViewContext};

/// The state of the view, from which the screen is rendered.
pub struct ViewState {
    /// The data set that is shown.
    pub loaded: Rc<LoadedDataSet>,
    /// What the reader has filtered to.
    pub selection: Selection,
    /// The numbers of the selection.
    pub totals: Rc<Totals>,
    /// The parts of the last link that were not understood.
    pub problems: Vec<LinkProblem>,
    /// The address of this view; `None` if no address would open it again.
    pub address: Option<AttrValue>,
    /// The address on paper: that of this view, else that of the page around the report.
    pub paper_address: String,
    /// The address of this view with one record open, with [`crate::view::RECORD_ID_PLACEHOLDER`] in place of its id.
    pub record_address: Option<AttrValue>,
    /// The record that the link asks for, by its row.
    pub opened_row: Option<usize>,
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

/// Props of [`crate::ui::App`].
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
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
        let ViewState { loaded, selection, totals, options, .. } = &*self.0;
        ViewContext { data: &loaded.data, index: &loaded.index, selection, totals, options, locale: &loaded.locale }
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
