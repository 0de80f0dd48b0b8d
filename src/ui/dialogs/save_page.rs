//! Saving the report as a single file.

use std::rc::Rc;

use yew::prelude::*;

use super::buttons::plain_button;
use super::context::DialogContext;
use crate::export::{SavedPageParts, SavedRecords, saved_page};
use crate::locale::Sentence;
use crate::ui::tag_builder::tag;

/// The attributes of the element that the saved file keeps.
const KEPT_ATTRIBUTES: [&str; 4] = ["parts", "lock", "hide", "theme"];

/// Props of [`SavePage`].
#[derive(Clone, PartialEq, Properties)]
pub struct SavePageProps {
    /// The dialog.
    pub context: DialogContext,
}

/// Buttons that save the report with the whole data set or with the records of the view.
#[component]
pub fn SavePage(props: &SavePageProps) -> Html {
    let context = &props.context;
    let failed = use_state(|| false);
    let save = |records: SavedRecords| {
        let (context, failed) = (context.clone(), failed.clone());
        Callback::from(move |_: MouseEvent| {
            let (context, failed) = (context.clone(), failed.clone());
            let services = Rc::clone(&context.services);
            services.fetch_single_page(Callback::from(move |template: String| {
                failed.set(save_file(&context, records, &template).is_none());
            }));
        })
    };
    let status = failed.then(|| context.say(Sentence::SaveFailed)).unwrap_or_default();
    let actions = tag("div", "actions")
        .child(plain_button(context, Sentence::SaveAll, save(SavedRecords::All)))
        .child(plain_button(context, Sentence::SaveView, save(SavedRecords::View)))
        .child(tag("span", "").attribute("role", "status").text(&status));
    tag("div", "share-save")
        .child(tag("h4", "").text(&context.say(Sentence::SaveTitle)))
        .child(tag("p", "").text(&context.say(Sentence::SaveAbout)))
        .child(actions)
        .html()
}

fn save_file(context: &DialogContext, records: SavedRecords, template: &str) -> Option<()> {
    let attributes: Vec<(&'static str, String)> =
        KEPT_ATTRIBUTES.iter().filter_map(|name| Some((*name, context.services.attribute(name)?))).collect();
    let data = context.services.data_text();
    let file =
        SavedPageParts { template, data: &data, extent: records, cited: &context.cited, attributes: &attributes };
    let text = saved_page(&context.view_context(), &file)?;
    context.services.save_text(
        &format!("outreach-report-{}.html", context.cited.accessed),
        "text/html;charset=utf-8",
        &text,
    );
    Some(())
}
