//! The preview: the report as it would look on the other page, in a window of a desk or of a phone.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::state::{BuilderHandle, PreviewWindow, on_change};
use crate::export::EmbedChoices;
use crate::locale::Sentence;
use crate::ui::dialogs::browser_services::BrowserServices;
use crate::ui::dialogs::context::DialogContext;
use crate::ui::dom;
use crate::ui::tag_builder::{button, tag};

/// With less room, in pixels, the text of a desk's window would be too small to read.
const LEAST_ROOM_FOR_DESK: i32 = 480;

/// Sets the chosen attributes on the report in the preview, and the width of the page around it: the chosen width of a
/// frame, if the window is not narrower. A page that is wider than the box is made smaller. Returns whether the report is
/// new there.
pub fn update_preview(
    page: &NodeRef,
    services: &dyn BrowserServices,
    embed: &EmbedChoices,
    window: PreviewWindow,
) -> bool {
    let Some(page) = page.cast::<HtmlElement>() else { return false };
    let width = embed.width.map_or(window.width(), |width| width.min(window.width()));
    let zoom = (f64::from(room(&page)) / f64::from(width)).min(1.0);
    dom::set_property(&page, "--width", &format!("{width}px"));
    dom::set_property(&page, "--zoom", &format!("{zoom:.3}"));
    // The preview must not write this page's address, and it shows the current data set even if the code pins a
    // version.
    let source = services.attribute("src").map(|source| ("src", source));
    let attributes = embed.attributes().into_iter().filter(|(name, _)| !["sync", "prefix"].contains(name));
    services.show_preview(&page, &source.into_iter().chain(attributes).collect::<Vec<_>>())
}

/// Whether a desk's window can be read in the preview.
pub fn has_room_for_desk(page: &NodeRef) -> bool {
    page.cast::<HtmlElement>().is_some_and(|page| room(&page) >= LEAST_ROOM_FOR_DESK)
}

/// How wide the page may be, in pixels: as wide as the box around it.
fn room(page: &HtmlElement) -> i32 {
    page.parent_element().map_or(0, |parent| parent.client_width())
}

/// The preview, whose report the reader can try out.
pub fn preview_section(context: &DialogContext, builder: &BuilderHandle, page: &NodeRef) -> Html {
    let title = context.say(Sentence::EmbedPreview);
    let windows = [(PreviewWindow::Desk, Sentence::EmbedDesk), (PreviewWindow::Phone, Sentence::EmbedPhone)];
    let windows = windows.into_iter().map(|(window, name)| {
        let on_click = on_change(builder, move |state, _: MouseEvent| state.preview_window = window);
        let pressed = builder.preview_window == window;
        button("").aria_bool("aria-pressed", pressed).on_click(on_click).text(&context.say(name)).html()
    });
    let switch =
        tag("div", "forms").attribute("role", "group").attribute("aria-label", context.say(Sentence::EmbedWindow));
    let head = tag("div", "builder-head").child(tag("h3", "").text(&title)).child(switch.children(windows.collect()));
    // The page around the report is as light or dark as the report, whatever the dialog is.
    let preview_box = tag("div", "preview-box").attribute("data-theme", builder.embed.colour_scheme.code());
    let preview_page = tag("div", "preview-page").node_ref(page);
    tag("section", "preview")
        .child(head)
        .child(tag("p", "hint").text(&context.say(Sentence::EmbedPreviewAbout)))
        .child(
            preview_box
                .attribute("tabindex", "0")
                .attribute("role", "group")
                .attribute("aria-label", title)
                .child(tag("div", "preview-room").child(preview_page)),
        )
        .html()
}
