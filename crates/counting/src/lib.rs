//! The inner loops of counting: sets of rows, columns of codes, and sums for each code of a column.
//!
//! A crate of its own because it is compiled for speed, and everything else for size. Its functions are neither generic
//! nor inlined, as far as the time is spent in them: the others would be compiled as the crate that uses them.
//! Invariant: sums are exact. They are whole numbers that wrap around while rows are taken away and added, and no
//! complete sum can be larger than its field.

mod amounts;
mod codes;
mod dictionary;
mod row_changes;
mod row_set;
mod sums;

pub use amounts::{Amounts, Flags};
pub use codes::{Codes, rows_with};
pub use dictionary::SetDictionary;
pub use row_changes::{Changed, RowChanges};
pub use row_set::RowSet;
pub use sums::{Rows, Sum, add_to, decode, signed};
