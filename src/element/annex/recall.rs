//! A link that remembers, asked about: what was, from the data of then where they are kept, beside what is.
//!
//! Invariant: what is said stands only as long as the view is the link's. A reader who filters on sees no number that is
//! not of this view; on the way back it is there again, unless it was dismissed.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use wasm_bindgen::prelude::*;
use yew::prelude::*;

use super::Hooks;
use crate::link::{Memory, decode, remembered};
use crate::model::parse;
use crate::query::{Index, Measure, Selection, Sort, Totals};
use crate::ui::Report;
use crate::ui::annex::{Earlier, Recall, RecallProps, Recalled, memoir, misunderstood};
use crate::view::{Age, Frame, age};

/// What a widget says of its link.
pub(super) struct Recalls(Shared);

type Shared = Rc<RefCell<State>>;

struct State {
    report: Rc<Report>,
    hooks: Rc<Hooks>,
    app: Option<yew::AppHandle<Recall>>,
    /// The link that was asked about last.
    link: String,
    /// The view that the report shows.
    view: Selection,
    recalled: Option<Recalled>,
    /// Links of which the reader has read enough.
    dismissed: Vec<String>,
}

impl Recalls {
    /// Nothing is said yet.
    pub(super) fn new(report: Rc<Report>, hooks: Rc<Hooks>) -> Self {
        let view = Selection::default();
        let (link, dismissed) = (String::new(), Vec::new());
        Self(Rc::new(RefCell::new(State { report, hooks, app: None, link, view, recalled: None, dismissed })))
    }

    /// Says in an element what a link remembers, if anything is other than it was.
    pub(super) fn ask(&self, root: web_sys::Element, link: &str, view: &str, frame: Frame) {
        let state = &self.0;
        let (report, hooks) = (state.borrow().report.clone(), state.borrow().hooks.clone());
        if state.borrow().app.is_none() {
            let app = yew::Renderer::<Recall>::with_root_and_props(root, props(state)).render();
            state.borrow_mut().app = Some(app);
        }
        state.borrow_mut().link = link.to_owned();
        say(state, None);
        self.follow(view);
        let Some(text) = remembered(link) else { return };
        let selection = selection(&report, link);
        let Some(said) = Memory::read(text) else {
            return say(state, Some(misunderstood(&report, selection, text)));
        };
        let own = report.data.updated.as_ref();
        let (Age::Older, Some(folder)) = (age(&said.version, own), said.folder()) else {
            return say(state, memoir(&report, selection, frame, &said, None));
        };
        let folder = folder.to_owned();
        let own = own.map(|own| own.text().to_string()).unwrap_or_default();
        let (weak, asked) = (Rc::downgrade(state), link.to_owned());
        let done = Closure::once_into_js(move |text: String| {
            // The widget may be gone by then, or another link may have been asked about.
            let Some(state) = weak.upgrade().filter(|state| state.borrow().link == asked) else { return };
            let earlier = earlier(&report, &text, &said, &selection);
            say(&state, memoir(&report, selection, frame, &said, earlier));
        });
        hooks.fetch_earlier(&folder, &own, done);
    }

    /// The report shows another view.
    pub(super) fn follow(&self, view: &str) {
        let view = selection(&self.0.borrow().report, view);
        self.0.borrow_mut().view = view;
        update(&self.0);
    }

    /// Takes it off the page.
    pub(super) fn end(&self) {
        let app = self.0.borrow_mut().app.take();
        if let Some(app) = app {
            app.destroy();
        }
    }
}

/// What a link shows, whichever way it is sorted and measured: the numbers are the same.
fn selection(report: &Report, link: &str) -> Selection {
    let mut read = decode(link, &report.data, &report.index).selection;
    (read.sort, read.measure) = (Sort::default(), Measure::default());
    read
}

/// The view under the data of then; nothing where the text is none of that version.
fn earlier(report: &Report, text: &str, said: &Memory, selection: &Selection) -> Option<Earlier> {
    let (data, _) = parse(text).ok()?;
    if data.updated.as_ref() != Some(&said.version) {
        return None;
    }
    let formats = report.locale.formats();
    let index = Index::new(&data, formats);
    let totals = Totals::of(&index, selection, formats);
    Some(Earlier { data, index, totals })
}

fn say(state: &Shared, recalled: Option<Recalled>) {
    state.borrow_mut().recalled = recalled;
    update(state);
}

fn update(state: &Shared) {
    let props = props(state);
    if let Some(app) = &mut state.borrow_mut().app {
        app.update(props);
    }
}

fn props(state: &Shared) -> RecallProps {
    let weak: Weak<RefCell<State>> = Rc::downgrade(state);
    let dismissed = Callback::from(move |()| {
        if let Some(state) = weak.upgrade() {
            let link = state.borrow().link.clone();
            state.borrow_mut().dismissed.push(link);
            update(&state);
        }
    });
    let state = state.borrow();
    let shows = |recalled: &&Recalled| recalled.selection == state.view && !state.dismissed.contains(&state.link);
    let hooks = state.hooks.clone();
    let opened = Callback::from(move |link: String| hooks.open_view(&link));
    RecallProps { recalled: state.recalled.as_ref().filter(shows).cloned(), dismissed, opened }
}
