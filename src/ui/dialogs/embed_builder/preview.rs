//! The report as it would be on the other page.

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::export::EmbedChoices;
use crate::locale::Sentence;
use crate::ui::dialogs::browser_services::BrowserServices;
use crate::ui::dialogs::context::DialogContext;
use crate::ui::dom;
use crate::ui::tag_builder::tag;
use crate::view::Theme;

/// Gives the report in the box the attributes that are chosen, and its place the width. Says whether it has put the
/// report there just now.
pub fn fit(place: &NodeRef, services: &dyn BrowserServices, embed: &EmbedChoices) -> bool {
    let Some(place) = place.cast::<HtmlElement>() else { return false };
    let width = embed.width.map_or_else(|| "100%".to_owned(), |width| format!("{width}px"));
    dom::set_property(&place, "--width", &width);
    // The page's own address and the data as they are: the preview is of this page and of this day.
    let source = embed.source.clone().map(|source| ("src", source));
    let own = embed.attributes().into_iter().filter(|(name, _)| !["sync", "prefix"].contains(name));
    services.show_preview(&place, &source.into_iter().chain(own).collect::<Vec<_>>())
}

/// A box with the report in it, which can be tried.
pub fn preview(context: &DialogContext, theme: Theme, place: &NodeRef) -> Html {
    let title = context.say(Sentence::EmbedPreview);
    // The page under it is as light or dark as the report, whatever the dialog is.
    let ground = tag("div", "preview-box").attribute("data-theme", theme.code());
    let page = tag("div", "preview-page").node_ref(place);
    tag("section", "preview")
        .child(tag("h3", "").text(&title))
        .child(tag("p", "hint").text(&context.say(Sentence::EmbedPreviewAbout)))
        .child(ground.attribute("tabindex", "0").attribute("role", "group").attribute("aria-label", title).child(page))
        .html()
}
