//! What a report is about, in one line: the title of its data, the filters, the date of the data.
//!
//! Invariant: whatever blocks the page asks for, the filters are in words on the screen: in the headline, or here.

use super::filter_clauses::filter_clauses;
use super::{Block, ViewContext};
use crate::locale::Sentence;

/// The line at the top of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubjectLine {
    /// The title of the data set; empty if it has none.
    pub title: String,
    /// The filters, if the headline is not there to name them, and the date of the data.
    pub about: Vec<String>,
    /// Whether a link to the whole report belongs here, because the page shows only parts of it.
    pub is_part: bool,
}

/// The line at the top of a view.
pub fn subject_line(context: &ViewContext) -> SubjectLine {
    let ViewContext { data, locale, options, .. } = context;
    let shows = |block| options.blocks.contains(&block);
    let mut about = Vec::new();
    if !shows(Block::Headline) {
        about.extend(filter_clauses(context).into_iter().map(|clause| clause.label));
    }
    let date = data.updated.as_ref().map(|updated| locale.fill(Sentence::DataOf, &[("date", &locale.date(updated))]));
    about.extend(date);
    let title = data.title.as_deref().unwrap_or_default().to_owned();
    SubjectLine { title, about, is_part: !shows(Block::Headline) || !shows(Block::Foot) }
}

/// The title of the page that shows a view: the title of the data set and the filters.
pub fn page_title(context: &ViewContext) -> String {
    let title = context.data.title.as_deref().map(str::to_owned);
    let labels = filter_clauses(context).into_iter().map(|clause| clause.label);
    title.into_iter().chain(labels).collect::<Vec<_>>().join(" · ")
}
