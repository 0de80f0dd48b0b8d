//! What a link remembers, above the report: how its number was and how it is now, and on demand what changed.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::changed::Changed;
use super::sheet::Sheet;
use crate::locale::Key;
use crate::model::DataSet;
use crate::query::{Index, Selection, Totals};
use crate::ui::Report;
use crate::view::{self, Changes, Frame, Scene};

/// A view under the data that its link remembers.
pub struct Earlier {
    /// The data.
    pub data: DataSet,
    /// Their index.
    pub index: Index,
    /// The numbers of the view.
    pub totals: Totals,
}

/// What is said of a link.
pub struct Memoir {
    /// The present data, and the language.
    pub report: Rc<Report>,
    /// The view of the link.
    pub selection: Selection,
    /// The present numbers of that view.
    pub totals: Totals,
    /// Which facets the page hides.
    pub frame: Frame,
    /// The data of then, where they are kept.
    pub earlier: Option<Earlier>,
    /// What is said, one sentence each.
    pub sentences: Vec<String>,
    /// The same that is known of single records.
    pub changes: Changes,
    /// The date of the data that the link remembers, in words.
    pub date: String,
}

/// A shared [`Memoir`]. Two are equal when they are the same.
#[derive(Clone)]
pub struct Recalled(Rc<Memoir>);

impl Recalled {
    /// Shares it.
    pub fn new(memoir: Memoir) -> Self {
        Self(Rc::new(memoir))
    }

    /// The view as it is now.
    pub fn now(&self) -> Scene<'_> {
        let Memoir { report, selection, totals, frame, .. } = &*self.0;
        Scene { data: &report.data, index: &report.index, selection, totals, frame, locale: &report.locale }
    }

    /// The view as it was, where the data of then are kept.
    pub fn before(&self) -> Option<Scene<'_>> {
        let Earlier { data, index, totals } = self.0.earlier.as_ref()?;
        Some(Scene { data, index, totals, ..self.now() })
    }
}

impl std::ops::Deref for Recalled {
    type Target = Memoir;

    fn deref(&self) -> &Memoir {
        &self.0
    }
}

impl PartialEq for Recalled {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl yew::html::ImplicitClone for Recalled {}

/// Props of [`Recall`].
#[derive(Clone, PartialEq, Properties)]
pub struct RecallProps {
    /// What is said; nothing as long as there is nothing to say.
    pub recalled: Option<Recalled>,
    /// The reader has read it.
    pub dismissed: Callback<()>,
    /// The reader wants to see a record: the link that opens it.
    pub opened: Callback<String>,
}

/// The notice, in an element that is always there, so that its words are read out when they come.
#[component]
pub fn Recall(props: &RecallProps) -> Html {
    // The notice whose list is open, and how far down the window its button is.
    let listing = use_state(|| None::<(Recalled, f64)>);
    let words = props.recalled.as_ref().map(|recalled| {
        let lines = recalled.sentences.iter().enumerate();
        lines.map(|(at, line)| html! { <p key={at}><bdi>{ line }</bdi></p> }).collect::<Html>()
    });
    let buttons = props.recalled.as_ref().map(|recalled| buttons(props, recalled, &listing));
    let open = listing.as_ref().filter(|(of, _)| props.recalled.as_ref() == Some(of));
    let sheet = open.map(|(recalled, near)| {
        let locale = &recalled.report.locale;
        let title = locale.fill(Key::RecallTitle, &[("date", &recalled.date)]);
        let close = locale.say(Key::DialogClose);
        let (language, direction) = (locale.language(), locale.direction());
        let closed = {
            let listing = listing.clone();
            Callback::from(move |()| listing.set(None))
        };
        let opened = {
            let (closed, opened) = (closed.clone(), props.opened.clone());
            Callback::from(move |link: String| {
                closed.emit(());
                opened.emit(link);
            })
        };
        html! {
            <Sheet {title} {close} {language} {direction} {near} wide=false {closed}><Changed {recalled} {opened} /></Sheet>
        }
    });
    let locale = props.recalled.as_ref().map(|recalled| &recalled.report.locale);
    let (language, direction) = locale.map(|locale| (locale.language(), locale.direction())).unzip();
    let class = if props.recalled.is_some() { "notice recall" } else { "recall" };
    html! {
        <section {class} lang={language} dir={direction} aria-label={locale.map(|locale| locale.say(Key::RecallLabel))}>
            <div role="status">{ words }</div>
            <div class="recall-actions">{ buttons }</div>
            <div class="annex">{ sheet }</div>
        </section>
    }
}

fn buttons(props: &RecallProps, recalled: &Recalled, listing: &UseStateHandle<Option<(Recalled, f64)>>) -> Html {
    let say = |key| recalled.report.locale.say(key);
    let show = {
        let (listing, recalled) = (listing.clone(), recalled.clone());
        Callback::from(move |event: MouseEvent| {
            let button = event.target_dyn_into::<Element>();
            let near = button.map(|button| button.get_bounding_client_rect().top()).unwrap_or_default();
            listing.set(Some((recalled.clone(), near)));
        })
    };
    let show = (!recalled.changes.is_empty())
        .then(|| html! { <button type="button" onclick={show}>{ say(Key::RecallShow) }</button> });
    let dismiss = props.dismissed.reform(|_: MouseEvent| ());
    html! {
        <>
            <span>{ show }</span>
            <button type="button" onclick={dismiss}>{ say(Key::NoticeDismiss) }</button>
        </>
    }
}

/// What is to be said of a link, ready to be shown; nothing where nothing changed.
pub fn memoir(
    report: &Rc<Report>,
    selection: Selection,
    frame: Frame,
    said: &crate::link::Memory,
    earlier: Option<Earlier>,
) -> Option<Recalled> {
    let totals = Totals::of(&report.index, &selection, report.locale.formats());
    let date = report.locale.when(&said.version);
    let (sentences, changes) = (Vec::new(), Changes::default());
    let report = report.clone();
    let memoir = Memoir { report, selection, totals, frame, earlier, sentences, changes, date };
    let mut recalled = Recalled::new(memoir);
    let found = view::recall(&recalled.now(), said, recalled.before().as_ref())?;
    let memoir = Rc::get_mut(&mut recalled.0)?;
    (memoir.sentences, memoir.changes) = (found.sentences, found.changes);
    Some(recalled)
}

/// The same of a link that remembers something that is not understood.
pub fn misunderstood(report: &Rc<Report>, selection: Selection, text: &str) -> Recalled {
    let locale = &report.locale;
    let text = percent_encoding::percent_decode_str(text).decode_utf8_lossy();
    let sentences = vec![
        locale.say(Key::LinkNotice),
        locale.fill(Key::LinkMalformed, &[("key", crate::link::MEMORY), ("value", &text)]),
    ];
    let totals = Totals::of(&report.index, &selection, locale.formats());
    Recalled::new(Memoir {
        report: report.clone(),
        selection,
        totals,
        frame: Frame::default(),
        earlier: None,
        sentences,
        changes: Changes::default(),
        date: String::new(),
    })
}
