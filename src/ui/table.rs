//! The records: a real table, whose rows open to all their facts.

use yew::prelude::*;

use super::desk::{Desk, Turn};
use super::el::{El, button, el};
use super::record::record;
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
pub fn table(desk: &Desk) -> Html {
    let locale = desk.scene.locale;
    let records = view::sorted_records(&desk.scene);
    let count = records.len();
    let long = count > FIRST + 5;
    let pages = count.div_ceil(PAGE).max(1);
    let (start, end) = match desk.ui.page {
        _ if desk.props.snapshot.printing => (0, PRINTED),
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
    let mut table = el("table", "")
        .at("role", "table")
        // With its headings, so that a screen reader knows of the rows that are not there.
        .at("aria-rowcount", (count + 1).to_string())
        .kid(el("caption", "unseen").key("caption").text(&caption))
        .kid(headings(desk));
    for (at, row) in view::table_rows(&desk.scene, shown).iter().enumerate() {
        let later = long && desk.ui.page.is_none() && at >= FIRST;
        table = table.kid(record(desk, row, start + at + 2, later));
    }
    let mut pager = el("p", "pager");
    if long {
        let number = |n: usize| locale.number(n as u64);
        let (key, page) = match desk.ui.page {
            Some(_) => (Sentence::ShowFewer, None),
            None if pages > 1 => (Sentence::ShowPages, Some(0)),
            None => (Sentence::ShowAll, Some(0)),
        };
        let all = locale.fill(key, &[("n", &number(if pages > 1 { PAGE } else { count }))]);
        pager = pager.kid(button("plain").press(desk.turn(Turn::PageInfo(page))).text(&all));
        if let Some(page) = desk.ui.page.filter(|_| pages > 1) {
            let gaps = [("from", &*number(start + 1)), ("to", &*number(end)), ("n", &*number(count))];
            pager = pager
                .kid(turn_page(desk, Sentence::PageBefore, page.checked_sub(1)))
                .kid(el("span", "").at("role", "status").text(&locale.fill(Sentence::PageOf, &gaps)))
                .kid(turn_page(desk, Sentence::PageAfter, Some(page + 1).filter(|page| *page < pages)));
        }
    }
    el("section", "block table")
        .key("table")
        .at("part", "table")
        .kid(el("h3", "").say(desk, Sentence::Table))
        .kid(el("p", "sub").text(&caption).text(" · ").say(desk, Sentence::TableHint))
        .kid(table)
        .kid(pager)
        .html()
}

fn turn_page(desk: &Desk, label: Sentence, page: Option<usize>) -> El {
    let button = button("plain").say(desk, label);
    match page {
        Some(page) => button.press(desk.turn(Turn::PageInfo(Some(page)))),
        None => button.flag("disabled", true),
    }
}

fn headings(desk: &Desk) -> Html {
    let columns = [
        (Sentence::ColumnDate, SortColumn::Date, "date"),
        (Sentence::ColumnCountry, SortColumn::Country, "where"),
        (Sentence::ColumnActivity, SortColumn::Title, "what"),
        (Sentence::ColumnPeople, SortColumn::People, "people"),
        (Sentence::ColumnGoals, SortColumn::Goal, "sdgs"),
        (Sentence::ColumnSource, SortColumn::Source, "source"),
    ];
    let current = desk.scene.selection.sort;
    let mut line = el("tr", "").at("role", "row").at("aria-rowindex", "1");
    for (label, key, class) in columns {
        let name = desk.say(label);
        let spoken = desk.scene.locale.fill(Sentence::SortBy, &[("column", &name)]);
        let press = button("sort").at("title", spoken).press(desk.commit(SelectionAction::Sort(key))).text(&name);
        let press = press.kid(el("span", "arrow").at("aria-hidden", "true"));
        let heading = el("th", class).at("role", "columnheader").at("scope", "col").kid(press);
        line = line.kid(match (current.key == key, current.descending) {
            (false, _) => heading,
            (true, true) => heading.at("aria-sort", "descending"),
            (true, false) => heading.at("aria-sort", "ascending"),
        });
    }
    el("thead", "").key("head").at("role", "rowgroup").kid(line).html()
}
