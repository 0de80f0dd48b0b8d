//! The preview: the report as it would look on the other page.

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::export::EmbedChoices;
use crate::locale::Sentence;
use crate::ui::dialogs::browser_services::BrowserServices;
use crate::ui::dialogs::context::DialogContext;
use crate::ui::dom;
use crate::ui::tag_builder::tag;
use crate::view::ColourScheme;

/// Sets the chosen attributes on the report in the preview, and the chosen width on the page around it. Returns whether
/// the report is new there.
pub fn update_preview(page: &NodeRef, services: &dyn BrowserServices, embed: &EmbedChoices) -> bool {
    let Some(page) = page.cast::<HtmlElement>() else { return false };
    let width = embed.width.map_or_else(|| "100%".to_owned(), |width| format!("{width}px"));
    dom::set_property(&page, "--width", &width);
    // The preview must not write this page's address, and it shows the current data set even if the code pins a
    // version.
    let source = embed.data_address.clone().map(|source| ("src", source));
    let attributes = embed.attributes().into_iter().filter(|(name, _)| !["sync", "prefix"].contains(name));
    services.show_preview(&page, &source.into_iter().chain(attributes).collect::<Vec<_>>())
}

/// The preview, whose report the reader can try out.
pub fn preview_section(context: &DialogContext, scheme: ColourScheme, page: &NodeRef) -> Html {
    let title = context.say(Sentence::EmbedPreview);
    // The page around the report is as light or dark as the report, whatever the dialog is.
    let preview_box = tag("div", "preview-box").attribute("data-theme", scheme.code());
    let preview_page = tag("div", "preview-page").node_ref(page);
    tag("section", "preview")
        .child(tag("h3", "").text(&title))
        .child(tag("p", "hint").text(&context.say(Sentence::EmbedPreviewAbout)))
        .child(
            preview_box
                .attribute("tabindex", "0")
                .attribute("role", "group")
                .attribute("aria-label", title)
                .child(preview_page),
        )
        .html()
}
