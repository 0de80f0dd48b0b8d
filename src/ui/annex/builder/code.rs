//! The code in its forms, to be copied.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::NO_HOME;
use crate::export::{Embed, Place, Snippets, snippets};
use crate::locale::Key;
use crate::ui::annex::Shown;
use crate::ui::annex::take::Copy;

/// Props of [`Code`].
#[derive(Clone, PartialEq, Properties)]
pub struct CodeProps {
    /// What is shown.
    pub shown: Shown,
    /// What is chosen.
    pub embed: Embed,
    /// Where the report's files are.
    pub place: Place,
    /// Whether that is known.
    pub knows_home: bool,
}

/// Where the report's files are.

/// A text to be pasted: what it is called, what it is for, the text.
type Piece = (Key, Key, String);

/// The code.
#[component]
pub fn Code(props: &CodeProps) -> Html {
    let CodeProps { shown, embed, place, knows_home } = props;
    let chosen = use_state(|| 0_usize);
    let Snippets { element, frame, block, plain, pins_frame } = snippets(embed, place);
    let forms: [(String, Vec<Piece>); 3] = [
        (shown.say(Key::EmbedElement), vec![(Key::EmbedElement, Key::EmbedElementAbout, element)]),
        (shown.say(Key::EmbedFrame), vec![(Key::EmbedFrame, Key::EmbedFrameAbout, frame)]),
        (
            "WordPress".to_owned(),
            vec![(Key::EmbedBlock, Key::EmbedBlockAbout, block), (Key::EmbedPlain, Key::EmbedPlainAbout, plain)],
        ),
    ];
    let buttons = forms.iter().enumerate().map(|(at, (name, _))| {
        let chosen = chosen.clone();
        let pressed = (*chosen == at).to_string();
        let onclick = Callback::from(move |_: MouseEvent| chosen.set(at));
        html! { <button key={at} type="button" aria-pressed={pressed} {onclick}>{ name }</button> }
    });
    let pieces = forms.get(*chosen).map(|(_, pieces)| pieces.as_slice()).unwrap_or_default();
    let pieces = pieces.iter().map(|(name, about, text)| piece(shown, *name, *about, text));
    let no_home = (!knows_home).then(|| shown.report.locale.fill(Key::EmbedNoHome, &[("home", NO_HOME)]));
    let live = (*chosen > 0 && !pins_frame).then(|| shown.say(Key::EmbedFrameLive));
    html! {
        <section class="embed-code">
            <h3>{ shown.say(Key::EmbedCode) }</h3>
            <div class="forms" role="group" aria-label={shown.say(Key::EmbedForms)}>{ for buttons }</div>
            <p class="about">{ no_home }</p>
            <p class="about">{ live }</p>
            <div class="pieces">{ for pieces }</div>
        </section>
    }
}

fn piece(shown: &Shown, name: Key, about: Key, text: &str) -> Html {
    let select = Callback::from(|event: FocusEvent| {
        event.target_dyn_into::<HtmlTextAreaElement>().into_iter().for_each(|field| field.select());
    });
    html! {
        <div class="piece" key={name.name()}>
            <p class="about">{ shown.say(about) }</p>
            <textarea readonly=true rows="6" spellcheck="false" dir="ltr" aria-label={shown.say(name)}
                value={text.to_owned()} onfocus={select} />
            <Copy {shown} label={Key::EmbedCopy} text={text.to_owned()} />
        </div>
    }
}
