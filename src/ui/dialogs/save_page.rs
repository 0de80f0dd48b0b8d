//! Saving the report as a single file.

use std::rc::Rc;

use yew::prelude::*;

use super::buttons::plain_button;
use super::context::DialogContext;
use super::save_button::saved_status;
use crate::export::{SavedPageParts, SavedRecords, saved_page};
use crate::locale::Sentence;
use crate::ui::tag_builder::tag;

/// The page that the file is made from.
const TEMPLATE: &str = "report.html";

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
    let status = use_state(String::new);
    let section = tag("div", "share-save").child(tag("h4", "").text(&context.say(Sentence::SaveTitle)));
    if context.services.is_missing(TEMPLATE) {
        return section.child(tag("p", "").text(&context.say(Sentence::SaveNot))).html();
    }
    let save = |records: SavedRecords| {
        let (context, status) = (context.clone(), status.clone());
        Callback::from(move |_: MouseEvent| {
            let (context, status) = (context.clone(), status.clone());
            let services = Rc::clone(&context.services);
            services.fetch_single_page(Callback::from(move |template: String| {
                status.set(match save_file(&context, records, &template) {
                    Some(name) => saved_status(&context, &name),
                    None => context.say(Sentence::SaveFailed),
                });
            }));
        })
    };
    let actions = tag("div", "actions")
        .child(plain_button(context, Sentence::SaveAll, save(SavedRecords::All)))
        .child(plain_button(context, Sentence::SaveView, save(SavedRecords::View)))
        .child(tag("span", "").attribute("role", "status").text(&status));
    section.child(tag("p", "").text(&context.say(Sentence::SaveAbout))).child(actions).html()
}

/// Saves the file. Returns its name; `None` without the page that it is made from.
fn save_file(context: &DialogContext, records: SavedRecords, template: &str) -> Option<String> {
    let attributes: Vec<(&'static str, String)> =
        KEPT_ATTRIBUTES.iter().filter_map(|name| Some((*name, context.services.attribute(name)?))).collect();
    let data = context.services.data_text();
    let file =
        SavedPageParts { template, data: &data, extent: records, cited: &context.cited, attributes: &attributes };
    let text = saved_page(&context.view_context(), &file)?;
    let name = format!("outreach-report-{}.html", context.cited.accessed);
    Some(context.services.save_text(&name, "text/html;charset=utf-8", &text))
}
