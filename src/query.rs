//! Honest counting: what a selection of activities adds up to.
//!
//! [`Index`] is built once per data set. A [`Counter`] over it then counts one [`Selection`] after another, and
//! [`Totals`] are what they add up to. Invariant: bounds, plans and
//! missing numbers of the data remain visible in every total; nothing is rounded, guessed or split.

mod action;
mod amount;
mod column_totals;
mod counter;
mod counting_summary;
mod entry_outcome;
mod facet;
mod index;
mod matrix;
mod search;
mod selection;
mod tally;
mod totals;
mod totals_of_rows;
mod union_total;
mod women_and_men;
mod year_ranges;

pub use action::SelectionAction;
pub use amount::{Amount, Side};
pub use column_totals::FacetTotal;
pub use counter::Counter;

pub use counting::{Amounts, Flags, RowSet, SetDictionary};
pub use counting_summary::CountingSummary;
pub use entry_outcome::{EntryOutcome, activity_amount, overlapped};
pub use facet::{Facet, FacetValue};
pub use index::{Columns, EntryAmount, FacetColumn, Index};
pub use matrix::MatrixCellTotal;
pub use search::CaseFold;
pub use selection::{Measure, Selection, Sort, SortColumn};
pub use tally::{Qualifier, Tally};
pub use totals::{FacetRow, Totals};
pub use totals_of_rows::totals_of_rows;
pub use women_and_men::{WomenAndMen, WomenAndMenTotal};
pub use year_ranges::YearRanges;
