//! Everything that other programs and people get from the report: the totals as JSON, the selection as CSV and as a
//! data set, citations, pictures, embed code, a view as a single-file page, the report as text, the data as a package
//! of tables.
//!
//! Invariant: the numbers are those of the screen, with their qualifiers; and no number of fewer than ten women or men
//! is exported with a location.

mod citation;
mod csv;
mod csv_row;
#[cfg(not(target_arch = "wasm32"))]
mod data_package;
mod embed;
mod html_writer;
pub mod page;
mod picture;
mod saved_page;
mod selection_json;
mod totals_json;

pub use citation::{Citation, CitationContext, citation};
pub use csv::csv;
#[cfg(not(target_arch = "wasm32"))]
pub use data_package::{PackageFile, data_package};
pub use embed::{
    ELEMENT_SCRIPT, EmbedChoices, EmbedCode, FRAME_LIMITS, FRAME_PAGE, HostedReport, PinnedVersion, REPORT_PAGE,
    embed_code,
};
pub use picture::{
    Drawing, FONT, LegendSample, MarkLabels, Picture, PictureChart, PictureContent, PictureMatrixRow, TextAnchor,
    TextLine, TextStyle, picture, picture_content, svg,
};
pub use saved_page::{SavedPageParts, SavedRecords, saved_page};
pub use selection_json::selection_json;
pub use totals_json::totals_json;
