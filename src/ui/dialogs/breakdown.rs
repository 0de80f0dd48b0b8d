//! What a total is made of: how it was counted, and every record with its source.

use yew::prelude::*;
use yew::virtual_dom::VText;

use super::context::DialogContext;
use super::record_list::RecordList;
use crate::locale::Sentence;
use crate::query::Facet;
use crate::ui::tag_builder::{isolated, tag};
use crate::view::{self, TotalKind};

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
        html! { <RecordList key={at} {context} group={group.clone()} /> }
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
