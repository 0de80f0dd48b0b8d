//! A record of the table and, when open, its facts.

use yew::prelude::*;

use super::block_context::BlockContext;
use super::external_link::external_link;
use super::tag_builder::{button, isolated, tag};
use super::ui_state::UiAction;
use crate::locale::Sentence;
use crate::model::Basis;
use crate::view::{self, TableRow};

/// A record. It has a table body of its own, so that it stays together with its facts. `later`: only paper shows it as long
/// as the reader does not ask for it.
pub fn record(context: &BlockContext, row: &TableRow, place: usize, later: bool) -> Html {
    let open = context.state.open_records.contains(&row.record);
    let id = format!("record-{}", row.record);
    let cell = |class| tag("td", class).attribute("role", "cell");
    let mut people = cell("people");
    for line in &row.people {
        people = people.child(tag("span", if line.apart { "line apart" } else { "line" }).text(&line.text));
    }
    let mut goals = tag("ul", "");
    for goal in &row.goals {
        let inferred = if goal.basis == Basis::Theme { " inferred" } else { "" };
        let tile = tag("span", "")
            .attribute("class", format!("goal goal-{}{inferred}", goal.number))
            .attribute("aria-hidden", "true");
        let name = tag("span", "unseen").text(&goal.name);
        goals = goals.child(tag("li", "").child(tile.text(&goal.number.to_string())).child(name));
    }
    let mut source = cell("source");
    if let Some((name, link)) = &row.source {
        source = source.child(external_link(context.view.locale, name, link.as_ref()));
    }
    let press = button("title").aria_bool("aria-expanded", open).attribute("aria-controls", id.clone());
    let press = press.on_click(context.on_ui_action(UiAction::ToggleRecord(row.record))).child(isolated(&row.title));
    let mut what = tag("th", "what").attribute("role", "rowheader").attribute("scope", "row").child(press);
    if let Some(label) = &row.tag {
        what = what.child(tag("span", "tag").text(label));
    }
    // Without keys Yew would make the line anew when facts are added below it, and the focus would be lost.
    let line = tag("tr", "")
        .key("line")
        .attribute("role", "row")
        .attribute("aria-rowindex", place.to_string())
        .child(cell("date").text(&row.date))
        .child(cell("where").text(&row.countries))
        .child(what)
        .child(people)
        .child(cell("sdgs").child(goals))
        .child(source);
    let class = match (later, open) {
        (true, _) => "later",
        (false, true) => "open",
        (false, false) => "",
    };
    let mut body = tag("tbody", class).key(&row.id).attribute("role", "rowgroup").child(line);
    if open {
        body = body.child(facts(context, row.record, id));
    }
    body.html()
}

/// All facts of a record, the link to it, and the way to report a mistake in it.
fn facts(context: &BlockContext, record: usize, id: String) -> Html {
    let Some(activity) = context.view.data.activities.get(record) else { return Html::default() };
    let details = view::record_details(&context.view, activity);
    let mut list = tag("dl", "");
    for fact in &details.facts {
        let mut lines = tag("div", "").child(tag("dt", "").text(&fact.label));
        for line in &fact.lines {
            lines = lines.child(tag("dd", "").child(isolated(line)));
        }
        list = list.child(lines);
    }
    if let Some((name, link)) = &details.source {
        let source = tag("dd", "").child(external_link(context.view.locale, name, link.as_ref()));
        list = list.child(tag("div", "").child(tag("dt", "").text(&details.source_label)).child(source));
    }
    let mut ways = tag("p", "ways");
    if let Some(address) = &context.props.snapshot.record_address {
        let address = address.replace(view::RECORD_ID_PLACEHOLDER, &view::record_link_code(activity));
        ways = ways.child(tag("a", "").attribute("href", address).sentence(context, Sentence::RecordLink));
    }
    if let Some(address) = &details.report {
        let report = tag("a", "")
            .attribute("href", address.clone())
            .attribute("rel", "noopener noreferrer")
            .attribute("target", "_blank");
        ways = ways.child(report.sentence(context, Sentence::RecordReport));
    }
    let mut cell = tag("td", "").attribute("role", "cell").attribute("colspan", "6");
    if let Some(summary) = &details.summary {
        cell = cell.child(tag("p", "summary").child(isolated(summary)));
    }
    tag("tr", "facts")
        .key("facts")
        .attribute("role", "row")
        .attribute("id", id)
        .child(cell.child(list).child(ways))
        .html()
}
