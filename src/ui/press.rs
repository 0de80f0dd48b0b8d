//! What a press does: a mark filters, and an element with `data-request` sends a request to the dialogs.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::dom::closest_target;
use super::{Message, Props};
use crate::link::decode;
use crate::query::{Measure, Selection, SelectionAction};
use crate::view::{Request, TotalKind};

/// Follows a press: asks the annex, or filters. `false` when nothing on the screen follows of it: the annex answers, or the
/// mark may not be picked.
pub fn press(props: &Props, event: &Event) -> bool {
    if let Some(element) = closest_target(event, "[data-request]") {
        send_request(props, &element);
        return false;
    }
    if let Some(mark) = closest_target(event, "[data-pick]") {
        let mark = picked(props, &mark.get_attribute("data-pick").unwrap_or_default());
        if !props.snapshot.view_context().options.allows_pick(&mark) {
            return false;
        }
        props.on_message.emit(Message::Commit(SelectionAction::Pick(Box::new(mark))));
    }
    true
}

/// The same with a key for words that can be pressed and are no button.
pub fn press_words(props: &Props, event: &KeyboardEvent) {
    if let Some(words) = closest_target(event, "[role=button][data-request]") {
        event.prevent_default();
        send_request(props, &words);
    }
}

/// Asks about the view, or about what a mark stands for: a tip names that mark.
fn send_request(props: &Props, element: &HtmlElement) {
    let current = &props.snapshot.selection;
    let of = marked_by_tooltip(element).map(|mark| current.narrowed(&picked(props, &mark)));
    let request = match (&of, current.measure) {
        (None, _) => Request::from_code(&element.get_attribute("data-request").unwrap_or_default()),
        (Some(_), Measure::People) => Some(Request::Breakdown(TotalKind::People)),
        (Some(_), Measure::Activities) => Some(Request::Breakdown(TotalKind::Activities)),
    };
    if let Some(request) = request {
        let selection = Box::new(of.unwrap_or_else(|| current.clone()));
        let press_y = element.get_bounding_client_rect().bottom();
        props.on_message.emit(Message::Request { request, selection, press_y });
    }
}

fn marked_by_tooltip(element: &HtmlElement) -> Option<String> {
    element.closest(".tooltip").ok().flatten()?.get_attribute("data-of")
}

fn picked(props: &Props, link: &str) -> Selection {
    let report = &props.snapshot.report;
    decode(link, &report.data, &report.index).selection
}
