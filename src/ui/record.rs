//! A record of the table and, when open, its facts.

use yew::prelude::*;

use super::desk::{Desk, Turn};
use super::el::{El, button, el, isolated};
use crate::locale::Sentence;
use crate::model::{Basis, Text};
use crate::view::{self, TableRow};

/// A record. It has a table body of its own, so that it stays together with its facts. `later`: only paper shows it as long
/// as the reader does not ask for it.
pub fn record(desk: &Desk, row: &TableRow, place: usize, later: bool) -> Html {
    let open = desk.ui.records.contains(&row.record);
    let id = format!("record-{}", row.record);
    let cell = |class| el("td", class).at("role", "cell");
    let mut people = cell("people");
    for line in &row.people {
        people = people.kid(el("span", if line.apart { "line apart" } else { "line" }).text(&line.text));
    }
    let mut goals = el("ul", "");
    for goal in &row.goals {
        let inferred = if goal.basis == Basis::Theme { " inferred" } else { "" };
        let tile = el("span", "").at("class", format!("goal goal-{}{inferred}", goal.number)).at("aria-hidden", "true");
        let name = el("span", "unseen").text(&goal.name);
        goals = goals.kid(el("li", "").kid(tile.text(&goal.number.to_string())).kid(name));
    }
    let mut source = cell("source");
    if let Some((name, link)) = &row.source {
        source = source.kid(external(desk, name, link.as_ref()));
    }
    let press = button("title").says("aria-expanded", open).at("aria-controls", id.clone());
    let press = press.press(desk.turn(Turn::Record(row.record))).kid(isolated(&row.title));
    let mut what = el("th", "what").at("role", "rowheader").at("scope", "row").kid(press);
    if let Some(tag) = &row.tag {
        what = what.kid(el("span", "tag").text(tag));
    }
    // Without keys Yew would make the line anew when facts are added below it, and the focus would be lost.
    let line = el("tr", "")
        .key("line")
        .at("role", "row")
        .at("aria-rowindex", place.to_string())
        .kid(cell("date").text(&row.date))
        .kid(cell("where").text(&row.countries))
        .kid(what)
        .kid(people)
        .kid(cell("sdgs").kid(goals))
        .kid(source);
    let class = match (later, open) {
        (true, _) => "later",
        (false, true) => "open",
        (false, false) => "",
    };
    let mut body = el("tbody", class).key(&row.id).at("role", "rowgroup").kid(line);
    if open {
        body = body.kid(facts(desk, row.record, id));
    }
    body.html()
}

/// All facts of a record, the link to it, and the way to report a mistake in it.
fn facts(desk: &Desk, record: usize, id: String) -> Html {
    let Some(activity) = desk.scene.data.activities.get(record) else { return Html::default() };
    let details = view::record_details(&desk.scene, activity);
    let mut list = el("dl", "");
    for fact in &details.facts {
        let mut lines = el("div", "").kid(el("dt", "").text(&fact.label));
        for line in &fact.lines {
            lines = lines.kid(el("dd", "").kid(isolated(line)));
        }
        list = list.kid(lines);
    }
    if let Some((name, link)) = &details.source {
        let source = el("dd", "").kid(external(desk, name, link.as_ref()));
        list = list.kid(el("div", "").kid(el("dt", "").text(&details.source_label)).kid(source));
    }
    let mut ways = el("p", "ways");
    if let Some(address) = &desk.props.snapshot.record_address {
        let address = address.replace(view::RECORD_ID_PLACEHOLDER, &view::record_link_code(activity));
        ways = ways.kid(el("a", "").at("href", address).say(desk, Sentence::RecordLink));
    }
    if let Some(address) = &details.report {
        let report = el("a", "").at("href", address.clone()).at("rel", "noopener noreferrer").at("target", "_blank");
        ways = ways.kid(report.say(desk, Sentence::RecordReport));
    }
    let mut cell = el("td", "").at("role", "cell").at("colspan", "6");
    if let Some(summary) = &details.summary {
        cell = cell.kid(el("p", "summary").kid(isolated(summary)));
    }
    el("tr", "facts").key("facts").at("role", "row").at("id", id).kid(cell.kid(list).kid(ways)).html()
}

/// A link to a page elsewhere, where the data give an address that may be one.
fn external(desk: &Desk, name: &str, link: Option<&Text>) -> El {
    let Some(link) = link else { return isolated(name) };
    let spoken = desk.scene.locale.fill(Sentence::SourceOpens, &[("source", name)]);
    el("a", "")
        .at("href", link.to_string())
        .at("target", "_blank")
        .at("rel", "noopener noreferrer")
        .at("referrerpolicy", "no-referrer")
        .at("aria-label", spoken)
        .kid(isolated(name))
        .kid(el("span", "away").at("aria-hidden", "true"))
}
