//! What changed in a view since a link was made: how its numbers were and are, and record by record.

use yew::prelude::*;

use super::made_of::Records;
use super::{Past, Shown};
use crate::link::encode_for_record;
use crate::locale::Sentence;
use crate::ui::el::{button, el, isolated};
use crate::view;

/// The filter of the view, its numbers then and now, and the records that changed. `closed`: the dialog is to go, because
/// the reader goes on to a record.
pub fn changed(shown: &Shown, past: &Past, closed: &Callback<()>) -> Html {
    let view_context = shown.view_context();
    let sentences = past.recall.sentences.iter().map(|line| el("p", "").kid(isolated(line)).html());
    let opened = {
        let (host, closed) = (shown.host.clone(), closed.clone());
        Callback::from(move |link: String| {
            closed.emit(());
            host.open(&link);
        })
    };
    let [corrected, added, removed] = past.recall.changes.groups(&view_context);
    let mut groups = el("div", "groups");
    // Each in an element of its own: Yew trips over lists that come and go beside one another.
    let lists = [
        (corrected, shown, Some(past.before.clone()), Some(opened.clone())),
        (added, shown, None, Some(opened)),
        // The table has them no more.
        (removed, &past.before, None, None),
    ];
    for (group, of, before, opened) in lists {
        if !group.records.is_empty() {
            groups = groups.kid(el("div", "").kid(html! { <Records shown={of} {group} {before} {opened} /> }));
        }
    }
    el("div", "")
        .kid(el("p", "filter").kid(isolated(&view::filter_sentence(&view_context))))
        .kid(el("div", "changed-sums").kids(sentences.collect()))
        .kid(groups)
        .html()
}

/// A button that shows a record in the table, where the present view has it.
pub fn show_record(shown: &Shown, record: usize, opened: &Callback<String>) -> Option<Html> {
    let activity = shown.report.data.activities.get(record).filter(|_| shown.totals.records.contains(&record))?;
    let link = encode_for_record(&shown.selection, shown.report.locale.language(), &view::record_link_code(activity));
    let show = shown.say(Sentence::ChangeShow);
    let name = format!("{show}: {}", activity.title);
    Some(button("plain").at("aria-label", name).press(opened.reform(move |_| link.clone())).text(&show).html())
}
