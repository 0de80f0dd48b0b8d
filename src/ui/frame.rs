//! When the screen follows a change: once before the browser's next frame, however many changes there were.
//!
//! Invariant: what waits is done in the order in which it came, in one task, and what follows a rendering is done in that
//! task too. A page that nobody sees gets no frames, so there nothing waits; and a frame of a page (`embed.html`) gets none
//! while it is outside the window, so nothing waits long.

use std::cell::RefCell;

use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;

/// How many milliseconds work waits at most: longer than the browser's next frame takes to come on a slow device.
const LONGEST_WAIT: u32 = 100;

thread_local! {
    static WAITING: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(Vec::new()) };
    static FRAME: RefCell<Option<(AnimationFrame, Timeout)>> = const { RefCell::new(None) };
}

/// Does work before the browser's next frame.
pub fn before_next_frame(work: impl FnOnce() + 'static) {
    WAITING.with_borrow_mut(|waiting| waiting.push(Box::new(work)));
    if gloo::utils::document().hidden() {
        work_now();
    } else if FRAME.with_borrow(Option::is_none) {
        let frame = request_animation_frame(|_| work_now());
        FRAME.set(Some((frame, Timeout::new(LONGEST_WAIT, work_now))));
    }
}

fn work_now() {
    FRAME.take();
    for work in WAITING.take() {
        work();
    }
}

/// Does work after the rendering that is under way. This is no effect of Yew's: those come in a later task if rendering
/// took long (`YIELD_DEADLINE_MS` in Yew 0.23's scheduler), and so after a frame without drawings. Native tests render
/// only HTML.
pub fn after_rendering(work: impl FnOnce() + 'static) {
    #[cfg(target_arch = "wasm32")]
    yew::platform::spawn_local(async move { work() });
    #[cfg(not(target_arch = "wasm32"))]
    drop(work);
}
