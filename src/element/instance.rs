//! One widget on a page: its state, and what follows from a change of it.
//!
//! Invariant: a change computes the new totals before anything else hears of it, so that whoever asks the element
//! in an event gets what the event is about.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use yew::prelude::*;

use super::address::{Entry, Sync};
use super::intl::Browser;
use crate::export::totals_json;
use crate::link::{Decoded, Dropped, decode, encode, encode_with_language};
use crate::locale::Locale;
use crate::model::{Refusal, parse};
use crate::query::{Index, Selection, Totals};
use crate::ui::{App, Props, Report, Snapshot, Step, View};

/// The data set that is shown where the page names no other.
const EMBEDDED: &str = include_str!("../../static/data/activities.json");

/// A widget's state.
pub(super) struct Instance {
    report: Rc<Report>,
    selection: Selection,
    totals: Totals,
    dropped: Vec<Dropped>,
    appearance: u32,
    sync: Sync,
    /// The view that the page asks for, for when its address says nothing.
    initial: String,
    app: Option<yew::AppHandle<App>>,
    on_change: Rc<dyn Fn()>,
}

/// A handle on a widget's state.
pub(super) type Shared = Rc<RefCell<Instance>>;

/// Reads a data set for the screen; without a text, the embedded one.
pub(super) fn report(text: Option<&str>, formats: Browser) -> Result<Report, (Refusal, Locale)> {
    let formats = Rc::new(formats);
    let locale = Locale::english(formats.clone());
    match parse(text.unwrap_or(EMBEDDED)) {
        Ok((data, issues)) => Ok(Report { index: Index::new(&data, &*formats), data, issues, locale }),
        Err(refusal) => Err((refusal, locale)),
    }
}

/// Starts a widget in an element of the shadow root.
pub(super) fn start(
    root: web_sys::Element,
    report: Report,
    initial: String,
    sync: Sync,
    on_change: Rc<dyn Fn()>,
) -> Shared {
    let link = sync.read().unwrap_or_else(|| initial.clone());
    let Decoded { selection, dropped, .. } = decode(&link, &report.data, &report.index);
    let totals = Totals::of(&report.index, &selection, report.locale.formats());
    let report = Rc::new(report);
    let shared = Rc::new(RefCell::new(Instance {
        report,
        selection,
        totals,
        dropped,
        appearance: 0,
        sync,
        initial,
        app: None,
        on_change,
    }));
    let props = props(&shared);
    let app = yew::Renderer::<App>::with_root_and_props(root, props).render();
    shared.borrow_mut().app = Some(app);
    shared
}

/// Takes a step of the reader.
fn take(shared: &Shared, step: Step) {
    let (action, entry) = match step {
        Step::Commit(action) => (action, Entry::Push),
        Step::Continue(action) => (action, Entry::Replace),
        Step::Dismiss => {
            shared.borrow_mut().dropped.clear();
            return render(shared);
        }
    };
    let next = action.apply(&shared.borrow().selection);
    change(shared, next, Some(entry));
}

/// Goes over to another selection, and tells the address and the page, if it is another.
fn change(shared: &Shared, next: Selection, entry: Option<Entry>) {
    let (sync, link, on_change) = {
        let mut instance = shared.borrow_mut();
        if instance.selection == next {
            return;
        }
        instance.totals = Totals::of(&instance.report.index, &next, instance.report.locale.formats());
        instance.selection = next;
        (instance.sync, encode(&instance.selection), instance.on_change.clone())
    };
    if let Some(entry) = entry {
        sync.write(&link, entry);
    }
    render(shared);
    // Whoever listens may ask for the totals or set another view: nothing is borrowed here.
    on_change();
}

/// Shows the view of a link. What the link says that is not understood is named on the screen.
pub(super) fn show(shared: &Shared, link: &str, entry: bool) {
    let Decoded { selection, dropped, .. } = {
        let instance = shared.borrow();
        decode(link, &instance.report.data, &instance.report.index)
    };
    let noticed = std::mem::replace(&mut shared.borrow_mut().dropped, dropped);
    let same = noticed == shared.borrow().dropped && shared.borrow().selection == selection;
    if !same {
        render(shared);
    }
    change(shared, selection, entry.then_some(Entry::Push));
}

/// Follows the page's address after Back, Forward or an edit of it.
pub(super) fn follow_address(shared: &Shared) {
    let (sync, initial) = {
        let instance = shared.borrow();
        (instance.sync, instance.initial.clone())
    };
    if sync != Sync::None {
        show(shared, &sync.read().unwrap_or(initial), false);
    }
}

/// Keeps the view in another part of the page's address from now on.
pub(super) fn set_sync(shared: &Shared, sync: Sync) {
    shared.borrow_mut().sync = sync;
    render(shared);
}

/// Draws everything again: sizes, colours or the sharpness of the screen changed.
pub(super) fn redraw(shared: &Shared) {
    {
        let mut instance = shared.borrow_mut();
        instance.appearance = instance.appearance.wrapping_add(1);
    }
    render(shared);
}

/// Takes the widget off the page.
pub(super) fn end(shared: &Shared) {
    let app = shared.borrow_mut().app.take();
    if let Some(app) = app {
        app.destroy();
    }
}

/// The link of the view.
pub(super) fn view(shared: &Shared) -> String {
    encode(&shared.borrow().selection)
}

/// The totals of the view as JSON.
pub(super) fn totals(shared: &Shared) -> String {
    let instance = shared.borrow();
    totals_json(&encode(&instance.selection), &instance.totals)
}

fn render(shared: &Shared) {
    let props = props(shared);
    if let Some(app) = &mut shared.borrow_mut().app {
        app.update(props);
    }
}

fn props(shared: &Shared) -> Props {
    let instance = shared.borrow();
    let language = instance.report.locale.language();
    let address = instance.sync.address(&encode_with_language(&instance.selection, language));
    let snapshot = Snapshot::new(View {
        report: instance.report.clone(),
        selection: instance.selection.clone(),
        totals: instance.totals.clone(),
        dropped: instance.dropped.clone(),
        address: address.map(AttrValue::from),
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
