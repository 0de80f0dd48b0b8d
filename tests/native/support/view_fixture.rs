//! A parsed document under a selection, with everything that the blocks of the screen are rendered from.

use outreach_report::link::{LinkProblem, decode};
use outreach_report::locale::Locale;
use outreach_report::model::{DataSet, Issue, parse};
use outreach_report::query::{Index, Selection, Totals};
use outreach_report::view::{EmbedOptions, ViewContext};
use serde_json::{Value, json};

use super::english::{English, locale};

/// A report as the screen shows it.
pub(crate) struct ViewFixture {
    pub(crate) data: DataSet,
    pub(crate) index: Index,
    pub(crate) issues: Vec<Issue>,
    pub(crate) selection: Selection,
    pub(crate) totals: Totals,
    pub(crate) problems: Vec<LinkProblem>,
    pub(crate) locale: Locale,
    /// What the page around the element asks for.
    pub(crate) options: EmbedOptions,
    /// The row of the record that the link opens.
    pub(crate) opened_row: Option<usize>,
}

/// A document with these records and nothing else.
pub(crate) fn report(records: Value) -> Value {
    json!({ "format": "outreach-report/1", "activities": records })
}

impl ViewFixture {
    /// A document under a selection.
    pub(crate) fn new(document: &Value, selection: Selection) -> Self {
        let (data, issues) = parse(&document.to_string()).unwrap();
        let index = Index::new(&data, &English);
        let totals = Totals::of(&index, &selection, &English);
        Self {
            data,
            index,
            issues,
            selection,
            totals,
            problems: Vec::new(),
            locale: locale(),
            options: EmbedOptions::default(),
            opened_row: None,
        }
    }

    /// A document under the selection of a link.
    pub(crate) fn from_link(document: &Value, link: &str) -> Self {
        let mut shown = Self::new(document, Selection::default());
        let decoded = decode(link, &shown.data, &shown.index);
        shown.problems = decoded.problems;
        shown.opened_row = decoded.opened_row;
        shown.select(decoded.selection);
        shown
    }

    /// The same data under another selection.
    pub(crate) fn select(&mut self, selection: Selection) {
        self.totals = Totals::of(&self.index, &selection, &English);
        self.selection = selection;
    }

    /// The context that the blocks read.
    pub(crate) fn view_context(&self) -> ViewContext<'_> {
        let Self { data, index, selection, totals, locale, options, .. } = self;
        ViewContext { data, index, selection, totals, options, locale }
    }
}
