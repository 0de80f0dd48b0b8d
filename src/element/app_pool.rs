//! The screen of a widget on the page, which outlives the widget.
//!
//! Yew never lets go of a place that it has rendered into, nor of what hears events there. So the screen of a widget that
//! is taken off the page is put by, and the next widget goes on with it: a page that mounts and removes a thousand
//! widgets holds as many screens as it ever showed at once.

use std::cell::RefCell;

use yew::AppHandle;

use crate::ui::{App, Props};

thread_local! {
    static SPARE: RefCell<Vec<MountedApp>> = const { RefCell::new(Vec::new()) };
}

/// A screen in its place.
pub(super) struct MountedApp {
    parent: web_sys::Element,
    app: AppHandle<App>,
}

impl MountedApp {
    /// Shows it in an element of the shadow root. `None` when the browser makes no element, which none refuses.
    pub(super) fn mount(root: &web_sys::Element, props: Props) -> Option<Self> {
        let spare = SPARE.with(|spare| spare.borrow_mut().pop());
        let screen = if let Some(mut screen) = spare {
            screen.app.update(props);
            screen
        } else {
            let parent = gloo::utils::document().create_element("div").ok()?;
            let app = yew::Renderer::<App>::with_root_and_props(parent.clone(), props).render();
            Self { parent, app }
        };
        root.append_child(&screen.parent).ok()?;
        Some(screen)
    }

    /// Renders it anew.
    pub(super) fn update(&mut self, props: Props) {
        self.app.update(props);
    }

    /// Takes it off the page, for the next widget.
    pub(super) fn recycle(self) {
        self.parent.remove();
        SPARE.with(|spare| spare.borrow_mut().push(self));
    }
}
