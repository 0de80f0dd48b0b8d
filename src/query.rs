//! Honest counting: what a selection of activities adds up to.
//!
//! [`Index`] is made once per data set; [`Totals::of`] then answers any [`Selection`]. Invariant: a bound, a plan
//! or an unknown number in the data is still one in every total; nothing is rounded, guessed or split.

mod account;
mod action;
mod amount;
mod bitmap;
mod facet;
mod index;
mod matrix;
mod search;
mod selection;
mod tally;
mod totals;
mod years;

pub use account::Account;
pub use action::Action;
pub use amount::{Amount, Side};
pub use facet::{Facet, Value};
pub use index::Index;
pub use matrix::Cell;
pub use search::Fold;
pub use selection::{Measure, Selection, Sort, SortKey};
pub use tally::{Qualifier, Tally};
pub use totals::{Behind, FacetRow, Totals};
pub use years::Years;
