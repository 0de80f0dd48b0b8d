//! Honest counting: what a selection of activities adds up to.
//!
//! [`Index`] is made once per data set; [`Totals::of`] then answers any [`Selection`]. Invariant: a bound, a plan
//! or an unknown number in the data is still one in every total; nothing is rounded, guessed or split.

mod account;
mod action;
mod among;
mod amount;
mod bitmap;
mod facet;
mod index;
mod matrix;
mod parts;
mod search;
mod selection;
mod standing;
mod tally;
mod totals;
mod years;

pub use account::Account;
pub use action::Action;
pub use among::among;
pub use amount::{Amount, Side};
pub use facet::{Facet, Value};
pub use index::Index;
pub use matrix::Cell;
pub use parts::{Coverage, Parts};
pub use search::Fold;
pub use selection::{Measure, Selection, Sort, SortKey};
pub use standing::{Standing, amount_of, overlapped};
pub use tally::{Qualifier, Tally};
pub use totals::{Behind, FacetRow, Totals};
pub use years::Years;
