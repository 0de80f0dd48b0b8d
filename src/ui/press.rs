//! What a press does: a mark filters, and an element with `data-request` sends a request to the dialogs.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::dom::closest_target;
use super::{AppProps, Message};
use crate::link::decode;
use crate::query::{Measure, Selection, SelectionAction};
use crate::view::{DialogRequest, TotalKind};

/// Handles a click: sends a request to the dialogs, or filters.
pub fn handle_click(props: &AppProps, event: &Event) {
    if let Some(element) = closest_target(event, "[data-request]") {
        return send_request(props, &element);
    }
    if let Some(mark) = closest_target(event, "[data-pick]") {
        let pick = decode_pick(props, &mark.get_attribute("data-pick").unwrap_or_default());
        if props.snapshot.view_context().options.allows_pick(&pick) {
            props.on_message.emit(Message::Commit(SelectionAction::Pick(Box::new(pick))));
        }
    }
}

/// Handles Enter or Space on an element with a request that has the role of a button but is none.
pub fn handle_key(props: &AppProps, event: &KeyboardEvent) {
    if let Some(element) = closest_target(event, "[role=button][data-request]") {
        event.prevent_default();
        send_request(props, &element);
    }
}

/// Sends the request of an element. It is about the view, or, inside a tooltip, about the view narrowed to the
/// tooltip's mark.
fn send_request(props: &AppProps, element: &HtmlElement) {
    let pick = tooltip_pick(element).map(|pick| Box::new(decode_pick(props, &pick)));
    let request = match (&pick, props.snapshot.selection.measure) {
        (None, _) => DialogRequest::from_code(&element.get_attribute("data-request").unwrap_or_default()),
        (Some(_), Measure::People) => Some(DialogRequest::Breakdown(TotalKind::People)),
        (Some(_), Measure::Activities) => Some(DialogRequest::Breakdown(TotalKind::Activities)),
    };
    if let Some(request) = request {
        let press_y = element.get_bounding_client_rect().bottom();
        props.on_message.emit(Message::Request { request, pick, press_y });
    }
}

fn tooltip_pick(element: &HtmlElement) -> Option<String> {
    element.closest(".tooltip").ok().flatten()?.get_attribute("data-of")
}

fn decode_pick(props: &AppProps, link: &str) -> Selection {
    let report = &props.snapshot.loaded;
    decode(link, &report.data, &report.index).selection
}
