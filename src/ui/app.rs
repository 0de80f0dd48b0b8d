//! The whole screen, from top to bottom, and what follows when it was made anew: drawing, the place of the reader.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use web_sys::Element;
use yew::prelude::*;

use super::bars::bars;
use super::chips::chips;
use super::columns::years;
use super::desk::{Desk, Turn, Ui};
use super::dom::{focus, one};
use super::drag::Hand;
use super::el::el;
use super::filters::filters;
use super::foot::foot;
use super::headline::headline;
use super::listen::listen;
use super::matrix::matrix;
use super::notices::notices;
use super::paint::paint;
use super::picker::follow_focus;
use super::press::Pressed;
use super::table::{PAGE, table};
use super::tiles::tiles;
use super::{Props, Snapshot, rove, tip};
use crate::query::Facet;
use crate::view::{self, Block, ChartBlock};

/// The widget.
#[component]
pub fn App(props: &Props) -> Html {
    let ui = use_reducer_eq(Ui::default);
    let hand = use_mut_ref(Hand::default);
    let pressed = use_mut_ref(Pressed::default);
    let shown = use_mut_ref(Shown::default);
    let (report, inks) = (use_node_ref(), use_node_ref());
    let desk = Desk { props, scene: props.snapshot.view_context(), ui: &ui, turn: ui.dispatcher() };

    let mut paintings = Vec::new();
    let mut blocks = vec![notices(&desk)];
    let mut foot_asked = false;
    for part in &desk.scene.options.blocks {
        blocks.push(match part {
            Block::Headline => headline(&desk),
            Block::Chips => chips(&desk),
            Block::Filters => filters(&desk, &hand),
            Block::Tiles => tiles(&desk),
            Block::Chart(ChartBlock::Year) => years(&desk, &mut paintings),
            Block::Chart(ChartBlock::Matrix) => matrix(&desk, &mut paintings),
            Block::Chart(block) => bars(&desk, *block, &mut paintings),
            Block::Table => table(&desk),
            Block::Foot => {
                foot_asked = true;
                foot(&desk, true)
            }
        });
    }
    if !foot_asked {
        blocks.push(foot(&desk, false));
    }
    let spoken = el("p", "unseen").key("status").at("role", "status").text(&view::headline(&desk.scene).text());
    let paper =
        el("p", "on-paper").key("paper").text(&view::print_text(&desk.scene, props.snapshot.address.as_deref()));
    let colours = el("span", "inks").key("inks").flag("hidden", true).node(&inks);
    let screen = el("div", "report")
        .at("lang", desk.scene.locale.language())
        .at("dir", desk.scene.locale.direction())
        .node(&report)
        .kid(paper)
        .kids(blocks)
        .kid(spoken)
        .kid(colours);

    {
        let (props, report, open) = (props.clone(), report.clone(), ui.open);
        let (turn, pressed) = (ui.dispatcher(), pressed.clone());
        use_effect(move || {
            let Some(report) = report.cast::<Element>() else { return };
            let before = shown.replace(Shown { open, of: Some(props.snapshot.clone()) });
            let now = &props.snapshot;
            let first = !before.of.as_ref().is_some_and(|before| Rc::ptr_eq(&before.report, &now.report));
            if first {
                *pressed.borrow_mut() = Pressed::default();
                turn.dispatch(Turn::Begin);
            }
            rove::keep_tab(&report);
            tip::refresh(&report);
            if before.open != open {
                follow_focus(&report, before.open, open);
            }
            // Drawing measures, and so has the page laid out: a task of its own, so that the browser is never busy for
            // long. Paper does not wait, nor does the first sight of a report, which would move.
            let draw = {
                let (report, pressed) = (report.clone(), pressed.clone());
                move || {
                    paint(&report, &inks, &paintings);
                    settle(&report, &pressed);
                }
            };
            if now.printing || first {
                draw();
            } else {
                Timeout::new(0, draw).forget();
            }
            if let Some(record) =
                now.opened.filter(|record| before.of.and_then(|before| before.opened) != Some(*record))
            {
                let place = view::sorted_records(&now.view_context()).iter().position(|found| *found == record);
                turn.dispatch(Turn::Reveal(record, place.map(|place| place / PAGE)));
            }
            if let Some(record) = now.opened {
                show_record(&report, record, &pressed);
            }
        });
    }
    listen(screen, props, &report, &hand, &pressed, &ui.dispatcher()).html()
}

/// What was shown when the screen was last made.
#[derive(Default)]
struct Shown {
    open: Option<Facet>,
    of: Option<Snapshot>,
}

/// After the screen was made anew: what was pressed is where it was in the window, and the keyboard has a place.
fn settle(report: &Element, pressed: &RefCell<Pressed>) {
    let Some(place) = pressed.borrow_mut().take() else { return };
    let moved = place.moved();
    if moved.abs() > 1.0 {
        gloo::utils::window().scroll_by_with_x_and_y(0.0, moved);
    }
    if place.by_key && !place.element.is_connected() {
        // A chip goes when it is pressed, and with it would go the place of whoever works with the keyboard.
        one(report, ".filter-place, .chips button, [data-pick][tabindex='0']").iter().for_each(focus);
    }
}

/// Scrolls to the record that a link asked for, once it is on the screen.
fn show_record(report: &Element, record: usize, pressed: &RefCell<Pressed>) {
    if pressed.borrow().shown_record == Some(record) {
        return;
    }
    if let Some(facts) = one(report, &format!("#record-{record}")) {
        pressed.borrow_mut().shown_record = Some(record);
        let row = facts.closest("tbody").ok().flatten();
        row.iter().for_each(Element::scroll_into_view);
        row.and_then(|row| one(&row, "button")).iter().for_each(focus);
    }
}
