//! The screen: Yew components over the plain data of `view`.
//!
//! Invariants: components hold no numbers of their own; all of them are made anew from one [`Snapshot`]. Nothing
//! here knows JavaScript values; addresses, events and `Intl` belong to `element`. Each condition and each list
//! has a parent of its own (Yew 0.23 panics otherwise; yewstack/yew#4093, fixed after 0.23.0).

pub mod annex;
mod app;
mod bars;
mod canvas;
mod chips;
mod columns;
mod filters;
mod foot;
mod goals;
mod headline;
mod notices;
mod picker;
mod rove;
mod state;
mod table;
mod tiles;
mod year_range;

pub use app::App;
pub use state::{Props, Report, Snapshot, Step, View};
