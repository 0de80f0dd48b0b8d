//! The row of the link: copied, shown, or passed to the device's share sheet.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::html::onfocus;
use yew::prelude::*;

use super::row::ShareRow;
use crate::locale::Sentence;
use crate::ui::dialogs::browser_services::BrowserAction;
use crate::ui::dialogs::buttons::{CopyButton, plain_button};
use crate::ui::dialogs::context::{DialogContext, DialogData};
use crate::ui::tag_builder::tag;

/// The class of the row.
pub const CLASS: &str = "share-link";

/// The row of the link. `on_failed` is called if the browser does not copy it.
pub fn link_row(context: &DialogContext, on_failed: Callback<()>) -> ShareRow {
    let DialogData { cited, services, .. } = &**context;
    let on_focus = Callback::from(|event: FocusEvent| {
        event.target_dyn_into::<HtmlInputElement>().into_iter().for_each(|field| field.select());
    });
    let share = services.can_share().then(|| html! { <ShareButton {context} /> });
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
        action: html! { <CopyButton {context} label={Sentence::ShareCopyLink} {text} {on_failed} /> },
        choices: tag("div", "").child(field).child(tag("div", "").children(share.into_iter().collect())).html(),
    }
}

/// Props of [`ShareButton`].
#[derive(Clone, PartialEq, Properties)]
struct ShareButtonProps {
    context: DialogContext,
}

/// A button that opens the device's share sheet, and says if the browser does not allow it: the link to copy is above.
#[component]
fn ShareButton(props: &ShareButtonProps) -> Html {
    let context = &props.context;
    let failed = use_state(|| false);
    let on_click = {
        let (context, failed) = (context.clone(), failed.clone());
        Callback::from(move |_: MouseEvent| {
            let title = context.loaded.data.title.as_deref().unwrap_or_default();
            let failed = failed.clone();
            let done = Callback::from(move |worked: bool| failed.set(!worked));
            context.services.share(title, &context.cited.share_address, done);
        })
    };
    let failure = match context.services.obstacle_to(BrowserAction::Share) {
        None => Sentence::ShareFailed,
        Some(_) => Sentence::ShareNeedsFrame,
    };
    let status = failed.then(|| context.say(failure)).unwrap_or_default();
    tag("span", "copy")
        .child(plain_button(context, Sentence::ShareOnDevice, on_click))
        .child(tag("span", "").attribute("role", "status").text(&status))
        .html()
}
