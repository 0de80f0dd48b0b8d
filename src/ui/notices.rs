//! What could not be used: parts of the link, words of the element's attributes, values of the data set. Everything
//! else is shown nevertheless.

use yew::prelude::*;

use super::Message;
use super::block_context::BlockContext;
use super::tag_builder::{button, isolated, tag};
use crate::locale::Sentence;
use crate::view::{self, DialogRequest};

/// The notices; an empty element if there are none.
pub fn notices(context: &BlockContext) -> Html {
    let (report, locale) = (&context.props.snapshot.loaded, context.view.locale);
    let mut notices = tag("div", "notices").key("notices");
    let problems = view::link_problem_lines(locale, &context.props.snapshot.problems);
    if !problems.is_empty() {
        let dismiss = context.props.on_message.reform(|_| Message::DismissNotice);
        let text =
            tag("div", "").child(tag("p", "").sentence(context, Sentence::LinkNotice)).child(line_list(problems));
        let dismiss = button("").on_click(dismiss).sentence(context, Sentence::NoticeDismiss);
        let notice = tag("section", "notice").key("link").attribute("role", "alert").child(text).child(dismiss);
        notices = notices.child(notice);
    }
    let unknown_option_lines = view::unknown_option_lines(locale, context.view.options);
    if !unknown_option_lines.is_empty() {
        notices = notices.child(tag("section", "notice").key("options").child(line_list(unknown_option_lines)));
    }
    if !report.issues.is_empty() {
        // Only their number; the dialogs list the issues for whoever maintains the data set.
        let summary = locale.count(Sentence::IssuesNotice, report.issues.len() as u64, &[]);
        let show =
            button("").attribute("data-request", DialogRequest::Issues.code()).sentence(context, Sentence::IssuesShow);
        notices = notices.child(tag("section", "notice").key("data").child(tag("p", "").text(&summary)).child(show));
    }
    notices.html()
}

fn line_list(lines: Vec<String>) -> Html {
    let mut list = tag("ul", "");
    for line in lines {
        list = list.child(tag("li", "").child(isolated(&line)));
    }
    list.html()
}
