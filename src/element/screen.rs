//! The screen of a widget on the page, which outlives the widget.
//!
//! Yew never lets go of a place that it has rendered into, nor of what hears events there. So the screen of a widget that
//! is taken off the page is put by, and the next widget goes on with it: a page that mounts and removes a thousand
//! widgets holds as many screens as it ever showed at once.

use std::cell::RefCell;

use yew::AppHandle;

use crate::ui::{App, Props};

thread_local! {
    static SPARE: RefCell<Vec<Screen>> = const { RefCell::new(Vec::new()) };
}

/// A screen in its place.
pub(super) struct Screen {
    place: web_sys::Element,
    /// What renders it.
    pub(super) app: AppHandle<App>,
}

impl Screen {
    /// Shows it in an element of the shadow root. `None` when the browser makes no element, which none refuses.
    pub(super) fn show(root: &web_sys::Element, props: Props) -> Option<Self> {
        let spare = SPARE.with(|spare| spare.borrow_mut().pop());
        let screen = if let Some(mut screen) = spare {
            screen.app.update(props);
            screen
        } else {
            let place = gloo::utils::document().create_element("div").ok()?;
            let app = yew::Renderer::<App>::with_root_and_props(place.clone(), props).render();
            Self { place, app }
        };
        root.append_child(&screen.place).ok()?;
        Some(screen)
    }

    /// Takes it off the page, for the next widget.
    pub(super) fn put_by(self) {
        self.place.remove();
        SPARE.with(|spare| spare.borrow_mut().push(self));
    }
}
