//! A record in the table and, when it is open, its facts.

use yew::prelude::*;

use super::block_context::BlockContext;
use super::external_link::external_link;
use super::tag_builder::{button, isolated, tag};
use super::ui_state::UiAction;
use super::view_link::view_link;
use crate::locale::Sentence;
use crate::model::Basis;
use crate::view::{self, TableRow};

/// A record. It has a table body of its own, which keeps it together with its facts. `aria_row_index` counts from 1 and
/// includes the heading row. `print_only`: the screen does not show the row.
pub fn table_row(context: &BlockContext, row: &TableRow, aria_row_index: usize, print_only: bool) -> Html {
    let open = context.state.open_rows.contains(&row.row);
    let id = format!("record-{}", row.row);
    let cell = |class| tag("td", class).attribute("role", "cell");
    let mut people = cell("people");
    for line in &row.people {
        let number = tag("span", if line.outside_total { "line apart" } else { "line" });
        people = people.child(if line.spoken == line.text {
            number.text(&line.text)
        } else {
            number
                .child(tag("span", "").attribute("aria-hidden", "true").text(&line.text))
                .child(tag("span", "unseen").text(&line.spoken))
        });
    }
    let mut sdgs = cell("sdgs");
    let mut goals = tag("ul", "");
    if row.goals.is_empty() {
        let text = context.view.locale.uncapitalised(&context.say(Sentence::UnknownGoal));
        sdgs = sdgs.child(tag("span", "line apart").text(&text));
    }
    for goal in &row.goals {
        let inferred = if goal.basis == Basis::Inferred { " inferred" } else { "" };
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
    let title = button("title").aria_bool("aria-expanded", open).attribute("aria-controls", id.clone());
    let title = title.on_click(context.on_ui_action(UiAction::ToggleRecord(row.row))).child(isolated(&row.title));
    let mut heading = tag("th", "what").attribute("role", "rowheader").attribute("scope", "row").child(title);
    if let Some(label) = &row.tag {
        heading = heading.child(tag("span", "tag").text(label));
    }
    // Without keys Yew would recreate the line when facts are added below it, and the focus would be lost.
    let line = tag("tr", "")
        .key("line")
        .attribute("role", "row")
        .attribute("aria-rowindex", aria_row_index.to_string())
        .child(cell("date").text(&row.date))
        .child(cell("where").text(&row.countries))
        .child(heading)
        .child(people)
        .child(if row.goals.is_empty() { sdgs } else { sdgs.child(goals) })
        .child(source);
    let class = match (print_only, open) {
        (true, _) => "later",
        (false, true) => "open",
        (false, false) => "",
    };
    let mut body = tag("tbody", class).key(&row.id).attribute("role", "rowgroup").child(line);
    if open {
        body = body.child(facts(context, row.row, id));
    }
    body.html()
}

/// All facts of a record, the link to it, and the link for reporting a mistake in it.
fn facts(context: &BlockContext, row: usize, id: String) -> Html {
    let Some(activity) = context.view.data.activities.get(row) else { return Html::default() };
    let details = view::record_details(&context.view, activity);
    let mut list = tag("dl", "");
    for fact in &details.facts {
        let mut entry = tag("div", "").child(tag("dt", "").text(&fact.label));
        for line in &fact.lines {
            entry = entry.child(tag("dd", "").child(isolated(line)));
        }
        list = list.child(entry);
    }
    if let Some((name, link)) = &details.source {
        let source = tag("dd", "").child(external_link(context.view.locale, name, link.as_ref()));
        list = list.child(tag("div", "").child(tag("dt", "").text(&details.source_label)).child(source));
    }
    let record_address = context.props.snapshot.record_address.as_ref().map(|address| {
        AttrValue::from(address.replace(view::RECORD_ID_PLACEHOLDER, &view::record_link_code(activity)))
    });
    let mut links = tag("p", "ways").child(view_link(context, record_address, Sentence::RecordLink));
    if let Some(address) = &details.report_address {
        let report_link = tag("a", "")
            .attribute("href", address.clone())
            .attribute("rel", "noopener noreferrer")
            .attribute("target", "_blank");
        links = links.child(report_link.sentence(context, Sentence::RecordReport));
    }
    let mut cell = tag("td", "").attribute("role", "cell").attribute("colspan", "6");
    if let Some(summary) = &details.summary {
        cell = cell.child(tag("p", "summary").child(isolated(summary)));
    }
    tag("tr", "facts")
        .key("facts")
        .attribute("role", "row")
        .attribute("id", id)
        .child(cell.child(list).child(links))
        .html()
}
