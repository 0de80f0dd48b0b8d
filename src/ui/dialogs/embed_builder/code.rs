//! The code in its forms, with buttons that copy it.

use yew::prelude::*;

use super::state::{BuilderHandle, on_change};
use crate::export::{ELEMENT_SCRIPT, EmbedCode, FRAME_PAGE, HostedReport, embed_code};
use crate::locale::Sentence;
use crate::ui::dialogs::context::DialogContext;
use crate::ui::dialogs::copy_text::{copy_button, copy_field};
use crate::ui::dialogs::embed_start::PLACEHOLDER_FOLDER;
use crate::ui::tag_builder::{button, tag};

/// A text for pasting: its name, what it is for, the text.
type CodePiece = (Sentence, Sentence, String);

/// The code of the reader's choices, in the form that is chosen.
pub fn code_section(context: &DialogContext, builder: &BuilderHandle, host: &HostedReport) -> Html {
    let EmbedCode { element, frame, element_block, frame_block, pins_frame } = embed_code(&builder.embed, host);
    let names = [context.say(Sentence::EmbedElement), context.say(Sentence::EmbedFrame), "WordPress".to_owned()];
    let (has_element, has_frame) = (host.has(ELEMENT_SCRIPT), host.has(FRAME_PAGE));
    let is_offered = [has_element, has_frame, has_element || has_frame];
    let offered = names.iter().enumerate().filter(|(index, _)| is_offered.get(*index) == Some(&true));
    let buttons = offered.map(|(index, name)| {
        let on_click = on_change(builder, move |state, _: MouseEvent| state.form = index);
        button("").aria_bool("aria-pressed", builder.form == index).on_click(on_click).text(name).html()
    });
    let pieces: Vec<(bool, CodePiece)> = match builder.form {
        0 => vec![(has_element, (Sentence::EmbedElement, Sentence::EmbedElementAbout, element))],
        1 => vec![(has_frame, (Sentence::EmbedFrame, Sentence::EmbedFrameAbout, frame))],
        _ => vec![
            (has_element, (Sentence::EmbedBlock, Sentence::EmbedBlockAbout, element_block)),
            (has_frame, (Sentence::EmbedPlain, Sentence::EmbedPlainAbout, frame_block)),
        ],
    };
    let pieces = pieces.iter().filter(|(offered, _)| *offered).map(|(_, piece)| code_field(context, piece));
    let notes = [
        (host.base_address == PLACEHOLDER_FOLDER)
            .then(|| context.loaded.locale.fill(Sentence::EmbedNoHome, &[("home", PLACEHOLDER_FOLDER)])),
        (builder.form > 0 && !pins_frame).then(|| context.say(Sentence::EmbedFrameLive)),
        (!has_frame).then(|| context.say(Sentence::EmbedNoFrame)),
        (!has_element).then(|| context.say(Sentence::EmbedNoElement)),
    ];
    let notes = notes.into_iter().flatten().map(|note| tag("p", "hint").text(&note).html());
    let forms =
        tag("div", "forms").attribute("role", "group").attribute("aria-label", context.say(Sentence::EmbedForms));
    let head = tag("div", "builder-head")
        .child(tag("h3", "").text(&context.say(Sentence::EmbedCode)))
        .child(forms.children(buttons.collect()));
    tag("section", "embed-code")
        .child(head)
        .child(tag("div", "").children(notes.collect()))
        .child(tag("div", "pieces").children(pieces.collect()))
        .html()
}

fn code_field(context: &DialogContext, (name, about, text): &CodePiece) -> Html {
    tag("div", "piece")
        .key(&(*about as usize).to_string())
        .child(tag("p", "hint").text(&context.say(*about)))
        .child(copy_field(&context.say(*name), text, "6").attribute("dir", "ltr"))
        .child(copy_button(context, Sentence::EmbedCopy, text.clone(), Callback::noop()))
        .html()
}
