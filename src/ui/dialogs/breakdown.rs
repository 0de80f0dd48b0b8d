//! What a total is made of: how it was counted, and every record with its source.

use yew::prelude::*;
use yew::virtual_dom::VText;

use super::changes::show_record;
use super::context::DialogContext;
use crate::locale::Sentence;
use crate::query::Facet;
use crate::ui::external_link::external_link;
use crate::ui::tag_builder::{button, isolated, tag};
use crate::view::{self, RecordGroup, RecordItem, TotalKind};

/// So many records of a group are shown before more are asked for.
const FIRST: usize = 100;

/// Props of [`Breakdown`].
#[derive(Clone, PartialEq, Properties)]
pub struct MadeOfProps {
    /// What is shown.
    pub context: DialogContext,
    /// Which total.
    pub total: TotalKind,
}

/// What a total is made of.
#[component]
pub fn Breakdown(props: &MadeOfProps) -> Html {
    let MadeOfProps { context, total } = props;
    let view_context = context.view_context();
    let made_of = view::breakdown(&view_context, *total);
    let note = (*total == TotalKind::People).then(|| view::counting_note(&view_context));
    let how = note.map(|note| {
        let rules = note.rules.iter().map(|rule| tag("p", "").text(rule).html());
        let lists = [(Sentence::Counted, &note.counted), (Sentence::LeftOut, &note.left_out)];
        let lists = lists.into_iter().filter(|(_, lines)| !lines.is_empty()).map(|(title, lines)| {
            let lines = lines.iter().map(|line| tag("li", "").text(line).html());
            tag("div", "")
                .child(tag("h4", "").text(&context.say(title)))
                .child(tag("ul", "").children(lines.collect()))
                .html()
        });
        tag("section", "how")
            .child(tag("h3", "").text(&context.say(Sentence::HowCounted)))
            .child(tag("p", "").text(&note.intro))
            .child(tag("p", "total").text(&note.total))
            .child(
                tag("p", "parts")
                    .children(made_of.parts.iter().map(|parts| VText::new(parts.clone()).into()).collect()),
            )
            .child(tag("div", "how-lists").children(lists.collect()))
            .child(tag("div", "rules").children(rules.collect()))
            .html()
    });
    let goals = *total == TotalKind::Goals;
    let values = made_of.values.iter().map(|line| {
        let tile = line.value.number().filter(|_| goals).map(|number| {
            tag("span", "")
                .attribute("class", format!("goal goal-{number}"))
                .attribute("aria-hidden", "true")
                .text(&number.to_string())
                .html()
        });
        let name = if goals {
            context.report.locale.value(view_context.data, Facet::Goal, &line.value)
        } else {
            line.label.clone()
        };
        tag("li", "")
            .key(&line.value.key())
            .child(tag("span", "name").children(tile.into_iter().collect()).child(isolated(&name)))
            .child(tag("span", "numbers").text(&line.numbers))
            .html()
    });
    let groups = made_of.groups.iter().enumerate().map(|(at, group)| {
        html! { <Records key={at} {context} group={group.clone()} /> }
    });
    let filter = tag("p", "filter").child(isolated(&made_of.filter));
    // Each in an element of its own: Yew trips over lists that come and go beside one another.
    tag("div", "")
        .child(filter)
        .child(tag("div", "").children(how.into_iter().collect()))
        .child(tag("ul", "values").children(values.collect()))
        .child(tag("div", "groups").children(groups.collect()))
        .html()
}

/// Props of [`Records`].
#[derive(Clone, PartialEq, Properties)]
pub struct RecordsProps {
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
pub fn Records(props: &RecordsProps) -> Html {
    let first = use_state(|| FIRST);
    let RecordsProps { context, group, before, opened } = props;
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
