//! What embed code starts from, before the reader has chosen anything: the view, and the address of the report's files.

use super::context::DialogContext;
use crate::export::{ELEMENT_SCRIPT, EmbedChoices, FRAME_PAGE, HostedReport, PinnedVersion, REPORT_PAGE};
use crate::link::encode;

/// The address in the code if the address of the report's folder is not known.
pub const PLACEHOLDER_FOLDER: &str = "https://your-host/";

/// The address in the code of a data set that other pages cannot fetch.
pub const PLACEHOLDER_DATA: &str = "https://your-host/activities.json";

/// The choices that code starts with: the view of the dialog, its data set, and the facets that its page hides.
pub fn first_choices(context: &DialogContext) -> EmbedChoices {
    let hides = |facet| !context.options.shows(facet);
    let data = context.services.data_address().map(|address| match address.as_str() {
        "" => PLACEHOLDER_DATA.to_owned(),
        _ => address,
    });
    EmbedChoices::new(encode(&context.selection), data, hides)
}

/// The report as other pages find it.
pub fn hosted_report(context: &DialogContext, pinned_version: Option<PinnedVersion>) -> HostedReport {
    let title = context.loaded.data.title.as_deref().unwrap_or("Outreach Report").to_owned();
    let base_address = folder(context).unwrap_or_else(|| PLACEHOLDER_FOLDER.into());
    let files = [ELEMENT_SCRIPT, FRAME_PAGE, REPORT_PAGE];
    let missing = files.into_iter().filter(|file| context.services.is_missing(file)).collect();
    HostedReport { base_address, title, pinned_version, missing }
}

/// Whether the files of the report have an address on the web.
pub fn is_hosted(context: &DialogContext) -> bool {
    folder(context).is_some()
}

/// The folder of the report's files, if this page knows it. A saved file has its data inside, and may be put anywhere.
fn folder(context: &DialogContext) -> Option<String> {
    let has_data_inside = context.services.data_address().is_some_and(|address| address.is_empty());
    context.services.report_folder().filter(|_| !has_data_inside)
}
