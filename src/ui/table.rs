//! The records: a table element whose rows open to show all facts of a record.

use yew::prelude::*;

use super::block_context::BlockContext;
use super::table_row::table_row;
use super::tag_builder::{TagBuilder, button, tag};
use super::ui_state::UiAction;
use crate::locale::Sentence;
use crate::query::{SelectionAction, SortColumn};
use crate::view;

/// How many rows are shown before the reader asks for the rest.
const INITIAL_ROWS: usize = 20;

/// The longest list that a narrow screen shows in full; of a longer one the style sheet shows the first eight rows.
const NARROW_ROWS: usize = 10;

/// How many rows make a page. Ten thousand rows at once would keep the browser busy for seconds.
pub const PAGE_ROWS: usize = 200;

/// The table of records.
pub fn table(context: &BlockContext) -> Html {
    let locale = context.view.locale;
    let count = context.view.totals.records;
    let long = count > INITIAL_ROWS + 5;
    let pages = count.div_ceil(PAGE_ROWS).max(1);
    let (start, end) = match context.state.table_page {
        _ if !long => (0, INITIAL_ROWS + 5),
        None => (0, INITIAL_ROWS),
        Some(page) => (page.min(pages - 1) * PAGE_ROWS, (page.min(pages - 1) + 1) * PAGE_ROWS),
    };
    let end = end.min(count);
    let shown = view::sorted_page(&context.view, start, end.saturating_sub(start));
    let caption = locale.count(Sentence::TableCaption, count as u64, &[]);
    // Every child has a key: otherwise Yew would recreate all rows whenever their number changes.
    let shortened = count > NARROW_ROWS && context.state.table_page.is_none();
    let mut table = tag("table", if shortened { "shortened" } else { "" })
        .attribute("role", "table")
        // The heading row counts too. This informs screen readers of rows that are not rendered.
        .attribute("aria-rowcount", (count + 1).to_string())
        .child(tag("caption", "unseen").key("caption").text(&caption))
        .child(headings(context));
    for (index, row) in view::table_rows(&context.view, &shown).iter().enumerate() {
        table = table.child(table_row(context, row, start + index + 2, false));
    }
    let mut pager = tag("p", if long { "pager" } else { "pager narrow-only" });
    if count > NARROW_ROWS {
        let number = |n: usize| locale.number(n as u64);
        let (label, page) = match context.state.table_page {
            Some(_) => (Sentence::ShowFewer, None),
            None if pages > 1 => (Sentence::ShowPages, Some(0)),
            None => (Sentence::ShowAll, Some(0)),
        };
        let label = locale.fill(label, &[("n", &number(if pages > 1 { PAGE_ROWS } else { count }))]);
        pager = pager.child(button("plain").on_click(context.on_ui_action(UiAction::ShowPage(page))).text(&label));
        if let Some(page) = context.state.table_page.filter(|_| pages > 1) {
            let gaps = [("from", &*number(start + 1)), ("to", &*number(end)), ("n", &*number(count))];
            pager = pager
                .child(page_button(context, Sentence::PageBefore, page.checked_sub(1)))
                .child(tag("span", "").attribute("role", "status").text(&locale.fill(Sentence::PageOf, &gaps)))
                .child(page_button(context, Sentence::PageAfter, Some(page + 1).filter(|page| *page < pages)));
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

fn page_button(context: &BlockContext, label: Sentence, page: Option<usize>) -> TagBuilder {
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
    for (label, column, class) in columns {
        let name = context.say(label);
        let spoken = context.view.locale.fill(Sentence::SortBy, &[("column", &name)]);
        let sort_button = button("sort")
            .attribute("title", spoken)
            .on_click(context.on_commit(SelectionAction::Sort(column)))
            .text(&name);
        let sort_button = sort_button.child(tag("span", "arrow").attribute("aria-hidden", "true"));
        let heading = tag("th", class).attribute("role", "columnheader").attribute("scope", "col").child(sort_button);
        line = line.child(match (current.key == column, current.descending) {
            (false, _) => heading,
            (true, true) => heading.attribute("aria-sort", "descending"),
            (true, false) => heading.attribute("aria-sort", "ascending"),
        });
    }
    tag("thead", "").key("head").attribute("role", "rowgroup").child(line).html()
}
