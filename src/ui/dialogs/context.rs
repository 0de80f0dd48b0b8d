//! What a dialog is rendered from.

use std::rc::Rc;

use super::browser_services::BrowserServices;
use crate::export::PageInfo;
use crate::locale::Sentence;
use crate::query::{Selection, Totals};
use crate::ui::LoadedReport;
use crate::view::{EmbedOptions, MemoryNotice, TotalKind, ViewContext};

/// What a dialog is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DialogKind {
    /// What a total is made of.
    Breakdown(TotalKind),
    /// What can be taken away.
    Share,
    /// The code that puts the report on another page.
    Embed,
    /// What is wrong with the data set.
    Issues,
    /// What changed in the view since a link was made: see [`DialogData::earlier`].
    Changed,
    /// A picture could not be made.
    PictureFailed,
}

/// An answer that is shown.
pub struct DialogData {
    /// The data and the language.
    pub report: Rc<LoadedReport>,
    /// The view that it is about.
    pub selection: Selection,
    /// The numbers of that view.
    pub totals: Totals,
    /// Which facets the page hides. What it fixes is fixed in the view that is asked about.
    pub options: EmbedOptions,
    /// What it is about.
    pub kind: DialogKind,
    /// How far down the window the reader pressed.
    pub press_y: f64,
    /// The address of the view, and the day on which the reader looks at it.
    pub page: PageInfo,
    /// What only a browser can do.
    pub services: Rc<dyn BrowserServices>,
    /// The view at the time of which it is said what changed since.
    pub earlier: Option<Rc<EarlierView>>,
}

/// A view as it was.
pub struct EarlierView {
    /// The view over the data of then.
    pub before: DialogContext,
    /// What is to be said of it.
    pub recall: MemoryNotice,
    /// The heading.
    pub title: String,
}

/// A shared answer. Two are equal when they are the same.
#[derive(Clone)]
pub struct DialogContext(Rc<DialogData>);

impl DialogContext {
    /// Shares an answer.
    pub fn new(answer: DialogData) -> Self {
        Self(Rc::new(answer))
    }

    /// What the blocks of `view` look at.
    pub fn view_context(&self) -> ViewContext<'_> {
        let DialogData { report, selection, totals, options, .. } = &*self.0;
        ViewContext { data: &report.data, index: &report.index, selection, totals, options, locale: &report.locale }
    }

    pub(super) fn say(&self, key: Sentence) -> String {
        self.report.locale.say(key)
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
