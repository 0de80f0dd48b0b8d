//! What a reader may take away: the link, a citation, the data, and the way to the code for another page.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{Answer, Shown};
use crate::export::{Citation, citation, csv, selection_json};
use crate::locale::Key;
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
type Form = (String, String, &'static str, &'static str);

/// Link, citation, data.
#[component]
pub fn Take(props: &TakeProps) -> Html {
    let shown = &props.shown;
    html! {
        <>
            <p class="filter"><bdi>{ view::filter_sentence(&shown.scene()) }</bdi></p>
            <Link {shown} />
            <Cite {shown} />
            { data(shown) }
            <section class="take-embed">
                <h3>{ shown.say(Key::EmbedButton) }</h3>
                <p>{ shown.say(Key::EmbedAbout) }</p>
                <button type="button" class="plain" onclick={props.embed.reform(|_: MouseEvent| ())}>
                    { shown.say(Key::EmbedOpen) }
                </button>
            </section>
        </>
    }
}

#[component]
fn Link(props: &TakeProps) -> Html {
    let shown = &props.shown;
    let Answer { page, host, .. } = &**shown;
    let select = Callback::from(|event: FocusEvent| {
        event.target_dyn_into::<HtmlInputElement>().into_iter().for_each(|field| field.select());
    });
    let share = {
        let (host, title, link) = (host.clone(), shown.report.data.title.clone(), page.shared.clone());
        Callback::from(move |_: MouseEvent| host.share(title.as_deref().unwrap_or_default(), &link))
    };
    html! {
        <section class="take-link">
            <h3>{ shown.say(Key::TakeLink) }</h3>
            <input type="text" readonly=true value={page.shared.clone()} aria-label={shown.say(Key::TakeLink)} onfocus={select} />
            <div class="actions">
                <Copy {shown} label={Key::TakeCopyLink} text={page.shared.clone()} />
                <span>
                    if host.can_share() {
                        <button type="button" class="plain" onclick={share}>{ shown.say(Key::TakeShare) }</button>
                    }
                </span>
            </div>
        </section>
    }
}

#[component]
fn Cite(props: &TakeProps) -> Html {
    let shown = &props.shown;
    let chosen = use_state(|| 0_usize);
    let Citation { text, bibtex, ris } = citation(&shown.scene(), &shown.page);
    let forms: [Form; 3] = [
        (shown.say(Key::TakeText), text, "citation.txt", "text/plain;charset=utf-8"),
        ("BibTeX".to_owned(), bibtex, "citation.bib", "application/x-bibtex;charset=utf-8"),
        ("RIS".to_owned(), ris, "citation.ris", "application/x-research-info-systems;charset=utf-8"),
    ];
    let buttons = forms.iter().enumerate().map(|(at, (name, ..))| {
        let chosen = chosen.clone();
        let pressed = (*chosen == at).to_string();
        let onclick = Callback::from(move |_: MouseEvent| chosen.set(at));
        html! { <button key={at} type="button" aria-pressed={pressed} {onclick}>{ name }</button> }
    });
    let (_, text, file, kind) = forms.get(*chosen).cloned().unwrap_or_default();
    let save = save(shown, file, kind, &text);
    html! {
        <section class="take-citation">
            <h3>{ shown.say(Key::TakeCitation) }</h3>
            <div class="forms" role="group" aria-label={shown.say(Key::TakeForms)}>{ for buttons }</div>
            <pre tabindex="0"><bdi>{ &text }</bdi></pre>
            <div class="actions">
                <Copy {shown} label={Key::TakeCopyCitation} {text} />
                <button type="button" class="plain" onclick={save}>{ shown.say(Key::TakeDownloadCitation) }</button>
            </div>
        </section>
    }
}

fn data(shown: &Shown) -> Html {
    let locale = &shown.report.locale;
    let records = shown.totals.records.len() as u64;
    // Written only when it is asked for: ten thousand records take a moment.
    let file = |name: &'static str, kind: &'static str, write: fn(&view::Scene) -> String| {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.host.save(name, kind, &write(&shown.scene())))
    };
    html! {
        <section class="take-data">
            <h3>{ shown.say(Key::TakeData) }</h3>
            <p>{ locale.count(Key::TakeDataAbout, records, &[]) }</p>
            <div class="actions">
                <button type="button" class="plain" onclick={file("outreach.csv", "text/csv;charset=utf-8", csv)}>
                    { shown.say(Key::TakeCsv) }
                </button>
                <button type="button" class="plain" onclick={file("outreach.json", "application/json", selection_json)}>
                    { shown.say(Key::TakeJson) }
                </button>
            </div>
        </section>
    }
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
    pub label: Key,
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
        .map(|(_, done)| shown.say(if *done { Key::TakeCopied } else { Key::TakeNotCopied }));
    html! {
        <span class="copy">
            <button type="button" class="primary" {onclick}>{ shown.say(*label) }</button>
            <span role="status">{ said }</span>
        </span>
    }
}
