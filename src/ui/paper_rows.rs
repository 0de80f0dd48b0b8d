//! The rows of the table that only paper has.
//!
//! Invariant: they are there when the call ends, because browsers lay out paper right after `beforeprint`. Yew renders in
//! a later microtask, therefore they are made without it; the loader removes them after the print
//! (`static/loader/main.js`).

use web_sys::Element;
use yew::prelude::*;

use super::AppProps;
use super::block_context::BlockContext;
use super::dom::{create, insert_before, query};
use super::table_row::table_row;
use super::ui_state::UiState;
use crate::view;

/// The most rows that are printed, because the browser waits for them; the data set has the rest.
const MAX_ROWS: usize = 2000;

/// Adds the rows that the table inside `parent` does not have, each in its place. `props` are those that it was rendered
/// with.
pub fn add_paper_rows(parent: &Element, props: &AppProps) {
    let Some(table) = query(parent, "[role=table]") else { return };
    let view = props.snapshot.view_context();
    let context = BlockContext { props, view, state: &UiState::default(), dispatch: Callback::noop() };
    let rows = view::sorted_page(&view, 0, MAX_ROWS);
    let mut next: Option<Element> = query(&table, "tbody").map(Element::from);
    for (index, row) in view::table_rows(&view, &rows).iter().enumerate() {
        match next.take() {
            Some(body) if query(&body, &format!("[aria-controls=record-{}]", row.row)).is_some() => {
                next = body.next_element_sibling();
            }
            place => {
                if let Some(body) = create(&table_row(&context, row, index + 2, true)) {
                    insert_before(&table, &body, place.as_ref());
                }
                next = place;
            }
        }
    }
}
