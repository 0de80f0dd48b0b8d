//! One widget on a page: its state, and what follows from a change of it.
//!
//! Invariant: a change computes the new totals before anything else hears of it, so that whoever asks the element
//! in an event gets what the event is about.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use yew::prelude::*;

use super::address::Address;
use super::intl::Browser;
use super::screen::Screen;
use crate::export::totals_json;
use crate::link::{DecodedLink, LinkProblem, LinkProblemKind, decode, encode, encode_for_record, encode_with_language};
use crate::locale::Locale;
use crate::model::{ParseError, parse};
use crate::query::{Facet, Index, Selection, Totals};
use crate::ui::{Props, Report, Snapshot, Step, View};
use crate::view::{EmbedOptions, RECORD_ID_PLACEHOLDER};

/// The data set that is shown where the page names no other.
const EMBEDDED: &str = include_str!(concat!(env!("OUT_DIR"), "/activities.json"));

/// A widget's state.
pub struct Instance {
    report: Rc<Report>,
    selection: Selection,
    totals: Totals,
    dropped: Vec<LinkProblem>,
    opened: Option<usize>,
    options: Rc<EmbedOptions>,
    /// The view that the page itself asked for: what it fixes stays so.
    page: Selection,
    appearance: u32,
    printing: bool,
    address: Rc<Address>,
    /// The last step has an entry in the history that the next of its row replaces.
    in_row: bool,
    screen: Option<Screen>,
    calls: Rc<dyn Calls>,
}

/// What a widget tells the page.
pub trait Calls {
    /// The view has changed.
    fn changed(&self);
    /// The annex is to answer a question, named by its word, about the view of a link. `near` is how far down the
    /// window the reader pressed.
    fn asked(&self, topic: &str, link: &str, near: f64);
}

/// A handle on a widget's state.
pub type Shared = Rc<RefCell<Instance>>;

/// The data set that is compiled in, as text.
pub fn embedded() -> &'static str {
    EMBEDDED
}

/// Reads a data set for the screen; without a text, the embedded one.
pub fn report(text: Option<&str>, formats: Browser) -> Result<Report, (ParseError, Locale)> {
    let formats = Rc::new(formats);
    let locale = Locale::english(formats.clone());
    match parse(text.unwrap_or(EMBEDDED)) {
        Ok((data, issues)) => Ok(Report { index: Index::new(&data, &*formats), data, issues, locale }),
        Err(parse_failure) => Err((parse_failure, locale)),
    }
}

/// What a widget starts with.
pub struct Start<'a> {
    /// The data set, ready to be shown.
    pub report: Report,
    /// How the page frames the widget.
    pub options: EmbedOptions,
    /// The view that the page itself asks for, as a link.
    pub page: &'a str,
    /// The view that its address asks for, where it asks for one.
    pub asked: Option<&'a str>,
    /// The page's address.
    pub address: Address,
    /// What hears of the widget.
    pub calls: Rc<dyn Calls>,
}

/// Starts a widget in an element of the shadow root.
pub fn start(root: web_sys::Element, start: Start<'_>) -> Shared {
    let Start { report, options, page, asked, address, calls } = start;
    let own = decode(page, &report.data, &report.index);
    let asked = asked.map(|link| decode(link, &report.data, &report.index));
    let (page, read) = match asked {
        Some(asked) => (own.selection, asked),
        None => (own.selection.clone(), own),
    };
    let (DecodedLink { selection, dropped, record, .. }, totals) = settle(&report, &options, &page, read);
    let report = Rc::new(report);
    let shared = Rc::new(RefCell::new(Instance {
        report,
        selection,
        totals,
        dropped,
        opened: record,
        options: Rc::new(options),
        page,
        appearance: 0,
        printing: false,
        address: Rc::new(address),
        in_row: false,
        screen: None,
        calls,
    }));
    let screen = Screen::show(&root, props(&shared));
    shared.borrow_mut().screen = screen;
    shared
}

/// What a link asks for, as far as the page lets it, with its totals. What it does not let, and a record that the view
/// does not hold, are noted.
fn settle(report: &Report, options: &EmbedOptions, page: &Selection, mut read: DecodedLink) -> (DecodedLink, Totals) {
    let (held, changed) = options.enforce(read.selection.clone(), page);
    if changed {
        for facet in Facet::ALL {
            if options.shows(facet) && held.chosen(facet, None) != read.selection.chosen(facet, None) {
                read.dropped.push(LinkProblem {
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
        let dropped =
            LinkProblem { key: "record".into(), value: id.unwrap_or_default(), why: LinkProblemKind::Filtered };
        read.dropped.push(dropped);
        read.record = None;
    }
    (read, totals)
}

/// Takes a step of the reader.
fn take(shared: &Shared, step: Step) {
    let (action, push) = match step {
        Step::Commit(action) => (action, true),
        // The next of a row replaces the entry of the first, if the first changed anything and so has one.
        Step::Continue(action) => (action, !shared.borrow().in_row),
        Step::Dismiss => {
            shared.borrow_mut().dropped.clear();
            return render(shared);
        }
        Step::Ask { topic, selection, near } => {
            let calls = shared.borrow().calls.clone();
            return calls.asked(&topic.code(), &encode(&selection), near);
        }
    };
    let next = {
        let instance = shared.borrow();
        instance.options.enforce(action.apply(&instance.selection), &instance.page).0
    };
    let changed = change(shared, next, Some(push));
    if changed || push {
        shared.borrow_mut().in_row = changed;
    }
}

/// Goes over to another selection, and tells the page, if it is another. `push` says whether the address is told by an
/// entry of its own or in place of the current one; `None`: it is where the selection comes from.
fn change(shared: &Shared, next: Selection, push: Option<bool>) -> bool {
    let (address, link, calls) = {
        let mut instance = shared.borrow_mut();
        if instance.selection == next {
            return false;
        }
        instance.totals = Totals::of(&instance.report.index, &next, instance.report.locale.formats());
        instance.selection = next;
        instance.opened = None;
        (instance.address.clone(), encode(&instance.selection), instance.calls.clone())
    };
    if let Some(push) = push {
        address.write(&link, push);
    }
    render(shared);
    // Whoever listens may ask for the totals or set another view: nothing is borrowed here.
    calls.changed();
    true
}

/// Shows the view of a link. What the link says that is not understood is named on the screen. `by_page`: the page
/// itself asks, not its address; what it fixes is fixed so from then on.
pub fn show(shared: &Shared, link: &str, by_page: bool) {
    let read = {
        let mut instance = shared.borrow_mut();
        let read = decode(link, &instance.report.data, &instance.report.index);
        if by_page {
            instance.page = read.selection.clone();
        }
        settle(&instance.report, &instance.options, &instance.page, read).0
    };
    change(shared, read.selection, by_page.then_some(true));
    let same = {
        let mut instance = shared.borrow_mut();
        let same = instance.dropped == read.dropped && instance.opened == read.record;
        instance.dropped = read.dropped;
        instance.opened = read.record;
        same
    };
    if !same {
        render(shared);
    }
}

/// Frames the widget anew. What the page fixes now is as the page asked for it.
pub fn set_options(shared: &Shared, options: EmbedOptions) {
    let held = {
        let mut instance = shared.borrow_mut();
        instance.options = Rc::new(options);
        instance.options.enforce(instance.selection.clone(), &instance.page).0
    };
    if !change(shared, held, Some(false)) {
        render(shared);
    }
}

/// Shows long tables in full while the page is printed.
pub fn print(shared: &Shared, printing: bool) {
    shared.borrow_mut().printing = printing;
    render(shared);
}

/// Draws everything again: sizes, colours or the sharpness of the screen changed.
pub fn redraw(shared: &Shared) {
    {
        let mut instance = shared.borrow_mut();
        instance.appearance = instance.appearance.wrapping_add(1);
    }
    render(shared);
}

/// Takes the widget off the page.
pub fn end(shared: &Shared) {
    let screen = shared.borrow_mut().screen.take();
    if let Some(screen) = screen {
        screen.put_by();
    }
}

/// The link of the view.
pub fn view(shared: &Shared) -> String {
    encode(&shared.borrow().selection)
}

/// The totals of the view as JSON.
pub fn totals(shared: &Shared) -> String {
    let instance = shared.borrow();
    totals_json(&encode(&instance.selection), &instance.totals)
}

fn render(shared: &Shared) {
    let props = props(shared);
    if let Some(screen) = &mut shared.borrow_mut().screen {
        screen.app.update(props);
    }
}

fn props(shared: &Shared) -> Props {
    let instance = shared.borrow();
    let language = instance.report.locale.language();
    let address = instance.address.href(&encode_with_language(&instance.selection, language));
    let record = instance.address.href(&encode_for_record(&instance.selection, language, RECORD_ID_PLACEHOLDER));
    let snapshot = Snapshot::new(View {
        report: instance.report.clone(),
        selection: instance.selection.clone(),
        totals: instance.totals.clone(),
        dropped: instance.dropped.clone(),
        address: address.map(AttrValue::from),
        record_address: record.map(AttrValue::from),
        opened: instance.opened,
        printing: instance.printing,
        options: instance.options.clone(),
        appearance: instance.appearance,
    });
    // The components must not keep their own widget alive after it was taken off the page.
    let weak: Weak<_> = Rc::downgrade(shared);
    let step = Callback::from(move |step: Step| {
        if let Some(shared) = weak.upgrade() {
            take(&shared, step);
        }
    });
    Props { snapshot, step }
}
