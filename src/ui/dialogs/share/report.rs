//! The row of the report itself: the code that puts it on another page, and the report as a file.

use yew::prelude::*;

use super::row::ShareRow;
use crate::export::{ELEMENT_SCRIPT, EmbedCode, embed_code};
use crate::locale::Sentence;
use crate::ui::dialogs::buttons::plain_button;
use crate::ui::dialogs::context::DialogContext;
use crate::ui::dialogs::copy_text::copy_button;
use crate::ui::dialogs::embed_start::{first_choices, hosted_report, is_hosted};
use crate::ui::dialogs::save_page::SavePage;
use crate::ui::tag_builder::{button, tag};

/// The class of the row.
pub const CLASS: &str = "share-report";

/// The row of the report. `on_embed` is called when the reader asks for the embed builder, `on_failed` if the browser does
/// not copy the code. The code of a report without an address on the web needs an explanation, which the builder has.
pub fn report_row(context: &DialogContext, on_embed: &Callback<()>, on_failed: Callback<()>) -> ShareRow {
    let on_click = on_embed.reform(|_: MouseEvent| ());
    let (action, code) = if is_hosted(context) {
        let host = hosted_report(context, None);
        let EmbedCode { element, frame, .. } = embed_code(&first_choices(context), &host);
        let text = if host.has(ELEMENT_SCRIPT) { element } else { frame };
        let code = tag("pre", "").attribute("tabindex", "0").attribute("dir", "ltr").text(&text);
        let open = tag("p", "actions")
            .child(tag("span", "").text(&context.say(Sentence::EmbedAbout)))
            .child(plain_button(context, Sentence::EmbedOpen, on_click));
        let action = copy_button(context, Sentence::EmbedCopy, text, on_failed);
        (action, vec![code.html(), open.html()])
    } else {
        (button("primary").on_click(on_click).text(&context.say(Sentence::EmbedOpen)).html(), Vec::new())
    };
    let embed = tag("div", "share-embed").children(code);
    ShareRow {
        class: CLASS,
        title: Sentence::ShareReport,
        about: context.say(Sentence::ShareReportAbout),
        action,
        choices: tag("div", "").child(embed).child(html! { <SavePage {context} /> }).html(),
    }
}
