//! The records of a section, each with its counts and its source, the first few at first.

use web_sys::Element;
use yew::prelude::*;

use super::context::DialogContext;
use crate::link::encode_for_record;
use crate::locale::Sentence;
use crate::ui::dom;
use crate::ui::external_link::external_link;
use crate::ui::tag_builder::{button, isolated, tag};
use crate::view::{self, RecordItem, RecordSection};

/// How many records of a section are shown at first: so many that the sections of a breakdown can be overseen.
const FIRST: usize = 10;
/// How many more records are shown for each press.
const BATCH: usize = 100;

/// Props of [`RecordList`].
#[derive(Clone, PartialEq, Properties)]
pub struct RecordListProps {
    /// The dialog.
    pub context: DialogContext,
    /// The section of records.
    pub section: RecordSection,
    /// The view over an earlier data set; each record then shows what was corrected in it.
    #[prop_or_default]
    pub earlier: Option<DialogContext>,
    /// Called with the link that opens a record in the table, when the reader asks for it; without it, records have no
    /// such button.
    #[prop_or_default]
    pub on_open: Option<Callback<String>>,
}

/// The records of a section.
#[component]
pub fn RecordList(props: &RecordListProps) -> Html {
    let shown = use_state(|| FIRST);
    let list = use_node_ref();
    {
        let list = list.clone();
        // The button that was pressed has moved down or is gone: the focus goes on where the new records begin.
        use_effect_with(*shown, move |shown| {
            let new = shown.checked_sub(BATCH).zip(list.cast::<Element>());
            let first = new.and_then(|(old, list)| dom::query(&list, &format!("li:nth-child({})", old + 1)));
            first.iter().for_each(dom::focus);
        });
    }
    let RecordListProps { context, section, earlier, on_open } = props;
    let locale = &context.loaded.locale;
    let items = match earlier {
        Some(earlier) => view::corrections(&earlier.view_context(), &context.view_context(), section, *shown),
        None => view::items(&context.view_context(), section, *shown),
    };
    let rest = section.rows.len().saturating_sub(*shown);
    let more = locale.fill(Sentence::MoreRecords, &[("n", &locale.number(rest.min(BATCH) as u64))]);
    let on_click = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(*shown + BATCH))
    };
    let more = (rest > 0).then(|| button("plain").on_click(on_click).text(&more).html());
    tag("section", "records")
        .child(tag("h3", "").text(&section.title))
        .child(
            tag("ol", "")
                .node_ref(&list)
                .children(items.iter().map(|item| record(context, item, on_open.as_ref())).collect()),
        )
        .child(tag("p", "").children(more.into_iter().collect()))
        .html()
}

fn record(context: &DialogContext, item: &RecordItem, on_open: Option<&Callback<String>>) -> Html {
    let show = on_open.and_then(|on_open| show_button(context, item.row, on_open));
    let lines = item.lines.iter().map(|line| tag("li", "").child(isolated(line)).html());
    let (name, link) = &item.source;
    tag("li", "")
        .key(&item.row.to_string())
        .attribute("tabindex", "-1")
        .child(tag("p", "when").text(&item.date))
        .child(tag("p", "what").child(isolated(&item.title)))
        .child(tag("ul", "counts").children(lines.collect()))
        .child(tag("p", "source").child(external_link(&context.loaded.locale, name, link.as_ref())))
        .children(show.into_iter().collect())
        .html()
}

/// A button that shows a record in the table; `None` if the present view does not contain the record.
fn show_button(context: &DialogContext, row: usize, on_open: &Callback<String>) -> Option<Html> {
    let activity = context.loaded.data.activities.get(row).filter(|_| context.totals.rows.contains(row))?;
    let link =
        encode_for_record(&context.selection, context.loaded.locale.language(), &view::record_link_code(activity));
    let show = context.say(Sentence::ChangeShow);
    let name = format!("{show}: {}", activity.title);
    Some(
        button("plain")
            .attribute("aria-label", name)
            .on_click(on_open.reform(move |_| link.clone()))
            .text(&show)
            .html(),
    )
}
