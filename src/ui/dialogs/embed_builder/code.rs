//! The code in its forms, to be copied.

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::html::onfocus;
use yew::prelude::*;

use super::state::{Chosen, change};
use crate::export::{EmbedCode, HostedReport, embed_code};
use crate::locale::Sentence;
use crate::ui::dialogs::buttons::CopyButton;
use crate::ui::dialogs::context::DialogContext;
use crate::ui::tag_builder::{button, tag};

/// Stands in the code for the address of a folder that the page does not know.
pub const UNKNOWN_FOLDER: &str = "https://your-host/";

/// A text to be pasted: what it is called, what it is for, the text.
type Piece = (Sentence, Sentence, String);

/// The code of what is chosen, in the form that is chosen.
pub fn code(context: &DialogContext, chosen: &Chosen, place: &HostedReport) -> Html {
    let EmbedCode { element, frame, block, plain, pins_frame } = embed_code(&chosen.embed, place);
    let names = [context.say(Sentence::EmbedElement), context.say(Sentence::EmbedFrame), "WordPress".to_owned()];
    let buttons = names.iter().enumerate().map(|(at, name)| {
        let choose = change(chosen, move |state, _: MouseEvent| state.form = at);
        button("").aria_bool("aria-pressed", chosen.form == at).on_click(choose).text(name).html()
    });
    let pieces: Vec<Piece> = match chosen.form {
        0 => vec![(Sentence::EmbedElement, Sentence::EmbedElementAbout, element)],
        1 => vec![(Sentence::EmbedFrame, Sentence::EmbedFrameAbout, frame)],
        _ => vec![
            (Sentence::EmbedBlock, Sentence::EmbedBlockAbout, block),
            (Sentence::EmbedPlain, Sentence::EmbedPlainAbout, plain),
        ],
    };
    let notes = [
        (place.home == UNKNOWN_FOLDER)
            .then(|| context.report.locale.fill(Sentence::EmbedNoHome, &[("home", UNKNOWN_FOLDER)])),
        (chosen.form > 0 && !pins_frame).then(|| context.say(Sentence::EmbedFrameLive)),
    ];
    let notes = notes.into_iter().flatten().map(|note| tag("p", "hint").text(&note).html());
    let forms =
        tag("div", "forms").attribute("role", "group").attribute("aria-label", context.say(Sentence::EmbedForms));
    tag("section", "embed-code")
        .child(tag("h3", "").text(&context.say(Sentence::EmbedCode)))
        .child(forms.children(buttons.collect()))
        .child(tag("div", "").children(notes.collect()))
        .child(tag("div", "pieces").children(pieces.iter().map(|one| piece(context, one)).collect()))
        .html()
}

fn piece(context: &DialogContext, (name, about, text): &Piece) -> Html {
    let select = Callback::from(|event: FocusEvent| {
        if let Some(field) = event.target_dyn_into::<HtmlTextAreaElement>() {
            field.select();
        }
    });
    let field = tag("textarea", "")
        .bool_attribute("readonly", true)
        .attribute("rows", "6")
        .attribute("spellcheck", "false")
        .attribute("dir", "ltr")
        .attribute("aria-label", context.say(*name))
        .value(text)
        .listener(Rc::new(onfocus::Wrapper::new(select)));
    tag("div", "piece")
        .key(&(*about as usize).to_string())
        .child(tag("p", "hint").text(&context.say(*about)))
        .child(field)
        .child(html! { <CopyButton {context} label={Sentence::EmbedCopy} text={text.clone()} /> })
        .html()
}
