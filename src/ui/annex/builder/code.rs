//! The code in its forms, to be copied.

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::html::onfocus;
use yew::prelude::*;

use super::NO_HOME;
use super::state::{Chosen, change};
use crate::export::{EmbedCode, HostedReport, embed_code};
use crate::locale::Sentence;
use crate::ui::annex::Shown;
use crate::ui::annex::take::Copy;
use crate::ui::el::{button, el};

/// A text to be pasted: what it is called, what it is for, the text.
type Piece = (Sentence, Sentence, String);

/// The code of what is chosen, in the form that is chosen.
pub fn code(shown: &Shown, chosen: &Chosen, place: &HostedReport) -> Html {
    let EmbedCode { element, frame, block, plain, pins_frame } = embed_code(&chosen.embed, place);
    let names = [shown.say(Sentence::EmbedElement), shown.say(Sentence::EmbedFrame), "WordPress".to_owned()];
    let buttons = names.iter().enumerate().map(|(at, name)| {
        let choose = change(chosen, move |state, _: MouseEvent| state.form = at);
        button("").says("aria-pressed", chosen.form == at).press(choose).text(name).html()
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
        (place.home == NO_HOME).then(|| shown.report.locale.fill(Sentence::EmbedNoHome, &[("home", NO_HOME)])),
        (chosen.form > 0 && !pins_frame).then(|| shown.say(Sentence::EmbedFrameLive)),
    ];
    let notes = notes.into_iter().flatten().map(|note| el("p", "hint").text(&note).html());
    let forms = el("div", "forms").at("role", "group").at("aria-label", shown.say(Sentence::EmbedForms));
    el("section", "embed-code")
        .kid(el("h3", "").text(&shown.say(Sentence::EmbedCode)))
        .kid(forms.kids(buttons.collect()))
        .kid(el("div", "").kids(notes.collect()))
        .kid(el("div", "pieces").kids(pieces.iter().map(|one| piece(shown, one)).collect()))
        .html()
}

fn piece(shown: &Shown, (name, about, text): &Piece) -> Html {
    let select = Callback::from(|event: FocusEvent| {
        if let Some(field) = event.target_dyn_into::<HtmlTextAreaElement>() {
            field.select();
        }
    });
    let field = el("textarea", "")
        .flag("readonly", true)
        .at("rows", "6")
        .at("spellcheck", "false")
        .at("dir", "ltr")
        .at("aria-label", shown.say(*name))
        .value(text)
        .hear(Rc::new(onfocus::Wrapper::new(select)));
    el("div", "piece")
        .key(&(*about as usize).to_string())
        .kid(el("p", "hint").text(&shown.say(*about)))
        .kid(field)
        .kid(html! { <Copy {shown} label={Sentence::EmbedCopy} text={text.clone()} /> })
        .html()
}
