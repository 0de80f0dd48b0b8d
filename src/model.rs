//! What a data set says: activities, whom they reached, and the tables they name.
//!
//! [`parse`] is the only way in. What it returns cannot be wrong in itself: a goal is 1 to 17, a country is a
//! code of ISO 3166-1, a date is EDTF, a count is a whole number up to 2^53. Whatever the document says beside
//! that is named in a list of [`Issue`]s, and never stops the rest.

mod activity;
mod count;
mod country;
mod data_set;
mod derived;
mod edtf_date;
mod goal;
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
pub use parse::{ParseError, parse};
pub use vocabulary::{AUDIENCES, Bound, KINDS, MAGNITUDES, Mode, Scope, Status};

/// A text of the data, shared and never changed.
pub type Text = std::rc::Rc<str>;

/// The value of every facet for what is not stated. No code of a data set may be spelled like it.
pub const UNKNOWN: &str = "unknown";

/// The format that this version reads.
pub const FORMAT: &str = "outreach-report/1";
