//! The row of the data of the view, as files.

use yew::prelude::*;

use super::row::ShareRow;
use crate::export::{csv, selection_json};
use crate::locale::Sentence;
use crate::ui::dialogs::buttons::plain_button;
use crate::ui::dialogs::context::DialogContext;
use crate::ui::tag_builder::{button, tag};
use crate::view;

/// The row of the data.
pub fn data_row(context: &DialogContext) -> ShareRow {
    // The file is written only when the reader asks for it: ten thousand records take a moment.
    let save = |name: &'static str, media_type: &'static str, write: fn(&view::ViewContext) -> String| {
        let context = context.clone();
        Callback::from(move |_: MouseEvent| {
            context.services.save_text(name, media_type, &write(&context.view_context()))
        })
    };
    let csv = save("outreach.csv", "text/csv;charset=utf-8", csv);
    let json = save("outreach.json", "application/json", selection_json);
    let records = context.totals.rows.len() as u64;
    ShareRow {
        class: "share-data",
        title: Sentence::ShareData,
        about: context.loaded.locale.count(Sentence::ShareDataAbout, records, &[]),
        action: button("primary").on_click(csv).text(&context.say(Sentence::ShareCsv)).html(),
        choices: tag("div", "")
            .child(tag("p", "").text(&context.say(Sentence::ShareDataColumns)))
            .child(plain_button(context, Sentence::ShareJson, json))
            .html(),
    }
}
