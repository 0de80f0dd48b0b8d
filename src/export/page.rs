//! The report as text, for readers without scripts, search engines, feed readers and printers.
//!
//! Invariant: the words and numbers are those of the screen, because they come from `view`; nothing here counts for
//! itself. The text can be understood without a style sheet, a script or another file.

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

/// The page that contains the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageKind {
    /// A page in a folder with other files: the list of records and the data.
    Folder,
    /// A single-file page, with the list of records below the text.
    SingleFile,
}

/// The names of the files to which a page in a folder links.
pub mod files {
    /// The list of records as text.
    pub const RECORDS: &str = "activities.html";
    /// The report itself.
    pub const REPORT: &str = "index.html";
    /// The report in one file.
    pub const SINGLE: &str = "report.html";
    /// The data set.
    pub const DATA: &str = "data/activities.json";
    /// The description of the package of tables.
    pub const PACKAGE: &str = "data/datapackage.json";
    /// The data as one table, with HXL's hashtags.
    pub const HXL: &str = "data/outreach-hxl.csv";
}

/// The headline and the sentences after it, as one text.
fn headline_text(headline: &Headline) -> String {
    let text = headline.text();
    let full_stop = if text.ends_with('.') { "" } else { "." };
    [format!("{text}{full_stop}"), headline.detail.clone()].join(" ")
}
