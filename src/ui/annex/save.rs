//! Saving the report as one file.

use std::rc::Rc;

use yew::prelude::*;

use super::Shown;
use super::take::plain;
use crate::export::{SavedPage, SavedRecords, saved_page};
use crate::locale::Sentence;
use crate::ui::el::el;

/// The attributes that frame the report, which its file keeps.
const FRAME: [&str; 4] = ["parts", "lock", "hide", "theme"];

/// Props of [`Save`].
#[derive(Clone, PartialEq, Properties)]
pub struct SaveProps {
    /// What is shown.
    pub shown: Shown,
}

/// Saves the whole data set or the records of the view, with the page around them.
#[component]
pub fn Save(props: &SaveProps) -> Html {
    let shown = &props.shown;
    let failed = use_state(|| false);
    let save = |extent: SavedRecords| {
        let (shown, failed) = (shown.clone(), failed.clone());
        Callback::from(move |_: MouseEvent| {
            let (shown, failed) = (shown.clone(), failed.clone());
            let host = Rc::clone(&shown.host);
            host.template(Callback::from(move |template: String| {
                failed.set(write(&shown, extent, &template).is_none());
            }));
        })
    };
    let said = failed.then(|| shown.say(Sentence::SaveFailed)).unwrap_or_default();
    let actions = el("div", "actions")
        .kid(plain(shown, Sentence::SaveWhole, save(SavedRecords::Whole)))
        .kid(plain(shown, Sentence::SaveView, save(SavedRecords::View)))
        .kid(el("span", "").at("role", "status").text(&said));
    el("section", "take-save")
        .kid(el("h3", "").text(&shown.say(Sentence::SaveTitle)))
        .kid(el("p", "").text(&shown.say(Sentence::SaveAbout)))
        .kid(actions)
        .html()
}

fn write(shown: &Shown, extent: SavedRecords, template: &str) -> Option<()> {
    let frame: Vec<(&'static str, String)> =
        FRAME.iter().filter_map(|name| Some((*name, shown.host.attribute(name)?))).collect();
    let data = shown.host.data();
    let file = SavedPage { template, data: &data, extent, page: &shown.page, frame: &frame };
    let text = saved_page(&shown.view_context(), &file)?;
    shown.host.save(&format!("outreach-report-{}.html", shown.page.accessed), "text/html;charset=utf-8", &text);
    Some(())
}
