//! What leaves the house: the totals as JSON. Invariant: the same numbers as on the screen, with their
//! qualifiers.

mod totals;

pub use totals::totals_json;
