//! What could not be used: parts of the link, words of the element's attributes, values of the data. Everything else is
//! shown all the same.

use yew::prelude::*;

use super::Step;
use super::desk::Desk;
use super::el::{button, el, isolated};
use crate::locale::Sentence;
use crate::view::{self, Request};

/// The notices, if there is something to say.
pub fn notices(desk: &Desk) -> Html {
    let (report, locale) = (&desk.props.snapshot.report, desk.scene.locale);
    let mut notices = el("div", "notices").key("notices");
    let dropped = view::link_problem_lines(locale, &desk.props.snapshot.dropped);
    if !dropped.is_empty() {
        let dismiss = desk.props.step.reform(|_| Step::Dismiss);
        let words = el("div", "").kid(el("p", "").say(desk, Sentence::LinkNotice)).kid(lines(dropped));
        let dismiss = button("").press(dismiss).say(desk, Sentence::NoticeDismiss);
        let notice = el("section", "notice").key("link").at("role", "alert").kid(words).kid(dismiss);
        notices = notices.kid(notice);
    }
    let unknown_option_lines = view::unknown_option_lines(locale, desk.scene.options);
    if !unknown_option_lines.is_empty() {
        notices = notices.kid(el("section", "notice").key("frame").kid(lines(unknown_option_lines)));
    }
    if !report.issues.is_empty() {
        // Each one by name is for whoever keeps the data: the annex has the words.
        let summary = locale.count(Sentence::IssuesNotice, report.issues.len() as u64, &[]);
        let show = button("").at("data-ask", Request::Issues.code()).say(desk, Sentence::IssuesShow);
        notices = notices.kid(el("section", "notice").key("data").kid(el("p", "").text(&summary)).kid(show));
    }
    notices.html()
}

fn lines(lines: Vec<String>) -> Html {
    let mut list = el("ul", "");
    for line in lines {
        list = list.kid(el("li", "").kid(isolated(&line)));
    }
    list.html()
}
