//! The screen: Yew components over the plain data of `view`.
//!
//! Invariants: components hold no numbers of their own; all of them are made anew from one [`Snapshot`]. Nothing
//! here knows JavaScript values; addresses, events and `Intl` belong to `element`. Blocks are plain functions; the one
//! component is [`App`].

pub mod annex;
mod app;
mod bars;
mod chart;
mod chips;
mod columns;
mod desk;
mod dom;
mod drag;
mod el;
mod filters;
mod foot;
mod headline;
mod ink;
mod listen;
mod matrix;
mod notices;
mod paint;
mod picker;
mod press;
mod record;
mod rove;
mod state;
mod table;
mod tiles;
mod tip;

pub use app::App;
pub use state::{Props, Report, Snapshot, Step, View};
