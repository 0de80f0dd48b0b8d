//! The row of the link: copied, shown, or passed to the device's share sheet.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::html::onfocus;
use yew::prelude::*;

use super::row::ShareRow;
use crate::locale::Sentence;
use crate::ui::dialogs::browser_services::BrowserAction;
use crate::ui::dialogs::buttons::StatusButton;
use crate::ui::dialogs::context::{DialogContext, DialogData};
use crate::ui::dialogs::copy_text::copy_button;
use crate::ui::tag_builder::tag;

/// The class of the row.
pub const CLASS: &str = "share-link";

/// The row of the link. `on_failed` is called if the browser does not copy it.
pub fn link_row(context: &DialogContext, on_failed: Callback<()>) -> ShareRow {
    let DialogData { cited, services, .. } = &**context;
    let on_focus = Callback::from(|event: FocusEvent| {
        event.target_dyn_into::<HtmlInputElement>().into_iter().for_each(|field| field.select());
    });
    let share = services.can_share().then(|| share_button(context));
    let field = tag("input", "")
        .attribute("type", "text")
        .bool_attribute("readonly", true)
        .value(&cited.share_address)
        .attribute("aria-label", context.say(Sentence::ShareLink))
        .listener(Rc::new(onfocus::Wrapper::new(on_focus)));
    let text = cited.share_address.clone();
    let (title, about) = match cited.is_page_only {
        false => (Sentence::ShareLink, Sentence::ShareLinkAbout),
        true => (Sentence::ShareLinkPage, Sentence::ShareLinkPageAbout),
    };
    ShareRow {
        class: CLASS,
        title,
        about: context.say(about),
        action: copy_button(context, Sentence::ShareCopyLink, text, on_failed),
        choices: tag("div", "").child(field).child(tag("div", "").children(share.into_iter().collect())).html(),
    }
}

/// A button that opens the device's share sheet, and says if the browser does not allow it: the link to copy is above.
fn share_button(context: &DialogContext) -> Html {
    let sharing = context.clone();
    let action = Callback::from(move |say: Callback<String>| {
        let title = sharing.loaded.data.title.as_deref().unwrap_or_default();
        let failure = match sharing.services.obstacle_to(BrowserAction::Share) {
            None => Sentence::ShareFailed,
            Some(_) => Sentence::ShareNeedsFrame,
        };
        let failure = sharing.say(failure);
        let done = move |worked: bool| say.emit(if worked { String::new() } else { failure.clone() });
        sharing.services.share(title, &sharing.cited.share_address, Callback::from(done));
    });
    html! { <StatusButton {context} label={Sentence::ShareOnDevice} class="plain" {action} /> }
}
