//! The report as it would be on the other page.

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::export::EmbedChoices;
use crate::locale::Sentence;
use crate::ui::annex::{Host, Shown};
use crate::ui::dom;
use crate::ui::el::el;
use crate::view::Theme;

/// Gives the report in the box the attributes that are chosen, and its place the width. Says whether it has put the
/// report there just now.
pub fn fit(place: &NodeRef, host: &dyn Host, embed: &EmbedChoices) -> bool {
    let Some(place) = place.cast::<HtmlElement>() else { return false };
    let width = embed.width.map_or_else(|| "100%".to_owned(), |width| format!("{width}px"));
    dom::set_property(&place, "--width", &width);
    // The page's own address and the data as they are: the preview is of this page and of this day.
    let source = embed.source.clone().map(|source| ("src", source));
    let own = embed.attributes().into_iter().filter(|(name, _)| !["sync", "prefix"].contains(name));
    host.preview(&place, &source.into_iter().chain(own).collect::<Vec<_>>())
}

/// A box with the report in it, which can be tried.
pub fn preview(shown: &Shown, theme: Theme, place: &NodeRef) -> Html {
    let title = shown.say(Sentence::EmbedPreview);
    // The page under it is as light or dark as the report, whatever the dialog is.
    let ground = el("div", "preview-box").at("data-theme", theme.code());
    let page = el("div", "preview-page").node(place);
    el("section", "preview")
        .kid(el("h3", "").text(&title))
        .kid(el("p", "hint").text(&shown.say(Sentence::EmbedPreviewAbout)))
        .kid(ground.at("tabindex", "0").at("role", "group").at("aria-label", title).kid(page))
        .html()
}
