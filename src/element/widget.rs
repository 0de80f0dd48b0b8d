//! One widget on a page: its state, and what follows from a change of it.
//!
//! Invariant: a change computes the new totals before anything else hears of it, so that whoever asks the element
//! in an event gets what the event is about.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use yew::prelude::*;

use super::address_sync::AddressSync;
use super::app_pool::MountedApp;
use super::intl::JsFormats;
use crate::export::totals_json;
use crate::link::{DecodedLink, LinkProblem, LinkProblemKind, decode, encode, encode_for_record, encode_with_language};
use crate::locale::Locale;
use crate::model::{ParseError, parse};
use crate::query::{Facet, Index, Selection, Totals};
use crate::ui::{LoadedReport, Message, Props, Snapshot, ViewState};
use crate::view::{EmbedOptions, RECORD_ID_PLACEHOLDER};

/// The data set that is shown where the page names no other.
const EMBEDDED: &str = include_str!(concat!(env!("OUT_DIR"), "/activities.json"));

/// A widget's state.
pub struct WidgetState {
    report: Rc<LoadedReport>,
    selection: Selection,
    totals: Totals,
    problems: Vec<LinkProblem>,
    opened_record: Option<usize>,
    options: Rc<EmbedOptions>,
    /// The view that the page itself asked for: what it fixes stays so.
    page_view: Selection,
    appearance: u32,
    printing: bool,
    address: Rc<AddressSync>,
    /// The last step has an entry in the history that the next of its row replaces.
    continues: bool,
    app: Option<MountedApp>,
    events: Rc<dyn WidgetEvents>,
}

/// What a widget tells the page.
pub trait WidgetEvents {
    /// The view has changed.
    fn changed(&self);
    /// The dialogs are to answer a request, given by its code, about the view of a link. `press_y` is how far down the
    /// window the reader pressed.
    fn requested(&self, request: &str, link: &str, press_y: f64);
}

/// A handle on a widget's state.
pub type SharedWidget = Rc<RefCell<WidgetState>>;

/// The data set that is compiled in, as text.
pub fn embedded() -> &'static str {
    EMBEDDED
}

/// Reads a data set for the screen; without a text, the embedded one.
pub fn load_report(text: Option<&str>, formats: JsFormats) -> Result<LoadedReport, (ParseError, Locale)> {
    let formats = Rc::new(formats);
    let locale = Locale::english(formats.clone());
    match parse(text.unwrap_or(EMBEDDED)) {
        Ok((data, issues)) => Ok(LoadedReport { index: Index::new(&data, &*formats), data, issues, locale }),
        Err(error) => Err((error, locale)),
    }
}

/// What a widget starts with.
pub struct WidgetSetup<'a> {
    /// The data set, ready to be shown.
    pub report: LoadedReport,
    /// How the page frames the widget.
    pub options: EmbedOptions,
    /// The view that the page itself asks for, as a link.
    pub page_view: &'a str,
    /// The view that its address asks for, where it asks for one.
    pub address_view: Option<&'a str>,
    /// The page's address.
    pub address: AddressSync,
    /// What hears of the widget.
    pub events: Rc<dyn WidgetEvents>,
}

/// Starts a widget in an element of the shadow root.
pub fn mount(root: web_sys::Element, setup: WidgetSetup<'_>) -> SharedWidget {
    let WidgetSetup { report, options, page_view, address_view, address, events } = setup;
    let own = decode(page_view, &report.data, &report.index);
    let address_view = address_view.map(|link| decode(link, &report.data, &report.index));
    let (page_view, read) = match address_view {
        Some(read) => (own.selection, read),
        None => (own.selection.clone(), own),
    };
    let (DecodedLink { selection, problems, record, .. }, totals) = resolve_link(&report, &options, &page_view, read);
    let report = Rc::new(report);
    let shared = Rc::new(RefCell::new(WidgetState {
        report,
        selection,
        totals,
        problems,
        opened_record: record,
        options: Rc::new(options),
        page_view,
        appearance: 0,
        printing: false,
        address: Rc::new(address),
        continues: false,
        app: None,
        events,
    }));
    let app = MountedApp::mount(&root, props(&shared));
    shared.borrow_mut().app = app;
    shared
}

/// What a link asks for, as far as the page lets it, with its totals. What it does not let, and a record that the view
/// does not hold, are noted.
fn resolve_link(
    report: &LoadedReport,
    options: &EmbedOptions,
    page_view: &Selection,
    mut read: DecodedLink,
) -> (DecodedLink, Totals) {
    let (held, changed) = options.enforce(read.selection.clone(), page_view);
    if changed {
        for facet in Facet::ALL {
            if options.shows(facet) && held.chosen(facet, None) != read.selection.chosen(facet, None) {
                read.problems.push(LinkProblem {
                    key: facet.key().into(),
                    value: String::new(),
                    why: LinkProblemKind::Fixed,
                });
            }
        }
        read.selection = held;
    }
    let totals = Totals::of(&report.index, &read.selection, report.locale.formats());
    if let Some(record) = read.record.filter(|record| !totals.records.contains(record)) {
        let id = report.data.activities.get(record).map(|activity| activity.id.to_string());
        let problems =
            LinkProblem { key: "record".into(), value: id.unwrap_or_default(), why: LinkProblemKind::Filtered };
        read.problems.push(problems);
        read.record = None;
    }
    (read, totals)
}

/// Follows a message of the screen.
fn handle_message(shared: &SharedWidget, message: Message) {
    let (action, push) = match message {
        Message::Commit(action) => (action, true),
        // The next of a row replaces the entry of the first, if the first changed anything and so has one.
        Message::Continue(action) => (action, !shared.borrow().continues),
        Message::DismissNotice => {
            shared.borrow_mut().problems.clear();
            return render(shared);
        }
        Message::Request { request, selection, press_y } => {
            let events = shared.borrow().events.clone();
            return events.requested(&request.code(), &encode(&selection), press_y);
        }
    };
    let next = {
        let state = shared.borrow();
        state.options.enforce(action.apply(&state.selection), &state.page_view).0
    };
    let changed = set_selection(shared, next, Some(push));
    if changed || push {
        shared.borrow_mut().continues = changed;
    }
}

/// Goes over to another selection, and tells the page, if it is another. `push` says whether the address is told by an
/// entry of its own or in place of the current one; `None`: it is where the selection comes from.
fn set_selection(shared: &SharedWidget, next: Selection, push: Option<bool>) -> bool {
    let (address, link, events) = {
        let mut state = shared.borrow_mut();
        if state.selection == next {
            return false;
        }
        state.totals = Totals::of(&state.report.index, &next, state.report.locale.formats());
        state.selection = next;
        state.opened_record = None;
        (state.address.clone(), encode(&state.selection), state.events.clone())
    };
    if let Some(push) = push {
        address.write(&link, push);
    }
    render(shared);
    // Whoever listens may ask for the totals or set another view: nothing is borrowed here.
    events.changed();
    true
}

/// Shows the view of a link. What the link says that is not understood is named on the screen. `by_page`: the page
/// itself asks, not its address; what it fixes is fixed so from then on.
pub fn show_link(shared: &SharedWidget, link: &str, by_page: bool) {
    let read = {
        let mut state = shared.borrow_mut();
        let read = decode(link, &state.report.data, &state.report.index);
        if by_page {
            state.page_view = read.selection.clone();
        }
        resolve_link(&state.report, &state.options, &state.page_view, read).0
    };
    set_selection(shared, read.selection, by_page.then_some(true));
    let same = {
        let mut state = shared.borrow_mut();
        let same = state.problems == read.problems && state.opened_record == read.record;
        state.problems = read.problems;
        state.opened_record = read.record;
        same
    };
    if !same {
        render(shared);
    }
}

/// Frames the widget anew. What the page fixes now is as the page asked for it.
pub fn set_options(shared: &SharedWidget, options: EmbedOptions) {
    let held = {
        let mut state = shared.borrow_mut();
        state.options = Rc::new(options);
        state.options.enforce(state.selection.clone(), &state.page_view).0
    };
    if !set_selection(shared, held, Some(false)) {
        render(shared);
    }
}

/// Shows long tables in full while the page is printed.
pub fn print(shared: &SharedWidget, printing: bool) {
    shared.borrow_mut().printing = printing;
    render(shared);
}

/// Draws everything again: sizes, colours or the sharpness of the screen changed.
pub fn redraw(shared: &SharedWidget) {
    {
        let mut state = shared.borrow_mut();
        state.appearance = state.appearance.wrapping_add(1);
    }
    render(shared);
}

/// Takes the widget off the page.
pub fn unmount(shared: &SharedWidget) {
    let app = shared.borrow_mut().app.take();
    if let Some(app) = app {
        app.recycle();
    }
}

/// The link of the view.
pub fn view(shared: &SharedWidget) -> String {
    encode(&shared.borrow().selection)
}

/// The totals of the view as JSON.
pub fn totals(shared: &SharedWidget) -> String {
    let state = shared.borrow();
    totals_json(&encode(&state.selection), &state.totals)
}

fn render(shared: &SharedWidget) {
    let props = props(shared);
    if let Some(app) = &mut shared.borrow_mut().app {
        app.update(props);
    }
}

fn props(shared: &SharedWidget) -> Props {
    let state = shared.borrow();
    let language = state.report.locale.language();
    let address = state.address.href(&encode_with_language(&state.selection, language));
    let record = state.address.href(&encode_for_record(&state.selection, language, RECORD_ID_PLACEHOLDER));
    let snapshot = Snapshot::new(ViewState {
        report: state.report.clone(),
        selection: state.selection.clone(),
        totals: state.totals.clone(),
        problems: state.problems.clone(),
        address: address.map(AttrValue::from),
        record_address: record.map(AttrValue::from),
        opened_record: state.opened_record,
        printing: state.printing,
        options: state.options.clone(),
        appearance: state.appearance,
    });
    // The components must not keep their own widget alive after it was taken off the page.
    let weak: Weak<_> = Rc::downgrade(shared);
    let on_message = Callback::from(move |message: Message| {
        if let Some(shared) = weak.upgrade() {
            handle_message(&shared, message);
        }
    });
    Props { snapshot, on_message }
}
