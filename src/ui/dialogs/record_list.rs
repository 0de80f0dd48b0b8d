//! The records of a group, each with its counts and its source.

use yew::prelude::*;

use super::context::DialogContext;
use crate::link::encode_for_record;
use crate::locale::Sentence;
use crate::ui::external_link::external_link;
use crate::ui::tag_builder::{button, isolated, tag};
use crate::view::{self, RecordGroup, RecordItem};

/// So many records of a group are shown before more are asked for.
const FIRST: usize = 100;

/// Props of [`RecordList`].
#[derive(Clone, PartialEq, Properties)]
pub struct RecordListProps {
    /// What is shown.
    pub context: DialogContext,
    /// The records.
    pub group: RecordGroup,
    /// The same view at another time: then it is said what each record said there.
    #[prop_or_default]
    pub before: Option<DialogContext>,
    /// The reader wants to see a record in the table: the link that opens it. None where that is no choice.
    #[prop_or_default]
    pub opened: Option<Callback<String>>,
}

/// The records of a group: the first hundred, and a hundred more for each press.
#[component]
pub fn RecordList(props: &RecordListProps) -> Html {
    let first = use_state(|| FIRST);
    let RecordListProps { context, group, before, opened } = props;
    let locale = &context.report.locale;
    let items = match before {
        Some(before) => view::corrections(&before.view_context(), &context.view_context(), group, *first),
        None => view::items(&context.view_context(), group, *first),
    };
    let rest = group.records.len().saturating_sub(*first);
    let more = locale.fill(Sentence::MoreRecords, &[("n", &locale.number(rest.min(FIRST) as u64))]);
    let onclick = {
        let first = first.clone();
        Callback::from(move |_: MouseEvent| first.set(*first + FIRST))
    };
    let more = (rest > 0).then(|| button("plain").on_click(onclick).text(&more).html());
    tag("section", "records")
        .child(tag("h3", "").text(&group.title))
        .child(tag("ol", "").children(items.iter().map(|item| record(context, item, opened.as_ref())).collect()))
        .child(tag("p", "").children(more.into_iter().collect()))
        .html()
}

fn record(context: &DialogContext, item: &RecordItem, opened: Option<&Callback<String>>) -> Html {
    let show = opened.and_then(|opened| show_record(context, item.record, opened));
    let lines = item.lines.iter().map(|line| tag("li", "").child(isolated(line)).html());
    let (name, link) = &item.source;
    tag("li", "")
        .key(&item.record.to_string())
        .child(tag("p", "when").text(&item.date))
        .child(tag("p", "what").child(isolated(&item.title)))
        .child(tag("ul", "counts").children(lines.collect()))
        .child(tag("p", "source").child(external_link(&context.report.locale, name, link.as_ref())))
        .children(show.into_iter().collect())
        .html()
}

/// A button that shows a record in the table, where the present view has it.
fn show_record(context: &DialogContext, record: usize, opened: &Callback<String>) -> Option<Html> {
    let activity = context.report.data.activities.get(record).filter(|_| context.totals.records.contains(&record))?;
    let link =
        encode_for_record(&context.selection, context.report.locale.language(), &view::record_link_code(activity));
    let show = context.say(Sentence::ChangeShow);
    let name = format!("{show}: {}", activity.title);
    Some(
        button("plain").attribute("aria-label", name).on_click(opened.reform(move |_| link.clone())).text(&show).html(),
    )
}
