//! By year: columns that can be pressed, dragged across, and walked with the keyboard.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::{Element, KeyboardEvent, PointerEvent};
use yew::prelude::*;

use super::bars::{mark, notes};
use super::canvas::{ChartCanvas, use_slots};
use super::rove::{is_mirrored, mark_of, use_rove};
use super::{Props, Step};
use crate::locale::Key;
use crate::query::{Action, Facet, Value};
use crate::view;

/// What the hand is doing.
#[derive(Default)]
struct Hand {
    /// The column where the pointer went down, and the one it is over.
    drag: Option<(usize, usize)>,
    /// The drag has reached another column: the press that follows its end is none.
    moved: bool,
    /// The year from which Shift and arrows reach.
    anchor: Option<u16>,
}

/// Columns by year.
#[component]
pub fn YearColumns(props: &Props) -> Html {
    let years = view::years(&props.snapshot.scene());
    let rows = &years.marks.rows;
    let count = rows.len();
    let rove = use_rove();
    let readout = use_state(|| None::<usize>);
    let slots = use_slots(count);
    let frame = use_node_ref();
    let hand = use_mut_ref(Hand::default);
    let reach = Rc::new(Reach {
        frame: frame.clone(),
        values: rows.iter().map(|row| row.value.clone()).collect(),
        step: props.step.clone(),
        hand,
    });

    let columns = rows.iter().enumerate().map(|(at, row)| {
        let year = row.value.number();
        // On a narrow screen every fifth year keeps its label, but for those that would run into the undated.
        let minor = year.is_some_and(|year| at != 0 && (year % 5 != 0 || at + 3 >= count));
        let name = html! {
            <span class={if minor { "name minor" } else { "name" }} aria-hidden="true"><bdi>{ &row.label }</bdi></span>
        };
        html! {
            <li key={row.value.key().into_owned()} class={year.is_none().then_some("undated")}>
                { mark(&rove, at, count, row, name, slots.get(at)) }
            </li>
        }
    });
    let onkeydown = {
        let (reach, rove) = (reach.clone(), rove.clone());
        Callback::from(move |event: KeyboardEvent| {
            if let Some(at) = mark_of(&event) {
                let to = rove.key(&event, at, count);
                reach.key(at, to, event.shift_key());
            }
        })
    };
    let onfocusin = {
        let (readout, rove) = (readout.clone(), rove.clone());
        Callback::from(move |event: FocusEvent| {
            let at = mark_of(&event);
            at.into_iter().for_each(|at| rove.focused(at));
            readout.set(at);
        })
    };
    let onpointermove = {
        let (reach, readout) = (reach.clone(), readout.clone());
        Callback::from(move |event: PointerEvent| {
            let at = reach.column(&event);
            reach.move_to(at, &event);
            if *readout != at {
                readout.set(at);
            }
        })
    };
    let onpointerleave = {
        let readout = readout.clone();
        Callback::from(move |_: PointerEvent| readout.set(None))
    };
    let onclick = reach.on(|reach, event: MouseEvent| reach.press(mark_of(&event)));
    let onpointerdown = reach.on(|reach, event: PointerEvent| reach.down(&event));
    let onpointerup = reach.on(|reach, _: PointerEvent| reach.hand.borrow_mut().drag = None);
    let onpointercancel = onpointerup.clone();

    let ticks = years.ticks.iter().rev().map(|tick| html! { <li key={tick.clone()}>{ tick }</li> });
    let spoken = readout.and_then(|at| rows.get(at)).map(|row| row.spoken.clone());
    html! {
        <section class="block year" part="year">
            <h3>{ &years.marks.title }</h3>
            <p class="sub">{ &years.marks.subtitle }</p>
            <p class="readout" aria-hidden="true" hidden={years.marks.empty}>{ spoken.unwrap_or(years.hint) }</p>
            <div class="columns" hidden={years.marks.empty}>
                <ol class="ticks" aria-hidden="true">{ for ticks }</ol>
                <div
                    class="plot" ref={frame} {onclick} {onkeydown} {onfocusin} {onpointerdown} {onpointermove}
                    {onpointerup} {onpointercancel} {onpointerleave}
                >
                    <ChartCanvas
                        chart={years.marks.chart.clone()} slots={(*slots).clone()} shares={years.marks.shares()} longest={0}
                        appearance={props.snapshot.appearance}
                    />
                    <ul aria-label={props.say(Key::YearChartLabel)}>{ for columns }</ul>
                </div>
            </div>
            { notes(&years.marks) }
        </section>
    }
}

/// How the hand reaches into the chart.
struct Reach {
    frame: NodeRef,
    values: Vec<Value>,
    step: Callback<Step>,
    hand: Rc<RefCell<Hand>>,
}

impl Reach {
    fn on<E: 'static>(self: &Rc<Self>, act: impl Fn(&Self, E) + 'static) -> Callback<E> {
        let reach = self.clone();
        Callback::from(move |event| act(&reach, event))
    }

    fn year(&self, at: usize) -> Option<u16> {
        self.values.get(at).and_then(Value::number)
    }

    /// The column under the pointer. All columns are equally wide.
    fn column(&self, event: &PointerEvent) -> Option<usize> {
        let element = self.frame.cast::<Element>()?;
        let frame = element.get_bounding_client_rect();
        let share = (f64::from(event.client_x()) - frame.x()) / frame.width().max(1.0);
        let share = if is_mirrored(&element) { 1.0 - share } else { share };
        let last = self.values.len().checked_sub(1)?;
        Some(((share * self.values.len() as f64).max(0.0) as usize).min(last))
    }

    fn range(&self, from: u16, to: u16, first: bool) {
        let action = Action::Years(from, to);
        self.step.emit(if first { Step::Commit(action) } else { Step::Continue(action) });
    }

    fn down(&self, event: &PointerEvent) {
        if event.button() == 0 && event.is_primary() {
            let mut hand = self.hand.borrow_mut();
            hand.drag = self.column(event).map(|at| (at, at));
            hand.moved = false;
        }
    }

    fn move_to(&self, at: Option<usize>, event: &PointerEvent) {
        let (Some((from, last)), Some(at)) = (self.hand.borrow().drag, at) else { return };
        if at == last {
            return;
        }
        let moved = {
            let mut hand = self.hand.borrow_mut();
            hand.drag = Some((from, at));
            std::mem::replace(&mut hand.moved, true)
        };
        if !moved {
            // From here on the chart hears of the pointer wherever it goes, and of its release. It is refused only
            // when the pointer is already gone.
            let _ = self.frame.cast::<Element>().map(|frame| frame.set_pointer_capture(event.pointer_id()));
        }
        if let (Some(from), Some(to)) = (self.year(from), self.year(at)) {
            self.range(from, to, !moved);
        }
    }

    fn press(&self, at: Option<usize>) {
        let moved = {
            let mut hand = self.hand.borrow_mut();
            hand.anchor = None;
            std::mem::take(&mut hand.moved)
        };
        if let Some(value) = at.and_then(|at| self.values.get(at)).filter(|_| !moved) {
            self.step.emit(Step::Commit(Action::Toggle(Facet::Year, value.clone())));
        }
    }

    /// An arrow key has moved from one column to another.
    fn key(&self, at: usize, to: Option<usize>, shift: bool) {
        let begun = {
            let mut hand = self.hand.borrow_mut();
            hand.moved = false;
            if to.is_some() && !shift { hand.anchor.take().and(None) } else { hand.anchor }
        };
        let from = begun.or_else(|| self.year(at));
        if let (Some(from), Some(to), true) = (from, to.and_then(|to| self.year(to)), shift) {
            self.hand.borrow_mut().anchor = Some(from);
            self.range(from, to, begun.is_none());
        }
    }
}
