//! Saving the report as one file.

use std::rc::Rc;

use yew::prelude::*;

use super::buttons::plain_button;
use super::context::DialogContext;
use crate::export::{SavedPage, SavedRecords, saved_page};
use crate::locale::Sentence;
use crate::ui::tag_builder::tag;

/// The attributes that frame the report, which its file keeps.
const FRAME: [&str; 4] = ["parts", "lock", "hide", "theme"];

/// Props of [`Save`].
#[derive(Clone, PartialEq, Properties)]
pub struct SaveProps {
    /// What is shown.
    pub context: DialogContext,
}

/// Saves the whole data set or the records of the view, with the page around them.
#[component]
pub fn Save(props: &SaveProps) -> Html {
    let context = &props.context;
    let failed = use_state(|| false);
    let save = |extent: SavedRecords| {
        let (context, failed) = (context.clone(), failed.clone());
        Callback::from(move |_: MouseEvent| {
            let (context, failed) = (context.clone(), failed.clone());
            let services = Rc::clone(&context.services);
            services.fetch_single_page(Callback::from(move |template: String| {
                failed.set(write(&context, extent, &template).is_none());
            }));
        })
    };
    let said = failed.then(|| context.say(Sentence::SaveFailed)).unwrap_or_default();
    let actions = tag("div", "actions")
        .child(plain_button(context, Sentence::SaveWhole, save(SavedRecords::Whole)))
        .child(plain_button(context, Sentence::SaveView, save(SavedRecords::View)))
        .child(tag("span", "").attribute("role", "status").text(&said));
    tag("section", "share-save")
        .child(tag("h3", "").text(&context.say(Sentence::SaveTitle)))
        .child(tag("p", "").text(&context.say(Sentence::SaveAbout)))
        .child(actions)
        .html()
}

fn write(context: &DialogContext, extent: SavedRecords, template: &str) -> Option<()> {
    let frame: Vec<(&'static str, String)> =
        FRAME.iter().filter_map(|name| Some((*name, context.services.attribute(name)?))).collect();
    let data = context.services.data_text();
    let file = SavedPage { template, data: &data, extent, page: &context.page, frame: &frame };
    let text = saved_page(&context.view_context(), &file)?;
    context.services.save_text(
        &format!("outreach-report-{}.html", context.page.accessed),
        "text/html;charset=utf-8",
        &text,
    );
    Some(())
}
