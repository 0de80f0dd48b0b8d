//! A link that remembers, asked about: what was, from the data of then where they are kept, beside what is.
//!
//! Invariant: it is about the view that the report shows when it is asked. A page that fixes something shows another view
//! than the link's, of whose number there is nothing to say.

use std::rc::Rc;

use wasm_bindgen::prelude::*;

use super::{Dialogs, read};
use crate::link::{LinkMemory, MEMORY_KEY, decode, memory_text};
use crate::locale::Sentence;
use crate::query::{Measure, Selection, Sort};
use crate::ui::dialogs::{DialogContext, DialogKind, EarlierView};
use crate::view::{EmbedOptions, VersionOrder, memory_notice, version_order};

impl Dialogs {
    /// Has the hooks say above the report what a link remembers, if anything is other than it was. `view` is what the
    /// report shows; `hide` names the facets that the page hides.
    pub fn compare_memory(&self, link: &str, view: &str, hide: &str) {
        let Some(text) = memory_text(link) else { return };
        let selection = self.selection(link);
        if selection != self.selection(view) {
            return;
        }
        let locale = &self.report.locale;
        let Some(said) = LinkMemory::read(text) else {
            let text = percent_encoding::percent_decode_str(text).decode_utf8_lossy();
            let malformed = locale.fill(Sentence::LinkMalformed, &[("key", MEMORY_KEY), ("value", &text)]);
            return self.say(&[locale.say(Sentence::LinkNotice), malformed], false);
        };
        let now =
            self.context(&self.report, DialogKind::Changed, selection, EmbedOptions::parse("", "", hide), 0.0, None);
        let own = self.report.data.updated.as_ref();
        let (VersionOrder::Older, Some(folder)) = (version_order(&said.version, own), said.folder()) else {
            return self.compare(&now, &said, "");
        };
        let folder = folder.to_owned();
        let own = own.map(|own| own.text().to_string()).unwrap_or_default();
        let dialogs = self.clone();
        let done = Closure::once_into_js(move |text: String| dialogs.compare(&now, &said, &text));
        self.services.fetch_earlier_data(&folder, &own, done);
    }

    /// Opens the list of what changed. `press_y` is how far down the window the reader pressed.
    pub fn show_changes(&self, press_y: f64) {
        let found = self.earlier.borrow().clone();
        if let Some(earlier) = found {
            let (selection, options) = (earlier.before.selection.clone(), earlier.before.options.clone());
            self.open(self.context(&self.report, DialogKind::Changed, selection, options, press_y, Some(earlier)));
        }
    }

    /// What a link shows, whichever way it is sorted and measured: the numbers are the same.
    fn selection(&self, link: &str) -> Selection {
        let mut read = decode(link, &self.report.data, &self.report.index).selection;
        (read.sort, read.measure) = (Sort::default(), Measure::default());
        read
    }

    /// Compares a view with what a link says of it, and with the data of then, whose text may be none.
    fn compare(&self, now: &DialogContext, said: &LinkMemory, text: &str) {
        // What stands at that address may be something else than the data of that day.
        let report = read(text, self.formats.clone()).filter(|then| then.data.updated.as_ref() == Some(&said.version));
        let before = report.map(|report| {
            self.context(&Rc::new(report), DialogKind::Changed, now.selection.clone(), now.options.clone(), 0.0, None)
        });
        let Some(found) =
            memory_notice(&now.view_context(), said, before.as_ref().map(DialogContext::view_context).as_ref())
        else {
            return;
        };
        self.say(&found.sentences, !found.changes.is_empty());
        let locale = &self.report.locale;
        let title = locale.fill(Sentence::MemoryTitle, &[("date", &locale.date(&said.version))]);
        *self.earlier.borrow_mut() = before.map(|before| Rc::new(EarlierView { before, recall: found, title }));
    }

    fn say(&self, sentences: &[String], lists: bool) {
        let locale = &self.report.locale;
        let show = if lists { locale.say(Sentence::MemoryShow) } else { String::new() };
        let dismiss = locale.say(Sentence::NoticeDismiss);
        let (language, direction) = (locale.language(), locale.direction());
        self.services.show_notice(&sentences.join("\n"), &show, &dismiss, language, direction);
    }
}
