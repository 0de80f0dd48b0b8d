//! What a link remembers, compared with the present numbers, and with the earlier data set where it is still kept.
//!
//! Invariant: nothing is said unless the report shows the link's own view. On a page with read-only facets the report
//! may show another view, whose numbers the link says nothing about.

use std::rc::Rc;

use wasm_bindgen::prelude::*;

use super::{Dialogs, load_data_set};
use crate::link::{LinkMemory, MEMORY_KEY, decode, memory_text};
use crate::locale::Sentence;
use crate::model::parse;
use crate::query::{Measure, Selection, Sort};
use crate::ui::dialogs::{DialogContext, DialogKind, EarlierView};
use crate::view::{EmbedOptions, VersionOrder, memory_notice, version_order};

impl Dialogs {
    /// Shows a notice above the report if the numbers or the records of the view have changed since the link was made,
    /// or if the link's memory is malformed. `view` is the link of the view that the report shows; `hide` is the page's
    /// attribute that names hidden facets.
    pub fn compare_memory(&self, link: &str, view: &str, hide: &str) {
        let Some(text) = memory_text(link) else { return };
        let selection = self.unsorted_selection(link);
        if selection != self.unsorted_selection(view) {
            return;
        }
        let locale = &self.loaded.locale;
        let Some(memory) = LinkMemory::read_leniently(text) else {
            let text = percent_encoding::percent_decode_str(text).decode_utf8_lossy();
            let malformed = locale.fill(Sentence::LinkMalformed, &[("key", MEMORY_KEY), ("value", &text)]);
            return self.show_notice(&[locale.say(Sentence::LinkNotice), malformed], false);
        };
        let present =
            self.context(&self.loaded, DialogKind::Changes, selection, EmbedOptions::parse("", "", hide), 0.0, None);
        let own_version = self.loaded.data.updated.as_ref();
        let (VersionOrder::Older, Some(folder)) = (version_order(&memory.data_date, own_version), memory.folder())
        else {
            return self.compare(&present, &memory, "", Sentence::MemoryGone);
        };
        let folder = folder.to_owned();
        let own_version = own_version.map(|version| version.text().to_string()).unwrap_or_default();
        let dialogs = self.clone();
        let done = Closure::once_into_js(move |text: Option<String>| {
            let why_not = text.as_ref().map_or(Sentence::MemoryUnread, |_| Sentence::MemoryGone);
            dialogs.compare(&present, &memory, &text.unwrap_or_default(), why_not);
        });
        self.services.fetch_earlier_data(&folder, &own_version, done);
    }

    /// Opens the list of the records that changed. `press_y` is the distance in pixels from the top of the window to
    /// where the reader pressed.
    pub fn show_changes(&self, press_y: f64) {
        let earlier = self.earlier.borrow().clone();
        if let Some(earlier) = earlier {
            let (selection, options) = (earlier.context.selection.clone(), earlier.context.options.clone());
            self.open(self.context(&self.loaded, DialogKind::Changes, selection, options, press_y, Some(earlier)));
        }
    }

    /// The selection of a link with the default sorting and measure, which do not change the numbers.
    fn unsorted_selection(&self, link: &str) -> Selection {
        let mut selection = decode(link, &self.loaded.data, &self.loaded.index).selection;
        (selection.sort, selection.measure) = (Sort::default(), Measure::default());
        selection
    }

    /// Compares a view with what a link remembers of it, and with the earlier data set; `earlier_text` is empty if that
    /// cannot be had, and `why_not` says why.
    fn compare(&self, present: &DialogContext, memory: &LinkMemory, earlier_text: &str, why_not: Sentence) {
        // The file at that address may be another one than the data set of that version.
        let read = parse(earlier_text).ok().filter(|(data, _)| data.updated.as_ref() == Some(&memory.data_date));
        let loaded = read.map(|read| load_data_set(read, self.formats.clone()));
        let earlier = loaded.map(|loaded| {
            let (selection, options) = (present.selection.clone(), present.options.clone());
            self.context(&Rc::new(loaded), DialogKind::Changes, selection, options, 0.0, None)
        });
        let before = earlier.as_ref().map(DialogContext::view_context);
        let Some(notice) = memory_notice(&present.view_context(), memory, before.as_ref(), why_not) else {
            return;
        };
        self.show_notice(&notice.sentences, !notice.changes.is_empty());
        let locale = &self.loaded.locale;
        let title = locale.fill(Sentence::MemoryTitle, &[("date", &locale.date(&memory.data_date))]);
        *self.earlier.borrow_mut() = earlier.map(|context| Rc::new(EarlierView { context, notice, title }));
    }

    fn show_notice(&self, sentences: &[String], has_changes: bool) {
        let locale = &self.loaded.locale;
        let show = if has_changes { locale.say(Sentence::MemoryShow) } else { String::new() };
        let dismiss = locale.say(Sentence::NoticeDismiss);
        let (language, direction) = (locale.language(), locale.direction());
        self.services.show_notice(&sentences.join("\n"), &show, &dismiss, language, direction);
    }
}
