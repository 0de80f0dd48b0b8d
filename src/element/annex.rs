//! The annex of one widget: its own copy of the data, and the answer that is shown.
//!
//! Invariant: it never touches the view. It is asked with a topic and a link, and answers in an element of its own.

mod recall;

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use yew::prelude::*;

use super::intl::Browser;
use super::pixels::pixels;
use crate::export::{PageInfo, picture, picture_content, svg};
use crate::link::{LinkMemory, decode, encode_to_share, encode_with_language};
use crate::locale::Locale;
use crate::model::parse;
use crate::query::{Index, Selection, Totals};
use crate::ui::Report;
use crate::ui::annex::{Answer, App, Host, Past, Props, Shown, Subject};
use crate::view::{ChartBlock, EmbedOptions, PictureFormat, Request, ViewContext};

#[wasm_bindgen]
extern "C" {
    /// What only a browser can do, as `static/annex/hooks.js` does it.
    pub type Hooks;

    #[wasm_bindgen(method)]
    fn href(this: &Hooks, link: &str) -> String;
    #[wasm_bindgen(method)]
    fn today(this: &Hooks) -> String;
    #[wasm_bindgen(method, js_name = save)]
    fn save_file(this: &Hooks, name: &str, kind: &str, text: &str);
    #[wasm_bindgen(method, js_name = copy)]
    fn copy_text(this: &Hooks, text: &str, done: JsValue);
    #[wasm_bindgen(method, js_name = canShare)]
    fn has_share_sheet(this: &Hooks) -> bool;
    #[wasm_bindgen(method, js_name = share)]
    fn open_share_sheet(this: &Hooks, title: &str, address: &str);
    #[wasm_bindgen(method, js_name = home)]
    fn home_folder(this: &Hooks) -> Option<String>;
    #[wasm_bindgen(method, js_name = source)]
    fn data_address(this: &Hooks) -> Option<String>;
    #[wasm_bindgen(method, js_name = release)]
    fn fetch_release(this: &Hooks, done: JsValue);
    #[wasm_bindgen(method, js_name = template)]
    fn fetch_template(this: &Hooks, done: JsValue);
    #[wasm_bindgen(method, js_name = data)]
    fn data_text(this: &Hooks) -> String;
    #[wasm_bindgen(method, js_name = attribute)]
    fn written(this: &Hooks, name: &str) -> Option<String>;
    #[wasm_bindgen(method, js_name = preview)]
    fn show_preview(this: &Hooks, place: &web_sys::Element, attributes: &str) -> bool;
    #[wasm_bindgen(method, js_name = earlier)]
    fn fetch_earlier(this: &Hooks, version: &str, own: &str, done: JsValue);
    #[wasm_bindgen(method, js_name = open)]
    fn open_view(this: &Hooks, link: &str);
    #[wasm_bindgen(method, js_name = notice)]
    fn show_notice(this: &Hooks, lines: &str, show: &str, dismiss: &str, language: &str, direction: &str);
    #[wasm_bindgen(method, js_name = pixels)]
    fn save_pixels(this: &Hooks, name: &str, canvas: &web_sys::HtmlCanvasElement);
}

impl Host for Hooks {
    fn save(&self, name: &str, kind: &str, text: &str) {
        self.save_file(name, kind, text);
    }

    fn copy(&self, text: &str, done: Callback<bool>) {
        self.copy_text(text, Closure::once_into_js(move |copied: bool| done.emit(copied)));
    }

    fn can_share(&self) -> bool {
        self.has_share_sheet()
    }

    fn share(&self, title: &str, address: &str) {
        self.open_share_sheet(title, address);
    }

    fn home(&self) -> Option<String> {
        self.home_folder()
    }

    fn source(&self) -> Option<String> {
        self.data_address()
    }

    fn release(&self, done: Callback<String>) {
        self.fetch_release(Closure::once_into_js(move |text: String| done.emit(text)));
    }

    fn template(&self, done: Callback<String>) {
        self.fetch_template(Closure::once_into_js(move |text: String| done.emit(text)));
    }

    fn data(&self) -> String {
        self.data_text()
    }

    fn attribute(&self, name: &str) -> Option<String> {
        self.written(name)
    }

    fn open(&self, link: &str) {
        self.open_view(link);
    }

    fn preview(&self, place: &web_sys::Element, attributes: &[(&'static str, String)]) -> bool {
        // Pairs of texts, which cannot fail to serialise.
        self.show_preview(place, &serde_json::to_string(attributes).unwrap_or_default())
    }
}

/// The annex of a widget.
#[derive(Clone)]
pub struct Annex {
    report: Rc<Report>,
    formats: Rc<Browser>,
    hooks: Rc<Hooks>,
    app: Rc<RefCell<Option<yew::AppHandle<App>>>>,
    /// The view at the time that its link remembers.
    past: Rc<RefCell<Option<Rc<Past>>>>,
}

/// Reads a data set for the annex; nothing where the text is none.
fn read(text: &str, formats: Rc<Browser>) -> Option<Report> {
    let (data, issues) = parse(text).ok()?;
    let index = Index::new(&data, &*formats);
    let locale = Locale::english(formats).with_dialogs();
    Some(Report { index, data, issues, locale })
}

impl Annex {
    /// Starts it in an element of the shadow root. `None` when the text is no data set, which the first view has told.
    pub fn start(root: web_sys::Element, data: &str, formats: Browser, hooks: Hooks) -> Option<Self> {
        let formats = Rc::new(formats);
        let report = Rc::new(read(data, formats.clone())?);
        let props = Props { shown: None, closed: Callback::noop() };
        let app = yew::Renderer::<App>::with_root_and_props(root, props).render();
        let (app, past) = (Rc::new(RefCell::new(Some(app))), Rc::default());
        Some(Self { report, formats, hooks: Rc::new(hooks), app, past })
    }

    /// Answers a question about the view of a link. `hide` names the facets that the page hides.
    pub fn ask(&self, topic: &str, link: &str, near: f64, hide: &str) {
        let selection = decode(link, &self.report.data, &self.report.index).selection;
        let options = EmbedOptions::parse("", "", hide);
        match Request::from_code(topic) {
            Some(Request::Breakdown(total)) => self.show(Subject::Breakdown(total), selection, options, near),
            Some(Request::Take) => self.show(Subject::Take, selection, options, near),
            Some(Request::Issues) => self.show(Subject::Issues, selection, options, near),
            Some(Request::Picture(block, format)) => {
                if self.save_picture(block, format, &selection, &options).is_none() {
                    self.sorry(near);
                }
            }
            // A newer first view may ask what this annex does not know.
            None => self.sorry(near),
        }
    }

    fn save_picture(
        &self,
        block: ChartBlock,
        format: PictureFormat,
        selection: &Selection,
        options: &EmbedOptions,
    ) -> Option<()> {
        let Report { data, index, locale, .. } = &*self.report;
        let totals = Totals::of(index, selection, locale.formats());
        let context = ViewContext { data, index, selection, totals: &totals, options, locale };
        let picture = picture(&picture_content(&context, block, &self.page(selection, &totals))?);
        let name = format!("outreach-{}", Request::Picture(block, format).code());
        match format {
            PictureFormat::Svg => self.hooks.save(&name, "image/svg+xml;charset=utf-8", &svg(&picture)),
            PictureFormat::Png => self.hooks.save_pixels(&name, &pixels(&picture)?),
        }
        Some(())
    }

    /// Says that a picture could not be made.
    pub fn sorry(&self, near: f64) {
        self.show(Subject::Sorry, Selection::default(), EmbedOptions::default(), near);
    }

    /// Takes it off the page.
    pub fn end(&self) {
        let app = self.app.borrow_mut().take();
        if let Some(app) = app {
            app.destroy();
        }
    }

    fn page(&self, selection: &Selection, totals: &Totals) -> PageInfo {
        let language = self.report.locale.language();
        let memory = LinkMemory::of(self.report.data.updated.as_ref(), totals);
        PageInfo {
            link: self.hooks.href(&encode_with_language(selection, language)),
            shared: self.hooks.href(&encode_to_share(selection, language, memory.as_ref())),
            accessed: self.hooks.today(),
        }
    }

    fn show(&self, subject: Subject, selection: Selection, options: EmbedOptions, near: f64) {
        self.open(self.answer(&self.report, subject, selection, options, near, None));
    }

    fn answer(
        &self,
        report: &Rc<Report>,
        subject: Subject,
        selection: Selection,
        options: EmbedOptions,
        near: f64,
        past: Option<Rc<Past>>,
    ) -> Shown {
        let totals = Totals::of(&report.index, &selection, report.locale.formats());
        let page = self.page(&selection, &totals);
        let (report, host) = (report.clone(), self.hooks.clone());
        Shown::new(Answer { report, selection, totals, options, subject, near, page, host, past })
    }

    fn open(&self, shown: Shown) {
        let app = self.app.clone();
        let closed = Callback::from(move |()| update(&app, None, Callback::noop()));
        update(&self.app, Some(shown), closed);
    }
}

fn update(app: &RefCell<Option<yew::AppHandle<App>>>, shown: Option<Shown>, closed: Callback<()>) {
    if let Some(app) = &mut *app.borrow_mut() {
        app.update(Props { shown, closed });
    }
}
