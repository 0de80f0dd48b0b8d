//! What embed code starts from, before the reader has chosen anything: the view, and the address of the report's files.

use super::context::DialogContext;
use crate::export::{EmbedChoices, HostedReport, PinnedVersion};
use crate::link::encode;

/// The address in the code if the address of the report's folder is not known.
pub const PLACEHOLDER_FOLDER: &str = "https://your-host/";

/// The choices that code starts with: the view of the dialog, its data set, and the facets that its page hides.
pub fn first_choices(context: &DialogContext) -> EmbedChoices {
    let hides = |facet| !context.options.shows(facet);
    EmbedChoices::new(encode(&context.selection), context.services.data_address(), hides)
}

/// The report as other pages find it.
pub fn hosted_report(context: &DialogContext, pinned_version: Option<PinnedVersion>) -> HostedReport {
    let title = context.loaded.data.title.as_deref().unwrap_or("Outreach Report").to_owned();
    let base_address = context.services.report_folder().unwrap_or_else(|| PLACEHOLDER_FOLDER.into());
    HostedReport { base_address, title, pinned_version }
}

/// Whether the files of the report have an address on the web.
pub fn is_hosted(context: &DialogContext) -> bool {
    context.services.report_folder().is_some()
}
