//! What a reader can share or download: the link, a citation, the data; and the button that opens the embed builder.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::html::onfocus;
use yew::prelude::*;

use super::buttons::{CopyButton, plain_button};
use super::context::{DialogContext, DialogData};
use super::save_page::SavePage;
use crate::export::{Citation, citation, csv, selection_json};
use crate::locale::Sentence;
use crate::ui::tag_builder::{button, isolated, tag};
use crate::view;

/// Props of [`Share`].
#[derive(Clone, PartialEq, Properties)]
pub struct ShareProps {
    /// The dialog.
    pub context: DialogContext,
    /// Called when the reader asks for the embed builder.
    #[prop_or_default]
    pub on_embed: Callback<()>,
}

/// A form of the citation: its name, its text, the name and media type of its file.
type CitationForm = (String, String, &'static str, &'static str);

/// The dialog that shares a view.
#[component]
pub fn Share(props: &ShareProps) -> Html {
    let context = &props.context;
    let on_click = props.on_embed.reform(|_: MouseEvent| ());
    let embed = tag("section", "share-embed")
        .child(tag("h3", "").text(&context.say(Sentence::EmbedButton)))
        .child(tag("p", "").text(&context.say(Sentence::EmbedAbout)))
        .child(button("plain").on_click(on_click).text(&context.say(Sentence::EmbedOpen)));
    tag("div", "")
        .child(tag("p", "filter").child(isolated(&view::filter_sentence(&context.view_context()))))
        .child(link_section(context))
        .child(html! { <Cite {context} /> })
        .child(data_section(context))
        .child(html! { <SavePage {context} /> })
        .child(embed)
        .html()
}

fn link_section(context: &DialogContext) -> Html {
    let DialogData { cited, services, .. } = &**context;
    let on_focus = Callback::from(|event: FocusEvent| {
        event.target_dyn_into::<HtmlInputElement>().into_iter().for_each(|field| field.select());
    });
    let on_share = {
        let (services, title, link) =
            (services.clone(), context.loaded.data.title.clone(), cited.share_address.clone());
        Callback::from(move |_: MouseEvent| services.share(title.as_deref().unwrap_or_default(), &link))
    };
    let share = services.can_share().then(|| plain_button(context, Sentence::ShareOnDevice, on_share));
    let title = context.say(Sentence::ShareLink);
    let field = tag("input", "")
        .attribute("type", "text")
        .bool_attribute("readonly", true)
        .value(&cited.share_address)
        .attribute("aria-label", title.clone())
        .listener(Rc::new(onfocus::Wrapper::new(on_focus)));
    let actions = tag("div", "actions")
        .child(html! { <CopyButton {context} label={Sentence::ShareCopyLink} text={cited.share_address.clone()} /> })
        .child(tag("span", "").children(share.into_iter().collect()));
    tag("section", "share-link").child(tag("h3", "").text(&title)).child(field).child(actions).html()
}

#[component]
fn Cite(props: &ShareProps) -> Html {
    let context = &props.context;
    let chosen = use_state(|| 0_usize);
    let Citation { text, bibtex, ris } = citation(&context.view_context(), &context.cited);
    let forms: [CitationForm; 3] = [
        (context.say(Sentence::ShareText), text, "citation.txt", "text/plain;charset=utf-8"),
        ("BibTeX".to_owned(), bibtex, "citation.bib", "application/x-bibtex;charset=utf-8"),
        ("RIS".to_owned(), ris, "citation.ris", "application/x-research-info-systems;charset=utf-8"),
    ];
    let buttons = forms.iter().enumerate().map(|(index, (name, ..))| {
        let chosen = chosen.clone();
        let pressed = *chosen == index;
        let choose = Callback::from(move |_: MouseEvent| chosen.set(index));
        button("").aria_bool("aria-pressed", pressed).on_click(choose).text(name).html()
    });
    let (_, text, file, media_type) = forms.get(*chosen).cloned().unwrap_or_default();
    let save = save_callback(context, file, media_type, &text);
    let choices =
        tag("div", "forms").attribute("role", "group").attribute("aria-label", context.say(Sentence::ShareForms));
    let actions = tag("div", "actions")
        .child(html! { <CopyButton {context} label={Sentence::ShareCopyCitation} text={text.clone()} /> })
        .child(plain_button(context, Sentence::ShareDownloadCitation, save));
    tag("section", "share-citation")
        .child(tag("h3", "").text(&context.say(Sentence::ShareCitation)))
        .child(choices.children(buttons.collect()))
        .child(tag("pre", "").attribute("tabindex", "0").child(isolated(&text)))
        .child(actions)
        .html()
}

fn data_section(context: &DialogContext) -> Html {
    let locale = &context.loaded.locale;
    let records = context.totals.rows.len() as u64;
    // The file is written only when the reader asks for it: ten thousand records take a moment.
    let save = |name: &'static str, media_type: &'static str, write: fn(&view::ViewContext) -> String| {
        let context = context.clone();
        Callback::from(move |_: MouseEvent| {
            context.services.save_text(name, media_type, &write(&context.view_context()))
        })
    };
    let actions = tag("div", "actions")
        .child(plain_button(context, Sentence::ShareCsv, save("outreach.csv", "text/csv;charset=utf-8", csv)))
        .child(plain_button(context, Sentence::ShareJson, save("outreach.json", "application/json", selection_json)));
    tag("section", "share-data")
        .child(tag("h3", "").text(&context.say(Sentence::ShareData)))
        .child(tag("p", "").text(&locale.count(Sentence::ShareDataAbout, records, &[])))
        .child(actions)
        .html()
}

fn save_callback(
    context: &DialogContext,
    name: &'static str,
    media_type: &'static str,
    text: &str,
) -> Callback<MouseEvent> {
    let (services, text) = (context.services.clone(), text.to_owned());
    Callback::from(move |_: MouseEvent| services.save_text(name, media_type, &text))
}
