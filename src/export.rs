//! What leaves the house: the totals as JSON, the selection as CSV and as a data set, citations, pictures, the code that
//! puts a report on another page, a view as a file of its own, the report as text, the data as a package of tables.
//!
//! Invariant: the same numbers as on the screen, with their qualifiers; and no part of fewer than ten people of one sex
//! leaves it with a place.

mod cells;
mod citation;
mod csv;
mod embed;
mod html;
#[cfg(not(target_arch = "wasm32"))]
mod package;
pub mod page;
mod picture;
mod saved;
mod selection;
mod totals;

pub use citation::{Citation, Page, citation};
pub use csv::csv;
pub use embed::{Embed, FRAME_LIMITS, Place, Release, Snippets, snippets};
#[cfg(not(target_arch = "wasm32"))]
pub use package::{File, package};
pub use picture::{
    Anchor, Body, Drawing, FONT, Figure, GridRow, Line, Picture, Row, Sample, Shapes, Type, figure, picture, svg,
};
pub use saved::{Extent, Saved, saved};
pub use selection::selection_json;
pub use totals::totals_json;
