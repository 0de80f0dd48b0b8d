//! The breakdown of a total: how it was counted, and every record with its source.

use yew::prelude::*;

use super::context::DialogContext;
use super::record_list::RecordList;
use crate::locale::Sentence;
use crate::query::Facet;
use crate::ui::tag_builder::{isolated, tag};
use crate::view::{self, BridgeStep, CountingNote, EntryList, TotalKind};

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
    let counting = note.map(|note| counting_section(context, &note, breakdown.women_and_men.as_deref()));
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

/// How the total comes about: the bridge of numbers, then the groups of people by kind, and the rules.
fn counting_section(context: &DialogContext, note: &CountingNote, women_and_men: Option<&str>) -> Html {
    let paragraph = |text: &str| tag("p", "").text(text).html();
    let item = |text: &str| tag("li", "").text(text).html();
    let step = |step: &BridgeStep| {
        let left_out = step
            .left_out
            .iter()
            .map(|(_, what)| item(&context.loaded.locale.fill(Sentence::BridgeLeftOut, &[("what", what)])));
        tag("li", "").child(tag("p", "").text(&step.text)).child(tag("ul", "").children(left_out.collect())).html()
    };
    let list = |EntryList { title, lines }: &EntryList| {
        let lines = lines.iter().map(|line| item(line)).collect();
        tag("div", "").child(tag("h4", "").text(title)).child(tag("ul", "").children(lines)).html()
    };
    tag("section", "how")
        .child(tag("h3", "").text(&context.say(Sentence::HowCounted)))
        .child(tag("ol", "bridge").children(note.bridge.iter().map(step).collect()))
        .child(tag("p", "total").text(&note.total))
        .child(tag("p", "").text(&note.intro))
        .child(tag("div", "how-lists").children(note.lists.iter().map(list).collect()))
        .child(tag("div", "parts").children(women_and_men.map(paragraph).into_iter().collect()))
        .child(tag("div", "rules").children(note.rules.iter().map(|rule| paragraph(rule)).collect()))
        .html()
}
