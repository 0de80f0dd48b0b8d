//! The data set: activities, the people they reached, and the tables that activities refer to.
//!
//! [`parse()`] reads every document. Invariant: the values that it returns are valid: a goal is 1 to 17, a country is a
//! code of ISO 3166-1, a date is EDTF, a count is a whole number up to 2^53. Anything else in the document is reported
//! in a list of [`Issue`]s and never prevents the rest from being read.

mod activity;
mod count;
mod country;
mod data_set;
mod edtf_date;
mod goal;
mod goals_and_donors;
mod issue;
mod parse;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;
mod vocabulary;

pub use activity::{Activity, Reach, Source, is_web_address};
pub use count::Count;
pub use country::Country;
pub use data_set::{DataSet, Donor, License, Organisation, Partner, Place, Project, Theme};
pub use edtf_date::{EdtfDate, PartialDate};
pub use goal::{Basis, Goal};
pub use issue::{Issue, IssueKind};
pub use parse::{ParseError, Parser, parse};
pub use vocabulary::{AUDIENCES, Bound, KINDS, MAGNITUDES, Mode, Scope, Status};

/// An immutable, shared text of the data set.
pub type Text = std::rc::Rc<str>;

/// The code for "not stated" in every facet. No code of a data set may equal it.
pub const UNKNOWN: &str = "unknown";

/// The data format that this version reads.
pub const FORMAT: &str = "outreach-report/1";
