//! What changed in a view since a link was made: how its numbers were and are, and record by record.

use yew::prelude::*;

use super::context::{DialogContext, EarlierView};
use super::record_list::RecordList;
use crate::ui::tag_builder::{isolated, tag};
use crate::view;

/// The filter of the view, its numbers then and now, and the records that changed. `closed`: the dialog is to go, because
/// the reader goes on to a record.
pub fn changed(context: &DialogContext, earlier: &EarlierView, closed: &Callback<()>) -> Html {
    let view_context = context.view_context();
    let sentences = earlier.recall.sentences.iter().map(|line| tag("p", "").child(isolated(line)).html());
    let opened = {
        let (services, closed) = (context.services.clone(), closed.clone());
        Callback::from(move |link: String| {
            closed.emit(());
            services.show_view(&link);
        })
    };
    let [corrected, added, removed] = earlier.recall.changes.groups(&view_context);
    let mut groups = tag("div", "groups");
    // Each in an element of its own: Yew trips over lists that come and go beside one another.
    let lists = [
        (corrected, context, Some(earlier.before.clone()), Some(opened.clone())),
        (added, context, None, Some(opened)),
        // The table has them no more.
        (removed, &earlier.before, None, None),
    ];
    for (group, of, before, opened) in lists {
        if !group.records.is_empty() {
            groups =
                groups.child(tag("div", "").child(html! { <RecordList context={of} {group} {before} {opened} /> }));
        }
    }
    tag("div", "")
        .child(tag("p", "filter").child(isolated(&view::filter_sentence(&view_context))))
        .child(tag("div", "changed-sums").children(sentences.collect()))
        .child(groups)
        .html()
}
