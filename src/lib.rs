//! Outreach Report: a reporting widget that is honest about numbers.
//!
//! One direction: data set → [`query::Index`]; action → [`query::Selection`] → [`query::Totals`] → [`view`] →
//! components and chart specifications → canvas. ARCHITECTURE.md has the map of the modules. Those that are denied clocks,
//! environments and hash maps below are pure: `tests/native/layers.rs` keeps them so.

#[deny(clippy::disallowed_methods, clippy::disallowed_types)]
pub mod charts;
#[cfg(feature = "screen")]
pub mod element;
#[deny(clippy::disallowed_methods, clippy::disallowed_types)]
pub mod export;
#[deny(clippy::disallowed_methods, clippy::disallowed_types)]
mod json;
#[deny(clippy::disallowed_methods, clippy::disallowed_types)]
pub mod link;
#[deny(clippy::disallowed_methods, clippy::disallowed_types)]
pub mod locale;
#[deny(clippy::disallowed_methods, clippy::disallowed_types)]
pub mod model;
#[deny(clippy::disallowed_methods, clippy::disallowed_types)]
pub mod query;
#[deny(clippy::disallowed_methods, clippy::disallowed_types)]
mod sort;
#[cfg(feature = "screen")]
pub mod ui;
#[deny(clippy::disallowed_methods, clippy::disallowed_types)]
pub mod view;
