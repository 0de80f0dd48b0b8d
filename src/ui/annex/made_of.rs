//! What a total is made of: how it was counted, and every record with its source.

use yew::prelude::*;
use yew::virtual_dom::VText;

use super::Shown;
use super::changed::show_record;
use super::external::external;
use crate::locale::Sentence;
use crate::query::Facet;
use crate::ui::el::{button, el, isolated};
use crate::view::{self, RecordGroup, RecordItem, TotalKind};

/// So many records of a group are shown before more are asked for.
const FIRST: usize = 100;

/// Props of [`Breakdown`].
#[derive(Clone, PartialEq, Properties)]
pub struct MadeOfProps {
    /// What is shown.
    pub shown: Shown,
    /// Which total.
    pub total: TotalKind,
}

/// What a total is made of.
#[component]
pub fn Breakdown(props: &MadeOfProps) -> Html {
    let MadeOfProps { shown, total } = props;
    let view_context = shown.view_context();
    let made_of = view::breakdown(&view_context, *total);
    let note = (*total == TotalKind::People).then(|| view::counting_note(&view_context));
    let how = note.map(|note| {
        let rules = note.rules.iter().map(|rule| el("p", "").text(rule).html());
        let lists = [(Sentence::Counted, &note.counted), (Sentence::LeftOut, &note.left_out)];
        let lists = lists.into_iter().filter(|(_, lines)| !lines.is_empty()).map(|(title, lines)| {
            let lines = lines.iter().map(|line| el("li", "").text(line).html());
            el("div", "").kid(el("h4", "").text(&shown.say(title))).kid(el("ul", "").kids(lines.collect())).html()
        });
        el("section", "how")
            .kid(el("h3", "").text(&shown.say(Sentence::HowCounted)))
            .kid(el("p", "").text(&note.intro))
            .kid(el("p", "total").text(&note.total))
            .kid(el("p", "parts").kids(made_of.parts.iter().map(|parts| VText::new(parts.clone()).into()).collect()))
            .kid(el("div", "how-lists").kids(lists.collect()))
            .kid(el("div", "rules").kids(rules.collect()))
            .html()
    });
    let goals = *total == TotalKind::GoalChart;
    let values = made_of.values.iter().map(|line| {
        let tile = line.value.number().filter(|_| goals).map(|number| {
            el("span", "")
                .at("class", format!("goal goal-{number}"))
                .at("aria-hidden", "true")
                .text(&number.to_string())
                .html()
        });
        let name = if goals {
            shown.report.locale.value(view_context.data, Facet::Goal, &line.value)
        } else {
            line.label.clone()
        };
        el("li", "")
            .key(&line.value.key())
            .kid(el("span", "name").kids(tile.into_iter().collect()).kid(isolated(&name)))
            .kid(el("span", "numbers").text(&line.numbers))
            .html()
    });
    let groups = made_of.groups.iter().enumerate().map(|(at, group)| {
        html! { <Records key={at} {shown} group={group.clone()} /> }
    });
    let filter = el("p", "filter").kid(isolated(&made_of.filter));
    // Each in an element of its own: Yew trips over lists that come and go beside one another.
    el("div", "")
        .kid(filter)
        .kid(el("div", "").kids(how.into_iter().collect()))
        .kid(el("ul", "values").kids(values.collect()))
        .kid(el("div", "groups").kids(groups.collect()))
        .html()
}

/// Props of [`Records`].
#[derive(Clone, PartialEq, Properties)]
pub struct RecordsProps {
    /// What is shown.
    pub shown: Shown,
    /// The records.
    pub group: RecordGroup,
    /// The same view at another time: then it is said what each record said there.
    #[prop_or_default]
    pub before: Option<Shown>,
    /// The reader wants to see a record in the table: the link that opens it. None where that is no choice.
    #[prop_or_default]
    pub opened: Option<Callback<String>>,
}

/// The records of a group: the first hundred, and a hundred more for each press.
#[component]
pub fn Records(props: &RecordsProps) -> Html {
    let first = use_state(|| FIRST);
    let RecordsProps { shown, group, before, opened } = props;
    let locale = &shown.report.locale;
    let items = match before {
        Some(before) => view::corrections(&before.view_context(), &shown.view_context(), group, *first),
        None => view::items(&shown.view_context(), group, *first),
    };
    let rest = group.records.len().saturating_sub(*first);
    let more = locale.fill(Sentence::MoreRecords, &[("n", &locale.number(rest.min(FIRST) as u64))]);
    let onclick = {
        let first = first.clone();
        Callback::from(move |_: MouseEvent| first.set(*first + FIRST))
    };
    let more = (rest > 0).then(|| button("plain").press(onclick).text(&more).html());
    el("section", "records")
        .kid(el("h3", "").text(&group.title))
        .kid(el("ol", "").kids(items.iter().map(|item| record(shown, item, opened.as_ref())).collect()))
        .kid(el("p", "").kids(more.into_iter().collect()))
        .html()
}

fn record(shown: &Shown, item: &RecordItem, opened: Option<&Callback<String>>) -> Html {
    let show = opened.and_then(|opened| show_record(shown, item.record, opened));
    let lines = item.lines.iter().map(|line| el("li", "").kid(isolated(line)).html());
    let (name, link) = &item.source;
    el("li", "")
        .key(&item.record.to_string())
        .kid(el("p", "when").text(&item.date))
        .kid(el("p", "what").kid(isolated(&item.title)))
        .kid(el("ul", "counts").kids(lines.collect()))
        .kid(el("p", "source").kid(external(&shown.report.locale, name, link.as_ref())))
        .kids(show.into_iter().collect())
        .html()
}
