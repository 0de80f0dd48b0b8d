//! The row of the citation, in three forms.

use yew::prelude::*;

use super::row::ShareRow;
use crate::export::{Citation, citation};
use crate::locale::Sentence;
use crate::ui::dialogs::context::DialogContext;
use crate::ui::dialogs::copy_text::copy_button;
use crate::ui::dialogs::save_button::{TextFile, save_button};
use crate::ui::tag_builder::{button, isolated, tag};

/// The class of the row.
pub const CLASS: &str = "share-citation";

/// A form of the citation: its name, its text, the name and media type of its file.
type CitationForm = (String, String, &'static str, &'static str);

/// The row of the citation. `chosen` is the index of the form that is shown, copied and downloaded; `on_failed` is called
/// if the browser does not copy it. `on_doubt` gets the content of a file that the browser may not have saved.
pub fn citation_row(
    context: &DialogContext,
    chosen: &UseStateHandle<usize>,
    on_failed: Callback<()>,
    on_doubt: Callback<String>,
) -> ShareRow {
    let Citation { text, bibtex, ris } = citation(&context.view_context(), &context.cited);
    let forms: [CitationForm; 3] = [
        (context.say(Sentence::ShareText), text, "citation.txt", "text/plain;charset=utf-8"),
        ("BibTeX".to_owned(), bibtex, "citation.bib", "application/x-bibtex;charset=utf-8"),
        ("RIS".to_owned(), ris, "citation.ris", "application/x-research-info-systems;charset=utf-8"),
    ];
    let buttons = forms.iter().enumerate().map(|(index, (name, ..))| {
        let (chosen, pressed) = (chosen.clone(), **chosen == index);
        let choose = Callback::from(move |_: MouseEvent| chosen.set(index));
        button("").aria_bool("aria-pressed", pressed).on_click(choose).text(name).html()
    });
    let choices =
        tag("div", "forms").attribute("role", "group").attribute("aria-label", context.say(Sentence::ShareForms));
    let choices = choices.children(buttons.collect());
    let (_, text, file, media_type) = forms.into_iter().nth(**chosen).unwrap_or_default();
    let file = TextFile { name: file.to_owned(), media_type, text: text.clone() };
    let save = save_button(context, Sentence::ShareDownloadCitation, "plain", move || file.clone(), on_doubt);
    let shown = tag("pre", "").attribute("tabindex", "0").child(isolated(&text));
    ShareRow {
        class: CLASS,
        title: Sentence::ShareCitation,
        about: context.say(Sentence::ShareCitationAbout),
        action: copy_button(context, Sentence::ShareCopyCitation, text, on_failed),
        choices: tag("div", "").child(choices).child(shown).child(save).html(),
    }
}
