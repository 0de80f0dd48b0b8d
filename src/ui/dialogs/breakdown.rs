//! The breakdown of a total: how it was counted, and every record with its source.

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
pub struct BreakdownProps {
    /// The dialog.
    pub context: DialogContext,
    /// Which total.
    pub total: TotalKind,
}

/// The breakdown of a total.
#[component]
pub fn Breakdown(props: &BreakdownProps) -> Html {
    let BreakdownProps { context, total } = props;
    let view_context = context.view_context();
    let breakdown = view::breakdown(&view_context, *total);
    let note = (*total == TotalKind::People).then(|| view::counting_note(&view_context));
    let counting = note.map(|note| {
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
                    .children(breakdown.women_and_men.iter().map(|text| VText::new(text.clone()).into()).collect()),
            )
            .child(tag("div", "how-lists").children(lists.collect()))
            .child(tag("div", "rules").children(rules.collect()))
            .html()
    });
    let is_goals = *total == TotalKind::Goals;
    let values = breakdown.values.iter().map(|line| {
        let tile = line.value.number().filter(|_| is_goals).map(|number| {
            tag("span", "")
                .attribute("class", format!("goal goal-{number}"))
                .attribute("aria-hidden", "true")
                .text(&number.to_string())
                .html()
        });
        let name = if is_goals {
            context.loaded.locale.value(view_context.data, Facet::Goal, &line.value)
        } else {
            line.label.clone()
        };
        tag("li", "")
            .key(&line.value.key())
            .child(tag("span", "name").children(tile.into_iter().collect()).child(isolated(&name)))
            .child(tag("span", "numbers").text(&line.numbers))
            .html()
    });
    let sections = breakdown.sections.iter().enumerate().map(|(index, section)| {
        html! { <RecordList key={index} {context} section={section.clone()} /> }
    });
    let filter = tag("p", "filter").child(isolated(&breakdown.filter));
    // Each list gets an element of its own: Yew mixes up adjacent lists that appear and disappear.
    tag("div", "")
        .child(filter)
        .child(tag("div", "").children(counting.into_iter().collect()))
        .child(tag("ul", "values").children(values.collect()))
        .child(tag("div", "groups").children(sections.collect()))
        .html()
}
