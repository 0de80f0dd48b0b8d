//! What a reader may take away: the link, a citation, the data, and the way to the code for another page.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::html::onfocus;
use yew::prelude::*;

use super::save::Save;
use super::{Answer, Shown};
use crate::export::{Citation, citation, csv, selection_json};
use crate::locale::Sentence;
use crate::ui::el::{button, el, isolated};
use crate::view;

/// Props of [`Take`].
#[derive(Clone, PartialEq, Properties)]
pub struct TakeProps {
    /// What is shown.
    pub shown: Shown,
    /// The reader wants the code that puts the report on another page.
    #[prop_or_default]
    pub embed: Callback<()>,
}

/// A form of the citation: its name, its text, the name and kind of its file.
type MarkStyle = (String, String, &'static str, &'static str);

/// Link, citation, data.
#[component]
pub fn Take(props: &TakeProps) -> Html {
    let shown = &props.shown;
    let open = props.embed.reform(|_: MouseEvent| ());
    let embed = el("section", "take-embed")
        .kid(el("h3", "").text(&shown.say(Sentence::EmbedButton)))
        .kid(el("p", "").text(&shown.say(Sentence::EmbedAbout)))
        .kid(button("plain").press(open).text(&shown.say(Sentence::EmbedOpen)));
    el("div", "")
        .kid(el("p", "filter").kid(isolated(&view::filter_sentence(&shown.view_context()))))
        .kid(link(shown))
        .kid(html! { <Cite {shown} /> })
        .kid(data(shown))
        .kid(html! { <Save {shown} /> })
        .kid(embed)
        .html()
}

fn link(shown: &Shown) -> Html {
    let Answer { page, host, .. } = &**shown;
    let select = Callback::from(|event: FocusEvent| {
        event.target_dyn_into::<HtmlInputElement>().into_iter().for_each(|field| field.select());
    });
    let share = {
        let (host, title, link) = (host.clone(), shown.report.data.title.clone(), page.shared.clone());
        Callback::from(move |_: MouseEvent| host.share(title.as_deref().unwrap_or_default(), &link))
    };
    let share = host.can_share().then(|| plain(shown, Sentence::TakeShare, share));
    let title = shown.say(Sentence::TakeLink);
    let field = el("input", "")
        .at("type", "text")
        .flag("readonly", true)
        .value(&page.shared)
        .at("aria-label", title.clone())
        .hear(Rc::new(onfocus::Wrapper::new(select)));
    let actions = el("div", "actions")
        .kid(html! { <Copy {shown} label={Sentence::TakeCopyLink} text={page.shared.clone()} /> })
        .kid(el("span", "").kids(share.into_iter().collect()));
    el("section", "take-link").kid(el("h3", "").text(&title)).kid(field).kid(actions).html()
}

/// A button for something beside what matters most.
pub fn plain(shown: &Shown, name: Sentence, pressed: Callback<MouseEvent>) -> Html {
    button("plain").press(pressed).text(&shown.say(name)).html()
}

#[component]
fn Cite(props: &TakeProps) -> Html {
    let shown = &props.shown;
    let chosen = use_state(|| 0_usize);
    let Citation { text, bibtex, ris } = citation(&shown.view_context(), &shown.page);
    let forms: [MarkStyle; 3] = [
        (shown.say(Sentence::TakeText), text, "citation.txt", "text/plain;charset=utf-8"),
        ("BibTeX".to_owned(), bibtex, "citation.bib", "application/x-bibtex;charset=utf-8"),
        ("RIS".to_owned(), ris, "citation.ris", "application/x-research-info-systems;charset=utf-8"),
    ];
    let buttons = forms.iter().enumerate().map(|(at, (name, ..))| {
        let chosen = chosen.clone();
        let pressed = *chosen == at;
        let choose = Callback::from(move |_: MouseEvent| chosen.set(at));
        button("").says("aria-pressed", pressed).press(choose).text(name).html()
    });
    let (_, text, file, kind) = forms.get(*chosen).cloned().unwrap_or_default();
    let save = save(shown, file, kind, &text);
    let choices = el("div", "forms").at("role", "group").at("aria-label", shown.say(Sentence::TakeForms));
    let actions = el("div", "actions")
        .kid(html! { <Copy {shown} label={Sentence::TakeCopyCitation} text={text.clone()} /> })
        .kid(plain(shown, Sentence::TakeDownloadCitation, save));
    el("section", "take-citation")
        .kid(el("h3", "").text(&shown.say(Sentence::TakeCitation)))
        .kid(choices.kids(buttons.collect()))
        .kid(el("pre", "").at("tabindex", "0").kid(isolated(&text)))
        .kid(actions)
        .html()
}

fn data(shown: &Shown) -> Html {
    let locale = &shown.report.locale;
    let records = shown.totals.records.len() as u64;
    // Written only when it is asked for: ten thousand records take a moment.
    let file = |name: &'static str, kind: &'static str, write: fn(&view::ViewContext) -> String| {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.host.save(name, kind, &write(&shown.view_context())))
    };
    let actions = el("div", "actions")
        .kid(plain(shown, Sentence::TakeCsv, file("outreach.csv", "text/csv;charset=utf-8", csv)))
        .kid(plain(shown, Sentence::TakeJson, file("outreach.json", "application/json", selection_json)));
    el("section", "take-data")
        .kid(el("h3", "").text(&shown.say(Sentence::TakeData)))
        .kid(el("p", "").text(&locale.count(Sentence::TakeDataAbout, records, &[])))
        .kid(actions)
        .html()
}

fn save(shown: &Shown, name: &'static str, kind: &'static str, text: &str) -> Callback<MouseEvent> {
    let (host, text) = (shown.host.clone(), text.to_owned());
    Callback::from(move |_: MouseEvent| host.save(name, kind, &text))
}

/// Props of [`Copy`].
#[derive(Clone, PartialEq, Properties)]
pub struct CopyProps {
    /// What is shown.
    pub shown: Shown,
    /// What the button is called.
    pub label: Sentence,
    /// What it copies.
    pub text: String,
}

/// A button that copies a text, and says whether that worked.
#[component]
pub fn Copy(props: &CopyProps) -> Html {
    let CopyProps { shown, label, text } = props;
    let copied = use_state(|| None::<(String, bool)>);
    let onclick = {
        let (host, text, copied) = (shown.host.clone(), text.clone(), copied.clone());
        Callback::from(move |_: MouseEvent| {
            let (copied, of) = (copied.clone(), text.clone());
            host.copy(&text, Callback::from(move |done| copied.set(Some((of.clone(), done)))));
        })
    };
    // What was said of another text is no longer true.
    let said = copied
        .as_ref()
        .filter(|(of, _)| of == text)
        .map(|(_, done)| shown.say(if *done { Sentence::TakeCopied } else { Sentence::TakeNotCopied }));
    el("span", "copy")
        .kid(button("primary").press(onclick).text(&shown.say(*label)))
        .kid(el("span", "").at("role", "status").text(&said.unwrap_or_default()))
        .html()
}
