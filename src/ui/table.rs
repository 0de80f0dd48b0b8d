//! The records: a real table, whose rows open to all their facts.

use yew::prelude::*;

use super::block_context::BlockContext;
use super::table_row::record;
use super::tag_builder::{TagBuilder, button, tag};
use super::ui_state::UiAction;
use crate::locale::Sentence;
use crate::query::{SelectionAction, SortColumn};
use crate::view;

/// So many rows are shown before the rest is asked for.
const FIRST: usize = 20;

/// So many rows make a page. Ten thousand rows at once would keep the browser busy for seconds.
pub const PAGE: usize = 200;

/// So many rows at most are printed, where the browser waits for them; the data set has the rest.
const PRINTED: usize = 2000;

/// The table of records.
pub fn table(context: &BlockContext) -> Html {
    let locale = context.view.locale;
    let records = view::sorted_records(&context.view);
    let count = records.len();
    let long = count > FIRST + 5;
    let pages = count.div_ceil(PAGE).max(1);
    let (start, end) = match context.state.table_page {
        _ if context.props.snapshot.printing => (0, PRINTED),
        _ if !long => (0, FIRST + 5),
        // The rest of a page is there and not shown: paper has it, and Firefox prints what is there when it is asked to.
        None if pages == 1 => (0, PAGE),
        None => (0, FIRST),
        Some(page) => (page.min(pages - 1) * PAGE, (page.min(pages - 1) + 1) * PAGE),
    };
    let end = end.min(count);
    let shown = records.get(start..end).unwrap_or_default();
    let caption = locale.count(Sentence::TableCaption, count as u64, &[]);
    // Everything in it has a key: otherwise Yew would make all rows anew whenever their number changes.
    let mut table = tag("table", "")
        .attribute("role", "table")
        // With its headings, so that a screen reader knows of the rows that are not there.
        .attribute("aria-rowcount", (count + 1).to_string())
        .child(tag("caption", "unseen").key("caption").text(&caption))
        .child(headings(context));
    for (at, row) in view::table_rows(&context.view, shown).iter().enumerate() {
        let later = long && context.state.table_page.is_none() && at >= FIRST;
        table = table.child(record(context, row, start + at + 2, later));
    }
    let mut pager = tag("p", "pager");
    if long {
        let number = |n: usize| locale.number(n as u64);
        let (key, page) = match context.state.table_page {
            Some(_) => (Sentence::ShowFewer, None),
            None if pages > 1 => (Sentence::ShowPages, Some(0)),
            None => (Sentence::ShowAll, Some(0)),
        };
        let all = locale.fill(key, &[("n", &number(if pages > 1 { PAGE } else { count }))]);
        pager = pager.child(button("plain").on_click(context.on_ui_action(UiAction::ShowPage(page))).text(&all));
        if let Some(page) = context.state.table_page.filter(|_| pages > 1) {
            let gaps = [("from", &*number(start + 1)), ("to", &*number(end)), ("n", &*number(count))];
            pager = pager
                .child(turn_page(context, Sentence::PageBefore, page.checked_sub(1)))
                .child(tag("span", "").attribute("role", "status").text(&locale.fill(Sentence::PageOf, &gaps)))
                .child(turn_page(context, Sentence::PageAfter, Some(page + 1).filter(|page| *page < pages)));
        }
    }
    tag("section", "block table")
        .key("table")
        .attribute("part", "table")
        .child(tag("h3", "").sentence(context, Sentence::Table))
        .child(tag("p", "sub").text(&caption).text(" · ").sentence(context, Sentence::TableHint))
        .child(table)
        .child(pager)
        .html()
}

fn turn_page(context: &BlockContext, label: Sentence, page: Option<usize>) -> TagBuilder {
    let button = button("plain").sentence(context, label);
    match page {
        Some(page) => button.on_click(context.on_ui_action(UiAction::ShowPage(Some(page)))),
        None => button.bool_attribute("disabled", true),
    }
}

fn headings(context: &BlockContext) -> Html {
    let columns = [
        (Sentence::ColumnDate, SortColumn::Date, "date"),
        (Sentence::ColumnCountry, SortColumn::Country, "where"),
        (Sentence::ColumnActivity, SortColumn::Title, "what"),
        (Sentence::ColumnPeople, SortColumn::People, "people"),
        (Sentence::ColumnGoals, SortColumn::Goal, "sdgs"),
        (Sentence::ColumnSource, SortColumn::Source, "source"),
    ];
    let current = context.view.selection.sort;
    let mut line = tag("tr", "").attribute("role", "row").attribute("aria-rowindex", "1");
    for (label, key, class) in columns {
        let name = context.say(label);
        let spoken = context.view.locale.fill(Sentence::SortBy, &[("column", &name)]);
        let press = button("sort")
            .attribute("title", spoken)
            .on_click(context.on_commit(SelectionAction::Sort(key)))
            .text(&name);
        let press = press.child(tag("span", "arrow").attribute("aria-hidden", "true"));
        let heading = tag("th", class).attribute("role", "columnheader").attribute("scope", "col").child(press);
        line = line.child(match (current.key == key, current.descending) {
            (false, _) => heading,
            (true, true) => heading.attribute("aria-sort", "descending"),
            (true, false) => heading.attribute("aria-sort", "ascending"),
        });
    }
    tag("thead", "").key("head").attribute("role", "rowgroup").child(line).html()
}
