//! The whole screen, from top to bottom, and what follows each rendering: drawing the canvases, showing the open list,
//! scrolling to the record of a link.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::bar_chart::bar_chart;
use super::block_context::BlockContext;
use super::canvas_drawing::draw_canvases;
use super::chart_tabs::{chart_tabs, is_behind_tab, tabbed_charts};
use super::chips::chips;
use super::dom::{focus, query, show};
use super::event_listeners::add_listeners;
use super::facet_menu::show_menu;
use super::filters::filters;
use super::foot::foot;
use super::frame::{after_rendering, before_next_frame};
use super::headline::{headline, subject_line};
use super::matrix::matrix;
use super::measure_line::measure_line;
use super::notices::notices;
use super::table::{PAGE_ROWS, table};
use super::tag_builder::tag;
use super::tiles::tiles;
use super::ui_state::{UiAction, UiState};
use super::year_chart::year_chart;
use super::year_drag::DragState;
use super::{AppProps, LoadedDataSet, Snapshot, roving_focus, tooltip};
use crate::query::Facet;
use crate::view::{self, Block, ChartBlock, shown_blocks};

/// The drag, whether the reader types into the search field, and the record of a link that the page has been scrolled to,
/// by its row.
type Gestures = (Rc<RefCell<DragState>>, Rc<RefCell<bool>>, Rc<Cell<Option<usize>>>);

/// The screen of a widget.
#[component]
pub fn App(props: &AppProps) -> Html {
    let stored_ui = use_reducer_eq(UiState::default);
    let shown_report = use_mut_ref(ShownReport::default);
    let last_render = use_mut_ref(LastRender::default);
    let (report, palette_node) = (use_node_ref(), use_node_ref());
    let number = shown_report.borrow_mut().number_of(&props.snapshot.loaded);
    // Each report gets new ones: a report that is removed during a drag, or with the focus in its search field, may never
    // get the event that ends it.
    let gestures = use_memo(number, |_| Gestures::default());
    let (drag, typing, scrolled_to) = &*gestures;
    let ui = stored_ui.of_report(number);
    let dispatch = {
        let dispatcher = stored_ui.dispatcher();
        Callback::from(move |action: UiAction| {
            let dispatcher = dispatcher.clone();
            before_next_frame(move || dispatcher.dispatch((number, action)));
        })
    };
    let context = BlockContext { props, view: props.snapshot.view_context(), state: &ui, dispatch: dispatch.clone() };

    let mut drawings = Vec::new();
    let mut blocks = vec![notices(&context), subject_line(&context)];
    let (mut has_foot, mut measure_position) = (false, None);
    let shown = shown_blocks(&context.view);
    let tabbed = tabbed_charts(&shown);
    for block in shown {
        if tabbed.first().is_some_and(|first| block == Block::Chart(*first)) {
            blocks.push(chart_tabs(&context, &tabbed));
        }
        blocks.push(match block {
            Block::Headline => headline(&context),
            Block::Chips => chips(&context),
            Block::Filters => {
                measure_position = Some(blocks.len() + 1);
                filters(&context, typing)
            }
            Block::Tiles => tiles(&context),
            Block::Chart(ChartBlock::Year) => year_chart(&context, &mut drawings),
            Block::Chart(ChartBlock::Matrix) => matrix(&context, &mut drawings),
            Block::Chart(chart) => bar_chart(&context, chart, is_behind_tab(&context, &tabbed, chart), &mut drawings),
            Block::Table => table(&context),
            Block::Foot => {
                has_foot = true;
                foot(&context, true)
            }
        });
    }
    // The key explains what the charts draw, so they come first.
    if let Some(position) = measure_position {
        blocks.insert(position, measure_line(&context, &drawings));
    }
    if !has_foot {
        blocks.push(foot(&context, false));
    }
    let status =
        tag("p", "unseen").key("status").attribute("role", "status").text(&view::headline(&context.view).text());
    let print_text =
        tag("p", "print-text").key("print-text").text(&view::print_text(&context.view, &props.snapshot.paper_address));
    let palette = tag("span", "palette").key("palette").bool_attribute("hidden", true).node_ref(&palette_node);
    let screen = tag("div", "report")
        .attribute("lang", context.view.locale.language())
        .attribute("dir", context.view.locale.direction())
        .node_ref(&report)
        .child(print_text)
        .children(blocks)
        .child(status)
        .child(palette);

    {
        let (props, report, open_menu) = (props.clone(), report.clone(), ui.open_menu);
        let (dispatch, scrolled_to) = (dispatch.clone(), scrolled_to.clone());
        after_rendering(move || {
            let Some(report) = report.cast::<Element>() else { return };
            let current = &props.snapshot;
            let previous = last_render.replace(LastRender { open_menu, snapshot: Some(current.clone()) });
            let is_new_report =
                !previous.snapshot.as_ref().is_some_and(|previous| Rc::ptr_eq(&previous.loaded, &current.loaded));
            roving_focus::keep_one_tab_stop(&report);
            tooltip::refresh(&report);
            if previous.open_menu != open_menu {
                show_menu(&report, previous.open_menu, open_menu);
            }
            draw_canvases(&report, &palette_node, &drawings);
            if is_new_report {
                show(&report);
            }
            if let Some(row) = current
                .opened_row
                .filter(|row| previous.snapshot.and_then(|previous| previous.opened_row) != Some(*row))
            {
                let position = view::sorted_rows(&current.view_context()).iter().position(|sorted| *sorted == row);
                dispatch.emit(UiAction::RevealRecord(row, position.map(|position| position / PAGE_ROWS)));
            }
            if let Some(row) = current.opened_row {
                scroll_to_record(&report, row, &scrolled_to);
            }
        });
    }
    add_listeners(screen, props, &report, drag, &dispatch).html()
}

/// The report that is rendered, and its number.
#[derive(Default)]
struct ShownReport {
    loaded: Option<Rc<LoadedDataSet>>,
    number: u32,
}

impl ShownReport {
    /// The number of the report with this data set: another one than before if the data set is another one.
    fn number_of(&mut self, loaded: &Rc<LoadedDataSet>) -> u32 {
        if !self.loaded.as_ref().is_some_and(|shown| Rc::ptr_eq(shown, loaded)) {
            self.loaded = Some(loaded.clone());
            self.number += 1;
        }
        self.number
    }
}

/// What the last rendering showed.
#[derive(Default)]
struct LastRender {
    open_menu: Option<Facet>,
    snapshot: Option<Snapshot>,
}

/// Scrolls to the record that a link asked for, once, when it is on the screen.
fn scroll_to_record(report: &Element, row: usize, scrolled_to: &Cell<Option<usize>>) {
    if scrolled_to.get() == Some(row) {
        return;
    }
    if let Some(facts) = query(report, &format!("#record-{row}")) {
        scrolled_to.set(Some(row));
        let body = facts.closest("tbody").ok().flatten();
        body.iter().for_each(Element::scroll_into_view);
        body.and_then(|body| query(&body, "button")).iter().for_each(focus);
    }
}
