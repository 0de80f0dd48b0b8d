//! The mounted Yew apps of widgets. They outlive their widgets and are reused.
//!
//! Yew never frees an element that it has rendered into, nor the event listeners on it. When a widget is removed from
//! the page, its app is therefore kept for the next widget: a page that mounts and removes a thousand widgets holds
//! only as many apps as it has ever shown at once.

use std::cell::RefCell;

use yew::AppHandle;

use crate::ui::{App, AppProps, add_paper_rows};

thread_local! {
    static UNUSED: RefCell<Vec<MountedApp>> = const { RefCell::new(Vec::new()) };
}

/// An app and the element that it renders into.
pub(super) struct MountedApp {
    parent: web_sys::Element,
    app: AppHandle<App>,
    /// What it was rendered with.
    props: AppProps,
}

impl MountedApp {
    /// Shows an app inside `root`, an element of the shadow root. Returns `None` if the browser creates no element,
    /// which does not happen.
    pub(super) fn mount(root: &web_sys::Element, props: AppProps) -> Option<Self> {
        let reused = UNUSED.with(|unused| unused.borrow_mut().pop());
        let mounted = if let Some(mut mounted) = reused {
            mounted.update(props);
            mounted
        } else {
            let parent = gloo::utils::document().create_element("div").ok()?;
            let app = yew::Renderer::<App>::with_root_and_props(parent.clone(), props.clone()).render();
            Self { parent, app, props }
        };
        root.append_child(&mounted.parent).ok()?;
        Some(mounted)
    }

    /// Renders again with new props.
    pub(super) fn update(&mut self, props: AppProps) {
        self.props = props.clone();
        self.app.update(props);
    }

    /// Adds the rows that only paper has to what was rendered.
    pub(super) fn add_paper_rows(&self) {
        add_paper_rows(&self.parent, &self.props);
    }

    /// Removes the app from the page and keeps it for the next widget.
    pub(super) fn recycle(self) {
        self.parent.remove();
        UNUSED.with(|unused| unused.borrow_mut().push(self));
    }
}
