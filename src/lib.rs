//! Outreach Report: a reporting widget that is honest about numbers.
//!
//! One direction: data set → [`query::Index`]; action → [`query::Selection`] → [`query::Totals`] → [`view`] →
//! components and chart specifications → canvas. The map of the house, with its walls, is in `ARCHITECTURE.md`;
//! `tests/native/layers.rs` keeps the pure rooms pure.

pub mod charts;
#[cfg(feature = "screen")]
pub mod element;
pub mod export;
mod json;
pub mod link;
pub mod locale;
pub mod model;
mod order;
pub mod query;
#[cfg(feature = "screen")]
pub mod ui;
pub mod view;
