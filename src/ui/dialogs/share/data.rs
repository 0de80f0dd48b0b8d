//! The row of the data of the view, as files.

use yew::prelude::*;

use super::row::ShareRow;
use crate::export::{csv, selection_json};
use crate::locale::Sentence;
use crate::ui::dialogs::context::DialogContext;
use crate::ui::dialogs::save_button::{TextFile, save_button};
use crate::ui::tag_builder::tag;
use crate::view;

/// The class of the row.
pub const CLASS: &str = "share-data";

/// The row of the data. `on_doubt` gets the content of a file that the browser may not have saved.
pub fn data_row(context: &DialogContext, on_doubt: Callback<String>) -> ShareRow {
    let file = |name: &'static str, media_type: &'static str, write: fn(&view::ViewContext) -> String| {
        let context = context.clone();
        move || TextFile { name: name.to_owned(), media_type, text: write(&context.view_context()) }
    };
    let csv = file("outreach.csv", "text/csv;charset=utf-8", csv);
    let json = file("outreach.json", "application/json", selection_json);
    let records = context.totals.rows.len() as u64;
    ShareRow {
        class: CLASS,
        title: Sentence::ShareData,
        about: context.loaded.locale.count(Sentence::ShareDataAbout, records, &[]),
        action: save_button(context, Sentence::ShareCsv, "primary", csv, on_doubt.clone()),
        choices: tag("div", "")
            .child(tag("p", "").text(&context.say(Sentence::ShareDataColumns)))
            .child(save_button(context, Sentence::ShareJson, "plain", json, on_doubt))
            .html(),
    }
}
