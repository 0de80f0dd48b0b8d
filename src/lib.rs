//! Outreach Report: a reporting widget that is honest about numbers.
//!
//! Data flow in one direction: data set → [`query::Index`], and selection action → [`query::Selection`] →
//! [`query::Totals`] → [`view`] → Yew components and charts on a canvas. ARCHITECTURE.md lists the modules. Those with
//! `#[deny(…)]` below are pure: they use no clock, no environment variable, no hash map and nothing of the browser.
//! `tests/native/layers.rs` checks this.

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
