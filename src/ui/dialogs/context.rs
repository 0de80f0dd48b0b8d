//! What a dialog is rendered from.

use std::rc::Rc;

use super::browser_services::BrowserServices;
use crate::export::CitationContext;
use crate::locale::Sentence;
use crate::query::{Selection, Totals};
use crate::ui::LoadedDataSet;
use crate::view::{ChartBlock, EmbedOptions, MemoryNotice, TotalKind, ViewContext};

/// What a dialog is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DialogKind {
    /// The breakdown of a total.
    Breakdown(TotalKind),
    /// Link, citation and data to share or download.
    Share,
    /// The embed builder: the code that puts the report on another page.
    Embed,
    /// The issues of the data set.
    Issues,
    /// What changed in the view since a link was made: see [`DialogData::earlier`].
    Changes,
    /// The message that a picture could not be made, with its SVG in place of it. `None` for a picture that this version
    /// does not know.
    PictureFailed(Option<ChartBlock>),
    /// The message that a picture may not have been saved, with its SVG as text.
    PictureUnsaved(ChartBlock),
}

/// An open dialog.
pub struct DialogData {
    /// The data set and the language.
    pub loaded: Rc<LoadedDataSet>,
    /// The selection of the view that the dialog is about.
    pub selection: Selection,
    /// The numbers of that view.
    pub totals: Totals,
    /// Which facets the page hides. Read-only facets already have the values of the page in the selection.
    pub options: EmbedOptions,
    /// What the dialog is about.
    pub kind: DialogKind,
    /// The distance in pixels from the top of the window to where the reader pressed.
    pub press_y: f64,
    /// The address of the view, and the reader's current day.
    pub cited: CitationContext,
    /// What only a browser can do.
    pub services: Rc<dyn BrowserServices>,
    /// The view as it was when the link was made, for [`DialogKind::Changes`].
    pub earlier: Option<Rc<EarlierView>>,
}

/// A view over an earlier version of the data set, compared with the present view.
pub struct EarlierView {
    /// The view over the earlier data set.
    pub context: DialogContext,
    /// What changed since then.
    pub notice: MemoryNotice,
    /// The heading of the dialog.
    pub title: String,
}

/// A shared [`DialogData`]. Two contexts are equal only if they share the same data.
#[derive(Clone)]
pub struct DialogContext(Rc<DialogData>);

impl DialogContext {
    /// Shares the data of a dialog.
    pub fn new(data: DialogData) -> Self {
        Self(Rc::new(data))
    }

    /// What the functions of `view` get.
    pub fn view_context(&self) -> ViewContext<'_> {
        let DialogData { loaded, selection, totals, options, .. } = &*self.0;
        ViewContext { data: &loaded.data, index: &loaded.index, selection, totals, options, locale: &loaded.locale }
    }

    pub(super) fn say(&self, key: Sentence) -> String {
        self.loaded.locale.say(key)
    }
}

impl std::ops::Deref for DialogContext {
    type Target = DialogData;

    fn deref(&self) -> &DialogData {
        &self.0
    }
}

impl PartialEq for DialogContext {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl yew::html::ImplicitClone for DialogContext {}
