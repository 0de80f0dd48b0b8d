//! The dialogs of one widget: their own copy of the data, and the app that shows the open dialog.
//!
//! Invariant: they never change the view. They receive a request and a link, and answer inside an element of their own.

mod link_memory;

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use yew::prelude::*;

use super::data_set_reader::DataSetReader;
use super::intl::JsFormats;
use super::js_services::JsServices;
use super::picture_canvas::picture_canvas;
use crate::export::{CitationContext, picture, picture_content, svg};
use crate::link::{LinkMemory, decode, encode_to_share, encode_with_language};
use crate::locale::{Locale, Sentence};
use crate::model::{DataSet, Issue};
use crate::query::{Index, Selection, Totals};
use crate::ui::LoadedDataSet;
use crate::ui::dialogs::{
    BrowserAction, BrowserServices, DialogContext, DialogData, DialogKind, DialogsApp, DialogsAppProps, EarlierView,
    SVG_TYPE,
};
use crate::view::{ChartBlock, DialogRequest, EmbedOptions, PictureFormat, ViewContext};

/// The dialogs of a widget.
#[derive(Clone)]
pub struct Dialogs {
    loaded: Rc<LoadedDataSet>,
    formats: Rc<JsFormats>,
    services: Rc<JsServices>,
    app: Rc<RefCell<Option<yew::AppHandle<DialogsApp>>>>,
    /// The view over the earlier data set that the link remembers; the list of changes compares it with the present
    /// view.
    earlier: Rc<RefCell<Option<Rc<EarlierView>>>>,
}

/// A data set that was read, ready for the dialogs.
fn load_data_set((data, issues): (DataSet, Vec<Issue>), formats: Rc<JsFormats>) -> LoadedDataSet {
    let index = Index::new(&data, &*formats);
    let locale = Locale::english(formats).with_dialogs();
    LoadedDataSet { index, data, issues, locale }
}

impl Dialogs {
    /// Mounts the dialogs inside `root`, an element of the shadow root.
    pub fn mount(root: web_sys::Element, data: DataSetReader, formats: JsFormats, services: JsServices) -> Self {
        let formats = Rc::new(formats);
        let loaded = Rc::new(load_data_set(data.finish(), formats.clone()));
        let props = DialogsAppProps { context: None, on_close: Callback::noop() };
        let app = yew::Renderer::<DialogsApp>::with_root_and_props(root, props).render();
        let (app, earlier) = (Rc::new(RefCell::new(Some(app))), Rc::default());
        Self { loaded, formats, services: Rc::new(services), app, earlier }
    }

    /// Answers a request, given by its code, about the view of a link. `press_y` is the distance in pixels from the top
    /// of the window to where the reader pressed; `hide` is the page's attribute that names hidden facets.
    pub fn open_request(&self, request: &str, link: &str, press_y: f64, hide: &str) {
        let selection = decode(link, &self.loaded.data, &self.loaded.index).selection;
        let options = EmbedOptions::parse("", "", hide);
        match DialogRequest::from_code(request) {
            Some(DialogRequest::Breakdown(total)) => {
                self.show(DialogKind::Breakdown(total), selection, options, press_y)
            }
            Some(DialogRequest::Share) => self.show(DialogKind::Share, selection, options, press_y),
            Some(DialogRequest::Issues) => self.show(DialogKind::Issues, selection, options, press_y),
            Some(DialogRequest::Picture(block, format)) => {
                let name = format!("outreach-{request}");
                let done = self.picture_saved(block, selection.clone(), options.clone(), press_y);
                if self.save_picture(block, format, &name, &selection, &options, done).is_none() {
                    self.show(DialogKind::PictureFailed(Some(block)), selection, options, press_y);
                }
            }
            // A newer version of the report may send a request that these dialogs do not know.
            None => self.show(DialogKind::PictureFailed(None), selection, options, press_y),
        }
    }

    /// Saves a picture and calls `done` with its name; returns `None` if it cannot be drawn.
    fn save_picture(
        &self,
        block: ChartBlock,
        format: PictureFormat,
        name: &str,
        selection: &Selection,
        options: &EmbedOptions,
        done: impl FnOnce(String) + 'static,
    ) -> Option<()> {
        let LoadedDataSet { data, index, locale, .. } = &*self.loaded;
        let totals = Totals::of(index, selection, locale.formats());
        let context = ViewContext { data, index, selection, totals: &totals, options, locale };
        let picture = picture(&picture_content(&context, block, &self.citation_context(selection, &totals))?);
        match format {
            PictureFormat::Svg => done(self.services.save_text(name, SVG_TYPE, &svg(&picture))),
            PictureFormat::Png => {
                let canvas = picture_canvas(&picture)?;
                self.services.save_picture(name, &canvas, Closure::once_into_js(done));
            }
        }
        Some(())
    }

    /// What follows when a picture was saved under a name, which is empty if the browser did not give out its pixels: the
    /// name is said, or a dialog offers the picture in another way.
    fn picture_saved(
        &self,
        block: ChartBlock,
        selection: Selection,
        options: EmbedOptions,
        press_y: f64,
    ) -> impl FnOnce(String) + 'static {
        let dialogs = self.clone();
        move |name: String| {
            if name.is_empty() {
                dialogs.show(DialogKind::PictureFailed(Some(block)), selection, options, press_y);
            } else if dialogs.services.obstacle_to(BrowserAction::Save).is_some() {
                dialogs.show(DialogKind::PictureUnsaved(block), selection, options, press_y);
            } else {
                let said = dialogs.loaded.locale.fill(Sentence::Saved, &[("name", &name)]);
                dialogs.services.say_briefly(&said, press_y);
            }
        }
    }

    /// Removes the dialogs from the page.
    pub fn unmount(&self) {
        let app = self.app.borrow_mut().take();
        if let Some(app) = app {
            app.destroy();
        }
    }

    fn citation_context(&self, selection: &Selection, totals: &Totals) -> CitationContext {
        let language = self.loaded.locale.language();
        let memory = LinkMemory::of(self.loaded.data.updated.as_ref(), totals);
        CitationContext {
            address: self.services.view_address(&encode_with_language(selection, language)),
            share_address: self.services.view_address(&encode_to_share(selection, language, memory.as_ref())),
            is_page_only: !self.services.opens_view(),
            accessed: self.services.today(),
        }
    }

    fn show(&self, kind: DialogKind, selection: Selection, options: EmbedOptions, press_y: f64) {
        self.open(self.context(&self.loaded, kind, selection, options, press_y, None));
    }

    fn context(
        &self,
        loaded: &Rc<LoadedDataSet>,
        kind: DialogKind,
        selection: Selection,
        options: EmbedOptions,
        press_y: f64,
        earlier: Option<Rc<EarlierView>>,
    ) -> DialogContext {
        let totals = Totals::of(&loaded.index, &selection, loaded.locale.formats());
        let cited = self.citation_context(&selection, &totals);
        let (loaded, services) = (loaded.clone(), self.services.clone());
        DialogContext::new(DialogData { loaded, selection, totals, options, kind, press_y, cited, services, earlier })
    }

    fn open(&self, context: DialogContext) {
        let app = self.app.clone();
        let on_close = Callback::from(move |()| update(&app, None, Callback::noop()));
        update(&self.app, Some(context), on_close);
    }
}

fn update(app: &RefCell<Option<yew::AppHandle<DialogsApp>>>, context: Option<DialogContext>, on_close: Callback<()>) {
    if let Some(app) = &mut *app.borrow_mut() {
        app.update(DialogsAppProps { context, on_close });
    }
}
