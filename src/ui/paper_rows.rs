//! The rows of the table that only paper has.
//!
//! Invariant: they are there when the event `paper` ends, because browsers lay out paper right after `beforeprint`. Yew
//! renders in a later microtask, therefore they are made without it; the loader removes them after the print
//! (`static/loader/main.js`).

use std::borrow::Cow;
use std::rc::Rc;

use web_sys::{Element, Event};
use yew::prelude::*;
use yew::virtual_dom::{Listener, ListenerKind};

use super::AppProps;
use super::block_context::BlockContext;
use super::dom::{create, insert_before, query};
use super::table_row::table_row;
use super::tag_builder::TagBuilder;
use super::ui_state::{UiDispatcher, UiState};
use crate::view;

/// The most rows that are printed, because the browser waits for them; the data set has the rest.
const MAX_ROWS: usize = 2000;

/// Makes the screen add the rows when it gets the event `paper`.
pub fn with_paper_rows(
    screen: TagBuilder,
    props: &AppProps,
    report: &NodeRef,
    state: &UiState,
    dispatch: &UiDispatcher,
) -> TagBuilder {
    let (props, report, state, dispatch) = (props.clone(), report.clone(), state.clone(), dispatch.clone());
    let add = Callback::from(move |_| {
        let context = BlockContext {
            props: &props,
            view: props.snapshot.view_context(),
            state: &state,
            dispatch: dispatch.clone(),
        };
        if let Some(table) = report.cast::<Element>().and_then(|report| query(&report, "[role=table]")) {
            add_rows(&context, &table);
        }
    });
    screen.listener(Rc::new(PaperListener(add)))
}

/// Adds the rows that the table does not have, each in its place.
fn add_rows(context: &BlockContext, table: &Element) {
    let rows = view::sorted_page(&context.view, 0, MAX_ROWS);
    let mut next: Option<Element> = query(table, "tbody").map(Element::from);
    for (index, row) in view::table_rows(&context.view, &rows).iter().enumerate() {
        match next.take() {
            Some(body) if query(&body, &format!("[aria-controls=record-{}]", row.row)).is_some() => {
                next = body.next_element_sibling();
            }
            place => {
                if let Some(body) = create(&table_row(context, row, index + 2, true)) {
                    insert_before(table, &body, place.as_ref());
                }
                next = place;
            }
        }
    }
}

/// Listens to the event `paper`, which the loader sends when a print begins.
struct PaperListener(Callback<Event>);

impl Listener for PaperListener {
    fn kind(&self) -> ListenerKind {
        ListenerKind::other(Cow::Borrowed("paper"))
    }

    fn handle(&self, event: Event) {
        self.0.emit(event);
    }

    fn passive(&self) -> bool {
        true
    }
}
