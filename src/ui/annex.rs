//! The annex: dialogs that answer what a reader asks of a view. Components over the plain data of `view` and `export`.
//!
//! Invariant: what only a browser can do (save, copy, share) goes through [`Host`], which `element` fills.

mod builder;
mod changed;
mod external;
mod made_of;
mod save;
mod sheet;
mod take;

pub use app::{App, Props};
mod app;

use std::rc::Rc;

use yew::prelude::*;

use super::Report;
use crate::query::{Selection, Totals};
use crate::view::{EmbedOptions, MemoryNotice, TotalKind, ViewContext};

/// What only a browser can do.
pub trait Host {
    /// Saves a text as a file of this name and kind.
    fn save(&self, name: &str, kind: &str, text: &str);
    /// Puts a text on the clipboard, and says whether that worked.
    fn copy(&self, text: &str, done: Callback<bool>);
    /// Whether the device has a share sheet.
    fn can_share(&self) -> bool;
    /// Opens the share sheet.
    fn share(&self, title: &str, address: &str);
    /// The address of the folder that holds the report's files, with a slash at its end; nothing where it is none of the
    /// web.
    fn home(&self) -> Option<String>;
    /// The address of the data set, where the page names one.
    fn source(&self) -> Option<String>;
    /// Fetches `version.json`; an empty text where there is none.
    fn release(&self, done: Callback<String>);
    /// Fetches the page of one file; an empty text where it is not to be had.
    fn template(&self, done: Callback<String>);
    /// The text of the data set.
    fn data(&self) -> String;
    /// An attribute of the element, as the page wrote it.
    fn attribute(&self, name: &str) -> Option<String>;
    /// Shows another view of the report: that of a link.
    fn open(&self, link: &str);
    /// Shows a report with these attributes in an element, or gives the one in it these attributes. Says whether there
    /// was none before.
    fn preview(&self, place: &web_sys::Element, attributes: &[(&'static str, String)]) -> bool;
}

/// What a dialog is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// What a total is made of.
    Breakdown(TotalKind),
    /// What can be taken away.
    Take,
    /// The code that puts the report on another page.
    Embed,
    /// What is wrong with the data set.
    Issues,
    /// What changed in the view since a link was made: see [`Answer::past`].
    Changed,
    /// A picture could not be made.
    Sorry,
}

/// An answer that is shown.
pub struct Answer {
    /// The data and the language.
    pub report: Rc<Report>,
    /// The view that it is about.
    pub selection: Selection,
    /// The numbers of that view.
    pub totals: Totals,
    /// Which facets the page hides. What it fixes is fixed in the view that is asked about.
    pub options: EmbedOptions,
    /// What it is about.
    pub subject: Subject,
    /// How far down the window the reader pressed.
    pub near: f64,
    /// The address of the view, and the day on which the reader looks at it.
    pub page: crate::export::PageInfo,
    /// What only a browser can do.
    pub host: Rc<dyn Host>,
    /// The view at the time of which it is said what changed since.
    pub past: Option<Rc<Past>>,
}

/// A view as it was.
pub struct Past {
    /// The view over the data of then.
    pub before: Shown,
    /// What is to be said of it.
    pub recall: MemoryNotice,
    /// The heading.
    pub title: String,
}

/// A shared answer. Two are equal when they are the same.
#[derive(Clone)]
pub struct Shown(Rc<Answer>);

impl Shown {
    /// Shares an answer.
    pub fn new(answer: Answer) -> Self {
        Self(Rc::new(answer))
    }

    /// What the blocks of `view` look at.
    pub fn view_context(&self) -> ViewContext<'_> {
        let Answer { report, selection, totals, options, .. } = &*self.0;
        ViewContext { data: &report.data, index: &report.index, selection, totals, options, locale: &report.locale }
    }

    fn say(&self, key: crate::locale::Sentence) -> String {
        self.report.locale.say(key)
    }
}

impl std::ops::Deref for Shown {
    type Target = Answer;

    fn deref(&self) -> &Answer {
        &self.0
    }
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl yew::html::ImplicitClone for Shown {}
