//! What a press does: a mark filters, and what says of itself that it leads to the annex asks.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::dom::{around, hit};
use super::{Props, Step};
use crate::link::decode;
use crate::query::{Measure, Selection, SelectionAction};
use crate::view::{Request, TotalKind};

/// Where something stands in the window.
pub struct Place {
    /// What was pressed.
    pub element: HtmlElement,
    /// How far down it stands, and how far down its block.
    top: f64,
    block: Option<(HtmlElement, f64)>,
    /// It was pressed with the keyboard.
    pub by_key: bool,
}

impl Place {
    fn of(element: HtmlElement, by_key: bool) -> Self {
        let block = around(&element, "[part]").map(|block| {
            let top = top(&block);
            (block, top)
        });
        Self { top: top(&element), block, element, by_key }
    }

    /// How far it has moved down since; its block, where it is gone itself.
    pub fn moved(&self) -> f64 {
        match &self.block {
            _ if self.element.is_connected() => top(&self.element) - self.top,
            Some((block, before)) if block.is_connected() => top(block) - before,
            _ => 0.0,
        }
    }
}

fn top(element: &HtmlElement) -> f64 {
    element.get_bounding_client_rect().top()
}

/// What was pressed last, until the screen was made anew.
#[derive(Default)]
pub struct Pressed {
    place: Option<Place>,
    /// The record of the link that was scrolled to.
    pub shown_record: Option<usize>,
}

impl Pressed {
    /// Takes down what is pressed and where it stands in the window.
    pub fn note(&mut self, event: &MouseEvent) {
        // A press with the keyboard is a click without a pointer's count of clicks.
        let by_key = event.detail() == 0;
        self.place = hit(event, "button, [data-ask], label").map(|element| Place::of(element, by_key));
    }

    /// Gives it once. Whatever else is begun takes it too: a press that changed nothing would move the page later.
    pub fn take(&mut self) -> Option<Place> {
        self.place.take()
    }
}

/// Follows a press: asks the annex, or filters. `false` when nothing on the screen follows of it: the annex answers, or the
/// mark may not be picked.
pub fn press(props: &Props, event: &Event) -> bool {
    if let Some(question) = hit(event, "[data-ask]") {
        ask(props, &question);
        return false;
    }
    if let Some(mark) = hit(event, "[data-pick]") {
        let mark = picked(props, &mark.get_attribute("data-pick").unwrap_or_default());
        if !props.snapshot.view_context().options.allows_pick(&mark) {
            return false;
        }
        props.step.emit(Step::Commit(SelectionAction::Pick(Box::new(mark))));
    }
    true
}

/// The same with a key for words that can be pressed and are no button.
pub fn press_words(props: &Props, event: &KeyboardEvent) {
    if let Some(words) = hit(event, "[role=button][data-ask]") {
        event.prevent_default();
        ask(props, &words);
    }
}

/// Asks about the view, or about what a mark stands for: a tip names that mark.
fn ask(props: &Props, question: &HtmlElement) {
    let current = &props.snapshot.selection;
    let of = hit_of(question).map(|mark| current.narrowed(&picked(props, &mark)));
    let topic = match (&of, current.measure) {
        (None, _) => Request::from_code(&question.get_attribute("data-ask").unwrap_or_default()),
        (Some(_), Measure::People) => Some(Request::Breakdown(TotalKind::People)),
        (Some(_), Measure::Activities) => Some(Request::Breakdown(TotalKind::Activities)),
    };
    if let Some(topic) = topic {
        let selection = Box::new(of.unwrap_or_else(|| current.clone()));
        let near = question.get_bounding_client_rect().bottom();
        props.step.emit(Step::Ask { topic, selection, near });
    }
}

fn hit_of(question: &HtmlElement) -> Option<String> {
    question.closest(".tip").ok().flatten()?.get_attribute("data-of")
}

fn picked(props: &Props, link: &str) -> Selection {
    let report = &props.snapshot.report;
    decode(link, &report.data, &report.index).selection
}
