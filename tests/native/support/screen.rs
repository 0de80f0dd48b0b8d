//! The screen as HTML, rendered on the server side: without a browser, so effects do not run.

use std::rc::Rc;

use outreach_report::ui::{App, LoadedReport, Props, Snapshot, ViewState};
use yew::prelude::*;

use super::html::{self, Element};
use super::shown::Shown;

/// The address of the view.
pub(crate) const ADDRESS: &str = "https://example.org/#lang=en";
const RECORD_ADDRESS: &str = "https://example.org/#lang=en&record=RECORD-ID";

/// The HTML of a view.
pub(crate) fn text(shown: Shown) -> String {
    let Shown { data, index, issues, selection, totals, problems, locale, options, opened_record } = shown;
    let report = Rc::new(LoadedReport { data, index, issues, locale });
    let snapshot = Snapshot::new(ViewState {
        report,
        selection,
        totals,
        problems,
        address: Some(ADDRESS.into()),
        record_address: Some(RECORD_ADDRESS.into()),
        opened_record,
        printing: false,
        options: Rc::new(options),
        appearance: 0,
    });
    let props = Props { snapshot, on_message: Callback::noop() };
    pollster::block_on(yew::LocalServerRenderer::<App>::with_props(props).hydratable(false).render())
}

/// The elements of a view.
pub(crate) fn read(shown: Shown) -> Element {
    html::read(&text(shown))
}
