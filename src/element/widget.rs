//! One widget on a page: its state, and what follows from a change of it.
//!
//! Invariant: a change computes the new totals before it notifies anyone, and a listener that reads the element inside
//! an event gets the numbers that the event is about. The screen follows before the next frame.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use yew::prelude::*;

use super::address_sync::AddressSync;
use super::app_pool::MountedApp;
use super::data_set_reader::DataSetReader;
use super::intl::JsFormats;
use crate::export::totals_json;
use crate::link::{DecodedLink, LinkProblem, LinkProblemKind, decode, encode, encode_for_record, encode_with_language};
use crate::locale::Locale;
use crate::query::{Counter, Facet, Index, Selection, Totals};
use crate::ui::{AppProps, LoadedDataSet, Message, Snapshot, ViewState, before_next_frame};
use crate::view::{EmbedOptions, RECORD_ID_PLACEHOLDER, page_title};

/// The data set that is shown if the page names no other, as `src/locale/pack_data.rs` packs it.
const BUILT_IN: &str = include_str!(concat!(env!("OUT_DIR"), "/activities.txt"));

/// A widget's state.
pub struct WidgetState {
    loaded: Rc<LoadedDataSet>,
    selection: Selection,
    totals: Rc<Totals>,
    counter: Counter,
    problems: Vec<LinkProblem>,
    opened_row: Option<usize>,
    options: Rc<EmbedOptions>,
    /// The view that the page itself asked for: read-only facets keep their values from here.
    page_view: Selection,
    appearance: u32,
    printing: bool,
    /// The screen shows an earlier state until the next frame.
    awaits_frame: bool,
    address: Rc<AddressSync>,
    /// The current series of changes has a history entry, which the next `Message::Continue` replaces.
    has_series_entry: bool,
    app: Option<MountedApp>,
    listener: Rc<dyn WidgetListener>,
}

/// What a widget reports to the page.
pub trait WidgetListener {
    /// The view has changed.
    fn changed(&self);
    /// The reader sends the dialogs a request, given by its code, about the view of a link. `press_y` is the distance
    /// in pixels from the top of the window to where the reader pressed.
    fn requested(&self, request: &str, link: &str, press_y: f64);
}

/// A shared handle to a widget's state.
pub type SharedWidget = Rc<RefCell<WidgetState>>;

/// The built-in data set, packed.
pub fn built_in_data() -> &'static str {
    BUILT_IN
}

/// A data set that was read, ready for the screen.
pub fn load_data_set(reader: DataSetReader, formats: JsFormats) -> LoadedDataSet {
    let (data, issues) = reader.finish();
    let formats = Rc::new(formats);
    LoadedDataSet { index: Index::new(&data, &*formats), data, issues, locale: Locale::english(formats) }
}

/// What a widget is mounted with.
pub struct WidgetSetup<'a> {
    /// The data set, ready to be shown.
    pub loaded: LoadedDataSet,
    /// What the page asks for: blocks, locked and hidden facets.
    pub options: EmbedOptions,
    /// The view that the page itself asks for, as a link.
    pub page_view: &'a str,
    /// The link in the page's address, if any; it wins over `page_view`.
    pub address_view: Option<&'a str>,
    /// The page's address.
    pub address: AddressSync,
    /// Where the widget reports changes and requests.
    pub listener: Rc<dyn WidgetListener>,
}

/// Mounts a widget inside `root`, an element of the shadow root.
pub fn mount(root: web_sys::Element, setup: WidgetSetup<'_>) -> SharedWidget {
    let WidgetSetup { loaded, options, page_view, address_view, address, listener } = setup;
    let page_link = decode(page_view, &loaded.data, &loaded.index);
    let address_link = address_view.map(|link| decode(link, &loaded.data, &loaded.index));
    let (page_view, decoded) = match address_link {
        Some(address_link) => (page_link.selection, address_link),
        None => (page_link.selection.clone(), page_link),
    };
    let mut counter = Counter::default();
    let (DecodedLink { selection, problems, opened_row, .. }, totals) =
        resolve_link(&loaded, &mut counter, &options, &page_view, decoded);
    let loaded = Rc::new(loaded);
    let shared = Rc::new(RefCell::new(WidgetState {
        loaded,
        selection,
        totals: Rc::new(totals),
        counter,
        problems,
        opened_row,
        options: Rc::new(options),
        page_view,
        appearance: 0,
        printing: false,
        awaits_frame: false,
        address: Rc::new(address),
        has_series_entry: false,
        app: None,
        listener,
    }));
    let app = MountedApp::mount(&root, props(&shared));
    shared.borrow_mut().app = app;
    shared
}

/// What a link asks for as far as the page allows it, with its totals. Read-only facets that the link sets otherwise,
/// and a record that the view does not contain, are added to the link's problems.
fn resolve_link(
    loaded: &LoadedDataSet,
    counter: &mut Counter,
    options: &EmbedOptions,
    page_view: &Selection,
    mut decoded: DecodedLink,
) -> (DecodedLink, Totals) {
    let (enforced, changed) = options.enforce(decoded.selection.clone(), page_view);
    if changed {
        for facet in Facet::ALL {
            if options.shows(facet) && enforced.chosen(facet, None) != decoded.selection.chosen(facet, None) {
                decoded.problems.push(LinkProblem {
                    key: facet.key().into(),
                    value: String::new(),
                    kind: LinkProblemKind::ReadOnly,
                });
            }
        }
        decoded.selection = enforced;
    }
    let totals = Totals::next(&loaded.index, counter, &decoded.selection, loaded.locale.formats());
    if let Some(row) = decoded.opened_row.filter(|row| !totals.rows.contains(*row)) {
        let id = loaded.data.activities.get(row).map(|activity| activity.id.to_string());
        let problem =
            LinkProblem { key: "record".into(), value: id.unwrap_or_default(), kind: LinkProblemKind::Filtered };
        decoded.problems.push(problem);
        decoded.opened_row = None;
    }
    (decoded, totals)
}

/// Applies a message of the screen.
fn handle_message(shared: &SharedWidget, message: Message) {
    let (action, push) = match message {
        Message::Commit(action) => (action, true),
        // Replaces the history entry of the series; if no change of the series has made one yet, this one makes it.
        Message::Continue(action) => (action, !shared.borrow().has_series_entry),
        Message::DismissNotice => {
            shared.borrow_mut().problems.clear();
            return render_in_frame(shared);
        }
        Message::Request { request, pick, press_y } => {
            let (listener, link) = {
                let state = shared.borrow();
                let narrowed = pick.map(|pick| state.selection.narrowed(&pick));
                (state.listener.clone(), encode(narrowed.as_ref().unwrap_or(&state.selection)))
            };
            return listener.requested(&request.code(), &link, press_y);
        }
    };
    let next = {
        let state = shared.borrow();
        state.options.enforce(action.apply(&state.selection), &state.page_view).0
    };
    let changed = set_selection(shared, next, None, Some(push));
    if changed || push {
        shared.borrow_mut().has_series_entry = changed;
    }
}

/// Sets the selection; if it differs, has it rendered, notifies the page and returns `true`. `totals` are those of the selection,
/// if they have been counted already. `push`: whether the address gets a
/// new history entry or the current one is replaced; `None` if the selection comes from the address.
fn set_selection(shared: &SharedWidget, next: Selection, totals: Option<Totals>, push: Option<bool>) -> bool {
    let (address, link, listener) = {
        let mut borrowed = shared.borrow_mut();
        let state = &mut *borrowed;
        if state.selection == next {
            return false;
        }
        let WidgetState { loaded, counter, .. } = state;
        let count = || Totals::next(&loaded.index, counter, &next, loaded.locale.formats());
        state.totals = Rc::new(totals.unwrap_or_else(count));
        state.selection = next;
        state.opened_row = None;
        (state.address.clone(), encode(&state.selection), state.listener.clone())
    };
    if let Some(push) = push {
        address.write(&link, push);
    }
    render_in_frame(shared);
    // A listener may read the totals or set another view: the state must not be borrowed here.
    listener.changed();
    true
}

/// Shows the view of a link. Parts of the link that are not understood are named on the screen. `by_page`: the page
/// itself asks, not its address; read-only facets keep the values of this link from then on.
pub fn show_link(shared: &SharedWidget, link: &str, by_page: bool) {
    let decoded = {
        let mut state = shared.borrow_mut();
        let decoded = decode(link, &state.loaded.data, &state.loaded.index);
        if by_page {
            state.page_view = decoded.selection.clone();
        }
        let WidgetState { loaded, counter, options, page_view, .. } = &mut *state;
        resolve_link(loaded, counter, options, page_view, decoded)
    };
    let (decoded, totals) = decoded;
    set_selection(shared, decoded.selection, Some(totals), by_page.then_some(true));
    let unchanged = {
        let mut state = shared.borrow_mut();
        let unchanged = state.problems == decoded.problems && state.opened_row == decoded.opened_row;
        state.problems = decoded.problems;
        state.opened_row = decoded.opened_row;
        unchanged
    };
    if !unchanged {
        render_in_frame(shared);
    }
}

/// Applies changed embed options. Facets that are read-only now take their values from the view that the page asked
/// for.
pub fn set_options(shared: &SharedWidget, options: EmbedOptions) {
    let enforced = {
        let mut state = shared.borrow_mut();
        state.options = Rc::new(options);
        state.options.enforce(state.selection.clone(), &state.page_view).0
    };
    if !set_selection(shared, enforced, None, Some(false)) {
        render_in_frame(shared);
    }
}

/// Renders again and redraws the canvases: sizes, colours or the pixel density of the screen have changed. Long lists are
/// rendered in full while `printing`.
pub fn redraw(shared: &SharedWidget, printing: bool) {
    {
        let mut state = shared.borrow_mut();
        state.printing = printing;
        if let Some(app) = state.app.as_ref().filter(|_| printing) {
            app.add_paper_rows();
        }
        state.appearance = state.appearance.wrapping_add(1);
    }
    render(shared);
}

/// Removes the widget from the page.
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

/// Renders before the next frame: of many changes before it, only the last is seen.
fn render_in_frame(shared: &SharedWidget) {
    if std::mem::replace(&mut shared.borrow_mut().awaits_frame, true) {
        return;
    }
    let weak = Rc::downgrade(shared);
    before_next_frame(move || {
        if let Some(shared) = weak.upgrade().filter(|shared| shared.borrow().awaits_frame) {
            render(&shared);
        }
    });
}

fn render(shared: &SharedWidget) {
    shared.borrow_mut().awaits_frame = false;
    let props = props(shared);
    if let Some(app) = &mut shared.borrow_mut().app {
        app.update(props);
    }
}

fn props(shared: &SharedWidget) -> AppProps {
    let state = shared.borrow();
    let language = state.loaded.locale.language();
    let link = encode_with_language(&state.selection, language);
    let view_address = state.address.href(&link);
    let record_address = state.address.href(&encode_for_record(&state.selection, language, RECORD_ID_PLACEHOLDER));
    let snapshot = Snapshot::new(ViewState {
        loaded: state.loaded.clone(),
        selection: state.selection.clone(),
        totals: state.totals.clone(),
        problems: state.problems.clone(),
        address: view_address.map(AttrValue::from),
        paper_address: state.address.on_paper(&link),
        record_address: record_address.map(AttrValue::from),
        opened_row: state.opened_row,
        printing: state.printing,
        options: state.options.clone(),
        appearance: state.appearance,
    });
    state.address.set_title(&page_title(&snapshot.view_context()));
    // Weak, because the components must not keep their own widget alive after it is removed from the page.
    let weak: Weak<_> = Rc::downgrade(shared);
    let on_message = Callback::from(move |message: Message| {
        if let Some(shared) = weak.upgrade() {
            handle_message(&shared, message);
        }
    });
    AppProps { snapshot, on_message }
}
