//! The report as it would be on the other page.

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::export::Embed;
use crate::locale::Key;
use crate::ui::annex::Shown;
use crate::ui::dom;

/// Props of [`Preview`].
#[derive(Clone, PartialEq, Properties)]
pub struct PreviewProps {
    /// What is shown.
    pub shown: Shown,
    /// What is chosen.
    pub embed: Embed,
}

/// A box with the report in it, which can be tried.
#[component]
pub fn Preview(props: &PreviewProps) -> Html {
    let PreviewProps { shown, embed } = props;
    let place = use_node_ref();
    {
        let (place, host) = (place.clone(), shown.host.clone());
        use_effect_with(embed.clone(), move |embed| {
            if let Some(place) = place.cast::<HtmlElement>() {
                let width = embed.width.map_or_else(|| "100%".to_owned(), |width| format!("{width}px"));
                dom::set_property(&place, "--width", &width);
                // The page's own address and the data as they are: the preview is of this page and of this day.
                let source = embed.source.clone().map(|source| ("src", source));
                let own = embed.attributes().into_iter().filter(|(name, _)| !["sync", "prefix"].contains(name));
                host.preview(&place, &source.into_iter().chain(own).collect::<Vec<_>>());
            }
        });
    }
    html! {
        <section class="preview">
            <h3>{ shown.say(Key::EmbedPreview) }</h3>
            <p class="about">{ shown.say(Key::EmbedPreviewAbout) }</p>
            <div class="preview-box" tabindex="0" role="group" aria-label={shown.say(Key::EmbedPreview)}>
                <div class="preview-page" ref={place}></div>
            </div>
        </section>
    }
}
