//! What changed in a view since a link was made: its numbers then and now, and the records that changed.

use yew::prelude::*;

use super::context::{DialogContext, EarlierView};
use super::record_list::RecordList;
use crate::ui::tag_builder::{isolated, tag};
use crate::view;

/// The filter of the view, its numbers then and now, and the records that changed. `on_close` is called when the reader
/// goes on to a record, to close the dialog.
pub fn change_list(context: &DialogContext, earlier: &EarlierView, on_close: &Callback<()>) -> Html {
    let view_context = context.view_context();
    let sentences = earlier.notice.sentences.iter().map(|line| tag("p", "").child(isolated(line)).html());
    let on_open = {
        let (services, on_close) = (context.services.clone(), on_close.clone());
        Callback::from(move |link: String| {
            on_close.emit(());
            services.show_view(&link);
        })
    };
    let [corrected, added, removed] = earlier.notice.changes.sections(&view_context);
    let mut sections = tag("div", "groups");
    // Each list gets an element of its own: Yew mixes up adjacent lists that appear and disappear.
    let lists = [
        (corrected, context, Some(earlier.context.clone()), Some(on_open.clone())),
        (added, context, None, Some(on_open)),
        // The table no longer has these records, so they cannot be opened.
        (removed, &earlier.context, None, None),
    ];
    for (section, context, earlier, on_open) in lists {
        if !section.rows.is_empty() {
            sections =
                sections.child(tag("div", "").child(html! { <RecordList {context} {section} {earlier} {on_open} /> }));
        }
    }
    tag("div", "")
        .child(tag("p", "filter").child(isolated(&view::filter_sentence(&view_context))))
        .child(tag("div", "changed-sums").children(sentences.collect()))
        .child(sections)
        .html()
}
