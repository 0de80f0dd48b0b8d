//! The report as text: what readers without scripts, search engines, feed readers and printers get.
//!
//! Invariant: the same words and numbers as on the screen, because they are those of `view`; no block counts for itself.
//! Nothing here needs a style sheet, a script or another file to be understood.

mod bar_svg;
mod chart_table;
mod json_ld;
mod record_list;
mod social_picture;
mod summary;

pub use json_ld::json_ld;
pub use record_list::record_list;
pub use social_picture::social_picture;
pub use summary::summary;

use crate::view::Headline;

/// Which page the text stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageKind {
    /// A page with files beside it: the list of records and the data.
    Folder,
    /// A page that is one file, with the list of records below.
    SingleFile,
}

/// The names of the files that a page in a folder leads to.
pub mod files {
    /// The list of records as text.
    pub const RECORDS: &str = "activities.html";
    /// The report itself.
    pub const REPORT: &str = "index.html";
    /// The report in one file.
    pub const SINGLE: &str = "report.html";
    /// The data set as it is.
    pub const DATA: &str = "data/activities.json";
    /// What the package of tables holds.
    pub const PACKAGE: &str = "data/datapackage.json";
    /// The data as one table, with HXL's hashtags.
    pub const HXL: &str = "data/outreach-hxl.csv";
}

/// The headline and what is said of it, as one sentence after the other.
fn headline_text(headline: &Headline) -> String {
    let first = headline.text();
    let stop = if first.ends_with('.') { "" } else { "." };
    [format!("{first}{stop}"), headline.detail.clone()].join(" ")
}
