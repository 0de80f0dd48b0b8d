//! The screen as HTML, rendered on the server side: without a browser, so effects do not run.

use std::rc::Rc;

use outreach_report::ui::{App, AppProps, LoadedDataSet, Snapshot, ViewState};
use yew::prelude::*;

use super::html::{self, Element};
use super::view_fixture::ViewFixture;

/// The address of the view.
pub(crate) const ADDRESS: &str = "https://example.org/#lang=en";
const RECORD_ADDRESS: &str = "https://example.org/#lang=en&record=RECORD-ID";

/// The HTML of a view.
pub(crate) fn text(shown: ViewFixture) -> String {
    let ViewFixture { data, index, issues, selection, totals, problems, locale, options, opened_row } = shown;
    let loaded = Rc::new(LoadedDataSet { data, index, issues, locale });
    let snapshot = Snapshot::new(ViewState {
        loaded,
        selection,
        totals: totals.into(),
        problems,
        address: Some(ADDRESS.into()),
        paper_address: ADDRESS.to_owned(),
        record_address: Some(RECORD_ADDRESS.into()),
        opened_row,
        printing: false,
        options: Rc::new(options),
        appearance: 0,
    });
    let props = AppProps { snapshot, on_message: Callback::noop() };
    pollster::block_on(yew::LocalServerRenderer::<App>::with_props(props).hydratable(false).render())
}

/// The elements of a view.
pub(crate) fn read(shown: ViewFixture) -> Element {
    html::read(&text(shown))
}
