//! A chart as a picture that stands by itself: title, filter, marks with labels and numbers, how to read it, source, date
//! and link.
//!
//! Invariants: every text of the data is escaped; the picture holds no script, no style sheet and no reference to
//! anything outside of it, so that it looks the same everywhere.

mod figure;
mod layout;
mod paths;
mod words;

pub use figure::{Figure, figure};
pub use layout::picture;

/// A finished picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The drawing as SVG.
    pub svg: String,
    /// Its width.
    pub width: u32,
    /// Its height.
    pub height: u32,
}
